#include "cil/protocol/hex.h"
#include "tests/support/frame_samples.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>

#ifdef _WIN32
#define WEXITSTATUS(status) (status)
#else
#include <sys/wait.h>
#endif

using namespace callwright;
using Json = nlohmann::ordered_json;

namespace {

struct Outcome {
    int status;
    std::string output;
    std::string errors;

    std::vector<Json> objects() const {
        std::vector<Json> list;
        std::istringstream lines(output);
        for (std::string line; std::getline(lines, line);) {
            list.push_back(Json::parse(line));
        }
        return list;
    }
};

/// Runs the program itself, as a user does, with files for its three streams.
class Console : public testing::Test {
protected:
    Console() : m_folder(std::filesystem::temp_directory_path() / uniqueName()) {
        std::filesystem::create_directories(m_folder);
    }
    ~Console() override { std::filesystem::remove_all(m_folder); }

    std::string path(const char* name) const { return (m_folder / name).string(); }

    Outcome run(const std::string& arguments, const std::string& input = {}) const {
        std::ofstream(path("in"), std::ios::binary) << input;
        const std::string command = std::string(CALLWRIGHT_PROGRAMS) + "/callwright-console " + arguments + " <" +
                                    path("in") + " >" + path("out") + " 2>" + path("err");
        const int status = std::system(command.c_str());
        return {WEXITSTATUS(status), contents("out"), contents("err")};
    }

private:
    static std::string uniqueName() {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        return std::string("callwright-console-") + test->name() + "-" + std::to_string(std::random_device{}());
    }
    std::string contents(const char* name) const {
        std::ifstream file(path(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    std::filesystem::path m_folder;
};

constexpr const char* heartbeat = "00000004 00000005 00000007";

} // namespace

TEST_F(Console, decodesHexWithAnyWhiteSpace) {
    const auto outcome = run("decode --hex", "000 00004\t0000\n0005 0000\r\n0007" + std::string(heartbeat));
    EXPECT_EQ(outcome.status, 0);
    EXPECT_EQ(outcome.output, R"({"type":5,"message":"HEARTBEAT_REQ","fixed":[["InvokeID",7]],"floating":[]})"
                              "\n"
                              R"({"type":5,"message":"HEARTBEAT_REQ","fixed":[["InvokeID",7]],"floating":[]})"
                              "\n");
}

TEST_F(Console, encodesOneFrameALine) {
    const auto outcome = run("encode --hex", R"({"type":5,"fixed":[["InvokeID",7]]} {"message":"HEARTBEAT_CONF",
        "fixed":[["InvokeID",8]]})");
    EXPECT_EQ(outcome.status, 0);
    EXPECT_EQ(outcome.output, "000000040000000500000007\n000000040000000600000008\n");
}

TEST_F(Console, decodeAndEncodeAreInverseForAllMessagesOfAVersion) {
    for (const int version : {13, 19, 20, 25}) {
        std::string stream;
        for (const auto& sample : test::allFrameSamples(test::Fill::Plain)) {
            if (sample.version == version) {
                stream.append(reinterpret_cast<const char*>(sample.frame.data()), sample.frame.size());
            }
        }
        const std::string protocol = " --protocol " + std::to_string(version);
        const auto decoded = run("decode --secrets" + protocol, stream);
        EXPECT_EQ(decoded.status, 0) << decoded.errors;
        EXPECT_EQ(decoded.objects().size(), protocol::messages().size() + 3); // three have an alternate
        const auto encoded = run("encode" + protocol, decoded.output);
        EXPECT_EQ(encoded.status, 0) << encoded.errors;
        EXPECT_EQ(encoded.output == stream, true);
    }
}

TEST_F(Console, goesOnAfterAFrameThatCannotBeCut) {
    const auto outcome = run("decode --hex", "00000002 00000005 0000" + std::string(heartbeat));
    EXPECT_EQ(outcome.status, 1);
    const auto objects = outcome.objects();
    ASSERT_EQ(objects.size(), 2U);
    EXPECT_EQ(objects[0].at("error"), "E_CTI_INVALID_MESSAGE_LENGTH");
    EXPECT_EQ(objects[0].at("hex"), "00000002000000050000");
    EXPECT_EQ(objects[1].at("type"), 5);
    EXPECT_EQ(run("encode --hex", outcome.output).output, "00000002000000050000\n000000040000000500000007\n");
}

TEST_F(Console, keepsTheRestOfAStreamWhoseLengthIsImpossible) {
    const std::string lost = "ffffffff00000005" + std::string(200000, '7');
    const auto outcome = run("decode --hex --secrets", heartbeat + lost);
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(outcome.objects().front().at("type"), 5);
    auto again = run("encode --hex", outcome.output).output;
    std::erase(again, '\n');
    EXPECT_EQ(again == "000000040000000500000007" + lost, true);
}

TEST_F(Console, reportsAStreamThatEndsWithinAFrame) {
    const auto outcome = run("decode --hex", "00000004 00000005 0000");
    EXPECT_EQ(outcome.status, 1);
    ASSERT_EQ(outcome.objects().size(), 1U);
    EXPECT_EQ(outcome.objects()[0].at("hex"), "00000004000000050000");
}

TEST_F(Console, masksSecretsUnlessAskedAndRefusesToEncodeMasks) {
    const std::string login = run("encode --hex", R"({"message":"SET_AGENT_STATE_REQ",
        "floating":[["AgentInstrument","3101"],["AgentPassword","wonderland"]]})")
                                  .output;
    ASSERT_FALSE(login.empty());
    const auto masked = run("decode --hex", login);
    EXPECT_EQ(masked.status, 0);
    EXPECT_EQ(masked.output.find("wonderland"), std::string::npos);
    EXPECT_EQ(masked.output.find("776f6e6465726c616e64"), std::string::npos);
    const auto refused = run("encode --hex", masked.output);
    EXPECT_EQ(refused.status, 1);
    EXPECT_EQ(refused.output, "");
    EXPECT_NE(refused.errors.find("masked"), std::string::npos);
    EXPECT_EQ(run("encode --hex", run("decode --hex --secrets", login).output).output, login);
    for (const char* version : {"13", "19"}) { // read wrongly, it must not show either
        const auto misread = run(std::string("decode --hex --protocol ") + version, login);
        EXPECT_EQ(misread.output.find("776f6e6465726c616e64"), std::string::npos);
        EXPECT_EQ(misread.output.find("wonderland"), std::string::npos);
    }
}

TEST_F(Console, listsFindingsAsWarningsWithoutFailing) {
    const auto outcome = run("decode --hex", "00000004 00000115 00000000 0000002c 00000003" + std::string(88, '0'));
    const auto objects = outcome.objects();
    ASSERT_EQ(objects.size(), 2U);
    ASSERT_TRUE(objects[1].contains("warnings"));
    EXPECT_EQ(objects[1].at("warnings")[0].at("error"), "E_CTI_INVALID_TIMEOUT");
    EXPECT_EQ(outcome.status, 0);
}

TEST_F(Console, readsTextsInTheChosenCodePage) {
    const std::string frame = run("encode --hex --codepage utf-8", R"({"message":"USER_MESSAGE_REQ",
        "floating":[["Text","漢字"]]})")
                                  .output;
    EXPECT_EQ(run("decode --hex --codepage=utf-8", frame).objects().at(0).at("floating").at(0).at(1), "漢字");
    const auto refused = run("encode --hex", R"({"message":"USER_MESSAGE_REQ","floating":[["Text","漢字"]]})");
    EXPECT_EQ(refused.status, 1);
}

TEST_F(Console, readsFilesAndSaysWhenItCannot) {
    std::ofstream(path("frames")) << heartbeat;
    EXPECT_EQ(run("decode --hex " + path("frames")).objects().size(), 1U);
    const auto missing = run("decode " + path("nothing"));
    EXPECT_EQ(missing.status, 1);
    EXPECT_NE(missing.errors.find("nothing"), std::string::npos);
    EXPECT_EQ(run("encode " + path("nothing")).status, 1);
}

TEST_F(Console, refusesWhatIsNoHexOrNoJson) {
    EXPECT_EQ(run("decode --hex", "00000004x").status, 1);
    EXPECT_EQ(run("decode --hex", std::string(heartbeat) + "0").status, 1);
    EXPECT_EQ(run("encode", "{\"type\":").status, 1);
    EXPECT_EQ(run("encode", "nonsense").status, 1);
    EXPECT_EQ(run("encode", "").status, 0);
    EXPECT_EQ(run("decode", "").status, 0);
}

TEST_F(Console, explainsItself) {
    EXPECT_EQ(run("").status, 2);
    EXPECT_EQ(run("nonsense").status, 2);
    EXPECT_EQ(run("decode --nonsense").status, 2);
    EXPECT_EQ(run("decode --protocol 12").status, 2);
    EXPECT_EQ(run("decode --protocol 26").status, 2);
    EXPECT_EQ(run("decode --protocol").status, 2);
    EXPECT_EQ(run("decode --codepage latin").status, 2);
    EXPECT_EQ(run("decode one two").status, 2);
    for (const char* help : {"--help", "decode --help", "encode --help"}) {
        const auto outcome = run(help);
        EXPECT_EQ(outcome.status, 0);
        EXPECT_NE(outcome.output.find("Usage"), std::string::npos);
    }
}
