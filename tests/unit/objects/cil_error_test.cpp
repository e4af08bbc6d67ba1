#include "cil/objects/cil_error.h"

#include <QFile>

#include <gtest/gtest.h>

namespace callwright {
namespace {

TEST(CilError, NamesItsOwnCodesAsTheFactsDo) {
    EXPECT_EQ(cilErrorName(CilCode::Ok), QStringLiteral("CIL_OK"));
    EXPECT_EQ(cilErrorName(CilCode::CallNotAlerting), QStringLiteral("E_CTIOS_CALL_NOT_ALERTING"));
    EXPECT_EQ(cilErrorName(CilCode::InFailover), QStringLiteral("E_CTIOS_IN_FAILOVER"));
    EXPECT_EQ(cilErrorName(CilCode::NotConnected), QStringLiteral("E_CTIOS_SESSION_NOT_CONNECTED"));
    EXPECT_EQ(cilErrorName(CilCode::CallAlreadyCurrent), QStringLiteral("E_CTIOS_CALL_ALREADY_CURRENT_IN_SESSION"));
}

TEST(CilError, KnowsEveryCodeOfTheFacts) {
    QFile file(QStringLiteral(CALLWRIGHT_TEST_DATA "/objects/cil_errors.tsv"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    file.readLine(); // the names of the columns
    int rows = 0;
    while (!file.atEnd()) {
        const QList<QByteArray> row = file.readLine().trimmed().split('\t');
        ASSERT_EQ(row.size(), 2);
        const int code = row[1].toInt();
        EXPECT_EQ(cilErrorName(code), QString::fromLatin1(row[0]));
        EXPECT_FALSE(cilErrorText(code).contains(QString::number(code))) << code; // words, not the number
        ++rows;
    }
    EXPECT_EQ(rows, 68);
}

TEST(CilError, ShowsAnUnknownCodeAsItsNumber) {
    EXPECT_EQ(cilErrorName(-4711), QStringLiteral("-4711"));
    EXPECT_TRUE(cilErrorText(-4711).contains(QStringLiteral("-4711")));
}

TEST(CilError, SaysForPeopleWhatHappened) {
    EXPECT_FALSE(cilErrorText(CilCode::NotConnected).isEmpty());
    EXPECT_NE(cilErrorText(CilCode::NotConnected), cilErrorName(CilCode::NotConnected));
}

TEST(CilError, AResultTellsItsCodeItsRequestAndWhatIsWrong) {
    const CilResult sent{CilCode::Ok, 17};
    EXPECT_EQ(sent.invokeId, 17U);
    const CilResult result{CilCode::InvalidArgument, 0, QStringLiteral("MonitorID: nine")};
    EXPECT_EQ(result.code, -103);
    EXPECT_EQ(cilErrorText(result), QStringLiteral("MonitorID: nine")); // says more than its code
}

TEST(CilError, IsTrueForOkOnly) {
    EXPECT_TRUE(CilResult{});
    EXPECT_FALSE(CilResult{CilCode::InvalidCall});
    EXPECT_FALSE(CilResult{0}); // CIL_FAIL
}

} // namespace
} // namespace callwright
