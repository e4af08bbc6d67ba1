#pragma once

#include "cil/protocol/frame_splitter.h"
#include "cil/protocol/message_builder.h"
#include "cil/protocol/message_view.h"
#include "cil/protocol/tables.h"
#include "cil/transport/transport.h"

#include <QByteArray>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

/// A client of a CTI Server as tests want one: it sends what it is told and keeps what comes, and knows no rules.
namespace callwright::simulator {

using protocol::Field;
using protocol::MessageBuilder;
using protocol::MessageType;
using protocol::StatusCode;
using protocol::Version;
namespace services = protocol::ServicesRequested;

/// What a client's OPEN_REQ holds; an agent's desktop unless a test changes something.
struct OpenFields {
    Version version = protocol::newestVersion;
    std::vector<std::pair<Field, std::uint32_t>> numbers{
        {Field::InvokeID, 1},
        {Field::VersionNumber, 0}, // 0: `version`
        {Field::IdleTimeout, 0xFFFFFFFF},
        {Field::PeripheralID, 5000},
        {Field::ServicesRequested, services::CTI_SERVICE_CLIENT_EVENTS | services::CTI_SERVICE_CLIENT_CONTROL |
                                       services::CTI_SERVICE_CALL_DATA_UPDATE},
        {Field::CallMsgMask, 0x00FFFFFF},
        {Field::AgentStateMask, 0x3FFF},
    };
    std::vector<std::pair<Field, std::string>> texts{
        {Field::ClientID, "5000.1001"}, {Field::ClientPassword, ""}, {Field::AgentInstrument, "3101"}};

    OpenFields& with(Field field, std::uint32_t number) {
        std::erase_if(numbers, [field](const auto& entry) { return entry.first == field; });
        numbers.emplace_back(field, number);
        return *this;
    }
    OpenFields& with(Field field, const std::string& text) {
        without(field);
        texts.emplace_back(field, text);
        return *this;
    }
    OpenFields& without(Field field) {
        std::erase_if(texts, [field](const auto& entry) { return entry.first == field; });
        return *this;
    }
    MessageBuilder build() const {
        MessageBuilder builder(MessageType::OPEN_REQ, version);
        for (const auto& [field, number] : numbers) {
            const bool isOwnVersion = field == Field::VersionNumber && number == 0;
            builder.set(field, isOwnVersion ? static_cast<std::uint32_t>(version) : number);
        }
        for (const auto& [field, text] : texts) {
            builder.set(field, std::string_view(text));
        }
        return builder;
    }
};

inline MessageBuilder heartbeat(std::uint32_t invokeId = 3) {
    return MessageBuilder(MessageType::HEARTBEAT_REQ, protocol::newestVersion).set(Field::InvokeID, invokeId);
}

/// One frame that a client got, decoded for its version.
class Received {
public:
    Received(std::span<const std::byte> frame, Version version)
        : m_frame(frame.begin(), frame.end()), m_decoder(std::make_unique<protocol::Decoder>(version)),
          m_view(m_decoder->decode(m_frame).value()) {}

    const protocol::MessageView* operator->() const { return &m_view; }
    MessageType type() const { return m_view.type(); }
    std::string name() const { return m_view.spec() ? std::string(m_view.spec()->name) : "?"; }

private:
    std::vector<std::byte> m_frame;
    std::unique_ptr<protocol::Decoder> m_decoder;
    protocol::MessageView m_view;
};

/// A client of the server under test, over a network in memory.
class Client {
public:
    Client(TransportFactory& transports, const Endpoint& server) : m_transport(transports.create(nullptr, {})) {
        QObject::connect(m_transport.get(), &Transport::received, m_transport.get(), [this](QByteArrayView bytes) {
            m_splitter.append(std::as_bytes(std::span(bytes.data(), static_cast<std::size_t>(bytes.size()))));
        });
        QObject::connect(m_transport.get(), &Transport::closed, m_transport.get(), [this] { m_isClosed = true; });
        m_transport->open(server);
    }

    Version version = protocol::newestVersion;

    void send(const MessageBuilder& message) {
        const auto frame = message.build();
        ASSERT_TRUE(frame) << frame.error().detail;
        sendBytes(*frame);
    }
    void sendBytes(std::span<const std::byte> bytes) {
        m_transport->send(
            QByteArrayView(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())));
    }
    /// Everything that came since the last call.
    std::vector<Received> take() {
        std::vector<Received> all;
        while (true) {
            const auto next = m_splitter.next();
            if (!next || !next->has_value()) {
                m_isGarbled = !next;
                return all;
            }
            all.emplace_back(**next, version);
        }
    }
    std::vector<std::string> takeNames() {
        std::vector<std::string> names;
        for (const Received& message : take()) {
            names.push_back(message.name());
        }
        return names;
    }
    bool isConnected() const { return m_transport->isOpen(); }
    bool isClosed() const { return m_isClosed; }
    bool isGarbled() const { return m_isGarbled; }
    void close() { m_transport->close(); }

private:
    std::unique_ptr<Transport> m_transport;
    protocol::FrameSplitter m_splitter;
    bool m_isClosed = false;
    bool m_isGarbled = false;
};

/// The status of a refusal, as the guide names it; the name of the message when it is none.
inline std::string refusalIn(const std::vector<Received>& answers) {
    if (answers.size() != 1) {
        return std::to_string(answers.size()) + " answers";
    }
    const bool isRefusal =
        answers[0].type() == MessageType::FAILURE_CONF || answers[0].type() == MessageType::FAILURE_EVENT;
    const auto status = answers[0]->number(Field::Status);
    return isRefusal && status ? std::string(protocol::statusCodeName(*status)) : answers[0].name();
}

} // namespace callwright::simulator
