#include "app/simulator/acd/conferencing.h"

#include "app/simulator/acd/answers.h"
#include "app/simulator/acd/call_data.h"
#include "app/simulator/acd/joining.h"

namespace callwright::simulator {

SwitchAnswer conferenceCall(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    const auto data = readChange(message, context.config);
    if (!data)
        return failed(data.error());
    if (message.number(Field::HeldConnectionCallID) == protocol::NULL_CALL_ID) // single step
        return refused(ControlFailureCode::CF_INVALID_FEATURE, PeripheralError::CommandNotImplementedOnDevice);
    const auto halves = findHalves(context, instrument, message, JoinKind::Conference);
    if (!halves)
        return halves.error();
    if (!fits(*data, halves->held.call->data))
        return failed(StatusCode::E_CTI_TOO_MUCH_DATA);
    return join(context, *halves, JoinKind::Conference, *data);
}

} // namespace callwright::simulator
