#include "cil/service/requests.h"

#include "cil/events/keywords.h"
#include "cil/service/ecc.h"
#include "cil/service/field_keywords.h"
#include "cil/service/request_table.h"

#include <algorithm>
#include <array>
#include <optional>

namespace callwright::service {
namespace {

using protocol::Field;
using protocol::FieldType;
using protocol::MessageBuilder;
using protocol::MessageType;
using Kind = RequestProblem::Kind;
using When = detail::Dependent::When;

constexpr std::uint32_t none = 0xFFFFFFFF;

/// Counters the builder keeps, and what the link fills.
constexpr std::array notOurs{Field::InvokeID, Field::NumNamedVariables, Field::NumNamedArrays};

/// One request in the making.
class Writer {
public:
    Writer(const protocol::MessageSpec& spec, const Arguments& arguments, const RequestContext& context)
        : m_spec(spec), m_arguments(arguments), m_context(context), m_message(spec.type, context.version) {}

    RequestResult write() {
        for (const protocol::FixedField& field : m_spec.fixed) {
            if (field.minVersion <= m_context.version && m_context.version <= field.maxVersion) {
                writeFixed(field);
            }
        }
        for (const protocol::FloatingField& field : m_spec.floating) {
            if (field.minVersion <= m_context.version && m_context.version <= field.maxVersion) {
                writeFloating(field);
            }
        }
        if (m_problem) {
            return tl::unexpected(*m_problem);
        }
        return m_message;
    }

    /// An answer repeats the InvokeID of what it answers.
    RequestResult writeAnswer() {
        const auto invokeId = m_arguments.toUInt(keyword::InvokeID);
        if (!invokeId) {
            fail(m_arguments.contains(keyword::InvokeID) ? Kind::NotANumber : Kind::Missing, Field::InvokeID);
        }
        m_message.set(Field::InvokeID, invokeId.value_or(0));
        return write();
    }

private:
    void fail(RequestProblem problem) {
        if (!m_problem) {
            m_problem = problem;
        }
    }

    void fail(Kind kind, Field field) { fail({kind, keywordOf(field)}); }

    const ArgValue* argument(Field field) const {
        if (const ArgValue* value = m_arguments.find(keywordOf(field))) {
            return value;
        }
        const auto* row = detail::findSubstitute(m_spec.type, field);
        return row ? m_arguments.find(row->keyword) : nullptr;
    }

    std::optional<std::uint32_t> unsaid(Field field) const {
        if (field == Field::PeripheralID) {
            return m_context.peripheralId;
        }
        if (field == Field::NumSkillGroups) {
            return m_arguments.contains(keyword::SkillGroupNumber) ? 1U : 0U;
        }
        const auto* row = detail::findDefault(m_spec.type, field);
        return row ? row->value : std::optional(0U);
    }

    bool namesConnection(Field callId) const {
        const ArgValue* value = argument(callId);
        return (value ? value->toUInt() : unsaid(callId)) != none;
    }

    void writeFixed(const protocol::FixedField& field) {
        if (std::ranges::find(notOurs, field.field) != notOurs.end()) {
            return;
        }
        const auto* dependent = detail::findDependent(m_spec.type, field.field);
        if (dependent && !namesConnection(dependent->callId)) {
            m_message.set(field.field, protocol::ConnectionDeviceIDType::CONNECTION_ID_NONE);
            return;
        }
        const ArgValue* value = argument(field.field);
        const auto number = value ? value->toUInt() : unsaid(field.field);
        if (!number) {
            fail(value ? Kind::NotANumber : Kind::Missing, field.field);
        } else if (!fits(*number, field.size)) {
            fail(Kind::NotANumber, field.field);
        } else {
            m_message.set(field.field, *number);
        }
    }

    void writeFloating(const protocol::FloatingField& field) {
        if (field.type == FieldType::NamedVar) {
            writeNamed();
            return;
        }
        if (field.type == FieldType::NamedArray) {
            return; // writeNamed() has written both
        }
        const auto* dependent = detail::findDependent(m_spec.type, field.field);
        if (dependent && namesConnection(dependent->callId) != (dependent->when == When::Named)) {
            return;
        }
        const ArgValue* value = argument(field.field);
        if (!value) {
            if (dependent || field.presence == protocol::Presence::Required) {
                fail(Kind::Missing, field.field);
            }
        } else if (field.field == Field::UserToUserInfo) {
            writeBytes(field, value->toString());
        } else if (field.type == FieldType::String || field.type == FieldType::Unspec) {
            writeText(field, value->toString());
        } else if (const auto number = value->toUInt()) {
            m_message.set(field.field, *number);
        } else {
            fail(Kind::NotANumber, field.field);
        }
    }

    void writeText(const protocol::FloatingField& field, QString text) {
        const QString remote = m_arguments.toString(keyword::AgentRemoteNumber);
        if (m_spec.type == MessageType::SET_AGENT_STATE_REQ && field.field == Field::AgentInstrument &&
            !remote.isEmpty()) {
            text += u';' + remote;
        }
        const auto encoded = protocol::fromUtf8(text.toStdString(), m_context.codePage);
        if (!encoded) {
            fail(Kind::NotEncodable, field.field);
        } else if (fitsLength(field, encoded->size())) {
            m_message.set(field.field, std::string_view(*encoded));
        }
    }

    void writeBytes(const protocol::FloatingField& field, const QString& text) {
        if (std::ranges::any_of(text, [](QChar character) { return character > QChar(0xFF); })) {
            fail(Kind::NotEncodable, field.field);
        } else if (fitsLength(field, static_cast<std::size_t>(text.size()))) {
            const QByteArray data = text.toLatin1();
            m_message.set(field.field, std::string_view(data.constData(), static_cast<std::size_t>(data.size())));
        }
    }

    bool fitsLength(const protocol::FloatingField& field, std::size_t size) {
        const std::size_t limit = field.maxBytes - (field.type == FieldType::String ? 1U : 0U);
        if (size > limit) {
            fail({Kind::TooLong, keywordOf(field.field), limit, size});
        }
        return size <= limit;
    }

    void writeNamed() {
        const Arguments* ecc = m_arguments.arguments(keyword::ECC);
        if (!ecc) {
            return;
        }
        const auto fields = encodeEcc(*ecc, m_context.codePage);
        if (!fields) {
            fail(fields.error());
            return;
        }
        for (const EccField& field : *fields) {
            m_message.setNamed(field.name, field.value, field.index);
        }
    }

    static bool fits(std::uint32_t number, std::size_t size) { return size >= 4 || number < (1U << (8 * size)); }

    const protocol::MessageSpec& m_spec;
    const Arguments& m_arguments;
    const RequestContext& m_context;
    MessageBuilder m_message;
    std::optional<RequestProblem> m_problem;
};

} // namespace

RequestResult buildRequest(MessageType type, const Arguments& arguments, const RequestContext& context) {
    const protocol::MessageSpec* spec = protocol::findMessage(static_cast<std::uint32_t>(type));
    if (!spec || !spec->hasLayout || spec->kind != protocol::Kind::Request) {
        return tl::unexpected(RequestProblem{Kind::Unknown, {}});
    }
    return Writer(*spec, arguments, context).write();
}

RequestResult buildAnswer(MessageType type, const Arguments& arguments, const RequestContext& context) {
    const protocol::MessageSpec* spec = protocol::findMessage(static_cast<std::uint32_t>(type));
    if (!spec || !spec->hasLayout || spec->kind != protocol::Kind::Confirmation) {
        return tl::unexpected(RequestProblem{Kind::Unknown, {}});
    }
    return Writer(*spec, arguments, context).writeAnswer();
}

} // namespace callwright::service
