#include "cil/service/requests.h"

#include <QCoreApplication>

namespace callwright::service {
namespace {

using Kind = RequestProblem::Kind;

QString translatedProblem(const char* text) { return QCoreApplication::translate("RequestProblem", text); }

const char* sentence(Kind kind) {
    switch (kind) {
    case Kind::Missing:
        return QT_TRANSLATE_NOOP("RequestProblem", "%1 is missing.");
    case Kind::NotANumber:
        return QT_TRANSLATE_NOOP("RequestProblem", "%1 is not a number that can be sent.");
    case Kind::NotEncodable:
        return QT_TRANSLATE_NOOP("RequestProblem", "%1 holds a character that cannot be sent.");
    case Kind::TooLong:
        return QT_TRANSLATE_NOOP("RequestProblem", "%1 is too long: %2 bytes of %3 at most.");
    case Kind::NameTooLong:
        return QT_TRANSLATE_NOOP("RequestProblem", "The name %1 is too long: %2 bytes of %3 at most.");
    case Kind::TooMuchData:
        return QT_TRANSLATE_NOOP("RequestProblem", "%1 is too large in all: %2 bytes of %3 at most.");
    case Kind::NoSuchField:
        return QT_TRANSLATE_NOOP("RequestProblem", "%1 is no field of this message.");
    case Kind::Unknown:
        break;
    }
    return QT_TRANSLATE_NOOP("RequestProblem", "There is no such request.");
}

} // namespace

QString problemText(const RequestProblem& problem) {
    QString text = translatedProblem(sentence(problem.kind));
    text.replace(QStringLiteral("%2"), QString::number(problem.size));
    text.replace(QStringLiteral("%3"), QString::number(problem.limit));
    return text.replace(QStringLiteral("%1"), problem.keyword.name()); // last: a name may hold anything
}

} // namespace callwright::service
