#pragma once

#include "cil/protocol/names.h"

#include <QString>

#include <cstdint>

/// Which service of the session an action needs (CTI Server guide v25, ServicesRequested), and what remains without it:
/// the one table that masks, requests and tooltips go by. What the CIL asks by itself is not in it; the server says.
namespace callwright::service {

/// EnablementMask bits that the granted services allow.
std::uint32_t allowedBits(std::uint32_t granted);

/// Which service is missing for any of these bits, and what remains, as a text for people; empty: nothing is missing.
QString missingService(std::uint32_t bits, std::uint32_t granted);
/// The same for a request.
QString missingService(protocol::MessageType request, std::uint32_t granted);

} // namespace callwright::service
