#include "cil/events/event_list.h"
#include "cil/events/keywords.h"
#include "cil/protocol/tables.h"
#include "cil/service/event_mapping.h"
#include "cil/service/failure_table.h"
#include "cil/service/failures.h"
#include "tests/unit/service/wire_frames.h"

#include <gtest/gtest.h>

namespace callwright::service {
namespace {

using protocol::Field;
using protocol::MessageBuilder;
using protocol::MessageType;

FailedRequest failed(FailedRequest::Kind kind, std::uint32_t code, std::uint32_t peripheralError = 0) {
    FailedRequest failure;
    failure.kind = kind;
    failure.request = MessageType::SET_AGENT_STATE_REQ;
    failure.invokeId = 9;
    failure.code = code;
    failure.peripheralErrorCode = peripheralError;
    failure.peripheralId = 5000;
    failure.agentId = QStringLiteral("1001");
    failure.uniqueObjectId = QStringLiteral("agent.5000.1001");
    return failure;
}

TEST(Failures, NamesAreThoseOfTheProtocolTables) {
    for (const detail::Failure& row : detail::statusFailures()) {
        EXPECT_EQ(row.name, protocol::statusCodeName(row.code));
    }
    for (const detail::Failure& row : detail::controlFailures()) {
        EXPECT_EQ(row.name, protocol::controlFailureCodeName(row.code));
    }
    for (const detail::Failure& row : detail::causeFailures()) {
        EXPECT_EQ(row.name, protocol::enumValueName("EventCause", row.code));
        EXPECT_FALSE(callFailureText(row.code).what.isEmpty()) << row.name;
    }
    EXPECT_EQ(detail::causeFailures().size(), 120U);
    EXPECT_EQ(detail::statusFailures().size(), 103U);
    EXPECT_EQ(detail::controlFailures().size(), 111U);
    EXPECT_EQ(detail::peripheralFailures().size(), 183U);
}

TEST(Failures, EveryCodeHasATextForPeople) {
    for (std::uint32_t code = 1; code < 111; ++code) {
        EXPECT_FALSE(statusText(code).what.isEmpty()) << code;
    }
    for (const detail::Failure& row : detail::controlFailures()) {
        EXPECT_FALSE(controlFailureText(row.code).what.isEmpty()) << row.name;
    }
    for (const detail::Failure& row : detail::peripheralFailures()) {
        EXPECT_FALSE(peripheralErrorText(row.code).what.isEmpty()) << row.name;
    }
}

/// What Unified CCE answers to the requests of whole call control, in words that fit what was tried.
TEST(Failures, WhatWasTriedIsToldApart) {
    struct Told {
        std::uint32_t peripheralError;
        std::uint32_t other; // tells something else
    };
    for (const auto& [error, other] : {Told{13049, 13123}, Told{13059, 13049}, Told{13069, 13059}, Told{13089, 13092},
                                       Told{13092, 13082}, Told{13082, 13091}, Told{13085, 13089}}) {
        EXPECT_NE(peripheralErrorText(error).what, peripheralErrorText(other).what) << error;
        EXPECT_FALSE(peripheralErrorText(error).toDo.isEmpty()) << error;
    }
}

TEST(Failures, RulesOfUnifiedCceSayWhatToDo) {
    for (const char* name :
         {"CF_ARBITRARY_CONF_OR_XFER_NOT_SUPPORTED", "CF_INVALID_CONSULT_TYPE", "CF_REQUESTED_SERVICE_NOT_REGISTERED",
          "CF_CONFERENCE_MEMBER_LIMIT_EXCEEDED", "CF_INVALID_OBJECT_STATE", "CF_INVALID_CALLED_DEVICE",
          "CF_PRIVILEGE_VIOLATION_ON_CALLED_DEVICE", "CF_RESOURCE_OUT_OF_SERVICE",
          "CF_AGENT_GREETING_CONTROL_OPERATION_FAILURE"}) {
        const auto code = protocol::enumValue("ControlFailureCode", name);
        ASSERT_TRUE(code.has_value()) << name;
        EXPECT_FALSE(controlFailureText(*code).toDo.isEmpty()) << name;
        EXPECT_NE(controlFailureText(*code).what, controlFailureText(0).what) << name;
    }
}

TEST(Failures, UnknownCodesAreShownAsNumbers) {
    EXPECT_EQ(statusText(100).name, u"100");
    EXPECT_EQ(controlFailureText(65535).name, u"65535");
    EXPECT_EQ(peripheralErrorText(424242).name, u"424242");
    EXPECT_TRUE(peripheralErrorText(0).name.isEmpty());
    EXPECT_TRUE(peripheralErrorText(0).what.isEmpty());
}

TEST(Failures, ACodeBelowZeroIsFoundToo) { EXPECT_EQ(peripheralErrorText(0xFFFFFFFF).name, u"PERERR_UNKNOWN"); }

TEST(Failures, SystemReasonsAreNamedAndOthersAreNot) {
    EXPECT_FALSE(systemReasonText(50002).isEmpty());
    EXPECT_FALSE(systemReasonText(32767).isEmpty());
    EXPECT_FALSE(systemReasonText(999).isEmpty());
    EXPECT_FALSE(systemReasonText(65535).isEmpty());
    EXPECT_TRUE(systemReasonText(3).isEmpty());
    EXPECT_TRUE(systemReasonText(0).isEmpty());
}

TEST(Failures, AControlFailureTellsCodeNameAndText) {
    const Arguments arguments = controlFailureArguments(failed(FailedRequest::Kind::ControlFailure, 281));
    EXPECT_EQ(arguments.toUInt(keyword::FailureCode), 281U);
    EXPECT_EQ(arguments.toUInt(keyword::MessageType), 38U);
    EXPECT_EQ(arguments.toUInt(keyword::InvokeID), 9U);
    const QString text = arguments.toString(keyword::ErrorMessage);
    EXPECT_TRUE(text.contains(u"CF_REASON_CODE_REQUIRED")) << text.toStdString();
    EXPECT_TRUE(text.startsWith(controlFailureText(281).what)) << text.toStdString();
    EXPECT_TRUE(missingParameters(EventId::OnAgentControlFailureConf, arguments).empty());
    EXPECT_TRUE(missingParameters(EventId::OnCallControlFailureConf, arguments).empty());
}

TEST(Failures, TheCloserReasonOfThePeripheralIsTold) {
    const QString text =
        controlFailureArguments(failed(FailedRequest::Kind::ControlFailure, 0, 10103)).toString(keyword::ErrorMessage);
    EXPECT_TRUE(text.startsWith(peripheralErrorText(10103).what)) << text.toStdString();
    EXPECT_TRUE(text.contains(u"CF_GENERIC_UNSPECIFIED, PERERR_TELDRIVE_AGENTAVAILORWORK")) << text.toStdString();
    const QString unknown = controlFailureArguments(failed(FailedRequest::Kind::ControlFailure, 281, 424242))
                                .toString(keyword::ErrorMessage);
    EXPECT_TRUE(unknown.startsWith(controlFailureText(281).what)) << unknown.toStdString();
    EXPECT_TRUE(unknown.contains(u"424242"));
}

TEST(Failures, TheSameCodeMeansAnotherThingInAFailureConf) {
    const Arguments arguments = controlFailureArguments(failed(FailedRequest::Kind::Failure, 8));
    EXPECT_TRUE(arguments.toString(keyword::ErrorMessage).contains(u"E_CTI_INVALID_AGENT_DATA"));
}

TEST(Failures, TimeOutsAndLostLinksHaveCodesToo) {
    EXPECT_EQ(controlFailureArguments(failed(FailedRequest::Kind::TimedOut, 0)).toUInt(keyword::FailureCode), 16U);
    EXPECT_EQ(controlFailureArguments(failed(FailedRequest::Kind::LinkLost, 0)).toUInt(keyword::FailureCode), 15U);
    EXPECT_NE(controlFailureArguments(failed(FailedRequest::Kind::LinkLost, 0)).toString(keyword::ErrorMessage),
              controlFailureArguments(failed(FailedRequest::Kind::TimedOut, 0)).toString(keyword::ErrorMessage));
}

TEST(Failures, LogoutFailedHasItsParameters) {
    const Arguments arguments = logoutFailedArguments(failed(FailedRequest::Kind::ControlFailure, 22));
    EXPECT_TRUE(missingParameters(EventId::OnLogoutFailed, arguments).empty());
    EXPECT_EQ(arguments.size(), 3U);
}

TEST(Failures, SystemEventsReportConnectionStatus) {
    const DecodedFrame message(
        MessageBuilder(MessageType::SYSTEM_EVENT, 25).set(Field::SystemEventID, 4U).set(Field::SystemEventArg1, 5000U));
    const Arguments arguments = ctiosFailureArguments(message.view(), protocol::CodePage::Windows1252);
    EXPECT_EQ(arguments.toInt(keyword::FailureCode), 10);
    EXPECT_EQ(arguments.toInt(keyword::SystemEventID), 4);
    EXPECT_EQ(arguments.toInt(keyword::SystemEventArg1), 5000);
    EXPECT_EQ(arguments.toString(keyword::ErrorMessage), u"The phone system is off line.");
    EXPECT_TRUE(missingParameters(EventId::OnCTIOSFailure, arguments).empty());
}

TEST(Failures, FailureEventsAreTold) {
    const DecodedFrame offline(MessageBuilder(MessageType::FAILURE_EVENT, 25).set(Field::Status, 15U));
    const Arguments arguments = ctiosFailureArguments(offline.view(), protocol::CodePage::Windows1252);
    EXPECT_EQ(arguments.toInt(keyword::FailureCode), 10);
    EXPECT_EQ(arguments.toInt(keyword::SystemEventID), 7);
    const DecodedFrame evicted(MessageBuilder(MessageType::FAILURE_EVENT, 25).set(Field::Status, 11U));
    const Arguments other = ctiosFailureArguments(evicted.view(), protocol::CodePage::Windows1252);
    EXPECT_EQ(other.toInt(keyword::FailureCode), 12);
    EXPECT_TRUE(other.toString(keyword::ErrorMessage).contains(u"E_CTI_NEW_SESSION_OPENED"));
}

} // namespace
} // namespace callwright::service
