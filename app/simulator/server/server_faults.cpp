// What tests and demonstrations may do to the connections of a Server.

#include "app/simulator/server/server.h"
#include "app/simulator/server/unknown_call.h"

#include <utility>

namespace callwright::simulator {

template <class Action> bool Server::forTarget(Target target, Action action) {
    const std::vector<Session*> sessions = m_sessions; // the action may end one
    bool isFound = !target.has_value();
    for (Session* session : sessions) {
        if (!target || session->id() == *target) {
            isFound = true;
            action(*session);
        }
    }
    return isFound;
}

bool Server::drop(Target session) {
    return forTarget(session, [this](Session& dropped) {
        dropped.channel().abort();
        remove(dropped);
    });
}

bool Server::setStalled(bool stalled, Target session) {
    if (!session) {
        m_isStalled = stalled;
    }
    return forTarget(session, [stalled](Session& affected) { affected.setStalled(stalled); });
}

bool Server::setDelay(Milliseconds delay, Target session) {
    if (!session) {
        m_delay = delay;
    }
    return forTarget(session, [delay](Session& affected) { affected.channel().setDelay(delay); });
}

bool Server::sendGarbage(QByteArrayView bytes, Target session) {
    const auto view = std::as_bytes(std::span(bytes.data(), static_cast<std::size_t>(bytes.size())));
    return forTarget(session, [view](Session& affected) { affected.channel().send(view); });
}

bool Server::setSilent(bool silent, Target session) {
    if (!session) {
        m_isSilent = silent;
    }
    if (silent) {
        return forTarget(session, [](Session& affected) { affected.channel().setSilent(); });
    }
    bool isFound = forTarget(session, [this](Session& affected) {
        if (affected.channel().isSilent()) {
            remove(affected);
        }
    });
    for (Session* ghost : std::exchange(m_ghosts, {})) {
        if (session && ghost->id() != *session) {
            m_ghosts.push_back(ghost);
            continue;
        }
        isFound = true;
        ghost->channel().breakSilence();
        ghost->deleteLater();
    }
    return isFound;
}

bool Server::cutNext(std::optional<std::size_t> bytes, Target session) {
    return forTarget(session, [bytes](Session& affected) {
        if (bytes) {
            affected.channel().cutNext(*bytes);
        } else {
            affected.channel().cutNever();
        }
    });
}

bool Server::tellUnknownCall(Target session) {
    return forTarget(session, [this](Session& affected) {
        if (!affected.isOpen() || affected.standing() != Session::Standing::Active) {
            return;
        }
        for (const SwitchEvent& event : eventsOfUnknownCall(affected.terms().instrument, m_switch)) {
            tell(affected, event);
        }
    });
}

void Server::setOffline(bool offline) {
    m_isOffline = offline;
    if (!offline) {
        return;
    }
    for (Session* session : m_sessions) {
        if (session->isOpen()) {
            session->announce(protocol::StatusCode::E_CTI_CTI_SERVER_OFFLINE);
        }
    }
}

} // namespace callwright::simulator
