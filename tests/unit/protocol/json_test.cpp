#include "cil/protocol/json.h"
#include "tests/support/frame_samples.h"
#include "tests/unit/protocol/hex.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace callwright;
using namespace callwright::protocol;
using Json = nlohmann::ordered_json;

namespace {

constexpr DumpOptions showing{CodePage::Windows1252, true};

/// The JSON of a frame, which must give the same bytes again.
Json dumped(std::span<const std::byte> frame, Version version = 25, DumpOptions options = showing) {
    Decoder decoder(version);
    const auto view = decoder.decode(frame);
    const Json object = view ? toJson(*view, options) : toJson(view.error(), frame, options);
    const auto again = fromJson(Json::parse(object.dump()), version, options.codePage);
    EXPECT_TRUE(again) << object << ": " << again.error().detail;
    EXPECT_EQ(again ? test::hex(*again) : "", test::hex(frame)) << object;
    return object;
}

/// The value of the first floating field.
Json value(const Json& object) { return object.at("floating").at(0).at(1); }
std::string name(const Json& object) { return object.at("floating").at(0).at(0); }

/// BEGIN_CALL_EVENT at 25 with these floating fields.
Json begun(const std::string& floating, DumpOptions options = showing) {
    return dumped(test::frame(23, "00000000 00001388 0017 0000 0000 0000 0001 0001 01000001 0000" + floating), 25,
                  options);
}

std::string refusal(const char* text, Version version = 25) {
    const auto frame = fromJson(Json::parse(text), version, CodePage::Windows1252);
    return frame ? "" : frame.error().detail;
}

} // namespace

TEST(Json, isTheExactInverseForEveryMessageAtEveryVersion) {
    for (const auto fill : {test::Fill::Plain, test::Fill::Empty, test::Fill::Full}) {
        for (const auto& sample : test::allFrameSamples(fill)) {
            SCOPED_TRACE(sample.name());
            const Json object = dumped(sample.frame, sample.version);
            EXPECT_EQ(object.at("message"), sample.spec->name);
            EXPECT_EQ(object.contains("fixed"), sample.spec->hasLayout);
        }
    }
}

TEST(Json, putsTheKeysInWireOrder) {
    const Json object = dumped(test::frame(5, "00000007"));
    EXPECT_EQ(object.dump(), R"({"type":5,"message":"HEARTBEAT_REQ","fixed":[["InvokeID",7]],"floating":[]})");
}

TEST(Json, showsCanonicalValuesPlainly) {
    EXPECT_EQ(value(begun("0008 0004 '415' 00")), "415");
    EXPECT_EQ(value(begun("0008 0001 00")), "");
    EXPECT_EQ(value(begun("0009 0002 abcd")), Json({{"hex", "abcd"}}));
    EXPECT_EQ(value(begun("0052 0005 'ab' 00 'c' 00")), Json({{"name", "ab"}, {"value", "c"}}));
    EXPECT_EQ(value(begun("0053 0006 09 'ab' 00 'c' 00")), Json({{"index", 9}, {"name", "ab"}, {"value", "c"}}));
}

TEST(Json, keepsTheBytesOfTextsThatAreNotCanonical) {
    EXPECT_EQ(value(begun("0008 0003 '415'")), Json({{"value", "415"}, {"hex", "343135"}}));
    EXPECT_EQ(value(begun("0008 0000")), Json({{"value", ""}, {"hex", ""}}));
    EXPECT_EQ(value(begun("0008 0006 '415' 00 'x' 00")), Json({{"value", "415"}, {"hex", "343135007800"}}));
    EXPECT_EQ(value(begun("0008 0005 '415' 00 00")), Json({{"value", "415"}, {"hex", "3431350000"}}));
    EXPECT_EQ(value(begun("0008 0003 'a' 81 00")), Json({{"value", "a\xEF\xBF\xBD"}, {"hex", "618100"}}));
    EXPECT_EQ(value(begun("0052 0004 'ab' 00 'c'")), Json({{"name", "ab"}, {"value", "c"}, {"hex", "61620063"}}));
    EXPECT_EQ(value(begun("0052 0002 'ab'")), Json({{"hex", "6162"}}));
    EXPECT_EQ(value(begun("0052 0000")), Json({{"hex", ""}}));
    EXPECT_EQ(value(begun("0053 0000")), Json({{"hex", ""}}));
    EXPECT_EQ(value(begun("0052 0006 'ab' 00 00 'c' 00")),
              Json({{"name", "ab"}, {"value", ""}, {"hex", "616200006300"}}));
}

TEST(Json, readsTextsInTheCodePageOfTheConnection) {
    EXPECT_EQ(value(begun("0008 0003 fc 80 00")), "ü€");
    const DumpOptions utf8{CodePage::Utf8, true};
    EXPECT_EQ(value(begun("0008 0003 c3bc 00", utf8)), "ü");
    EXPECT_EQ(value(begun("0008 0002 fc 00", utf8)), Json({{"value", "\xEF\xBF\xBD"}, {"hex", "fc00"}}));
}

TEST(Json, keepsTheBytesOfNumbersThatAreNotCanonical) {
    const Json online =
        dumped(test::frame(4, "00000001 00000007 00000000 00000000 65a0bc00 0007 0017 0001 00000000 0001"));
    EXPECT_EQ(online.at("fixed").at(5), Json::array({"PeripheralOnline", Json{{"value", 7}, {"hex", "0007"}}}));
    EXPECT_EQ(value(begun("0048 0002 0001")), Json({{"hex", "0001"}}));
    EXPECT_EQ(value(begun("0048 0005 0000000001")), Json({{"hex", "0000000001"}}));
    EXPECT_EQ(value(begun("0048 0004 ffffffff")), 4294967295U);
}

TEST(Json, writesArraysAsListsAndOneElementAsItself) {
    const auto services = [](const std::string& field) {
        return value(dumped(test::frame(283, std::string(40, '0') + field)));
    };
    const auto* spec = findMessage("SET_AGENT_SERVICE_DATA_REQ");
    ASSERT_EQ(static_cast<unsigned>(spec->type), 283U);
    ASSERT_EQ(fixedSize(*spec, 25), 20U);
    EXPECT_EQ(services("0135 0004 0001 0002"), Json({1, 2}));
    EXPECT_EQ(services("0135 0002 0001"), Json(1));
    EXPECT_EQ(services("0135 0000"), Json::array());
    EXPECT_EQ(services("0135 0003 000102"), Json({{"hex", "000102"}}));
}

TEST(Json, namesUnknownTagsByNumber) {
    const Json object = begun("0138 0001 ff");
    EXPECT_EQ(name(object), "#312");
    EXPECT_EQ(value(object), Json({{"hex", "ff"}}));
    ASSERT_TRUE(object.contains("warnings"));
    EXPECT_EQ(object.at("warnings").at(0).at("error"), "E_CTI_INVALID_TAG_FOR_MSG_TYPE");
}

TEST(Json, repeatsRepeatedFields) {
    EXPECT_EQ(begun("0052 0004 'a' 00 'b' 00 0052 0004 'a' 00 'b' 00").at("floating").size(), 2U);
}

TEST(Json, givesTheBodyOfWhatHasNoLayout) {
    EXPECT_EQ(dumped(test::frame(9999, "0102")), Json({{"type", 9999}, {"message", nullptr}, {"body", "0102"}}));
    EXPECT_EQ(dumped(test::frame(277, "")),
              Json({{"type", 277}, {"message", "STANDBY_ACTIVE_EVENT_MSG"}, {"body", ""}}));
}

TEST(Json, reportsWhatCannotBeCutIntoFields) {
    const Json object = dumped(test::frame(5, "0000"));
    EXPECT_EQ(object.at("error"), "E_CTI_INVALID_MESSAGE_LENGTH");
    EXPECT_EQ(object.at("hex"), "00000002000000050000");
    EXPECT_TRUE(object.contains("detail"));
    EXPECT_EQ(object.at("offset"), 8);
    EXPECT_FALSE(object.contains("masked"));
}

TEST(Json, masksSecretsAndRefusesToEncodeThem) {
    const auto login = test::frame(38, "00000009 00001388 0000 0001 0000 0000 00 00000000 0031 0005 'pass' 00");
    Decoder decoder(25);
    const Json object = toJson(*decoder.decode(login), {CodePage::Windows1252, false});
    EXPECT_EQ(value(object), Json({{"masked", true}}));
    EXPECT_EQ(object.dump().find("pass"), std::string::npos);
    EXPECT_EQ(object.dump().find("70617373"), std::string::npos);
    const auto encoded = fromJson(object, 25, CodePage::Windows1252);
    ASSERT_FALSE(encoded);
    EXPECT_NE(encoded.error().detail.find("masked"), std::string::npos);
    EXPECT_EQ(value(toJson(*decoder.decode(login), showing)), "pass");
}

TEST(Json, masksSecretsInBrokenFramesAndUnderUnknownTags) {
    constexpr DumpOptions masking{CodePage::Windows1252, false};
    const std::string fixed = "00000009 00001388 0000 0001 0000 0000 00 00000000";
    const auto broken = test::frame(38, fixed + "0031 0009 'pass' 00");
    Decoder decoder(25);
    const auto error = decoder.decode(broken);
    ASSERT_FALSE(error);
    const Json object = toJson(error.error(), broken, masking);
    EXPECT_EQ(object.at("hex"), "0000001e00000026");
    EXPECT_EQ(object.at("masked"), true);
    EXPECT_FALSE(fromJson(object, 25, CodePage::Windows1252));
    EXPECT_EQ(toJson(error.error(), broken, showing).at("hex"), test::hex(broken));

    const auto foreign = test::frame(38, fixed + "0138 0005 'pass' 00"); // as a wrong version may show it
    EXPECT_EQ(value(toJson(*decoder.decode(foreign), masking)), Json({{"masked", true}}));
    const auto event = test::frame(6, "00000001 0138 0005 'pass' 00"); // a message without secrets has nothing to hide
    EXPECT_EQ(value(toJson(*decoder.decode(event), masking)), Json({{"hex", "7061737300"}}));
}

TEST(Json, masksASecretInAMessageThatMayNotCarryIt) {
    constexpr DumpOptions masking{CodePage::Windows1252, false};
    const auto event = test::frame(6, "00000001 0031 0005 'pass' 00"); // AgentPassword where the guide has none
    Decoder decoder(25);
    EXPECT_EQ(value(toJson(*decoder.decode(event), masking)), Json({{"masked", true}}));
    EXPECT_EQ(value(toJson(*decoder.decode(event), showing)), Json({{"hex", "7061737300"}}));
}

TEST(Json, choosesTheAlternateByFieldNames) {
    const auto frame = fromJson(
        Json::parse(R"({"message":"CLEAR_CONNECTION_REQ","fixed":[["InvokeID",1],["RequestingDeviceIDType",70]]})"), 25,
        CodePage::Windows1252);
    ASSERT_TRUE(frame);
    EXPECT_EQ(test::hex(*frame), "000000100000002e00000001000000000000000000000046");
}

TEST(Json, letsHexWin) {
    const auto frame = fromJson(Json::parse(R"({"type":5,"fixed":[["InvokeID",{"value":9,"hex":"00000002"}]]})"), 25,
                                CodePage::Windows1252);
    ASSERT_TRUE(frame);
    EXPECT_EQ(test::hex(*frame), "000000040000000500000002");
}

TEST(Json, saysWhyItRefuses) {
    for (const char* bad : {
             "7",
             "[]",
             "{}",
             R"({"type":-1,"body":""})",
             R"({"type":4294967296,"body":""})",
             R"({"type":18446744073709551615,"body":""})",
             R"({"type":{"hex":"00"},"body":""})",
             R"({"type":"5","body":""})",
             R"({"message":"NO_SUCH_MESSAGE","body":""})",
             R"({"type":5,"message":"OPEN_REQ"})",
             R"({"type":9999})",
             R"({"type":9999,"body":"0"})",
             R"({"type":9999,"body":"zz"})",
             R"({"type":9999,"body":7})",
             R"({"type":5,"fixed":7})",
             R"({"type":5,"fixed":[["InvokeID"]]})",
             R"({"type":5,"fixed":[[1,2]]})",
             R"({"type":5,"fixed":[["InvokeID",4294967296]]})",
             R"({"type":5,"fixed":[["InvokeID",-1]]})",
             R"({"type":5,"fixed":[["InvokeID",1.5]]})",
             R"({"type":5,"fixed":[["InvokeID",true]]})",
             R"({"type":5,"fixed":[["InvokeID",{"hex":"00"}]]})",
             R"({"type":5,"fixed":[["InvokeID",1],["InvokeID",1]]})",
             R"({"type":5,"fixed":[["AgentID","x"]]})",
             R"({"type":5,"floating":[["AgentID","x"]]})",
             R"({"type":3,"floating":[["ClientID",1]]})",
             R"({"type":3,"floating":[["ClientID","漢"]]})",
             R"({"type":3,"floating":[["ClientID","a\u0000b"]]})",
             R"({"type":3,"floating":[["ClientPassword","x"]]})",
             R"({"type":3,"floating":[["ClientID",{"value":"x"}]]})",
             R"({"type":3,"floating":[["#",{"hex":""}]]})",
             R"({"type":3,"floating":[["#65536",{"hex":""}]]})",
             R"({"type":3,"floating":[["#1x",{"hex":""}]]})",
             R"({"type":3,"floating":[["#1","x"]]})",
             R"({"type":3,"floating":[["UniqueInstanceID","x"]]})",
             R"({"type":23,"floating":[["NamedVariable","x"]]})",
             R"({"type":23,"floating":[["NamedVariable",{"name":"x"}]]})",
             R"({"type":23,"floating":[["NamedArray",{"name":"x","value":"y"}]]})",
             R"({"type":23,"floating":[["NamedArray",{"index":256,"name":"x","value":"y"}]]})",
             R"({"error":"E_CTI_INVALID_MESSAGE_LENGTH"})",
         }) {
        EXPECT_NE(refusal(bad), "") << bad;
    }
    EXPECT_NE(refusal(R"({"type":3,"floating":[["#256",{"hex":""}]]})", 19), "");
    EXPECT_EQ(refusal(R"({"type":3,"floating":[["#256",{"hex":""}]]})", 20), "");
    const Json tooLong = {{"type", 9999}, {"body", std::string(2 * 12493, '0')}};
    EXPECT_FALSE(fromJson(tooLong, 25, CodePage::Windows1252));
}
