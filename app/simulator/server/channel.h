#pragma once

#include "cil/clock/clock.h"
#include "cil/protocol/frame_splitter.h"
#include "cil/transport/transport.h"

#include <QByteArray>
#include <QObject>

#include <deque>
#include <memory>
#include <optional>
#include <span>

namespace callwright::simulator {

/// One client's connection as frames, with the faults that a test may put into it.
class Channel : public QObject {
    Q_OBJECT
public:
    /// Takes the transport over.
    Channel(Clock& clock, Transport* transport, QObject* parent);

    void send(std::span<const std::byte> frame);
    void close(); ///< after what was sent
    void abort();
    bool isOpen() const { return m_transport->isOpen(); }
    QString peerName() const { return m_transport->peerName(); }

    /// Neither reads nor writes; what comes and what is sent waits until it is over.
    void setStalled(bool stalled);
    bool isStalled() const { return m_isStalled; }
    /// The network is gone without a word: what comes and what is sent vanishes, and so does every end of the
    /// connection, which cannot be mended any more.
    void setSilent() { m_isSilent = true; }
    bool isSilent() const { return m_isSilent; }
    void breakSilence(); ///< the network is back and answers the lost connection with a reset
    /// Only so many bytes of the next frame leave, then the connection is lost.
    void cutNext(std::size_t bytes) { m_cut = bytes; }
    void cutNever() { m_cut.reset(); }
    bool isCut() const { return m_isCut; }
    /// Holds back everything that is sent for a while; the order stays.
    void setDelay(Milliseconds delay) { m_delay = delay; }

Q_SIGNALS:
    void frame(std::span<const std::byte> frame); ///< valid during the call only
    void unreadable();                            ///< the stream holds no frames any more
    void closed();                                ///< the client is gone

private:
    void onReceived(QByteArrayView bytes);
    void write(const QByteArray& bytes);
    void takeFrames();
    void writeDue();
    void scheduleWrite();

    struct Held {
        Milliseconds due;
        QByteArray bytes;
    };

    Clock& m_clock;
    Transport* m_transport;
    protocol::FrameSplitter m_splitter;
    bool m_isUnreadable = false;
    bool m_isStalled = false;
    bool m_closesWhenSent = false;
    bool m_isSilent = false;
    bool m_isCut = false;
    std::optional<std::size_t> m_cut;
    Milliseconds m_delay{0};
    QByteArray m_unread;       ///< what came while stalled
    std::deque<Held> m_unsent; ///< what is held back, in order
    std::unique_ptr<Alarm> m_alarm;
    std::unique_ptr<Alarm> m_end; ///< of a connection that was cut
};

} // namespace callwright::simulator
