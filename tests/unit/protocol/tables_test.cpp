#include "cil/protocol/tables.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <vector>

using namespace callwright::protocol;

namespace {

/// A table of cil/protocol/tables, read here once more: the generated C++ must say what the facts say.
std::vector<std::map<std::string, std::string>> facts(const std::string& table) {
    std::ifstream file(std::string(CALLWRIGHT_WIRE_TABLES) + "/" + table + ".tsv");
    EXPECT_TRUE(file) << table;
    std::vector<std::string> heads;
    std::vector<std::map<std::string, std::string>> rows;
    for (std::string line; std::getline(file, line);) {
        std::vector<std::string> cells;
        std::stringstream stream(line);
        for (std::string cell; std::getline(stream, cell, '\t');) {
            cells.push_back(cell);
        }
        if (heads.empty()) {
            heads = cells;
            continue;
        }
        std::map<std::string, std::string> row;
        for (std::size_t i = 0; i < heads.size(); ++i) {
            row[heads[i]] = i < cells.size() ? cells[i] : "";
        }
        rows.push_back(row);
    }
    return rows;
}

} // namespace

TEST(Tables, haveEveryMessageWithItsFixedBytes) {
    const auto rows = facts("messages");
    ASSERT_EQ(rows.size(), messages().size());
    for (const auto& row : rows) {
        SCOPED_TRACE(row.at("name"));
        const MessageSpec* spec = findMessage(static_cast<std::uint32_t>(std::stoul(row.at("number"))));
        ASSERT_NE(spec, nullptr);
        EXPECT_EQ(spec->name, row.at("name"));
        EXPECT_EQ(findMessage(row.at("name")), spec);
        EXPECT_EQ(spec->hasLayout, !row.at("fixed_bytes").empty());
        if (spec->hasLayout) {
            EXPECT_EQ(std::to_string(fixedSize(*spec, newestVersion)), row.at("fixed_bytes"));
        }
    }
}

TEST(Tables, haveEveryFixedFieldAtItsPlace) {
    std::map<std::string, std::size_t> offsets;
    for (const auto& row : facts("fixed_fields")) {
        SCOPED_TRACE(row.at("message") + "." + row.at("field"));
        const MessageSpec* spec = findMessage(row.at("message"));
        ASSERT_NE(spec, nullptr);
        const auto field = findField(row.at("field"));
        ASSERT_TRUE(field);
        const FixedField* fixed = spec->findFixed(*field, newestVersion);
        ASSERT_NE(fixed, nullptr);
        EXPECT_EQ(fixed->offset, offsets[row.at("message")]);
        EXPECT_EQ(std::to_string(fixed->size), row.at("bytes"));
        offsets[row.at("message")] += fixed->size;
        if (const auto& since = row.at("min_version"); !since.empty()) {
            EXPECT_EQ(spec->findFixed(*field, std::stoi(since) - 1), nullptr);
            EXPECT_NE(spec->findFixed(*field, std::stoi(since)), nullptr);
        }
    }
}

TEST(Tables, haveEveryFloatingFieldAtTheRightVersions) {
    for (const auto& row : facts("floating_fields")) {
        SCOPED_TRACE(row.at("message") + "." + row.at("field"));
        const MessageSpec* spec = findMessage(row.at("message"));
        ASSERT_NE(spec, nullptr);
        int first = row.at("min_version").empty() ? oldestVersion : std::stoi(row.at("min_version"));
        const int last = row.at("max_version").empty() ? newestVersion : std::stoi(row.at("max_version"));
        const auto tag = static_cast<std::uint16_t>(row.at("tag_number").empty() ? 0 : std::stoi(row.at("tag_number")));
        if (tag > 255) {
            first = std::max(first, 20); // one byte cannot hold the tag
        }
        for (Version version = oldestVersion; version <= newestVersion; ++version) {
            const FloatingField* found = spec->findFloating(*findField(row.at("field")), version);
            if (version >= first && version <= last) {
                ASSERT_NE(found, nullptr);
                EXPECT_EQ(found->tag, tag);
                EXPECT_EQ(name(found->field), row.at("field"));
                if (tag != 0) {
                    EXPECT_EQ(spec->findTag(tag, version), found);
                }
            } else if (found != nullptr) { // another row of the same field speaks for this version
                EXPECT_TRUE(found->minVersion > last || found->maxVersion < first);
            }
        }
    }
}

TEST(Tables, nameEveryEnumValue) {
    for (const auto& row : facts("enums")) {
        const auto value = static_cast<std::uint32_t>(std::stoul(row.at("value"), nullptr, 0));
        EXPECT_FALSE(enumValueName(row.at("enum_name"), value).empty()) << row.at("name");
        EXPECT_EQ(enumValue(row.at("enum_name"), row.at("name")), value);
    }
    EXPECT_EQ(statusCodeName(1), "E_CTI_INVALID_VERSION");
    EXPECT_EQ(statusCodeName(99), "");
    EXPECT_EQ(controlFailureCodeName(static_cast<std::uint32_t>(ControlFailureCode::CF_INVALID_PASSWORD_SPECIFIED)),
              "CF_INVALID_PASSWORD_SPECIFIED");
    EXPECT_EQ(static_cast<std::uint32_t>(CallDirection::CALL_DIRECTION_OUT), 2U); // prefixed: OUT is a macro elsewhere
}

TEST(Tables, nameEveryFieldBothWays) {
    for (std::size_t i = 1; i < fieldCount; ++i) {
        const auto field = static_cast<Field>(i);
        EXPECT_FALSE(name(field).empty());
        EXPECT_EQ(findField(name(field)), field);
    }
    EXPECT_EQ(findField("NoSuchField"), std::nullopt);
    EXPECT_EQ(findField(""), std::nullopt);
    EXPECT_EQ(name(static_cast<Field>(60000)), "");
}

TEST(Tables, markThePasswordsSecretAndNothingElse) {
    std::vector<std::string_view> secrets;
    for (std::size_t i = 1; i < fieldCount; ++i) {
        if (isSecret(static_cast<Field>(i))) {
            secrets.push_back(name(static_cast<Field>(i)));
        }
    }
    EXPECT_EQ(secrets, (std::vector<std::string_view>{"AgentPassword", "ClientPassword"}));
}

TEST(Tables, growAtTheEndAsTheGuideTells) {
    // README "Layout by version": message, version of the growth, bytes before and from then on.
    struct Growth {
        MessageType type;
        Version since;
        std::size_t before;
        std::size_t after;
    };
    for (const auto& [type, since, before, after] :
         {Growth{MessageType::MAKE_CALL_REQ, 14, 28, 32}, Growth{MessageType::OPEN_CONF, 19, 26, 30},
          Growth{MessageType::OPEN_CONF, 24, 30, 32}, Growth{MessageType::AGENT_STATE_EVENT, 19, 58, 62}}) {
        const MessageSpec* spec = findMessage(static_cast<std::uint32_t>(type));
        EXPECT_EQ(fixedSize(*spec, since - 1), before) << spec->name;
        EXPECT_EQ(fixedSize(*spec, since), after) << spec->name;
    }
}

TEST(Tables, findNothingUnknown) {
    EXPECT_EQ(findMessage(0U), nullptr);
    EXPECT_EQ(findMessage(0xFFFFFFFFU), nullptr);
    EXPECT_EQ(findMessage("NO_SUCH_MESSAGE"), nullptr);
    const MessageSpec* spec = findMessage("OPEN_REQ");
    EXPECT_EQ(spec->findTag(0xFFFF, 25), nullptr);
    EXPECT_EQ(spec->findFloating(static_cast<Field>(60000), 25), nullptr);
    EXPECT_FALSE(isKnownTag(301));
    EXPECT_TRUE(isKnownTag(1));
}
