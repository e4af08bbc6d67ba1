#include "cil/service/services.h"

#include "cil/events/enablement_bits.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <iterator>

namespace callwright::service {
namespace {

using namespace enablement;
using enum protocol::MessageType;
namespace Service = protocol::ServicesRequested;

constexpr std::size_t mostRequests = 20;
using Requests = std::array<protocol::MessageType, mostRequests>; // unused places are 0

struct ServiceRow {
    std::uint32_t services; ///< any of them will do; the first bit's name is `name`
    const char* name;       ///< the guide's
    std::uint32_t bits;
    Requests requests;
    const char* remains;
};

constexpr std::uint32_t stateBits = ENABLE_LOGIN | ENABLE_LOGOUT | ENABLE_LOGOUT_WITH_REASON | ENABLE_READY |
                                    ENABLE_NOTREADY | ENABLE_NOTREADY_WITH_REASON | ENABLE_WORKREADY |
                                    std::uint32_t(ENABLE_WORKNOTREADY);
constexpr std::uint32_t dataBits = ENABLE_WRAPUP;
constexpr std::uint32_t eventBits = ENABLE_STATISTICS | ENABLE_CHAT;
constexpr std::uint32_t callBits = ~(stateBits | dataBits | eventBits | DISABLE_ALL);

// Each action is in one row.
constexpr ServiceRow serviceRows[] = {
    {Service::CTI_SERVICE_CLIENT_CONTROL | Service::CTI_AGENT_STATE_CONTROL_ONLY,
     QT_TRANSLATE_NOOP("Service", "Client Control"),
     stateBits,
     {SET_AGENT_STATE_REQ},
     QT_TRANSLATE_NOOP("Service", "Your state is shown; change it at the phone.")},
    {Service::CTI_SERVICE_CLIENT_CONTROL,
     QT_TRANSLATE_NOOP("Service", "Client Control"),
     callBits,
     {ANSWER_CALL_REQ, CLEAR_CALL_REQ, CLEAR_CONNECTION_REQ, HOLD_CALL_REQ, RETRIEVE_CALL_REQ, ALTERNATE_CALL_REQ,
      RECONNECT_CALL_REQ, MAKE_CALL_REQ, CONSULTATION_CALL_REQ, TRANSFER_CALL_REQ, CONFERENCE_CALL_REQ,
      DEFLECT_CALL_REQ, SEND_DTMF_SIGNAL_REQ, SUPERVISOR_ASSIST_REQ, EMERGENCY_CALL_REQ, BAD_CALL_REQ,
      AGENT_GREETING_CONTROL_REQ, START_NETWORK_RECORDING_REQ, STOP_NETWORK_RECORDING_REQ},
     QT_TRANSLATE_NOOP("Service", "Calls are shown; handle them at the phone.")},
    {Service::CTI_SERVICE_CALL_DATA_UPDATE,
     QT_TRANSLATE_NOOP("Service", "Call Data Update"),
     dataBits,
     {SET_CALL_DATA_REQ, RELEASE_CALL_REQ},
     QT_TRANSLATE_NOOP("Service", "Call data can be read, not changed.")},
    {Service::CTI_SERVICE_CLIENT_EVENTS | Service::CTI_SERVICE_ALL_EVENTS,
     QT_TRANSLATE_NOOP("Service", "Client Events"),
     eventBits,
     {},
     QT_TRANSLATE_NOOP("Service", "Nothing of the agent is told here.")},
    {Service::CTI_SERVICE_SUPERVISOR,
     QT_TRANSLATE_NOOP("Service", "Supervisor"),
     0,
     {SUPERVISE_CALL_REQ, LIST_AGENT_TEAM_REQ, MONITOR_AGENT_TEAM_START_REQ, MONITOR_AGENT_TEAM_STOP_REQ},
     QT_TRANSLATE_NOOP("Service", "You can work as an agent.")},
    {Service::CTI_SERVICE_PERIPHERAL_MONITOR,
     QT_TRANSLATE_NOOP("Service", "Peripheral Monitor"),
     0,
     {MONITOR_START_REQ, MONITOR_STOP_REQ, CHANGE_MONITOR_MASK_REQ},
     QT_TRANSLATE_NOOP("Service", "Team members' states are shown, not their calls.")},
    {Service::CTI_SERVICE_CLIENT_MONITOR,
     QT_TRANSLATE_NOOP("Service", "Client Monitor"),
     0,
     {SESSION_MONITOR_START_REQ, SESSION_MONITOR_STOP_REQ},
     QT_TRANSLATE_NOOP("Service", "Other sessions are not shown.")},
    {Service::CTI_SERVICE_SERVER,
     QT_TRANSLATE_NOOP("Service", "Server"),
     0,
     {REGISTER_SERVICE_REQ, UNREGISTER_SERVICE_REQ},
     QT_TRANSLATE_NOOP("Service", "No service can be offered to others.")},
};

bool isMissing(const ServiceRow& row, std::uint32_t granted) { return (row.services & granted) == 0; }

QString textOf(const ServiceRow& row) {
    const auto translated = [](const char* text) { return QCoreApplication::translate("Service", text); };
    return QStringLiteral("%1 %2").arg(
        translated(QT_TRANSLATE_NOOP("Service", "The server does not grant the service %1.")).arg(translated(row.name)),
        translated(row.remains));
}

template <class IsMeant> QString textWhere(std::uint32_t granted, IsMeant isMeant) {
    const auto row = std::ranges::find_if(
        serviceRows, [&](const ServiceRow& candidate) { return isMeant(candidate) && isMissing(candidate, granted); });
    return row == std::end(serviceRows) ? QString() : textOf(*row);
}

} // namespace

std::uint32_t allowedBits(std::uint32_t granted) {
    std::uint32_t bits = ~0U;
    for (const ServiceRow& row : serviceRows) {
        if (isMissing(row, granted)) {
            bits &= ~row.bits;
        }
    }
    return bits;
}

QString missingService(std::uint32_t bits, std::uint32_t granted) {
    return textWhere(granted, [bits](const ServiceRow& row) { return (row.bits & bits) != 0; });
}

QString missingService(protocol::MessageType request, std::uint32_t granted) {
    return textWhere(granted, [request](const ServiceRow& row) {
        return std::ranges::find(row.requests, request) != row.requests.end();
    });
}

} // namespace callwright::service
