#include "cil/transport/security.h"

#include <algorithm>

namespace callwright {

QString normalizedSha256(const QString& text) {
    constexpr qsizetype digits = 64;
    QString digest = text.toLower();
    digest.removeIf([](QChar c) { return c == u':' || c.isSpace(); });
    const bool isHex =
        std::ranges::all_of(digest, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
    return isHex && digest.size() == digits ? digest : QString();
}

} // namespace callwright
