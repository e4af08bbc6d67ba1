#include "cil/events/keywords.h"
#include "cil/service/field_keywords.h"
#include "cil/service/requests.h"

namespace callwright::service {
namespace {

using protocol::Field;

constexpr qsizetype maxDialled = 39; // STRING 40 with its NUL
constexpr qsizetype maxTones = 31;   // STRING 32 with its NUL

/// The three fields that name one connection.
struct ConnectionFields {
    Field callId;
    Field deviceIdType;
    Field deviceId;
};

constexpr ConnectionFields plain{Field::ConnectionCallID, Field::ConnectionDeviceIDType, Field::ConnectionDeviceID};
constexpr ConnectionFields active{Field::ActiveConnectionCallID, Field::ActiveConnectionDeviceIDType,
                                  Field::ActiveConnectionDeviceID};
constexpr ConnectionFields other{Field::OtherConnectionCallID, Field::OtherConnectionDeviceIDType,
                                 Field::OtherConnectionDeviceID};
constexpr ConnectionFields held{Field::HeldConnectionCallID, Field::HeldConnectionDeviceIDType,
                                Field::HeldConnectionDeviceID};

Arguments named(const ConnectionFields& fields, const Connection& connection) {
    return {{keywordOf(fields.callId), connection.callId},
            {keywordOf(fields.deviceIdType), connection.deviceIdType},
            {keywordOf(fields.deviceId), connection.deviceId}};
}

/// `typed` without the characters of `ignored`; empty when it holds others than those of `sent`, or more than `limit`.
QString only(QStringView sent, QStringView ignored, const QString& typed, qsizetype limit) {
    QString result;
    for (const QChar character : typed) {
        if (sent.contains(character)) {
            result += character;
        } else if (!ignored.contains(character)) {
            return {};
        }
    }
    return result.size() <= limit ? result : QString();
}

} // namespace

Arguments connectionArguments(const Connection& connection) { return named(plain, connection); }

Arguments activeAndOther(const Connection& activeCall, const Connection& otherCall) {
    return named(active, activeCall).merge(named(other, otherCall));
}

Arguments activeAndHeld(const Connection& activeCall, const Connection& heldCall) {
    return named(active, activeCall).merge(named(held, heldCall));
}

QString dialable(const QString& typed) {
    const QString trimmed = typed.trimmed();
    const bool isInternational = trimmed.startsWith(u'+');
    const QString plus = isInternational ? QStringLiteral("+") : QString();
    const QString digits = only(u"0123456789*#", u" -./()\u00A0", trimmed.mid(plus.size()), maxDialled - plus.size());
    return digits.isEmpty() ? QString() : plus + digits;
}

QString dtmfTones(const QString& typed) { return only(u"0123456789*#ABCD", u" -", typed.toUpper(), maxTones); }

} // namespace callwright::service
