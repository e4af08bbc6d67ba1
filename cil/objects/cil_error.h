#pragma once

#include <QString>

#include <cstdint>

namespace callwright {

/// The codes that this library itself answers with. Every other code of the facts has its name and text as well.
namespace CilCode {
inline constexpr std::int32_t Ok = 1;
inline constexpr std::int32_t Fail = 0;
inline constexpr std::int32_t NotImplemented = -99;
inline constexpr std::int32_t ModeConflict = -101;
inline constexpr std::int32_t InvalidArgument = -103;
inline constexpr std::int32_t TargetNotFound = -109;
inline constexpr std::int32_t InvalidAgent = -112;
inline constexpr std::int32_t InvalidCall = -113;
inline constexpr std::int32_t InFailover = -114;
inline constexpr std::int32_t InvalidDesktopType = -115;
inline constexpr std::int32_t MissingArgument = -116;
inline constexpr std::int32_t CallNotOnHold = -117;
inline constexpr std::int32_t CallAlreadyOnHold = -118;
inline constexpr std::int32_t CallNotAlerting = -119;
inline constexpr std::int32_t AgentNotSignedIn = -120;
inline constexpr std::int32_t PortUnavailable = -124;
inline constexpr std::int32_t AlreadyMonitoring = -126;
inline constexpr std::int32_t MediaTerminationNotInstalled = -130;
inline constexpr std::int32_t MediaTerminationFailed = -132;
inline constexpr std::int32_t NoMonitorSession = -140;
inline constexpr std::int32_t InvalidMonitorSession = -141;
inline constexpr std::int32_t NotEnabledForSilentMonitor = -145;
inline constexpr std::int32_t NoPendingRequest = -146;
inline constexpr std::int32_t ModeSetAlready = -148;
inline constexpr std::int32_t ModeNotSet = -149;
inline constexpr std::int32_t InvalidObjectState = -150;
inline constexpr std::int32_t InvalidSilentMonitorMode = -151;
inline constexpr std::int32_t DisconnectPending = -300;
inline constexpr std::int32_t NotConnected = -301;
inline constexpr std::int32_t NotDisconnected = -351;
inline constexpr std::int32_t AgentAlreadyInSession = -900;
inline constexpr std::int32_t SetAgentNeedsDisconnect = -901;
inline constexpr std::int32_t SendFailed = -902;
inline constexpr std::int32_t CallAlreadyCurrent = -903;
} // namespace CilCode

/// The answer of a request method: CIL_OK means "sent", never "done"; the outcome comes as an event.
/// Numbers and names are those of the facts ("CIL error" in enums.tsv).
struct CilResult {
    std::int32_t code = CilCode::Ok;
    std::uint32_t invokeId = 0; ///< of the request sent; 0 when nothing was sent
    QString problem{};          ///< which value is wrong and how, translated; empty when the code says it all
    explicit operator bool() const { return code == CilCode::Ok; }
};

QString cilErrorName(std::int32_t code); ///< "CIL_OK", "E_CTIOS_CALL_NOT_ALERTING" ...; the number when unknown
QString cilErrorText(std::int32_t code); ///< translated, for people: what happened and what to do
/// The same of a result, with the value that is wrong where it knows one.
QString cilErrorText(const CilResult& result);

} // namespace callwright
