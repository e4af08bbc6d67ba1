#include "cil/objects/silent_monitor_arguments.h"

#include "cil/events/keywords.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace callwright {
namespace {

using Method = SilentMonitorMethod;

constexpr std::uint32_t bitOf(Method method) { return 1U << static_cast<std::uint32_t>(method); }
constexpr std::uint32_t inModes = bitOf(Method::StartMonitoredMode) | bitOf(Method::StartMonitoringMode);
constexpr std::uint32_t inSession = bitOf(Method::StartRequest) | bitOf(Method::Accept);

struct ArgumentRow {
    Keyword keyword;
    std::int32_t least; ///< of a number
    std::int32_t most;  ///< 0: a text, not empty
    std::uint32_t requiredIn;
    std::uint32_t optionalIn;
};

constexpr std::array argumentRows{
    ArgumentRow{keyword::HeartbeatInterval, 1, 3600, bitOf(Method::Create) | inSession, inModes},
    ArgumentRow{keyword::HeartbeatTimeout, 1, 3600, bitOf(Method::Create) | inSession, inModes},
    ArgumentRow{keyword::MediaTerminationPort, 1, 65535, 0, bitOf(Method::Create) | bitOf(Method::StartMonitoringMode)},
    ArgumentRow{keyword::SMSAddr, 0, 0, bitOf(Method::StartMonitoringMode), bitOf(Method::StartMonitoredMode)},
    ArgumentRow{keyword::SMSListenPort, 1, 65535, inModes, 0},
    ArgumentRow{keyword::SMSTOS, 0, 255, inModes, 0},
    ArgumentRow{keyword::SMSHeartbeats, 1, 3'600'000, inModes, 0},
    ArgumentRow{keyword::SMSRetries, 0, 1000, inModes, 0},
    ArgumentRow{keyword::AgentID, 0, 0, 0, bitOf(Method::StartRequest)},
    ArgumentRow{keyword::DeviceID, 0, 0, 0, bitOf(Method::StartRequest)},
    ArgumentRow{keyword::PeripheralID, 0, 0x7FFFFFFF, bitOf(Method::StartRequest), 0},
    ArgumentRow{keyword::MonitoredUniqueObjectID, 0, 0, bitOf(Method::Accept), 0},
    ArgumentRow{keyword::MonitoringIPAddress, 0, 0, inSession, 0},
    ArgumentRow{keyword::MonitoringIPPort, 1, 65535, bitOf(Method::Accept), bitOf(Method::StartRequest)},
    ArgumentRow{keyword::SMSessionKey, 1, 65535, bitOf(Method::Accept), 0},
    ArgumentRow{keyword::OriginatingServerID, 0, 0, bitOf(Method::Accept), 0},
    ArgumentRow{keyword::OriginatingClientID, 0, 0, bitOf(Method::Accept), 0},
    ArgumentRow{keyword::DoDefaultMessageHandling, 0, 1, bitOf(Method::Accept), 0},
    ArgumentRow{keyword::ClientAddress, 0, 0, bitOf(Method::SetPhone), 0},
    ArgumentRow{keyword::BitRate, 0, 0x7FFFFFFF, 0, bitOf(Method::SetPhone)},
    ArgumentRow{keyword::PacketSize, 0, 0x7FFFFFFF, 0, bitOf(Method::SetPhone)},
    ArgumentRow{keyword::Direction, 0, 2, 0, bitOf(Method::SetPhone)},
    ArgumentRow{keyword::RTPType, 0, 2, 0, bitOf(Method::SetPhone)},
    ArgumentRow{keyword::EchoCancellation, 0, 1, 0, bitOf(Method::SetPhone)},
    ArgumentRow{keyword::PayloadType, 0, 32767, 0, bitOf(Method::SetPhone)},
};

bool isRight(const ArgumentRow& row, const ArgValue& value) {
    if (row.most == 0)
        return !value.toString().isEmpty();
    const auto number = value.toInt();
    return number && *number >= row.least && *number <= row.most;
}

} // namespace

CilResult checkArguments(SilentMonitorMethod method, const Arguments& arguments) {
    for (const ArgumentRow& row : argumentRows) {
        if ((row.requiredIn & bitOf(method)) != 0 && !arguments.contains(row.keyword))
            return {CilCode::MissingArgument};
    }
    for (const ArgumentRow& row : argumentRows) {
        const bool isTaken = ((row.requiredIn | row.optionalIn) & bitOf(method)) != 0;
        const ArgValue* value = isTaken ? arguments.find(row.keyword) : nullptr;
        if (value && !isRight(row, *value))
            return {CilCode::InvalidArgument};
    }
    const auto interval = arguments.toInt(keyword::HeartbeatInterval);
    const auto timeout = arguments.toInt(keyword::HeartbeatTimeout);
    return interval && timeout && *timeout < *interval ? CilResult{CilCode::InvalidArgument} : CilResult();
}

} // namespace callwright
