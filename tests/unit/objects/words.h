#pragma once

#include <QStringList>

#include <initializer_list>

namespace callwright::testing {

inline QStringList list(std::initializer_list<const char*> words) {
    QStringList result;
    for (const char* word : words)
        result.append(QString::fromLatin1(word));
    return result;
}

} // namespace callwright::testing
