#pragma once

#include "cil/events/arguments.h"
#include "cil/protocol/message_view.h"
#include "cil/protocol/text_codec.h"

#include <cstdint>
#include <vector>

/// A message's fields as Arguments. Wire fields and keywords share names, so this is one rule for all messages, plus a
/// table of the few that differ (groups that nest, names that the CIL spells otherwise).
namespace callwright::service {

/// Every field that the message carries, under its keyword: numbers with the wire's own type (EventReasonCode is
/// unsigned), texts decoded, named variables and arrays nested in ECC ("user.name", "user.name[0]"), CTI clients in
/// CTIClients (CTIClient[1]: Signature, Timestamp), groups as SkillGroup[n], ConnectedParty[n], CallConnection[n]
/// (n from 1), whose first member stands flat as well; the records of configuration messages as Record[n] alone.
/// ICMEnterpriseUniqueID is added where the router call key is. Counters of groups and of named variables stay as sent.
Arguments wireData(const protocol::MessageView& message, protocol::CodePage page);

/// The part of wireData() that describes a call and stays true of it: what Call::data() keeps.
/// ConnectionCallID, ConnectionDeviceID and what the properties of a Call name.
Arguments callData(const Arguments& wire);

/// Brings what a call keeps up to date with callData() of a message. Only what the message carries changes; ECC is
/// merged, but a CALL_DATA_UPDATE_EVENT replaces it from version 22 on, as it has all of it then.
void updateCallData(Arguments& kept, const Arguments& news, const protocol::MessageView& message);

/// The same with a message that tells all there is to tell of a call, as BEGIN_CALL_EVENT and SNAPSHOT_CALL_CONF do:
/// what it could carry and does not is not there any more.
void replaceCallData(Arguments& kept, const Arguments& news, const protocol::MessageView& message);

/// One call of SNAPSHOT_DEVICE_CONF.
struct SnapshotCall {
    std::uint32_t connectionCallId = 0;
    std::uint32_t connectionDeviceIdType = 0;
    QString connectionDeviceId;
    std::uint32_t callState = 0; ///< LocalConnectionState
    std::uint32_t silentMonitorStatus = 0;
};
std::vector<SnapshotCall> snapshotCalls(const protocol::MessageView& snapshotDeviceConf, protocol::CodePage page);

} // namespace callwright::service
