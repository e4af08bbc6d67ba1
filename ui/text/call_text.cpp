#include "ui/text/call_text.h"

#include "cil/events/keywords.h"
#include "cil/objects/protocol_names.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace callwright {

namespace {

constexpr auto callContext = "callwright::CallText";

QString inWords(const char* text, int count = -1) {
    return QCoreApplication::translate(callContext, text, nullptr, count);
}

struct TypeWords {
    const char* name; ///< the guide's, of CallType
    const char* text;
};

constexpr std::array typeWords{
    TypeWords{"CALLTYPE_ACD_IN", QT_TRANSLATE_NOOP("callwright::CallText", "Call from a queue")},
    TypeWords{"CALLTYPE_PREROUTE_ACD_IN", QT_TRANSLATE_NOOP("callwright::CallText", "Call routed to your group")},
    TypeWords{"CALLTYPE_PREROUTE_DIRECT_AGENT", QT_TRANSLATE_NOOP("callwright::CallText", "Call routed to you")},
    TypeWords{"CALLTYPE_TRANSFER_IN", QT_TRANSLATE_NOOP("callwright::CallText", "Call transferred to you")},
    TypeWords{"CALLTYPE_OVERFLOW_IN", QT_TRANSLATE_NOOP("callwright::CallText", "Call from another queue")},
    TypeWords{"CALLTYPE_OTHER_IN", QT_TRANSLATE_NOOP("callwright::CallText", "Incoming call")},
    TypeWords{"CALLTYPE_AUTO_OUT", QT_TRANSLATE_NOOP("callwright::CallText", "Call dialled for you")},
    TypeWords{"CALLTYPE_AGENT_OUT", QT_TRANSLATE_NOOP("callwright::CallText", "Outgoing call")},
    TypeWords{"CALLTYPE_OUT", QT_TRANSLATE_NOOP("callwright::CallText", "Outgoing call")},
    TypeWords{"CALLTYPE_AGENT_INSIDE", QT_TRANSLATE_NOOP("callwright::CallText", "Call inside")},
    TypeWords{"CALLTYPE_OFFERED", QT_TRANSLATE_NOOP("callwright::CallText", "Call offered to you")},
    TypeWords{"CALLTYPE_CONSULT", QT_TRANSLATE_NOOP("callwright::CallText", "Consultation")},
    TypeWords{"CALLTYPE_CONSULT_OFFERRED",
              QT_TRANSLATE_NOOP("callwright::CallText", "Consultation somebody has with you")},
    TypeWords{"CALLTYPE_CONSULT_CONFERENCE",
              QT_TRANSLATE_NOOP("callwright::CallText", "Consultation for a conference")},
    TypeWords{"CALLTYPE_CONFERENCE", QT_TRANSLATE_NOOP("callwright::CallText", "Conference")},
    TypeWords{"CALLTYPE_UNMONITORED", QT_TRANSLATE_NOOP("callwright::CallText", "Call the server does not follow")},
    TypeWords{"CALLTYPE_PREVIEW", QT_TRANSLATE_NOOP("callwright::CallText", "Preview of a campaign's call")},
    TypeWords{"CALLTYPE_RESERVATION", QT_TRANSLATE_NOOP("callwright::CallText", "Reservation for a campaign's call")},
    TypeWords{"CALLTYPE_ASSIST", QT_TRANSLATE_NOOP("callwright::CallText", "Help from a supervisor")},
    TypeWords{"CALLTYPE_EMERGENCY", QT_TRANSLATE_NOOP("callwright::CallText", "Emergency call")},
    TypeWords{"CALLTYPE_SUPERVISOR_MONITOR", QT_TRANSLATE_NOOP("callwright::CallText", "Call a supervisor listens to")},
    TypeWords{"CALLTYPE_SUPERVISOR_WHISPER",
              QT_TRANSLATE_NOOP("callwright::CallText", "Call a supervisor whispers in")},
    TypeWords{"CALLTYPE_SUPERVISOR_BARGEIN", QT_TRANSLATE_NOOP("callwright::CallText", "Call a supervisor has joined")},
    TypeWords{"CALLTYPE_SUPERVISOR_INTERCEPT",
              QT_TRANSLATE_NOOP("callwright::CallText", "Call a supervisor has taken over")},
    TypeWords{"CALLTYPE_TASK_ROUTED_BY_ICM", QT_TRANSLATE_NOOP("callwright::CallText", "Task")},
    TypeWords{"CALLTYPE_TASK_ROUTED_BY_APPLICATION", QT_TRANSLATE_NOOP("callwright::CallText", "Task")},
    TypeWords{"RESERVATION_PREVIEW", QT_TRANSLATE_NOOP("callwright::CallText", "Reservation for a campaign's call")},
    TypeWords{"RESERVATION_PREVIEW_DIRECT",
              QT_TRANSLATE_NOOP("callwright::CallText", "Reservation for a campaign's call")},
    TypeWords{"RESERVATION_PREDICTIVE", QT_TRANSLATE_NOOP("callwright::CallText", "Reservation for a campaign's call")},
    TypeWords{"RESERVATION_CALLBACK", QT_TRANSLATE_NOOP("callwright::CallText", "Reservation for a callback")},
    TypeWords{"RESERVATION_PERSONAL_CALLBACK", QT_TRANSLATE_NOOP("callwright::CallText", "Reservation for a callback")},
    TypeWords{"CUSTOMER_PREVIEW", QT_TRANSLATE_NOOP("callwright::CallText", "Campaign's call")},
    TypeWords{"CUSTOMER_PREVIEW_DIRECT", QT_TRANSLATE_NOOP("callwright::CallText", "Campaign's call")},
    TypeWords{"CUSTOMER_PREDICTIVE", QT_TRANSLATE_NOOP("callwright::CallText", "Campaign's call")},
    TypeWords{"CUSTOMER_CALLBACK", QT_TRANSLATE_NOOP("callwright::CallText", "Callback")},
    TypeWords{"CUSTOMER_PERSONAL", QT_TRANSLATE_NOOP("callwright::CallText", "Callback")},
    TypeWords{"CUSTOMER_IVR", QT_TRANSLATE_NOOP("callwright::CallText", "Campaign's call to a voice menu")},
    TypeWords{"CALLTYPE_NON_ACD", QT_TRANSLATE_NOOP("callwright::CallText", "Call outside the contact centre")},
    TypeWords{"CALLTYPE_PLAY_AGENT_GREETING", QT_TRANSLATE_NOOP("callwright::CallText", "Your greeting")},
    TypeWords{"CALLTYPE_RECORD_AGENT_GREETING",
              QT_TRANSLATE_NOOP("callwright::CallText", "Recording of your greeting")},
    TypeWords{"CALLTYPE_VOICE_CALL_BACK", QT_TRANSLATE_NOOP("callwright::CallText", "Callback")},
};

/// Calls from colleagues wait in no queue.
constexpr std::array insideTypes{"CALLTYPE_AGENT_INSIDE", "CALLTYPE_CONSULT", "CALLTYPE_CONSULT_OFFERRED",
                                 "CALLTYPE_CONSULT_CONFERENCE", "CALLTYPE_OFFERED"};

QString typeName(const CallView& call) {
    return protocolName("CallType", call.data.toUInt(keyword::CallType).value_or(0));
}

bool isInside(const CallView& call) {
    return std::ranges::any_of(insideTypes,
                               [name = typeName(call)](const char* type) { return name == QLatin1String(type); });
}

bool hasWords(const QString& text) {
    return std::ranges::any_of(text, [](QChar character) { return character.isLetter(); });
}

/// A number that the server sets to "none" by all bits.
std::optional<std::uint32_t> givenNumber(const CallView& call, Keyword key) {
    constexpr std::uint32_t none = 0xFFFFFFFF;
    const auto number = call.data.toUInt(key);
    return number == none ? std::nullopt : number;
}

QStringList othersOf(const CallView& call) {
    QStringList others;
    for (const PartyView& party : call.parties) {
        if (!party.isSelf)
            others += party.number.isEmpty() ? inWords(QT_TRANSLATE_NOOP("callwright::CallText", "unknown number"))
                                             : party.number;
    }
    return others;
}

QString waitingText(ConsultPurpose purpose) {
    switch (purpose) {
    case ConsultPurpose::Transfer:
        return inWords(QT_TRANSLATE_NOOP("callwright::CallText", "Waiting for transfer"));
    case ConsultPurpose::Conference:
        return inWords(QT_TRANSLATE_NOOP("callwright::CallText", "Waiting for conference"));
    case ConsultPurpose::Any:
    case ConsultPurpose::None:
        break;
    }
    return {};
}

QString consultingText() { return inWords(QT_TRANSLATE_NOOP("callwright::CallText", "Consulting")); }

QString unconfirmed(const QString& status) {
    return inWords(QT_TRANSLATE_NOOP("callwright::CallText", "%1, not confirmed")).arg(status);
}

} // namespace

StateLook callLook(const CallView& call) {
    StateLook look = callStatusLook(call.status, call.incoming, call.ended);
    if (call.ended)
        return look;
    if (call.status == CallStatus::Connect && call.purpose != ConsultPurpose::None)
        look.text = consultingText();
    const QString waiting = call.status == CallStatus::Held ? waitingText(call.awaited) : QString();
    if (!waiting.isEmpty())
        look.text = waiting;
    if (!call.confirmed)
        look.text = unconfirmed(look.text);
    return look;
}

QString longestCallState() {
    QStringList texts{consultingText(), waitingText(ConsultPurpose::Transfer), waitingText(ConsultPurpose::Conference)};
    for (const CallStatus status : {CallStatus::Initiate, CallStatus::Alerting, CallStatus::Connect, CallStatus::Held,
                                    CallStatus::Queued, CallStatus::Fail})
        texts += unconfirmed(callStatusLook(status, true, false).text);
    return *std::ranges::max_element(texts, {}, &QString::size);
}

QString otherParty(const CallView& call) {
    const QStringList others = othersOf(call);
    if (call.isConference)
        return inWords(QT_TRANSLATE_NOOP("callwright::CallText", "Conference of %1: %2"))
            .arg(QString::number(call.parties.size()), others.join(QStringLiteral(", ")));
    const QString caller = call.data.toString(keyword::ANI);
    const QString dialed = call.data.toString(keyword::DialedNumber);
    if (call.incoming)
        return caller.isEmpty() ? inWords(QT_TRANSLATE_NOOP("callwright::CallText", "Unknown caller")) : caller;
    return dialed.isEmpty() ? call.data.toString(keyword::CalledDeviceID) : dialed;
}

QString relationText(const CallView& call) {
    if (call.counterpart.isEmpty() || call.ended)
        return {};
    if (call.purpose != ConsultPurpose::None)
        return inWords(QT_TRANSLATE_NOOP("callwright::CallText", "Consulting with %1 about the call with %2."))
            .arg(otherParty(call), call.counterpartParty);
    return inWords(QT_TRANSLATE_NOOP("callwright::CallText", "The call with %1 that you consult %2 about."))
        .arg(otherParty(call), call.counterpartParty);
}

QString queueText(const CallView& call) {
    if (!call.incoming) // an outgoing call was not queued: the number dialled is its other party
        return {};
    if (isInside(call))
        return inWords(QT_TRANSLATE_NOOP("callwright::CallText", "Inside"));
    const QString dialed = call.data.toString(keyword::DialedNumber);
    if (hasWords(dialed))
        return dialed;
    if (const auto group = givenNumber(call, keyword::SkillGroupNumber))
        return inWords(QT_TRANSLATE_NOOP("callwright::CallText", "Group %1")).arg(*group);
    if (const auto service = givenNumber(call, keyword::ServiceNumber))
        return inWords(QT_TRANSLATE_NOOP("callwright::CallText", "Service %1")).arg(*service);
    return dialed;
}

QString callTypeText(std::uint32_t callType) {
    const QString name = protocolName("CallType", callType);
    const auto row =
        std::ranges::find_if(typeWords, [&name](const TypeWords& words) { return name == QLatin1String(words.name); });
    return row != typeWords.end() ? inWords(row->text)
                                  : inWords(QT_TRANSLATE_NOOP("callwright::CallText", "Type %1")).arg(callType);
}

QString directionText(const CallView& call) {
    return call.incoming ? inWords(QT_TRANSLATE_NOOP("callwright::CallText", "Incoming"))
                         : inWords(QT_TRANSLATE_NOOP("callwright::CallText", "Outgoing"));
}

QString announcementText(const std::vector<Arguments>& announced) {
    if (announced.empty())
        return {};
    if (announced.size() > 1)
        return inWords(QT_TRANSLATE_N_NOOP("callwright::CallText", "%n call(s) are on their way."),
                       static_cast<int>(announced.size()));
    const QString caller = announced.front().toString(keyword::ANI);
    return caller.isEmpty()
               ? inWords(QT_TRANSLATE_NOOP("callwright::CallText", "A call is on its way."))
               : inWords(QT_TRANSLATE_NOOP("callwright::CallText", "A call from %1 is on its way.")).arg(caller);
}

} // namespace callwright
