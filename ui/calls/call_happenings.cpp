#include "ui/calls/call_happenings.h"

#include "cil/events/keywords.h"
#include "ui/calls/details_tree.h"
#include "ui/text/call_text.h"
#include "ui/text/failure_text.h"
#include "ui/trouble/request_trouble.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace callwright {

namespace {

/// One event and one call.
struct Moment {
    const Arguments& arguments;
    const CallView* before;
    const CallView& after;
    const std::vector<GridColumn>& columns;

    bool changedTo(CallStatus status) const { return after.status == status && (!before || before->status != status); }
    /// What the event says of a device, else what the call keeps of it.
    QString device(Keyword key) const {
        const QString said = arguments.toString(key);
        return said.isEmpty() ? after.data.toString(key) : said;
    }
};

QString told(const char* text) { return QCoreApplication::translate("callwright::CallHappenings", text); }

QStringList with(const char* text, const char* without, const QString& what) {
    return {what.isEmpty() ? told(without) : told(text).arg(what)};
}

QStringList began(const Moment& moment) {
    const QString kind = moment.after.data.toUInt(keyword::CallType)
                             ? callTypeText(*moment.after.data.toUInt(keyword::CallType))
                             : directionText(moment.after);
    const QString who = otherParty(moment.after);
    return {who.isEmpty() ? kind : QStringLiteral("%1: %2").arg(kind, who)};
}

QStringList dialled(const Moment& moment) {
    return with(QT_TRANSLATE_NOOP("callwright::CallHappenings", "Dialled %1"),
                QT_TRANSLATE_NOOP("callwright::CallHappenings", "Dialled"), otherParty(moment.after));
}

QStringList rang(const Moment& moment) {
    return with(QT_TRANSLATE_NOOP("callwright::CallHappenings", "Rang at %1"),
                QT_TRANSLATE_NOOP("callwright::CallHappenings", "Rang"), moment.device(keyword::AlertingDeviceID));
}

QStringList answered(const Moment& moment) {
    if (moment.after.incoming && moment.changedTo(CallStatus::Connect))
        return {told(QT_TRANSLATE_NOOP("callwright::CallHappenings", "You answered"))};
    const QString said = moment.device(keyword::AnsweringDeviceID);
    return with(QT_TRANSLATE_NOOP("callwright::CallHappenings", "%1 answered"),
                QT_TRANSLATE_NOOP("callwright::CallHappenings", "Answered"),
                said.isEmpty() && !moment.after.isConference ? otherParty(moment.after) : said);
}

QStringList held(const Moment& moment) {
    return {moment.changedTo(CallStatus::Held)
                ? told(QT_TRANSLATE_NOOP("callwright::CallHappenings", "On hold"))
                : told(QT_TRANSLATE_NOOP("callwright::CallHappenings", "The other side holds the call"))};
}

QStringList retrieved(const Moment& moment) {
    return {moment.changedTo(CallStatus::Connect)
                ? told(QT_TRANSLATE_NOOP("callwright::CallHappenings", "Off hold"))
                : told(QT_TRANSLATE_NOOP("callwright::CallHappenings", "The other side is back"))};
}

QStringList queued(const Moment&) {
    return {told(QT_TRANSLATE_NOOP("callwright::CallHappenings", "Waits in a queue"))};
}

QStringList dequeued(const Moment&) {
    return {told(QT_TRANSLATE_NOOP("callwright::CallHappenings", "Left the queue"))};
}

QStringList diverted(const Moment& moment) {
    return with(QT_TRANSLATE_NOOP("callwright::CallHappenings", "Forwarded to %1"),
                QT_TRANSLATE_NOOP("callwright::CallHappenings", "Forwarded"),
                moment.arguments.toString(keyword::CalledDeviceID));
}

QStringList failed(const Moment& moment) {
    return with(QT_TRANSLATE_NOOP("callwright::CallHappenings", "The call failed: %1"),
                QT_TRANSLATE_NOOP("callwright::CallHappenings", "The call failed"), moment.after.failure);
}

QStringList reachedNetwork(const Moment&) {
    return {told(QT_TRANSLATE_NOOP("callwright::CallHappenings", "Reached the public network"))};
}

QStringList conferenced(const Moment& moment) {
    if (!moment.after.isConference) // this one went into another call
        return {told(QT_TRANSLATE_NOOP("callwright::CallHappenings", "Joined into a conference"))};
    return {otherParty(moment.after)};
}

QStringList transferred(const Moment& moment) {
    const bool isOver = moment.after.ended || moment.after.status == CallStatus::Null;
    if (!isOver) {
        const QString now = otherParty(moment.after);
        return with(QT_TRANSLATE_NOOP("callwright::CallHappenings", "Transferred: %1 is here now"),
                    QT_TRANSLATE_NOOP("callwright::CallHappenings", "Transferred"), now);
    }
    QString target = moment.device(keyword::TransferredDeviceID);
    if (moment.before && target.isEmpty() && moment.before->purpose == ConsultPurpose::None)
        target = moment.before->counterpartParty;
    return with(QT_TRANSLATE_NOOP("callwright::CallHappenings", "Transferred to %1"),
                QT_TRANSLATE_NOOP("callwright::CallHappenings", "Transferred"), target);
}

QStringList knownOthers(const CallView& call) {
    QStringList numbers;
    for (const PartyView& party : call.parties) {
        if (!party.isSelf && !party.number.isEmpty())
            numbers += party.number;
    }
    return numbers;
}

/// Who hung up first, in a call of two; of a conference comings() tells.
QStringList cleared(const Moment& moment) {
    const bool isOver = !moment.before || moment.before->status == CallStatus::Null;
    if (isOver || moment.before->isConference || moment.after.isConference)
        return {};
    const QStringList old = knownOthers(*moment.before);
    if (moment.changedTo(CallStatus::Null))
        return old.isEmpty() ? QStringList()
                             : QStringList{told(QT_TRANSLATE_NOOP("callwright::CallHappenings", "You hung up"))};
    if (old.isEmpty() || !knownOthers(moment.after).isEmpty())
        return {};
    return {told(QT_TRANSLATE_NOOP("callwright::CallHappenings", "%1 hung up")).arg(old.front())};
}

/// What is part of something that is told.
QStringList silent(const Moment&) { return {}; }

QStringList ended(const Moment&) { return {told(QT_TRANSLATE_NOOP("callwright::CallHappenings", "Ended"))}; }

QStringList recordingStarted(const Moment&) {
    return {told(QT_TRANSLATE_NOOP("callwright::CallHappenings", "Recording started"))};
}

QStringList recordingStopped(const Moment&) {
    return {told(QT_TRANSLATE_NOOP("callwright::CallHappenings", "Recording stopped"))};
}

QStringList tonesSent(const Moment&) { // not which: it may be somebody's PIN
    return {told(QT_TRANSLATE_NOOP("callwright::CallHappenings", "Tones sent"))};
}

QStringList refused(const Moment& moment) { return {requestTrouble(failureOf(moment.arguments)).what}; }

struct EventRow {
    EventId event;
    QStringList (*words)(const Moment&);
};

constexpr std::array eventRows{
    EventRow{EventId::OnCallBegin, began},
    EventRow{EventId::OnCallServiceInitiatedEvent, silent},
    EventRow{EventId::OnCallOriginated, dialled},
    EventRow{EventId::OnCallDelivered, rang},
    EventRow{EventId::OnCallEstablished, answered},
    EventRow{EventId::OnCallHeld, held},
    EventRow{EventId::OnCallRetrieved, retrieved},
    EventRow{EventId::OnCallQueuedEvent, queued},
    EventRow{EventId::OnCallDequeuedEvent, dequeued},
    EventRow{EventId::OnCallDiverted, diverted},
    EventRow{EventId::OnCallFailed, failed},
    EventRow{EventId::OnCallReachedNetworkEvent, reachedNetwork},
    EventRow{EventId::OnCallConferenced, conferenced},
    EventRow{EventId::OnCallTransferred, transferred},
    EventRow{EventId::OnCallConnectionCleared, cleared},
    EventRow{EventId::OnCallCleared, silent},
    EventRow{EventId::OnCallEnd, ended},
    EventRow{EventId::OnCallStartRecordingConf, recordingStarted},
    EventRow{EventId::OnCallStopRecordingConf, recordingStopped},
    EventRow{EventId::OnSendDTMFConf, tonesSent},
    EventRow{EventId::OnCallControlFailureConf, refused},
};

/// Who came and went, where it is more than two people's call beginning or ending.
QStringList comings(const CallView& before, const CallView& after) {
    QStringList words;
    const QStringList old = knownOthers(before);
    const QStringList now = knownOthers(after);
    const bool goesOn = !after.ended && after.status != CallStatus::Null;
    for (const QString& number : now) {
        if (goesOn && after.isConference && !old.contains(number))
            words += told(QT_TRANSLATE_NOOP("callwright::CallHappenings", "%1 joined")).arg(number);
    }
    for (const QString& number : old) {
        if (goesOn && before.isConference && !now.contains(number))
            words += told(QT_TRANSLATE_NOOP("callwright::CallHappenings", "%1 left")).arg(number);
    }
    return words;
}

QString consultBegan(const CallView& before, const CallView& after) {
    const bool isNew = before.counterpart.isEmpty() && !after.counterpart.isEmpty();
    return isNew && after.awaited != ConsultPurpose::None
               ? told(QT_TRANSLATE_NOOP("callwright::CallHappenings", "Consulting with %1")).arg(after.counterpartParty)
               : QString();
}

/// Whose value is another one now.
QString dataChanged(EventId event, const CallView& before, const CallView& after,
                    const std::vector<GridColumn>& columns) {
    QStringList names;
    if (event != EventId::OnCallDataUpdate && event != EventId::OnSetCallDataConf)
        return {};
    CallView old = before; // confirmed values only
    old.pending.clear();
    CallView now = after;
    now.pending.clear();
    for (const DataElement& element : elementsIn(after.data)) {
        if (valueOf(element, now).text != valueOf(element, old).text)
            names += elementName(element, columns);
    }
    return names.isEmpty() ? QString()
                           : told(QT_TRANSLATE_NOOP("callwright::CallHappenings", "Changed: %1"))
                                 .arg(names.join(QStringLiteral(", ")));
}

QString confirmation(const CallView& before, const CallView& after) {
    if (before.confirmed == after.confirmed || after.ended)
        return {};
    return after.confirmed
               ? told(QT_TRANSLATE_NOOP("callwright::CallHappenings", "Confirmed by the server again"))
               : told(QT_TRANSLATE_NOOP("callwright::CallHappenings", "Not confirmed; the call may have changed"));
}

} // namespace

QStringList happenings(EventId event, const Arguments& arguments, const CallView* before, const CallView& after,
                       bool isAbout, const std::vector<GridColumn>& columns) {
    QStringList words;
    const auto row = std::ranges::find(eventRows, event, &EventRow::event);
    if (isAbout && row != eventRows.end())
        words = row->words({arguments, before, after, columns});
    if (before) {
        words += comings(*before, after);
        words += consultBegan(*before, after);
        words += dataChanged(event, *before, after, columns);
        words += confirmation(*before, after);
    }
    words.removeAll(QString());
    const bool isTold = !words.isEmpty() || (isAbout && row != eventRows.end());
    if (!isTold && (!before || before->status != after.status))
        words += callStatusLook(after.status, after.incoming, after.ended).text;
    return words;
}

} // namespace callwright
