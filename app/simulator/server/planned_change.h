#pragma once

#include "app/simulator/server/server.h"
#include "cil/clock/clock.h"

#include <QObject>

#include <cstdint>
#include <memory>
#include <set>

namespace callwright::simulator {

/// How the active side leaves on purpose (CTI Server guide v25, PG and CTI Server Graceful Shutdown). It asks the
/// clients of CTI_SERVICE_ACTIVE_STANDBY; silence for 5 s or one "no" cancels the change; a client that leaves
/// meanwhile is no longer asked, and with nobody to ask the change goes on. It then tells them so, and the other side
/// takes over at once. Each of them says that its requests stop and is disconnected; who says nothing within 5 s is,
/// and so at once are those who were not asked, with E_CTI_SERVER_IN_MAINTENANCE_MODE.
class PlannedChange : public QObject {
    Q_OBJECT
public:
    PlannedChange(Clock& clock, Server& leaving, QObject* parent = nullptr);

    void start(); ///< call it when the signals are connected
    /// Brings it to its end at once: cancelled while it asks, everybody disconnected once it was decided.
    void abandon();

Q_SIGNALS:
    void decided(); ///< the other side is to become active during this signal
    void ended();   ///< it was cancelled, or nobody is connected to the leaving side any more

private:
    enum class Phase { Asking, Leaving, Over };

    void onAnswer(std::uint32_t session, std::uint32_t invokeId, bool isAccepted);
    void onGone(std::uint32_t session);
    void goOn();
    void goOnWhenAllAgree();
    void endWhenAllGone();
    void cancel();
    void dismissAll();
    void end();

    Clock& m_clock;
    Server& m_leaving;
    Phase m_phase = Phase::Asking;
    std::set<std::uint32_t> m_asked;
    std::set<std::uint32_t> m_awaited; ///< whose answer, later whose last word is missing
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace callwright::simulator
