#pragma once

#include "cil/protocol/frame_splitter.h"
#include "cil/protocol/message_builder.h"
#include "cil/protocol/message_view.h"
#include "cil/transport/transport.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace callwright::testing {

/// One frame that a client sent, kept with the version it was sent in.
class ReceivedFrame {
public:
    ReceivedFrame(std::span<const std::byte> bytes, protocol::Version version);

    protocol::MessageType type() const { return m_type; }
    std::uint32_t invokeId() const { return number(protocol::Field::InvokeID); }
    std::uint32_t number(protocol::Field field) const; ///< fails the test when the field is absent
    std::optional<std::string> text(protocol::Field field) const;
    protocol::MessageView view() const; ///< valid as long as this object and until the next view()

private:
    std::vector<std::byte> m_bytes;
    std::shared_ptr<protocol::Decoder> m_decoder;
    protocol::MessageType m_type{};
};

/// A CTI Server as far as a link needs one, told by a test what to do. It answers OPEN_REQ, HEARTBEAT_REQ and
/// CLOSE_REQ by itself unless told otherwise, and nothing else. It knows one connection at a time: the latest.
/// Two of them are the two sides of a system, of which one may stand by.
class FakePeer : public QObject {
    Q_OBJECT
public:
    explicit FakePeer(Listener& listener);

    // What it does by itself
    bool answersOpen = true;
    bool answersHeartbeats = true;
    bool answersClose = true;
    protocol::Version newest = protocol::newestVersion; ///< above it: E_CTI_INVALID_VERSION
    protocol::Version oldest = protocol::oldestVersion; ///< below it: the same
    std::optional<protocol::StatusCode> refusesOpenWith;
    std::uint32_t grants = 0xFFFFFFFF; ///< of the services asked for
    bool isStandby = false; ///< refuses clients below 24 or without CTI_SERVICE_ACTIVE_STANDBY; SessionType says it
    protocol::SessionType activeType = protocol::SessionType::SESSION_TYPE_ACTIVE; ///< what it says otherwise
    bool hangsUpOnStopping = true; ///< on STOPPING_REQUESTS_TO_THIS_SIDE_IND

    // What it saw
    int connections = 0;
    bool isConnected() const { return m_transport != nullptr; }
    std::optional<TransportFailure> lastClosedBy;
    std::vector<ReceivedFrame> received; ///< over all connections
    std::size_t count(protocol::MessageType type) const;
    const ReceivedFrame& last(protocol::MessageType type) const;
    std::vector<protocol::Version> versionsAsked() const; ///< by OPEN_REQs, in order

    // What it is told to do
    protocol::MessageBuilder message(protocol::MessageType type) const; ///< in the session's version
    void send(const protocol::MessageBuilder& message);
    void sendRaw(QByteArrayView bytes);
    void confirm(const ReceivedFrame& request);                               ///< X_REQ by X_CONF
    void confirm(protocol::MessageType confirmation, std::uint32_t invokeId); ///< any fields 0
    void failControl(const ReceivedFrame& request, protocol::ControlFailureCode code, std::uint32_t peripheralError);
    void fail(const ReceivedFrame& request, protocol::StatusCode status);
    void failInOtherLayout(const ReceivedFrame& request, std::uint16_t code, std::uint32_t peripheralError);
    void announceFailure(protocol::StatusCode status); ///< FAILURE_EVENT
    void systemEvent(std::uint32_t id);                ///< an event that can be told apart
    void becomeActive();                               ///< STANDBY_ACTIVE_EVENT_MSG
    void askForMaintenance(std::uint32_t invokeId);    ///< ACTIVE_MAINTENANCE_REQ_MSG
    void decideOnMaintenance(bool goesOn);             ///< ACTIVE_MAINTENANCE_EVENT_MSG
    void hangUp();                                     ///< closes in order
    void reset();                                      ///< closes hard

private:
    void take(Transport* transport);
    Transport* let(); ///< the connection, which is ours no more; nullptr without one
    void onReceived(QByteArrayView bytes);
    void onFrame(const ReceivedFrame& frame);
    void onOpen(const ReceivedFrame& frame);
    std::optional<protocol::StatusCode> refusalOf(const ReceivedFrame& open) const;

    QPointer<Transport> m_transport;
    protocol::FrameSplitter m_splitter;
    protocol::Version m_version = protocol::newestVersion;
};

/// The bytes of a message.
QByteArray bytesOf(const protocol::MessageBuilder& message);

} // namespace callwright::testing
