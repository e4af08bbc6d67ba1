#include "cil/protocol/validate.h"

#include "cil/protocol/tables_data.h"
#include "cil/protocol/validate_groups.h"
#include "cil/protocol/wire.h"

#include <algorithm>
#include <array>

namespace callwright::protocol {

namespace {

constexpr std::size_t maxNamedDataBytes = 2000; // all NamedVariable and NamedArray data of a message
constexpr std::uint32_t shortestIdleTimeout = 20;

/// The status code for a value of a request that is not in the enum or mask of its field. Sets without a row have no
/// code, or hold what a client echoes as the server last said it (CallType, DispositionCode).
struct ValueCode {
    std::string_view set;
    StatusCode code;
};
constexpr std::array valueCodes = {
    ValueCode{"ServicesRequested", StatusCode::E_CTI_INVALID_SERVICE_MASK},
    ValueCode{"CallMsgMask", StatusCode::E_CTI_INVALID_CALL_MSG_MASK},
    ValueCode{"AgentStateMask", StatusCode::E_CTI_INVALID_AGENT_STATE_MASK},
    ValueCode{"ConfigMsgMask", StatusCode::E_CTI_INVALID_CONFIG_MSG_MASK},
    ValueCode{"CallVariableMask", StatusCode::E_CTI_INVALID_CALL_VARIABLE_MASK},
    ValueCode{"AgentState", StatusCode::E_CTI_INVALID_OBJECT_STATE},
    ValueCode{"AgentWorkMode", StatusCode::E_CTI_INVALID_AGENT_WORK_MODE},
    ValueCode{"AllocationState", StatusCode::E_CTI_INVALID_ALLOCATION_STATE},
    ValueCode{"AnswerDetectMode", StatusCode::E_CTI_INVALID_ANSWER_DETECT_MODE},
    ValueCode{"AnsweringMachine", StatusCode::E_CTI_INVALID_ANSWERING_MACHINE},
    ValueCode{"CallMannerType", StatusCode::E_CTI_INVALID_CALL_MANNER_TYPE},
    ValueCode{"CallOption", StatusCode::E_CTI_INVALID_CALL_OPTION},
    ValueCode{"CallPlacementType", StatusCode::E_CTI_INVALID_CALL_PLACEMENT_TYPE},
    ValueCode{"ClientEventState", StatusCode::E_CTI_INVALID_OBJECT_STATE},
    ValueCode{"ConnectionDeviceIDType", StatusCode::E_CTI_INVALID_CONNECTION_ID_TYPE},
    ValueCode{"ConsultType", StatusCode::E_CTI_INVALID_CONSULT_TYPE},
    ValueCode{"DestinationCountry", StatusCode::E_CTI_INVALID_DESTINATION_COUNTRY},
    ValueCode{"DeviceIDType", StatusCode::E_CTI_INVALID_DEVICE_ID_TYPE},
    ValueCode{"DistributionType", StatusCode::E_CTI_INVALID_DISTRIBUTION_TYPE},
    ValueCode{"FacilityType", StatusCode::E_CTI_INVALID_FACILITY_TYPE},
    ValueCode{"RTPDirection", StatusCode::E_CTI_INVALID_RTP_DIRECTION},
    ValueCode{"RTPType", StatusCode::E_CTI_INVALID_RTP_TYPE},
    ValueCode{"SupervisoryAction", StatusCode::E_CTI_INVALID_SUPERVISORY_ACTION},
};

bool has(Field field, data::FieldTrait trait) {
    return (data::fieldTraits()[static_cast<std::size_t>(field)] & trait) != 0;
}

bool isKnown(const data::ValueSet& set, std::uint32_t value, Version version) {
    if (!set.isMask) {
        return std::ranges::find(set.values, value, &data::KnownValue::value) != set.values.end();
    }
    for (const auto& bit : set.values) {
        value &= version >= bit.minVersion ? ~bit.value : ~0U;
    }
    return value == 0;
}

class Validator {
public:
    explicit Validator(const MessageView& message) : m_message(message), m_spec(*message.spec()) {}

    std::vector<Error> run() {
        if (m_message.version() < m_spec.minVersion) {
            add(StatusCode::E_CTI_INVALID_MSG_TYPE_FOR_VERSION, {}, 4,
                "the message exists since version " + std::to_string(m_spec.minVersion));
        }
        if (m_spec.hasLayout) {
            checkFixedPart();
            checkOpen();
            for (const FieldView& field : m_message.floating()) {
                checkField(field);
            }
            checkNamedData();
            checkPresence();
            validateGroups(m_message, m_findings);
        }
        return std::move(m_findings);
    }

private:
    void add(StatusCode code, std::optional<Field> field, std::size_t offset, std::string detail) {
        m_findings.push_back({code, field, offset, std::move(detail)});
    }

    void checkFixedPart() {
        for (std::size_t i = 0; i < m_message.fixed().size(); ++i) {
            const FixedField& field = m_message.fixed()[i];
            const std::uint32_t value = *m_message.fixedNumber(i);
            const std::size_t offset = headerSize + field.offset;
            if (value != 0 && has(field.field, data::Zero) && m_spec.direction != Direction::ToClient) {
                add(StatusCode::E_CTI_INVALID_RESERVED_FIELD, field.field, offset, "must be 0");
            }
            checkValue(field.field, field.valueSet, value, offset);
        }
    }

    /// Only what a client sends is held against the lists of values: a newer server may know more of them than we do.
    void checkValue(Field field, std::uint8_t valueSet, std::uint32_t value, std::size_t offset) {
        const data::ValueSet& set = data::valueSets()[valueSet];
        const auto found = std::ranges::find(valueCodes, set.name, &ValueCode::set);
        if (m_spec.direction == Direction::ToServer && found != valueCodes.end() &&
            !isKnown(set, value, m_message.version())) {
            add(found->code, field, offset,
                std::to_string(value) + (set.isMask ? " has unused bits of " : " is no ") + std::string(set.name));
        }
    }

    void checkOpen() {
        if (m_message.type() == MessageType::OPEN_REQ &&
            m_message.number(Field::IdleTimeout, shortestIdleTimeout) < shortestIdleTimeout) {
            add(StatusCode::E_CTI_INVALID_TIMEOUT, Field::IdleTimeout,
                headerSize + m_spec.findFixed(Field::IdleTimeout, m_message.version())->offset,
                "shorter than 20 seconds");
        }
    }

    void checkField(const FieldView& field) {
        const std::size_t offset = field.offset - 2 * tagSize(m_message.version());
        if (field.spec == nullptr) {
            checkForeignTag(field.tag, offset);
            return;
        }
        const FloatingField& row = *field.spec;
        checkLength(field, offset);
        if (has(row.field, data::Digits) && field.text().find_first_not_of("0123456789") != std::string_view::npos) {
            add(StatusCode::E_CTI_INVALID_DIGITS, row.field, offset, "not only digits");
        }
        if (const auto value = field.number()) {
            checkValue(row.field, row.valueSet, *value, offset);
        }
        if (!row.repeats && m_message.find(row.field) != &field) {
            add(StatusCode::E_CTI_BAD_MESSAGE_FORMAT, row.field, offset, "comes more than once");
        }
    }

    void checkForeignTag(std::uint16_t tag, std::size_t offset) {
        const auto ofMessage = std::ranges::find(m_spec.floating, tag, &FloatingField::tag);
        if (ofMessage != m_spec.floating.end()) {
            add(StatusCode::E_CTI_INVALID_TAG_FOR_VERSION, ofMessage->field, offset,
                "version " + std::to_string(m_message.version()) + " does not have the field");
        } else if (isKnownTag(tag)) {
            add(StatusCode::E_CTI_INVALID_TAG_FOR_MSG_TYPE, {}, offset,
                "tag " + std::to_string(tag) + " does not belong to the message");
        } else {
            add(StatusCode::E_CTI_INVALID_FIELD_TAG, {}, offset, "tag " + std::to_string(tag) + " is unknown");
        }
    }

    void checkLength(const FieldView& field, std::size_t offset) {
        const FloatingField& row = *field.spec;
        const std::size_t size = wire::sizeOf(row.type);
        const std::size_t element = wire::elementSize(row.type);
        const std::string have = std::to_string(field.data.size()) + " bytes";
        if (size != 0 && field.data.size() != size) {
            add(StatusCode::E_CTI_INVALID_FIELD_LENGTH, row.field, offset, have + ", not " + std::to_string(size));
        } else if (element != 0 && field.data.size() % element != 0) {
            add(StatusCode::E_CTI_INVALID_FIELD_LENGTH, row.field, offset,
                have + ", not a multiple of " + std::to_string(element));
        } else if (field.data.size() > row.maxBytes) {
            add(StatusCode::E_CTI_INVALID_FIELD_LENGTH, row.field, offset,
                have + ", at most " + std::to_string(row.maxBytes));
        }
        const bool isNamed = row.type == FieldType::NamedVar || row.type == FieldType::NamedArray;
        if (isNamed && !field.named()) {
            add(StatusCode::E_CTI_BAD_MESSAGE_FORMAT, row.field, offset, "the name does not end");
        }
    }

    void checkNamedData() {
        std::size_t total = 0;
        for (const FieldView& field : m_message.floating()) {
            if (field.spec != nullptr &&
                (field.spec->type == FieldType::NamedVar || field.spec->type == FieldType::NamedArray)) {
                total += field.data.size();
            }
        }
        if (total > maxNamedDataBytes) {
            add(StatusCode::E_CTI_TOO_MUCH_DATA, Field::NamedVariable, 0,
                std::to_string(total) + " bytes of named variables and arrays, at most " +
                    std::to_string(maxNamedDataBytes));
        }
    }

    void checkPresence() {
        for (const FloatingField& row : m_spec.floating) {
            const bool isOfVersion = m_message.version() >= row.minVersion && m_message.version() <= row.maxVersion;
            if (row.presence == Presence::Required && isOfVersion && row.tag != 0 && !m_message.has(row.field)) {
                add(StatusCode::E_CTI_REQUIRED_DATA_MISSING, row.field, 0, "required");
            }
        }
    }

    const MessageView& m_message;
    const MessageSpec& m_spec;
    std::vector<Error> m_findings;
};

} // namespace

std::vector<Error> validate(const MessageView& message) {
    return message.spec() == nullptr ? std::vector<Error>() : Validator(message).run();
}

} // namespace callwright::protocol
