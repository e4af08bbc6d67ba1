#include "cil/events/dump.h"

#include <QStringList>

namespace callwright {
namespace {

bool isSecret(Keyword key) { return key.name().endsWith(QLatin1String("Password"), Qt::CaseInsensitive); }

} // namespace

QString dump(const ArgValue& value) {
    switch (value.type()) {
    case ArgType::Arguments:
        return u'{' + dump(*value.arguments()) + u'}';
    case ArgType::ArgArray: {
        QStringList elements;
        for (const ArgValue& element : *value.array())
            elements.append(dump(element));
        return u'[' + elements.join(QLatin1String("; ")) + u']';
    }
    default:
        return value.toString();
    }
}

QString dump(const Arguments& arguments) {
    QStringList pairs;
    for (const auto& [key, value] : arguments)
        pairs.append(key.name() + QLatin1String(" = ") + (isSecret(key) ? QStringLiteral("***") : dump(value)));
    return pairs.join(QLatin1String("; "));
}

} // namespace callwright
