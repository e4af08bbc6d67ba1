#include "tests/unit/objects/whole_message.h"

#include "cil/protocol/tables.h"
#include "tests/unit/objects/session_fixture.h"

#include <algorithm>
#include <map>

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::FieldType;
using protocol::Version;

bool isText(FieldType type) { return type == FieldType::String || type == FieldType::Unspec; }

bool isNamed(FieldType type) { return type == FieldType::NamedVar || type == FieldType::NamedArray; }

/// What decides whose event it is; all else is the field's own name, or a number of its own.
std::map<Field, std::uint32_t> decidingNumbers() {
    return {{Field::MonitorID, 0},
            {Field::PeripheralID, 5000},
            {Field::PeripheralType, static_cast<std::uint32_t>(protocol::PeripheralType::PT_ENTERPRISE_AGENT)},
            {Field::ConnectionDeviceIDType, 1},
            {Field::ConnectionCallID, PeerCall().callId},
            {Field::PrimaryCallID, PeerCall().callId},
            {Field::PrimaryDeviceIDType, 1},
            {Field::NewConnectionCallID, protocol::NULL_CALL_ID},
            {Field::MRDID, 1},
            {Field::AgentState, static_cast<std::uint32_t>(AgentState::NotReady)},
            {Field::LocalConnectionState, static_cast<std::uint32_t>(protocol::LocalConnectionState::LCS_CONNECT)},
            {Field::EventCause, static_cast<std::uint32_t>(protocol::EventCause::CEC_BUSY)}};
}

std::map<Field, std::string> decidingTexts() {
    return {{Field::ConnectionDeviceID, PeerCall().deviceId},
            {Field::PrimaryDeviceID, PeerCall().deviceId},
            {Field::AgentID, "1001"},
            {Field::AgentInstrument, "3101"},
            {Field::AgentExtension, "2101"}};
}

class WholeMessageMaker {
public:
    WholeMessageMaker(protocol::MessageBuilder builder, const std::map<Field, std::uint32_t>& numbers,
                      const std::map<Field, std::string>& texts)
        : m_spec(*protocol::findMessage(static_cast<std::uint32_t>(builder.type()))), m_whole{std::move(builder), {}} {
        for (const auto& [field, value] : numbers)
            m_numbers[field] = value;
        for (const auto& [field, value] : texts)
            m_texts[field] = value;
    }

    WholeMessage make() {
        const Version version = m_whole.builder.version();
        for (const auto& field : m_spec.fixed) {
            if (field.minVersion <= version && !countsNamed(field.field))
                number(field.field);
        }
        for (const auto& row : m_spec.floating) {
            if (row.tag == 0 || version < row.minVersion || version > row.maxVersion)
                continue;
            if (isNamed(row.type))
                named(row.type);
            else if (isText(row.type))
                text(row);
            else
                number(row.field);
        }
        return std::move(m_whole);
    }

private:
    bool isCounter(Field field) const {
        return std::ranges::any_of(m_spec.floating, [field](const auto& row) { return row.countField == field; });
    }
    static bool countsNamed(Field field) {
        return field == Field::NumNamedVariables || field == Field::NumNamedArrays; // the builder counts
    }
    void number(Field field) {
        const auto decided = m_numbers.find(field);
        const std::uint32_t value = decided != m_numbers.end() ? decided->second
                                    : isCounter(field)         ? 1
                                                               : static_cast<std::uint32_t>(field) % 100 + 1;
        m_whole.builder.set(field, value);
        m_whole.sent[std::string(protocol::name(field))] = std::to_string(value);
    }
    void text(const protocol::FloatingField& row) {
        const auto decided = m_texts.find(row.field);
        const std::string value = decided != m_texts.end()
                                      ? decided->second
                                      : std::string(protocol::name(row.field)).substr(0, row.maxBytes - 1U);
        m_whole.builder.set(row.field, std::string_view(value));
        m_whole.sent[std::string(protocol::name(row.field))] = value;
    }
    void named(FieldType type) {
        if (type == FieldType::NamedVar)
            m_whole.builder.setNamed("user.colour", "blue");
        else
            m_whole.builder.setNamed("user.list", "first", std::uint8_t{0});
    }

    const protocol::MessageSpec& m_spec;
    WholeMessage m_whole;
    std::map<Field, std::uint32_t> m_numbers = decidingNumbers();
    std::map<Field, std::string> m_texts = decidingTexts();
};

} // namespace

WholeMessage wholeMessage(protocol::MessageBuilder builder, const std::map<Field, std::uint32_t>& numbers,
                          const std::map<Field, std::string>& texts) {
    return WholeMessageMaker(std::move(builder), numbers, texts).make();
}

void expectWhole(EventId id, const Arguments& event, const WholeMessage& message, const std::set<QString>& others) {
    SCOPED_TRACE(eventName(id).toStdString());
    for (const Parameter& parameter : parametersOf(id)) {
        const QString name = parameter.keyword.name();
        if (parameter.within != Keyword() || others.contains(name))
            continue;
        const Keyword key = parameter.indexed ? Keyword::indexed(parameter.keyword, 1) : parameter.keyword;
        EXPECT_TRUE(event.contains(key)) << name.toStdString();
        const auto sent = message.sent.find(name.toStdString());
        if (sent != message.sent.end() && event.value(key).type() != ArgType::Arguments) {
            EXPECT_EQ(event.toString(key).toStdString(), sent->second) << name.toStdString();
        }
    }
}

} // namespace callwright::testing
