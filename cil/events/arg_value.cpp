#include "cil/events/arguments.h"

#include <bit>
#include <limits>
#include <type_traits>

namespace callwright {
namespace {

/// The number in a text, if it is one that 32 bits hold, signed or unsigned.
std::optional<std::uint32_t> parse(const QString& text) {
    bool isNumber = false;
    const qlonglong number = text.trimmed().toLongLong(&isNumber);
    if (!isNumber || number < std::numeric_limits<std::int32_t>::min() ||
        number > std::numeric_limits<std::uint32_t>::max()) {
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(number);
}

QString joined(const Arguments& arguments) {
    QString text;
    for (const Arguments::Pair& pair : arguments) {
        text += pair.key.name() + QStringLiteral(" = ") + pair.value.toString() + QStringLiteral("; ");
    }
    return text.trimmed();
}

QString joined(const ArgArray& array) {
    QString text;
    for (const ArgValue& value : array) {
        text += (text.isEmpty() ? QString() : QStringLiteral(", ")) + value.toString();
    }
    return text;
}

} // namespace

ArgValue::ArgValue(ArgArray value) : m_value(std::make_shared<const ArgArray>(std::move(value))) {}

ArgValue::ArgValue(const Arguments& value) : m_value(std::make_shared<const Arguments>(value)) {}

ArgValue::ArgValue(Arguments&& value) : m_value(std::make_shared<const Arguments>(std::move(value))) {}

ArgValue ArgValue::reference(QString uniqueObjectId) {
    ArgValue value;
    value.m_value = Reference{std::move(uniqueObjectId)};
    return value;
}

ArgType ArgValue::type() const {
    constexpr ArgType types[] = {ArgType::NotSet,    ArgType::Int,      ArgType::UInt,   ArgType::Short,
                                 ArgType::UShort,    ArgType::Bool,     ArgType::String, ArgType::ArgArray,
                                 ArgType::Arguments, ArgType::Reference};
    return types[m_value.index()];
}

std::optional<std::uint32_t> ArgValue::toUInt() const {
    return std::visit(
        [](const auto& value) -> std::optional<std::uint32_t> {
            using T = std::decay_t<decltype(value)>;
            if constexpr (std::is_integral_v<T>) {
                return static_cast<std::uint32_t>(value);
            } else if constexpr (std::is_same_v<T, QString>) {
                return parse(value);
            } else {
                return std::nullopt;
            }
        },
        m_value);
}

std::optional<std::int32_t> ArgValue::toInt() const {
    const auto value = toUInt();
    return value ? std::optional(std::bit_cast<std::int32_t>(*value)) : std::nullopt;
}

std::optional<bool> ArgValue::toBool() const {
    if (const auto* text = std::get_if<QString>(&m_value)) {
        if (text->compare(u"true", Qt::CaseInsensitive) == 0) {
            return true;
        }
        if (text->compare(u"false", Qt::CaseInsensitive) == 0) {
            return false;
        }
    }
    const auto number = toUInt();
    return number ? std::optional(*number != 0) : std::nullopt;
}

QString ArgValue::toString() const {
    return std::visit(
        [](const auto& value) -> QString {
            using T = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<T, bool>) {
                return value ? QStringLiteral("true") : QStringLiteral("false");
            } else if constexpr (std::is_integral_v<T>) {
                return QString::number(value);
            } else if constexpr (std::is_same_v<T, QString>) {
                return value;
            } else if constexpr (std::is_same_v<T, Reference>) {
                return value.id;
            } else if constexpr (std::is_same_v<T, std::monostate>) {
                return {};
            } else {
                return joined(*value);
            }
        },
        m_value);
}

const Arguments* ArgValue::arguments() const {
    const auto* held = std::get_if<std::shared_ptr<const Arguments>>(&m_value);
    return held ? held->get() : nullptr;
}

const ArgArray* ArgValue::array() const {
    const auto* held = std::get_if<std::shared_ptr<const ArgArray>>(&m_value);
    return held ? held->get() : nullptr;
}

bool operator==(const ArgValue& left, const ArgValue& right) {
    if (left.m_value.index() != right.m_value.index()) {
        return false;
    }
    if (left.arguments()) {
        return *left.arguments() == *right.arguments();
    }
    if (left.array()) {
        return *left.array() == *right.array();
    }
    return left.m_value == right.m_value;
}

} // namespace callwright
