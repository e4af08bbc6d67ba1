#pragma once

#include "cil/events/keywords.h"
#include "ui/desk/views.h"

#include <utility>

namespace callwright::test {

inline CallView ringingCall(const QString& id = QStringLiteral("call.5000.16777217.3101")) {
    CallView call;
    call.id = id;
    call.status = CallStatus::Alerting;
    call.incoming = true;
    call.current = true;
    call.since = std::chrono::seconds(100);
    call.begun = std::chrono::seconds(100);
    call.data.set(keyword::ANI, QStringLiteral("4155550134"))
        .set(keyword::DNIS, QStringLiteral("8005550100"))
        .set(keyword::DialedNumber, QStringLiteral("Billing"))
        .set(keyword::CallVariable1, QStringLiteral("88-1204"))
        .set(keyword::ConnectionCallID, std::uint32_t(16777217));
    return call;
}

inline CallView talkingCall(const QString& id = QStringLiteral("call.5000.16777218.3101")) {
    CallView call = ringingCall(id);
    call.status = CallStatus::Connect;
    return call;
}

/// The caller waits while 3102 is consulted about a transfer.
inline std::pair<CallView, CallView> consultingPair() {
    CallView original = talkingCall(QStringLiteral("original"));
    CallView consult = talkingCall(QStringLiteral("consult"));
    original.status = CallStatus::Held;
    original.current = false;
    original.awaited = ConsultPurpose::Transfer;
    original.counterpart = consult.id;
    original.counterpartParty = QStringLiteral("3102");
    consult.incoming = false;
    consult.begun = original.begun + std::chrono::seconds(30);
    consult.purpose = ConsultPurpose::Transfer;
    consult.counterpart = original.id;
    consult.counterpartParty = QStringLiteral("4155550134");
    consult.data.set(keyword::DialedNumber, QStringLiteral("3102"));
    return {original, consult};
}

inline GridColumn columnOf(const QString& type) {
    GridColumn column;
    column.type = type;
    return column;
}

inline GridColumn editableColumn(const QString& type, int maxChars = 0, bool numericOnly = false) {
    GridColumn column = columnOf(type);
    column.editable = true;
    column.maxChars = maxChars;
    column.numericOnly = numericOnly;
    return column;
}

} // namespace callwright::test
