#include "cil/protocol/json.h"
#include "cil/protocol/message_builder.h"
#include "cil/protocol/message_view.h"
#include "tests/unit/protocol/hex.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace callwright;
using namespace callwright::protocol;

/// Bytes written by hand from the guide's layouts: what they say must not depend on our tables or our encoder.
namespace {

struct Sample {
    Version version;
    unsigned message;
    const char* body;
    const char* json; ///< without type and message
};

constexpr Sample samples[] = {
    // OPEN_REQ: one-byte tags up to 19, two-byte tags from 20 on
    {13, 3,
     "00000001 0000000d 000001e0 00001388 00000007 0027fc3f 000003ff 00000000 00000000 00000000 00000000"
     "01 0a '5000.1001' 00  02 00  05 05 '1001' 00  06 05 '3101' 00",
     R"({"fixed":[["InvokeID",1],["VersionNumber",13],["IdleTimeout",480],["PeripheralID",5000],
        ["ServicesRequested",7],["CallMsgMask",2620479],["AgentStateMask",1023],["ConfigMsgMask",0],
        ["Reserved1",0],["Reserved2",0],["Reserved3",0]],
        "floating":[["ClientID","5000.1001"],["ClientPassword",{"hex":""}],["AgentID","1001"],
        ["AgentInstrument","3101"]]})"},
    {25, 3,
     "00000001 00000019 ffffffff ffffffff 00000090 00000000 00000000 00000000 00000000 00000000 00000000"
     "0001 0004 'mon' 00  0002 0006 'secret'  0003 0003 'me' 00",
     R"({"fixed":[["InvokeID",1],["VersionNumber",25],["IdleTimeout",4294967295],["PeripheralID",4294967295],
        ["ServicesRequested",144],["CallMsgMask",0],["AgentStateMask",0],["ConfigMsgMask",0],
        ["Reserved1",0],["Reserved2",0],["Reserved3",0]],
        "floating":[["ClientID","mon"],["ClientPassword",{"hex":"736563726574"}],["ClientSignature","me"]]})"},
    // OPEN_CONF: DepartmentID since 19, SessionType since 24
    {13, 4, "00000001 00000007 00000000 00000000 65a0bc00 0001 0017 0001  06 05 '3101' 00",
     R"({"fixed":[["InvokeID",1],["ServicesGranted",7],["MonitorID",0],["PGStatus",0],
        ["ICMCentralControllerTime",1705032704],["PeripheralOnline",true],["PeripheralType",23],["AgentState",1]],
        "floating":[["AgentInstrument","3101"]]})"},
    {19, 4,
     "00000001 00000007 00000000 00000004 65a0bc00 0000 0017 0001 ffffffff  e4 02 0001 d0 04 00001388 e0 02 0001",
     R"({"fixed":[["InvokeID",1],["ServicesGranted",7],["MonitorID",0],["PGStatus",4],
        ["ICMCentralControllerTime",1705032704],["PeripheralOnline",false],["PeripheralType",23],["AgentState",1],
        ["DepartmentID",-1]],
        "floating":[["NumPeripherals",1],["FltPeripheralID",5000],["MultilineAgentControl",1]]})"},
    {25, 4, "00000001 00000007 00000000 00000000 65a0bc00 0001 0017 0001 00000000 0001  0006 0005 '3101' 00",
     R"({"fixed":[["InvokeID",1],["ServicesGranted",7],["MonitorID",0],["PGStatus",0],
        ["ICMCentralControllerTime",1705032704],["PeripheralOnline",true],["PeripheralType",23],["AgentState",1],
        ["DepartmentID",0],["SessionType",1]],
        "floating":[["AgentInstrument","3101"]]})"},
    // SET_AGENT_STATE_REQ: ForcedFlag is one byte, AgentServiceReq begins on an odd offset
    {20, 38, "00000009 00001388 0002 0000 0000 0003 00 00000001  0006 0005 '3101' 00  0005 0005 '1001' 00",
     R"({"fixed":[["InvokeID",9],["PeripheralID",5000],["AgentState",2],["AgentWorkMode",0],["NumSkillGroups",0],
        ["EventReasonCode",3],["ForcedFlag",0],["AgentServiceReq",1]],
        "floating":[["AgentInstrument","3101"],["AgentID","1001"]]})"},
    {13, 38,
     "00000009 00001388 0000 0001 0001 0000 01 00000000  06 05 '3101' 00 31 04 'pw1' 00  3e 04 fffffffe 40 02 0002",
     R"({"fixed":[["InvokeID",9],["PeripheralID",5000],["AgentState",0],["AgentWorkMode",1],["NumSkillGroups",1],
        ["EventReasonCode",0],["ForcedFlag",1],["AgentServiceReq",0]],
        "floating":[["AgentInstrument","3101"],["AgentPassword","pw1"],["SkillGroupNumber",-2],
        ["SkillGroupPriority",2]]})"},
    // AGENT_STATE_EVENT: DepartmentID since 19
    {13, 30,
     "00000000 00001388 00000005 0017 0002 0000003c ffffffff ffffffff 0000 0002 0003 00000001 00000000 0001 00000001"
     "0000138f 00000000 0000  05 05 '1001' 00 04 05 '3101' 00 06 05 '3101' 00",
     R"({"fixed":[["MonitorID",0],["PeripheralID",5000],["SessionID",5],["PeripheralType",23],["SkillGroupState",2],
        ["StateDuration",60],["SkillGroupNumber",4294967295],["SkillGroupID",4294967295],["SkillGroupPriority",0],
        ["AgentState",2],["EventReasonCode",3],["MRDID",1],["NumTasks",0],["AgentMode",1],["MaxTaskLimit",1],
        ["ICMAgentID",5007],["AgentAvailabilityStatus",0],["NumFltSkillGroups",0]],
        "floating":[["AgentID","1001"],["AgentExtension","3101"],["AgentInstrument","3101"]]})"},
    {25, 30,
     "00000000 00001388 00000005 0017 0002 0000003c 00000001 0000138a 0000 0004 c351 00000001 00000001 0001 00000001"
     "0000138f 00000001 0001 fffffffd  0005 0005 '1001' 00 007b 0002 0005"
     "003e 0004 ffffffff 003f 0004 0000138a 0040 0002 0000 0041 0002 0004",
     R"({"fixed":[["MonitorID",0],["PeripheralID",5000],["SessionID",5],["PeripheralType",23],["SkillGroupState",2],
        ["StateDuration",60],["SkillGroupNumber",1],["SkillGroupID",5002],["SkillGroupPriority",0],
        ["AgentState",4],["EventReasonCode",50001],["MRDID",1],["NumTasks",1],["AgentMode",1],["MaxTaskLimit",1],
        ["ICMAgentID",5007],["AgentAvailabilityStatus",1],["NumFltSkillGroups",1],["DepartmentID",-3]],
        "floating":[["AgentID","1001"],["NextAgentState",5],["FltSkillGroupNumber",-1],["FltSkillGroupID",5002],
        ["FltSkillGroupPriority",0],["FltSkillGroupState",4]]})"},
    // BEGIN_CALL_EVENT with NAMEDVAR (name, value) and NAMEDARRAY (index, name, value)
    {19, 23,
     "00000000 00001388 0017 0000 0001 0001 0001 0001 01000001 0000"
     "19 05 '3101' 00  08 0b '4155550134' 00  0d 08 '88-1204' 00"
     "52 0b 'user.a' 00 'x=1' 00  53 0c 03 'user.b' 00 'y=2' 00",
     R"({"fixed":[["MonitorID",0],["PeripheralID",5000],["PeripheralType",23],["NumCTIClients",0],
        ["NumNamedVariables",1],["NumNamedArrays",1],["CallType",1],["ConnectionDeviceIDType",1],
        ["ConnectionCallID",16777217],["CalledPartyDisposition",0]],
        "floating":[["ConnectionDeviceID","3101"],["ANI","4155550134"],["CallVariable1","88-1204"],
        ["NamedVariable",{"name":"user.a","value":"x=1"}],["NamedArray",{"index":3,"name":"user.b","value":"y=2"}]]})"},
    {25, 23,
     "00000000 00001388 0017 0001 0000 0000 0001 0001 01000001 0000"
     "0019 0005 '3101' 00  0009 0003 010203  0017 0005 'desk' 00 0018 0004 65a0bc00",
     R"({"fixed":[["MonitorID",0],["PeripheralID",5000],["PeripheralType",23],["NumCTIClients",1],
        ["NumNamedVariables",0],["NumNamedArrays",0],["CallType",1],["ConnectionDeviceIDType",1],
        ["ConnectionCallID",16777217],["CalledPartyDisposition",0]],
        "floating":[["ConnectionDeviceID","3101"],["UserToUserInfo",{"hex":"010203"}],
        ["CTIClientSignature","desk"],["CTIClientTimestamp",1705032704]]})"},
    // CALL_DELIVERED_EVENT
    {13, 9,
     "00000000 00001388 0017 0001 01000001 ffff 0003 ffffffff ffffffff 00000001 0000138a 0000 0000 004b 0000 ffff"
     "0002 0016 0000 0000"
     "19 05 '3101' 00 1a 05 '3101' 00 1b 0b '4155550134' 00 1c 05 '8001' 00",
     R"({"fixed":[["MonitorID",0],["PeripheralID",5000],["PeripheralType",23],["ConnectionDeviceIDType",1],
        ["ConnectionCallID",16777217],["LineHandle",65535],["LineType",3],["ServiceNumber",4294967295],
        ["ServiceID",4294967295],["SkillGroupNumber",1],["SkillGroupID",5002],["SkillGroupPriority",0],
        ["AlertingDeviceType",0],["CallingDeviceType",75],["CalledDeviceType",0],["LastRedirectDeviceType",65535],
        ["LocalConnectionState",2],["EventCause",22],["NumNamedVariables",0],["NumNamedArrays",0]],
        "floating":[["ConnectionDeviceID","3101"],["AlertingDeviceID","3101"],["CallingDeviceID","4155550134"],
        ["CalledDeviceID","8001"]]})"},
    {25, 9,
     "00000000 00001388 0017 0001 01000001 ffff 0003 ffffffff ffffffff 00000001 0000138a 0000 0000 004b 0000 ffff"
     "0002 0016 0000 0000"
     "0019 0005 '3101' 00 001b 0008 'M' fc 'ller ' 00 00ca 0004 01000002",
     R"({"fixed":[["MonitorID",0],["PeripheralID",5000],["PeripheralType",23],["ConnectionDeviceIDType",1],
        ["ConnectionCallID",16777217],["LineHandle",65535],["LineType",3],["ServiceNumber",4294967295],
        ["ServiceID",4294967295],["SkillGroupNumber",1],["SkillGroupID",5002],["SkillGroupPriority",0],
        ["AlertingDeviceType",0],["CallingDeviceType",75],["CalledDeviceType",0],["LastRedirectDeviceType",65535],
        ["LocalConnectionState",2],["EventCause",22],["NumNamedVariables",0],["NumNamedArrays",0]],
        "floating":[["ConnectionDeviceID","3101"],["CallingDeviceID","Müller "],
        ["SecondaryConnectionCallID",16777218]]})"},
    // FAILURE_CONF in both of its printed forms
    {25, 1, "00000001 00000001", R"({"fixed":[["InvokeID",1],["Status",1]],"floating":[]})"},
    {13, 1, "00000001 00000001", R"({"fixed":[["InvokeID",1],["Status",1]],"floating":[]})"},
    {20, 1, "00000001 000d 00000102",
     R"({"fixed":[["InvokeID",1],["FailureCode",13],["PeripheralErrorCode",258]],"floating":[]})"},
    {13, 1, "00000001 000d 00000000",
     R"({"fixed":[["InvokeID",1],["FailureCode",13],["PeripheralErrorCode",0]],"floating":[]})"},
};

std::string titleOf(const Sample& sample) {
    return std::to_string(sample.message) + " v" + std::to_string(sample.version);
}

} // namespace

TEST(Golden, handWrittenBytesSayWhatTheyShould) {
    for (const Sample& sample : samples) {
        SCOPED_TRACE(titleOf(sample));
        const auto frame = test::frame(sample.message, sample.body);
        Decoder decoder(sample.version);
        const auto view = decoder.decode(frame);
        ASSERT_TRUE(view) << view.error().detail;
        const auto dump = toJson(*view, {CodePage::Windows1252, true});
        const auto expected = nlohmann::ordered_json::parse(sample.json);
        EXPECT_EQ(dump.at("type"), sample.message);
        EXPECT_EQ(dump.at("fixed"), expected.at("fixed"));
        EXPECT_EQ(dump.at("floating"), expected.at("floating"));
    }
}

TEST(Golden, whatTheySayGivesTheHandWrittenBytes) {
    for (const Sample& sample : samples) {
        SCOPED_TRACE(titleOf(sample));
        auto object = nlohmann::ordered_json::parse(sample.json);
        object["type"] = sample.message;
        const auto frame = fromJson(object, sample.version, CodePage::Windows1252);
        ASSERT_TRUE(frame) << frame.error().detail;
        EXPECT_EQ(test::hex(*frame), test::hex(test::frame(sample.message, sample.body)));
    }
}

TEST(Golden, builderWritesAnOpenReqAsHandWritten) {
    MessageBuilder builder(MessageType::OPEN_REQ, 13);
    builder.set(Field::InvokeID, 1).set(Field::VersionNumber, 13).set(Field::IdleTimeout, 480);
    builder.set(Field::PeripheralID, 5000).set(Field::ServicesRequested, 7).set(Field::CallMsgMask, 0x27FC3F);
    builder.set(Field::AgentStateMask, 0x3FF).set(Field::ClientID, "5000.1001").set(Field::ClientPassword, "");
    builder.set(Field::AgentID, "1001").set(Field::AgentInstrument, "3101");
    const auto built = builder.build();
    ASSERT_TRUE(built) << built.error().detail;
    EXPECT_EQ(test::hex(*built), test::hex(test::frame(samples[0].message, samples[0].body)));
}

TEST(Golden, viewReadsAgentStateByName) {
    const auto frame = test::frame(samples[8].message, samples[8].body);
    Decoder decoder(25);
    const auto view = decoder.decode(frame);
    ASSERT_TRUE(view);
    EXPECT_EQ(view->type(), MessageType::AGENT_STATE_EVENT);
    EXPECT_EQ(view->number(Field::AgentState), static_cast<std::uint32_t>(AgentState::AGENT_STATE_TALKING));
    EXPECT_EQ(view->number(Field::EventReasonCode), 50001U); // unsigned
    EXPECT_EQ(view->number(Field::DepartmentID), 0xFFFFFFFDU);
    EXPECT_EQ(view->number(Field::FltSkillGroupNumber), 0xFFFFFFFFU);
    EXPECT_EQ(view->text(Field::AgentID), "1001");
    EXPECT_EQ(view->text(Field::AgentInstrument), std::nullopt);
    EXPECT_FALSE(view->has(Field::Duration));
    EXPECT_TRUE(view->has(Field::MonitorID));
    EXPECT_EQ(view->number(Field::Duration, 7), 7U);
}
