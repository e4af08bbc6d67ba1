#include "app/simulator/acd/call_data.h"

#include "cil/protocol/tables.h"

#include <algorithm>
#include <charconv>

namespace callwright::simulator {

namespace {

constexpr std::size_t mostEccBytes = 2000; ///< all NamedVariable and NamedArray data of a call together

constexpr std::array settable{
    Field::ANI,
    Field::UserToUserInfo,
    Field::CallerEnteredDigits,
    Field::CallVariable1,
    Field::CallVariable2,
    Field::CallVariable3,
    Field::CallVariable4,
    Field::CallVariable5,
    Field::CallVariable6,
    Field::CallVariable7,
    Field::CallVariable8,
    Field::CallVariable9,
    Field::CallVariable10,
    Field::CallWrapupData,
    Field::CustomerPhoneNumber,
    Field::CustomerAccountNumber,
};

std::size_t wireBytes(const EccValues& ecc) {
    std::size_t sum = 0;
    for (const auto& [key, value] : ecc)
        sum += key.first.size() + value.size() + 2 + (key.second ? 1 : 0);
    return sum;
}

/// What the configuration has against an ECC variable of that name and index.
StatusCode check(const EccKey& key, const AcdConfig& config) {
    const auto found = std::ranges::find(config.ecc, key.first, &EccVariable::name);
    if (found == config.ecc.end()) {
        return key.second ? StatusCode::E_CTI_NAMED_ARRAY_NOT_CONFIGURED
                          : StatusCode::E_CTI_NAMED_VARIABLE_NOT_CONFIGURED;
    }
    if (key.second && found->arraySize == 0)
        return StatusCode::E_CTI_ARRAY_FUNCTION_ON_SCALAR;
    if (!key.second && found->arraySize > 0)
        return StatusCode::E_CTI_SCALAR_FUNCTION_ON_ARRAY;
    if (key.second && *key.second >= found->arraySize)
        return StatusCode::E_CTI_INVALID_ARRAY_INDEX;
    return StatusCode::E_CTI_NO_ERROR;
}

std::optional<EccKey> eccKeyOf(std::string_view label) {
    const std::size_t bracket = label.find('[');
    if (bracket == std::string_view::npos)
        return EccKey{std::string(label), std::nullopt};
    std::uint8_t index = 0;
    const char* const end = label.data() + label.size();
    const auto [rest, error] = std::from_chars(label.data() + bracket + 1, end, index);
    if (error != std::errc() || std::string_view(rest, end) != "]")
        return std::nullopt;
    return EccKey{std::string(label.substr(0, bracket)), index};
}

/// Whether a message can carry the value: its limit counts the NUL of a text.
bool fitsWire(Field field, std::string_view value) {
    const auto* spec = protocol::findMessage(number(protocol::MessageType::SET_CALL_DATA_REQ));
    const auto* row = spec->findFloating(field, protocol::newestVersion);
    const bool isText = row->type == protocol::FieldType::String;
    return value.size() + (isText ? 1 : 0) <= row->maxBytes && !(isText && value.find('\0') != value.npos);
}

bool fitsWire(const EccKey& key, std::string_view value) {
    constexpr std::size_t longestName = 32;
    constexpr std::size_t longestValue = 210;
    return key.first.size() <= longestName && value.size() <= longestValue && value.find('\0') == value.npos;
}

tl::expected<void, std::string> addVariable(CallDataChange& change, const std::string& name, const std::string& value,
                                            const AcdConfig& config) {
    const auto field = protocol::findField(name);
    if (field && std::ranges::find(settable, *field) != settable.end()) {
        if (!fitsWire(*field, value))
            return tl::make_unexpected("the value of " + name + " is too long for the wire, or holds a NUL");
        change.items[*field] = value;
        return {};
    }
    const auto key = eccKeyOf(name);
    const StatusCode status = key ? check(*key, config) : StatusCode::E_CTI_NAMED_VARIABLE_NOT_CONFIGURED;
    if (status != StatusCode::E_CTI_NO_ERROR) {
        return tl::make_unexpected(name + " is no call variable here (" +
                                   std::string(protocol::statusCodeName(number(status))) + ")");
    }
    if (!fitsWire(*key, value))
        return tl::make_unexpected("the value of " + name + " is too long for the wire, or holds a NUL");
    change.ecc[*key] = value;
    return {};
}

template <class Data> void applyTo(Data& data, const CallDataChange& change) {
    for (const auto& [field, value] : change.items)
        data.items[field] = value;
    for (const auto& [key, value] : change.ecc)
        data.ecc[key] = value;
}

} // namespace

std::span<const Field> callDataFields() { return settable; }

std::string_view CallData::item(Field field) const {
    const auto found = items.find(field);
    return found == items.end() ? std::string_view() : std::string_view(found->second);
}

tl::expected<CallDataChange, StatusCode> readChange(const protocol::MessageView& message, const AcdConfig& config) {
    CallDataChange change;
    for (const Field field : settable) {
        if (const auto text = message.text(field))
            change.items[field] = *text;
    }
    for (const protocol::FieldView& field : message.floating()) {
        if (!field.spec || (field.spec->field != Field::NamedVariable && field.spec->field != Field::NamedArray))
            continue;
        const auto named = field.named();
        if (!named)
            return tl::make_unexpected(StatusCode::E_CTI_BAD_MESSAGE_FORMAT);
        const EccKey key{std::string(named->name), named->index};
        if (const StatusCode status = check(key, config); status != StatusCode::E_CTI_NO_ERROR)
            return tl::make_unexpected(status);
        change.ecc[key] = named->value;
    }
    if (wireBytes(change.ecc) > mostEccBytes)
        return tl::make_unexpected(StatusCode::E_CTI_TOO_MUCH_DATA);
    return change;
}

tl::expected<CallDataChange, std::string> readChange(std::span<const std::pair<std::string, std::string>> variables,
                                                     const AcdConfig& config) {
    CallDataChange change;
    for (const auto& [name, value] : variables) {
        if (const auto added = addVariable(change, name, value, config); !added)
            return tl::make_unexpected(added.error());
    }
    if (wireBytes(change.ecc) > mostEccBytes)
        return tl::make_unexpected(std::string("more than 2000 bytes of ECC variables"));
    return change;
}

bool fits(const CallDataChange& change, const CallData& data) {
    CallData changed = data;
    apply(change, changed);
    return wireBytes(changed.ecc) <= mostEccBytes;
}

void apply(const CallDataChange& change, CallData& data) { applyTo(data, change); }
void apply(const CallDataChange& change, CallDataChange& earlier) { applyTo(earlier, change); }

std::string eccLabel(const EccKey& key) {
    return key.second ? key.first + "[" + std::to_string(*key.second) + "]" : key.first;
}

} // namespace callwright::simulator
