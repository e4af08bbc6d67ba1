#include "cil/events/event_types.h"
#include "cil/service/field_keywords.h"
#include "cil/service/message_filter.h"

#include <QCoreApplication>

#include <algorithm>

namespace callwright::service {
namespace {

using Wrong = FilterProblem::Kind;

/// A part of the expression, without its outer blanks.
struct Word {
    QStringView text;
    qsizetype position;
};

Word trimmed(QStringView text, qsizetype position) {
    qsizetype blanks = 0;
    while (blanks < text.size() && text[blanks].isSpace())
        ++blanks;
    return {text.trimmed(), position + blanks};
}

std::vector<Word> split(const Word& whole, QChar separator) {
    std::vector<Word> words;
    qsizetype begin = 0;
    for (qsizetype end = whole.text.indexOf(separator); end >= 0; end = whole.text.indexOf(separator, begin)) {
        words.push_back(trimmed(whole.text.sliced(begin, end - begin), whole.position + begin));
        begin = end + 1;
    }
    words.push_back(trimmed(whole.text.sliced(begin), whole.position + begin));
    return words;
}

tl::unexpected<FilterProblem> problem(Wrong kind, const Word& word) {
    return tl::unexpected(FilterProblem{kind, word.position, word.text.toString()});
}

bool isWord(const Word& word, QStringView name) { return word.text.compare(name, Qt::CaseInsensitive) == 0; }

bool isHide(const Word& word) {
    return isWord(word, u"HideSilentMonitorCalls") || isWord(word, u"HideSilentMonitorCallEvents");
}

/// The events that a value of MessageID means: two stand for one name where a failed request comes to two interfaces.
std::vector<const EventSpec*> eventsNamed(const Word& word) {
    std::vector<const EventSpec*> found;
    bool isNumber = false;
    const uint number = word.text.toUInt(&isNumber, 0);
    for (const auto events : {allEvents(), genericEvents()}) {
        for (const EventSpec& event : events) {
            if (isNumber ? static_cast<uint>(event.id) == number : isWord(word, event.name))
                found.push_back(&event);
        }
    }
    return found;
}

/// A keyword of the tables, a field of the wire, or a variable of ECC: anything else is a slip that would hear nothing.
bool isOfEvents(Keyword keyword) {
    if (keyword.isKnown() || keyword.name().startsWith(u"user.", Qt::CaseInsensitive))
        return true;
    for (std::size_t i = 1; i < protocol::fieldCount; ++i) {
        if (keywordOf(static_cast<protocol::Field>(i)) == keyword)
            return keyword != Keyword();
    }
    return false;
}

FilterValue valueOf(const Word& word) {
    const qsizetype asterisk = word.text.indexOf(u'*');
    return asterisk < 0 ? FilterValue{word.text.toString(), false}
                        : FilterValue{word.text.first(asterisk).toString(), true};
}

const char* sentence(Wrong kind) {
    switch (kind) {
    case Wrong::Empty:
        return QT_TRANSLATE_NOOP("MessageFilter", "The filter is empty. It needs at least key=value.");
    case Wrong::NoKey:
        return QT_TRANSLATE_NOOP("MessageFilter", "A key is missing before the equal sign at position %2.");
    case Wrong::NoEqualSign:
        return QT_TRANSLATE_NOOP("MessageFilter", "\"%1\" at position %2 has no values. Write key=value.");
    case Wrong::NoValue:
        return QT_TRANSLATE_NOOP("MessageFilter", "A value is missing at position %2.");
    case Wrong::NoKeyword:
        return QT_TRANSLATE_NOOP("MessageFilter", "\"%1\" at position %2 is no keyword of an event.");
    case Wrong::NoEvent:
        return QT_TRANSLATE_NOOP("MessageFilter", "\"%1\" at position %2 is no event.");
    case Wrong::NotFilterable:
        return QT_TRANSLATE_NOOP("MessageFilter", "The event \"%1\" at position %2 cannot be asked for by a filter.");
    case Wrong::NoSuchTarget:
        return QT_TRANSLATE_NOOP("MessageFilter", "\"%1\" at position %2 is no target. There is SkillGroupStats.");
    case Wrong::NoSwitch:
        return QT_TRANSLATE_NOOP("MessageFilter", "\"%1\" at position %2 is neither 1 nor 0.");
    case Wrong::TooLong:
        break;
    }
    return QT_TRANSLATE_NOOP("MessageFilter", "The filter is too long.");
}

} // namespace

QString problemText(const FilterProblem& problem) {
    QString text = QCoreApplication::translate("MessageFilter", sentence(problem.kind));
    text.replace(QStringLiteral("%2"), QString::number(problem.position + 1));
    return text.replace(QStringLiteral("%1"), problem.word); // last: it may hold anything
}

/// One filter in the making.
class FilterParser {
public:
    using Done = tl::expected<void, FilterProblem>;

    tl::expected<MessageFilter, FilterProblem> parse(const QString& expression) {
        m_filter.m_expression = expression;
        const Word whole = trimmed(expression, 0);
        if (expression.size() > MessageFilter::maxLength)
            return tl::unexpected(FilterProblem{Wrong::TooLong, MessageFilter::maxLength, {}});
        bool isEmpty = true;
        for (const Word& part : split(whole, u';')) {
            if (part.text.isEmpty())
                continue; // a semicolon at the end, or two in a row
            isEmpty = false;
            if (const Done done = take(part); !done)
                return tl::unexpected(done.error());
        }
        if (isEmpty)
            return problem(Wrong::Empty, whole);
        return m_filter;
    }

private:
    Done take(const Word& part) {
        const qsizetype equals = part.text.indexOf(u'=');
        if (equals < 0 && isHide(part)) {
            m_filter.m_hidesSilentMonitorCalls = true;
            return {};
        }
        if (equals < 0)
            return problem(Wrong::NoEqualSign, part);
        const Word key = trimmed(part.text.first(equals), part.position);
        if (key.text.isEmpty())
            return problem(Wrong::NoKey, {part.text.sliced(equals, 1), part.position + equals});
        const auto values = split({part.text.sliced(equals + 1), part.position + equals + 1}, u',');
        for (const Word& value : values) {
            if (value.text.isEmpty())
                return problem(Wrong::NoValue, value);
        }
        return take(key, values);
    }

    Done take(const Word& key, const std::vector<Word>& values) {
        if (isWord(key, u"MessageID"))
            return takeEvents(values);
        if (isWord(key, u"FilterTarget"))
            return takeTarget(values);
        if (isHide(key))
            return takeHide(values);
        const Keyword keyword = Keyword::of(key.text);
        if (!isOfEvents(keyword))
            return problem(Wrong::NoKeyword, key);
        MessageFilter::Condition condition{keyword, {}};
        for (const Word& value : values)
            condition.values.push_back(valueOf(value));
        m_filter.m_conditions.push_back(std::move(condition));
        return {};
    }

    Done takeEvents(const std::vector<Word>& values) {
        std::vector<EventId> wanted;
        bool isAny = false;
        for (const Word& value : values) {
            if (value.text.startsWith(u'*')) {
                isAny = true;
                continue;
            }
            const auto events = eventsNamed(value);
            if (events.empty())
                return problem(Wrong::NoEvent, value);
            for (const EventSpec* event : events) {
                if (!event->isFilterable || !event->isFired)
                    return problem(Wrong::NotFilterable, value);
                wanted.push_back(event->id);
            }
        }
        if (!isAny)
            narrow(std::move(wanted));
        return {};
    }

    /// MessageID may stand twice: both conditions hold then.
    void narrow(std::vector<EventId> wanted) {
        if (m_filter.m_events) {
            std::erase_if(wanted, [&](EventId id) {
                return std::ranges::find(*m_filter.m_events, id) == m_filter.m_events->end();
            });
        }
        m_filter.m_events = std::move(wanted);
    }

    Done takeTarget(const std::vector<Word>& values) {
        for (const Word& value : values) {
            if (!isWord(value, u"SkillGroupStats"))
                return problem(Wrong::NoSuchTarget, value);
        }
        m_filter.m_wantsSkillGroupStatistics = true;
        return {};
    }

    Done takeHide(const std::vector<Word>& values) {
        for (const Word& value : values) {
            const auto truth = ArgValue(value.text.toString()).toBool();
            if (!truth)
                return problem(Wrong::NoSwitch, value);
            m_filter.m_hidesSilentMonitorCalls = *truth;
        }
        return {};
    }

    MessageFilter m_filter;
};

tl::expected<MessageFilter, FilterProblem> MessageFilter::parse(const QString& expression) {
    return FilterParser().parse(expression);
}

} // namespace callwright::service
