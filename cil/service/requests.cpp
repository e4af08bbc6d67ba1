#include "cil/service/requests.h"

#include "cil/events/keywords.h"
#include "cil/service/field_keywords.h"

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

constexpr std::size_t maxNamedTotal = 2000; // bytes of all named variables and arrays (guide: Messaging Conventions)
constexpr qsizetype maxDialled = 39;        // STRING 40 with its NUL

/// Fixed fields that are not 0 when the arguments do not say, and those that must be said (nullopt).
struct Default {
    MessageType type;
    Field field;
    std::optional<std::uint32_t> value;
};

constexpr std::uint32_t none = 0xFFFFFFFF;
constexpr std::uint32_t voiceDomain = 1;
constexpr std::array defaults{
    Default{MessageType::SET_AGENT_STATE_REQ, Field::AgentState, std::nullopt},
    Default{MessageType::QUERY_AGENT_STATE_REQ, Field::MRDID, voiceDomain},
    Default{MessageType::MAKE_CALL_REQ, Field::SkillGroupNumber, none},
    Default{MessageType::ANSWER_CALL_REQ, Field::ConnectionCallID, none},
    Default{MessageType::CLEAR_CONNECTION_REQ, Field::ConnectionCallID, std::nullopt},
    Default{MessageType::HOLD_CALL_REQ, Field::ConnectionCallID, std::nullopt},
    Default{MessageType::RETRIEVE_CALL_REQ, Field::HeldConnectionCallID, std::nullopt},
    Default{MessageType::SET_CALL_DATA_REQ, Field::ConnectionCallID, std::nullopt},
    Default{MessageType::RELEASE_CALL_REQ, Field::ConnectionCallID, std::nullopt},
    Default{MessageType::SNAPSHOT_CALL_REQ, Field::ConnectionCallID, std::nullopt},
};

/// Fields that take another keyword's value when their own is not given.
struct Substitute {
    Field field;
    Keyword keyword;
};

constexpr std::array substitutes{
    Substitute{Field::HeldConnectionCallID, keyword::ConnectionCallID},
    Substitute{Field::HeldConnectionDeviceIDType, keyword::ConnectionDeviceIDType},
    Substitute{Field::HeldConnectionDeviceID, keyword::ConnectionDeviceID},
};

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

private:
    void fail(Kind kind, Keyword keyword) {
        if (!m_problem) {
            m_problem = RequestProblem{kind, keyword};
        }
    }

    const ArgValue* argument(Field field) const {
        if (const ArgValue* value = m_arguments.find(keywordOf(field))) {
            return value;
        }
        const auto at = std::ranges::find(substitutes, field, &Substitute::field);
        return at != substitutes.end() ? m_arguments.find(at->keyword) : nullptr;
    }

    std::optional<std::uint32_t> unsaid(Field field) {
        if (field == Field::PeripheralID) {
            return m_context.peripheralId;
        }
        if (field == Field::NumSkillGroups) {
            return m_arguments.contains(keyword::SkillGroupNumber) ? 1U : 0U;
        }
        const auto at = std::ranges::find_if(
            defaults, [&](const Default& row) { return row.type == m_spec.type && row.field == field; });
        return at != defaults.end() ? at->value : std::optional(0U);
    }

    void writeFixed(const protocol::FixedField& field) {
        if (std::ranges::find(notOurs, field.field) != notOurs.end()) {
            return;
        }
        const ArgValue* value = argument(field.field);
        const auto number = value ? value->toUInt() : unsaid(field.field);
        if (!number) {
            fail(value ? Kind::NotANumber : Kind::Missing, keywordOf(field.field));
        } else if (!fits(*number, field.size)) {
            fail(Kind::NotANumber, keywordOf(field.field));
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
        const ArgValue* value = argument(field.field);
        if (!value) {
            if (field.presence == protocol::Presence::Required) {
                fail(Kind::Missing, keywordOf(field.field));
            }
        } else if (field.type == FieldType::String || field.type == FieldType::Unspec) {
            writeText(field, value->toString());
        } else if (const auto number = value->toUInt()) {
            m_message.set(field.field, *number);
        } else {
            fail(Kind::NotANumber, keywordOf(field.field));
        }
    }

    void writeText(const protocol::FloatingField& field, QString text) {
        const QString remote = m_arguments.toString(keyword::AgentRemoteNumber);
        if (m_spec.type == MessageType::SET_AGENT_STATE_REQ && field.field == Field::AgentInstrument &&
            !remote.isEmpty()) {
            text += u';' + remote;
        }
        const auto encoded = encode(text, keywordOf(field.field));
        if (!encoded) {
            return;
        }
        const std::size_t terminator = field.type == FieldType::String ? 1 : 0;
        if (encoded->size() + terminator > field.maxBytes) {
            fail(Kind::TooLong, keywordOf(field.field));
        } else {
            m_message.set(field.field, std::string_view(*encoded));
        }
    }

    std::optional<std::string> encode(const QString& text, Keyword keyword) {
        auto encoded = protocol::fromUtf8(text.toStdString(), m_context.codePage);
        if (!encoded) {
            fail(Kind::NotEncodable, keyword);
        }
        return encoded;
    }

    void writeNamed() {
        const Arguments* ecc = m_arguments.arguments(keyword::ECC);
        if (!ecc) {
            return;
        }
        std::size_t total = 0;
        for (const Arguments::Pair& pair : *ecc) {
            QString name = pair.key.name();
            const auto index = takeIndex(name);
            const auto encodedName = encode(name, pair.key);
            const auto encodedValue = encode(pair.value.toString(), pair.key);
            if (!encodedName || !encodedValue) {
                return;
            }
            total += encodedName->size() + encodedValue->size() + 2 + (index ? 1 : 0);
            if (encodedName->size() > 32 || encodedValue->size() > 210 || total > maxNamedTotal) {
                fail(Kind::TooLong, pair.key);
                return;
            }
            m_message.setNamed(*encodedName, *encodedValue, index);
        }
    }

    /// "user.name[3]" to "user.name" and 3.
    static std::optional<std::uint8_t> takeIndex(QString& name) {
        const qsizetype open = name.lastIndexOf(u'[');
        if (open < 0 || !name.endsWith(u']')) {
            return std::nullopt;
        }
        bool isNumber = false;
        const uint index = QStringView(name).mid(open + 1).chopped(1).toUInt(&isNumber);
        if (!isNumber || index > 0xFF) {
            return std::nullopt;
        }
        name.truncate(open);
        return static_cast<std::uint8_t>(index);
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

Arguments connectionArguments(const Connection& connection) {
    return {{keyword::ConnectionCallID, connection.callId},
            {keyword::ConnectionDeviceIDType, connection.deviceIdType},
            {keyword::ConnectionDeviceID, connection.deviceId}};
}

QString dialable(const QString& typed) {
    constexpr QStringView dialled = u"0123456789*#";
    constexpr QStringView written = u" -./()\u00A0";
    QString number;
    for (const QChar character : typed.trimmed()) {
        const bool isPlus = character == u'+' && number.isEmpty();
        if (dialled.contains(character) || isPlus) {
            number += character;
        } else if (!written.contains(character)) {
            return {};
        }
    }
    const bool hasDigits = number.size() > (number.startsWith(u'+') ? 1 : 0);
    return hasDigits && number.size() <= maxDialled ? number : QString();
}

} // namespace callwright::service
