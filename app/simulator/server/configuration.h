#pragma once

#include "app/simulator/server/switch.h"
#include "cil/protocol/message_view.h"

#include <vector>

/// Configuration acquisition (CTI Server guide v25, Configuration Acquisition Messages).
///
/// A load is one block per kind of records that was asked for and has any, in the guide's order: CONFIG_BEGIN_EVENT
/// with the key, record messages of at most ten records and 12500 bytes, CONFIG_END_EVENT with CONFIGEND_PARTIAL in all
/// blocks but the last. Nothing to send, also because nothing was asked for: CONFIG_END_EVENT with CONFIGEND_EMPTY.
namespace callwright::simulator {

struct OutgoingMessage {
    protocol::MessageType type;
    FieldValues fields;
};

/// CONFIG_KEY_EVENT.
OutgoingMessage configurationKeys(protocol::Version version, const Switch& behind);
/// The answer to CONFIG_REQUEST_EVENT.
std::vector<OutgoingMessage> configurationLoad(const protocol::MessageView& request, const Switch& behind);

/// The ConfigMsgMask bit of an event of the switch that changes the configuration; 0: it is another event.
std::uint32_t configurationBit(protocol::MessageType type);
/// Such an event as a block of its own.
std::vector<OutgoingMessage> configurationUpdate(const SwitchEvent& event, const Switch& behind);

} // namespace callwright::simulator
