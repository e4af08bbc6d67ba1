#include "cil/events/keywords.h"
#include "cil/protocol/tables.h"
#include "ui/dial/dial_field.h"
#include "ui/text/failure_text.h"
#include "ui/text/state_text.h"

#include <gtest/gtest.h>

namespace callwright {
namespace {

TEST(StateText, durationsReadAsMinutesThenHours) {
    EXPECT_EQ(durationText(std::chrono::milliseconds(999)), QLatin1String("00:00"));
    EXPECT_EQ(durationText(std::chrono::seconds(252)), QLatin1String("04:12"));
    EXPECT_EQ(durationText(std::chrono::seconds(3599)), QLatin1String("59:59"));
    EXPECT_EQ(durationText(std::chrono::seconds(36061)), QLatin1String("10:01:01"));
    EXPECT_EQ(durationText(std::chrono::seconds(-5)), QLatin1String("00:00"));
}

TEST(StateText, aPastedNumberInAnyFormatBecomesDigits) {
    EXPECT_EQ(dialable(QStringLiteral("+1 (415) 555-0134")), QLatin1String("14155550134"));
    EXPECT_EQ(dialable(QStringLiteral("*72#3102")), QLatin1String("*72#3102"));
    EXPECT_EQ(dialable(QString::fromUtf8("٣١٠٢")), QLatin1String("3102"));
    EXPECT_EQ(dialable(QStringLiteral("Ben Ode")), QString());
    EXPECT_EQ(dialable(QStringLiteral("  ")), QString());
}

TEST(StateText, aCallThatRingsAtTheFarEndIsCalling) {
    EXPECT_EQ(callStatusLook(CallStatus::Alerting, true, false).text, QLatin1String("Ringing"));
    EXPECT_EQ(callStatusLook(CallStatus::Alerting, false, false).text, QLatin1String("Calling"));
    EXPECT_EQ(callStatusLook(CallStatus::Connect, true, true).text, QLatin1String("Ended"));
    EXPECT_EQ(callStatusLook(static_cast<CallStatus>(77), true, false).text, QLatin1String("State 77"));
}

TEST(FailureText, tellsTheServersTextAndKeepsTheCodesForDetails) {
    const RequestFailure failure =
        failureOf(Arguments()
                      .set(keyword::InvokeID, std::uint32_t(7))
                      .set(keyword::FailureCode, std::int32_t(280))
                      .set(keyword::PeripheralErrorCode, std::int32_t(10103))
                      .set(keyword::ErrorMessage, QStringLiteral("Wrap-up data is missing.")));
    EXPECT_EQ(failure.invokeId, 7u);
    EXPECT_EQ(failure.text, QLatin1String("Wrap-up data is missing."));
    EXPECT_TRUE(failure.code.contains(QLatin1String("280")));
    EXPECT_TRUE(failure.code.contains(QLatin1String("10103")));
}

TEST(FailureText, saysWhatWasTriedAndKeepsEveryNameForDetails) {
    const RequestFailure failure = failureOf(
        Arguments()
            .set(keyword::FailureCode, std::int32_t(8))
            .set(keyword::PeripheralErrorCode, std::int32_t(13133))
            .set(keyword::MessageType, std::uint32_t(64))
            .set(keyword::UniqueObjectID, QStringLiteral("call.5000.1.3101"))
            .set(keyword::ErrorMessage, QStringLiteral("It is busy. Try again. (CF_GENERIC_OPERATION, 13133)")));
    EXPECT_EQ(failure.attempt, QLatin1String("The transfer was not made"));
    EXPECT_EQ(failure.text, QLatin1String("It is busy. Try again."));
    for (const char* detail : {"CF_GENERIC_OPERATION, 13133", "Code 8", "TRANSFER_CALL_REQ (64)", "call.5000.1.3101"})
        EXPECT_TRUE(failure.code.contains(QLatin1String(detail))) << detail;
}

TEST(FailureText, withoutAnAnswerItDoesNotClaimThatNothingHappened) {
    for (const char* name : {"E_CTI_TIMEOUT", "E_CTI_CTI_SERVER_OFFLINE"}) {
        const RequestFailure failure =
            failureOf(Arguments()
                          .set(keyword::MessageType, static_cast<std::uint32_t>(protocol::MessageType::HOLD_CALL_REQ))
                          .set(keyword::ErrorMessage,
                               QStringLiteral("No answer came in time. Look. (%1)").arg(QLatin1String(name))));
        EXPECT_TRUE(failure.isOutcomeUnknown) << name;
        EXPECT_EQ(failure.attempt, QLatin1String("It is not known whether the call was put on hold"));
    }
    EXPECT_FALSE(failureOf(Arguments().set(keyword::ErrorMessage, QStringLiteral("Busy. (CF_GENERIC_OPERATION)")))
                     .isOutcomeUnknown);
}

TEST(FailureText, everyRequestOfCallControlIsNamedInWords) {
    for (const char* request :
         {"ALTERNATE_CALL_REQ",    "ANSWER_CALL_REQ",       "CLEAR_CALL_REQ",      "CLEAR_CONNECTION_REQ",
          "CONFERENCE_CALL_REQ",   "CONSULTATION_CALL_REQ", "DEFLECT_CALL_REQ",    "HOLD_CALL_REQ",
          "MAKE_CALL_REQ",         "RECONNECT_CALL_REQ",    "RETRIEVE_CALL_REQ",   "TRANSFER_CALL_REQ",
          "SET_CALL_DATA_REQ",     "SEND_DTMF_SIGNAL_REQ",  "START_RECORDING_REQ", "STOP_RECORDING_REQ",
          "SUPERVISOR_ASSIST_REQ", "EMERGENCY_CALL_REQ",    "BAD_CALL_REQ",        "AGENT_GREETING_CONTROL_REQ",
          "SET_AGENT_STATE_REQ"}) {
        EXPECT_NE(protocol::findMessage(request), nullptr) << request;
        EXPECT_FALSE(attemptText(QLatin1String(request)).isEmpty()) << request;
        EXPECT_NE(doubtText(QLatin1String(request)), attemptText(QLatin1String(request))) << request;
    }
    EXPECT_TRUE(attemptText(QStringLiteral("HEARTBEAT_REQ")).isEmpty());
}

TEST(FailureText, aFailureWithoutAnyTextStillSaysSomething) {
    EXPECT_FALSE(failureOf(Arguments()).text.isEmpty());
    EXPECT_FALSE(connectionFailureText(Arguments()).isEmpty());
    EXPECT_FALSE(connectionFailureText(Arguments().set(keyword::ReasonCode, std::int32_t(-7))).isEmpty());
}

TEST(DialField, knowsTheNumberInWhatWasPasted) {
    DialField field;
    field.setText(QStringLiteral("(415) 555 0134"));
    EXPECT_EQ(field.number(), QLatin1String("4155550134"));
}

} // namespace
} // namespace callwright
