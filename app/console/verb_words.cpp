#include "app/console/verb_words.h"

#include "cil/events/keywords.h"

#include <algorithm>
#include <array>
#include <optional>

namespace callwright::console {
namespace {

/// Options of dialling that are numbers.
struct NumberOption {
    Keyword keyword;
    std::uint16_t DialOptions::*member;
};

constexpr std::array numberOptions{
    NumberOption{keyword::CallPlacementType, &DialOptions::callPlacementType},
    NumberOption{keyword::CallMannerType, &DialOptions::callMannerType},
    NumberOption{keyword::AlertRings, &DialOptions::alertRings},
    NumberOption{keyword::CallOption, &DialOptions::callOption},
    NumberOption{keyword::FacilityType, &DialOptions::facilityType},
    NumberOption{keyword::AnsweringMachine, &DialOptions::answeringMachine},
};

struct FlagOption {
    Keyword keyword;
    bool DialOptions::*member;
};

constexpr std::array flagOptions{FlagOption{keyword::Priority, &DialOptions::priority},
                                 FlagOption{keyword::PostRoute, &DialOptions::postRoute}};

void addData(callwright::Arguments& data, const QString& name, const QString& value) {
    const callwright::Arguments change = dataChange(name, value);
    const callwright::Arguments* added = change.arguments(keyword::ECC);
    const callwright::Arguments* before = data.arguments(keyword::ECC);
    if (!added || !before) {
        data.merge(change);
        return;
    }
    callwright::Arguments all = *before;
    data.set(keyword::ECC, all.merge(*added));
}

/// Whether the value fits the option or data of that name.
bool setOption(DialOptions& options, const QString& name, const QString& value) {
    const Keyword key = Keyword::of(name);
    bool isNumber = true;
    if (const auto option = std::ranges::find(numberOptions, key, &NumberOption::keyword);
        option != numberOptions.end()) {
        options.*(option->member) = value.toUShort(&isNumber);
    } else if (const auto flag = std::ranges::find(flagOptions, key, &FlagOption::keyword); flag != flagOptions.end()) {
        const auto truth = ArgValue(value).toBool();
        options.*(flag->member) = truth.value_or(false);
        return truth.has_value();
    } else if (key == keyword::SkillGroupNumber) {
        options.skillGroupNumber = value.toUInt(&isNumber);
    } else {
        addData(options.callData, name, value);
    }
    return isNumber;
}

} // namespace

Call* callNamed(const Session& session, const QString& name) {
    if (Call* call = session.findCall(name))
        return call;
    for (Call* call : session.calls()) {
        if (!call->isEnded() && QString::number(call->connectionCallId()) == name)
            return call;
    }
    return nullptr;
}

Call* callIn(const Session& session, const QStringList& words) {
    return words.isEmpty() ? session.currentCall() : callNamed(session, words.first());
}

Call* ringingCallIn(const Session& session, const QStringList& words) {
    if (!words.isEmpty())
        return callNamed(session, words.first());
    for (Call* call : session.calls()) {
        if (call->status() == CallStatus::Alerting)
            return call;
    }
    return session.currentCall();
}

Call* takeCall(const Session& session, QStringList& words) {
    Call* call = words.size() > 1 ? callNamed(session, words.last()) : nullptr;
    if (call)
        words.removeLast();
    return call;
}

tl::expected<DialOptions, QString> dialOptionsIn(QStringList words) {
    DialOptions options;
    while (words.size() > 1 && words.last().contains(u'=')) {
        const QString word = words.takeLast();
        const qsizetype equals = word.indexOf(u'=');
        if (equals == 0 || !setOption(options, word.left(equals), word.mid(equals + 1)))
            return tl::unexpected(QStringLiteral("this is no option: \"%1\"").arg(word));
    }
    options.dialedNumber = words.join(u' ');
    return options;
}

callwright::Arguments dataChange(const QString& name, const QString& value) {
    callwright::Arguments change;
    change.set(name, value);
    if (!name.startsWith(u"user.", Qt::CaseInsensitive))
        return change;
    return {{keyword::ECC, std::move(change)}};
}

} // namespace callwright::console
