#pragma once

#include "app/simulator/server/open_rules.h"
#include "app/simulator/server/switch.h"
#include "cil/protocol/message_view.h"

#include <tl/expected.hpp>

#include <functional>

/// Messages between clients (CTI Server guide v25, USER_MESSAGE_REQ). Nobody gets what it sent itself.
namespace callwright::simulator {

/// Whom a message is for, as a question about sessions.
using Recipients = std::function<bool(const OpenTerms&)>;

/// Whom the sender's request is for, or what is wrong with it. Whether any such session is open is not looked at; see
/// statusWithoutRecipient().
tl::expected<Recipients, protocol::StatusCode> recipientsOf(const protocol::MessageView& request,
                                                            const OpenTerms& sender, const Switch& behind);

/// The refusal when nobody of those is connected; E_CTI_NO_ERROR where that is none.
protocol::StatusCode statusWithoutRecipient(const protocol::MessageView& request);

} // namespace callwright::simulator
