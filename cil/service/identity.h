#pragma once

#include <QString>

#include <cstdint>

/// UniqueObjectIDs: what an object is called in events, and how events find it again.
namespace callwright::service {

QString callId(std::uint32_t peripheralId, std::uint32_t connectionCallId, const QString& connectionDeviceId);
QString agentId(std::uint32_t peripheralId, const QString& agentId);
QString skillGroupId(std::uint32_t peripheralId, std::uint32_t skillGroupNumber);
QString deviceId(std::uint32_t peripheralId, const QString& instrument); ///< in events only
QString teamId(std::uint32_t peripheralId, std::uint32_t teamId);        ///< in events only
/// The contact across sites and transfers; empty for a call that was never routed (no key).
QString enterpriseId(std::uint32_t routerCallKeyDay, std::uint32_t routerCallKeyCallId);

} // namespace callwright::service
