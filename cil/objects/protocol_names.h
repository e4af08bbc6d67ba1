#pragma once

#include <QString>

#include <cstdint>

/// The guide's names of numbers, for who does not know the protocol: for Details, and as keys of tables of words.
namespace callwright {

/// protocolName("CallType", 4) is "CALLTYPE_TRANSFER_IN"; empty for a number without a name.
QString protocolName(const char* enumeration, std::uint32_t number);
/// messageName(64) is "TRANSFER_CALL_REQ", as MessageType of OnControlFailureConf says it; empty for an unknown number.
QString messageName(std::uint32_t messageType);

} // namespace callwright
