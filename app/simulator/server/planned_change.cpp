#include "app/simulator/server/planned_change.h"

#include <chrono>

namespace callwright::simulator {

namespace {

using protocol::StatusCode;

constexpr Milliseconds timeToAnswer = std::chrono::seconds(5);
constexpr Milliseconds timeToStop = std::chrono::seconds(5);
constexpr std::uint32_t invokeId = 1; // a server asks nothing else

} // namespace

PlannedChange::PlannedChange(Clock& clock, Server& leaving, QObject* parent)
    : QObject(parent), m_clock(clock), m_leaving(leaving) {
    connect(&m_leaving, &Server::maintenanceAnswered, this, &PlannedChange::onAnswer);
    connect(&m_leaving, &Server::requestsStopped, this, [this](std::uint32_t session) {
        if (m_phase == Phase::Leaving) {
            m_leaving.dismiss(session);
        }
    });
    connect(&m_leaving, &Server::sessionEnded, this, &PlannedChange::onGone);
}

void PlannedChange::start() {
    m_leaving.setInMaintenance(true);
    m_asked = m_leaving.askForMaintenance(invokeId);
    m_awaited = m_asked;
    m_alarm = m_clock.after(timeToAnswer, [this] { cancel(); });
    goOnWhenAllAgree();
}

void PlannedChange::onAnswer(std::uint32_t session, std::uint32_t answeredId, bool isAccepted) {
    if (m_phase != Phase::Asking || answeredId != invokeId || !m_asked.contains(session)) {
        return;
    }
    if (!isAccepted) {
        return cancel();
    }
    m_awaited.erase(session);
    goOnWhenAllAgree();
}

void PlannedChange::cancel() {
    m_leaving.tellMaintenance(m_asked, false);
    end();
}

void PlannedChange::abandon() {
    if (m_phase == Phase::Asking) {
        cancel();
    } else if (m_phase == Phase::Leaving) {
        dismissAll();
    }
}

void PlannedChange::onGone(std::uint32_t session) {
    m_asked.erase(session);
    m_awaited.erase(session);
    goOnWhenAllAgree();
    endWhenAllGone();
}

void PlannedChange::endWhenAllGone() {
    if (m_phase == Phase::Leaving && m_leaving.sessionCount() == 0) {
        end();
    }
}

void PlannedChange::goOnWhenAllAgree() {
    if (m_phase == Phase::Asking && m_awaited.empty()) {
        goOn();
    }
}

void PlannedChange::goOn() {
    m_phase = Phase::Leaving;
    m_leaving.tellMaintenance(m_asked, true);
    m_alarm = m_clock.after(timeToStop, [this] { dismissAll(); });
    Q_EMIT decided();
    for (const std::uint32_t session : m_leaving.sessionIds()) {
        if (!m_asked.contains(session)) {
            m_leaving.dismiss(session, StatusCode::E_CTI_SERVER_IN_MAINTENANCE_MODE);
        }
    }
    endWhenAllGone();
}

void PlannedChange::dismissAll() {
    for (const std::uint32_t session : m_leaving.sessionIds()) {
        m_leaving.dismiss(session, StatusCode::E_CTI_SERVER_IN_MAINTENANCE_MODE);
    }
}

void PlannedChange::end() {
    m_phase = Phase::Over;
    m_alarm.reset();
    m_leaving.setInMaintenance(false);
    Q_EMIT ended();
}

} // namespace callwright::simulator
