#include "cil/events/json.h"

#include <QJsonArray>

namespace callwright {

QJsonValue toJson(const ArgValue& value) {
    switch (value.type()) {
    case ArgType::NotSet:
        return {};
    case ArgType::Int:
    case ArgType::Short:
        return static_cast<qint64>(value.toInt().value_or(0));
    case ArgType::UInt:
    case ArgType::UShort:
        return static_cast<qint64>(value.toUInt().value_or(0));
    case ArgType::Bool:
        return value.toBool().value_or(false);
    case ArgType::Arguments:
        return toJson(*value.arguments());
    case ArgType::ArgArray: {
        QJsonArray array;
        for (const ArgValue& element : *value.array()) {
            array.append(toJson(element));
        }
        return array;
    }
    case ArgType::String:
    case ArgType::Reference:
        break;
    }
    return value.toString();
}

QJsonObject toJson(const Arguments& arguments) {
    QJsonObject object;
    for (const Arguments::Pair& pair : arguments) {
        object.insert(pair.key.name(), toJson(pair.value));
    }
    return object;
}

} // namespace callwright
