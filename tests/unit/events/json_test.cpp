#include "cil/events/json.h"
#include "cil/events/keywords.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

namespace callwright {
namespace {

TEST(ArgumentsJson, HasNumbersTextsAndNestedObjects) {
    const Arguments arguments{{keyword::EnablementMask, 0x80000000U},
                              {keyword::CallStatus, std::int16_t(-1)},
                              {keyword::Monitored, true},
                              {keyword::ANI, QStringLiteral("415")},
                              {keyword::ECC, Arguments({{Keyword::of(u"user.a[0]"), QStringLiteral("x")}})},
                              {keyword::IncomingWrapupStrings, ArgArray{ArgValue(QStringLiteral("s"))}},
                              {keyword::CurrentCall, ArgValue::reference(QStringLiteral("call.1.2.3"))},
                              {keyword::DNIS, ArgValue()}};
    const QJsonObject expected = QJsonDocument::fromJson(R"({"EnablementMask":2147483648,"CallStatus":-1,
        "Monitored":true,"ANI":"415","ECC":{"user.a[0]":"x"},"IncomingWrapupStrings":["s"],
        "CurrentCall":"call.1.2.3","DNIS":null})")
                                     .object();
    EXPECT_EQ(toJson(arguments), expected) << QJsonDocument(toJson(arguments)).toJson().toStdString();
}

} // namespace
} // namespace callwright
