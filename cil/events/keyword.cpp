#include "cil/events/arguments.h"
#include "cil/events/keyword_names.h"

#include <QHash>

#include <algorithm>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <utility>

namespace callwright {
namespace {

constexpr QStringView prefix = u"ekw";

QStringView withoutDecoration(QStringView text) {
    text = text.trimmed();
    if (text.size() > prefix.size() && text.startsWith(prefix, Qt::CaseInsensitive)) {
        text = text.mid(prefix.size());
    }
    return text;
}

/// Keys that no table knows: custom settings, ECC variables, what an integrator invents. The process has one, because
/// a keyword must mean the same in every session. It only grows, so a peer that keeps inventing names meets a limit.
class Invented {
public:
    std::uint32_t number(QStringView text) {
        const QString folded = text.toString().toCaseFolded();
        {
            const std::shared_lock lock(m_mutex);
            if (const auto at = m_numbers.constFind(folded); at != m_numbers.constEnd()) {
                return *at;
            }
        }
        const std::unique_lock lock(m_mutex);
        if (const auto at = m_numbers.constFind(folded); at != m_numbers.constEnd()) {
            return *at;
        }
        if (m_names.size() >= limit) {
            return 0;
        }
        m_names.push_back(text.toString());
        const auto number = static_cast<std::uint32_t>(detail::knownNames().size() + m_names.size());
        m_numbers.insert(folded, number);
        return number;
    }

    QString name(std::size_t index) const {
        const std::shared_lock lock(m_mutex);
        return index < m_names.size() ? m_names[index] : QString();
    }

private:
    static constexpr std::size_t limit = 1U << 16U;
    mutable std::shared_mutex m_mutex;
    QHash<QString, std::uint32_t> m_numbers;
    std::vector<QString> m_names;
};

Invented& invented() {
    static Invented table;
    return table;
}

/// What Keyword::indexed() found before: every event with a list asks again. It grows no further than the keywords do.
class IndexedBefore {
public:
    std::optional<std::uint32_t> find(std::uint32_t base, int index) const {
        const std::shared_lock lock(m_mutex);
        const auto at = m_numbers.constFind({base, index});
        return at != m_numbers.constEnd() ? std::optional(*at) : std::nullopt;
    }
    void keep(std::uint32_t base, int index, std::uint32_t number) {
        const std::unique_lock lock(m_mutex);
        m_numbers.insert({base, index}, number);
    }

private:
    mutable std::shared_mutex m_mutex;
    QHash<std::pair<std::uint32_t, int>, std::uint32_t> m_numbers;
};

IndexedBefore& indexedBefore() {
    static IndexedBefore table;
    return table;
}

} // namespace

Keyword Keyword::of(QStringView name) {
    const QStringView text = withoutDecoration(name);
    if (text.isEmpty()) {
        return {};
    }
    const auto spellings = detail::knownSpellings();
    const auto isLess = [](const detail::Spelling& spelling, QStringView wanted) {
        return spelling.text.compare(wanted, Qt::CaseInsensitive) < 0;
    };
    const auto at = std::lower_bound(spellings.begin(), spellings.end(), text, isLess);
    if (at != spellings.end() && at->text.compare(text, Qt::CaseInsensitive) == 0) {
        return Keyword(at->number);
    }
    return Keyword(invented().number(text));
}

Keyword Keyword::indexed(Keyword base, int index) {
    if (const auto number = indexedBefore().find(base.m_number, index)) {
        return Keyword(*number);
    }
    const Keyword made = of(QString(base.name() + u'[' + QString::number(index) + u']'));
    if (made != Keyword()) {
        indexedBefore().keep(base.m_number, index, made.m_number);
    }
    return made;
}

bool Keyword::isKnown() const { return m_number != 0 && m_number <= detail::knownNames().size(); }

QString Keyword::name() const {
    const auto names = detail::knownNames();
    if (m_number == 0) {
        return {};
    }
    if (m_number <= names.size()) {
        return names[m_number - 1].toString();
    }
    return invented().name(m_number - 1 - names.size());
}

} // namespace callwright
