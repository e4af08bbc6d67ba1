#include "app/simulator/server/call_data_rules.h"

#include "app/simulator/server/call_variables.h"
#include "cil/protocol/tables.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

using protocol::Field;
using protocol::StatusCode;

StatusCode judgeNamed(const protocol::NamedValue& given, const ServerConfig& config) {
    const bool isArray = given.index.has_value();
    const auto known = std::ranges::find(config.namedVariables, given.name, &NamedVariableConfig::name);
    if (known == config.namedVariables.end()) {
        return isArray ? StatusCode::E_CTI_NAMED_ARRAY_NOT_CONFIGURED : StatusCode::E_CTI_NAMED_VARIABLE_NOT_CONFIGURED;
    }
    if (isArray != (known->elements > 0)) {
        return isArray ? StatusCode::E_CTI_ARRAY_FUNCTION_ON_SCALAR : StatusCode::E_CTI_SCALAR_FUNCTION_ON_ARRAY;
    }
    if (isArray && *given.index >= known->elements) {
        return StatusCode::E_CTI_INVALID_ARRAY_INDEX;
    }
    return given.value.size() > known->maximumLength ? StatusCode::E_CTI_VALUE_TOO_LONG : StatusCode::E_CTI_NO_ERROR;
}

bool changesProtected(const protocol::MessageView& request, std::uint32_t protectedVariables) {
    return std::ranges::any_of(callVariableFields, [&](Field variable) {
        return (protectedVariables & callVariableBit(variable)) != 0 && request.has(variable);
    });
}

/// What a client echoes of the call can only be what this server said of it, so it is one of the guide's values.
StatusCode judgeEcho(const protocol::MessageView& request) {
    const auto callType = request.number(Field::CallType);
    if (callType && protocol::enumValueName("CallType", *callType).empty()) {
        return StatusCode::E_CTI_INVALID_CALL_TYPE;
    }
    const std::uint32_t disposition = request.number(Field::CalledPartyDisposition, 0);
    const bool isKnown = disposition == 0 // of a call that goes on
                         || !protocol::enumValueName("DispositionCode", disposition).empty();
    return isKnown ? StatusCode::E_CTI_NO_ERROR : StatusCode::E_CTI_CALLED_PARTY_DISPOSITION;
}

} // namespace

StatusCode judgeCallData(const protocol::MessageView& request, const ServerConfig& config) {
    if (request.type() == protocol::MessageType::SET_CALL_DATA_REQ) {
        if (changesProtected(request, config.protectedCallVariables)) {
            return StatusCode::E_CTI_PROTECTED_VARIABLE;
        }
        if (const StatusCode status = judgeEcho(request); status != StatusCode::E_CTI_NO_ERROR) {
            return status;
        }
    }
    if (config.namedVariables.empty()) {
        return StatusCode::E_CTI_NO_ERROR;
    }
    for (const protocol::FieldView& field : request.floating()) {
        if (const auto named = field.named()) {
            if (const StatusCode status = judgeNamed(*named, config); status != StatusCode::E_CTI_NO_ERROR) {
                return status;
            }
        }
    }
    return StatusCode::E_CTI_NO_ERROR;
}

} // namespace callwright::simulator
