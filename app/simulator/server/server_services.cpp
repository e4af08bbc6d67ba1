// Which part of a Server answers the requests of the services that the switch knows nothing of.

#include "app/simulator/server/request_rules.h"
#include "app/simulator/server/server.h"

namespace callwright::simulator {

SwitchAnswer Server::answerByService(Session& session, const protocol::MessageView& request) {
    switch (answererOf(request.type(), session.terms())) {
    case Answerer::Monitors:
        return m_monitors.answer(session.id(), request, m_switch);
    case Answerer::Session:
    case Answerer::Switch:
    case Answerer::Nobody:
        break;
    }
    return Failure{protocol::StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE};
}

} // namespace callwright::simulator
