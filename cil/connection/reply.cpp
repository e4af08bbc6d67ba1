#include "cil/connection/reply.h"

#include "cil/connection/confirmation_table.h"

namespace callwright {

using namespace protocol;

std::uint32_t statusOf(const MessageView& failure) {
    return failure.number(Field::Status, failure.number(Field::FailureCode, 0));
}

bool isFailure(const MessageView& message) {
    return message.type() == MessageType::FAILURE_CONF || message.type() == MessageType::CONTROL_FAILURE_CONF;
}

bool isAnswer(const MessageView& message) {
    return message.spec() && message.spec()->kind == Kind::Confirmation && hasInvokeId(*message.spec());
}

void readOutcome(const MessageView& message, Reply& reply) {
    reply.message = &message;
    if (!isFailure(message)) {
        reply.outcome = Reply::Outcome::Confirmed;
        return;
    }
    const auto controlCode = message.number(Field::FailureCode);
    reply.outcome = controlCode ? Reply::Outcome::ControlFailure : Reply::Outcome::Failure;
    reply.code = controlCode.value_or(message.number(Field::Status, 0));
    reply.peripheralErrorCode = message.number(Field::PeripheralErrorCode, 0);
}

} // namespace callwright
