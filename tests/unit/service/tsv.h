#pragma once

#include "cil/protocol/tables.h"

#include <gtest/gtest.h>

#include <cctype>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace callwright {

using Row = std::map<std::string, std::string>;

inline std::vector<std::string> splitTabs(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream stream(line + '\t');
    for (std::string cell; std::getline(stream, cell, '\t');) {
        cells.push_back(cell);
    }
    return cells;
}

/// A table of tests/data: tab separated, the first line names the columns.
inline std::vector<Row> readTsv(const std::string& name) {
    std::ifstream file(std::string(CALLWRIGHT_TEST_DATA) + '/' + name);
    std::vector<Row> rows;
    std::string line;
    if (!std::getline(file, line)) {
        ADD_FAILURE() << "cannot read " << name;
        return rows;
    }
    const auto columns = splitTabs(line);
    while (std::getline(file, line)) {
        const auto cells = splitTabs(line);
        Row row;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            row[columns[i]] = i < cells.size() ? cells[i] : std::string();
        }
        rows.push_back(row);
    }
    return rows;
}

/// A number of the wire by its name.
template <class Enum> inline Enum valueOf(const char* type, const std::string& name) {
    const auto value = protocol::enumValue(type, name);
    EXPECT_TRUE(value.has_value()) << name;
    return static_cast<Enum>(value.value_or(0));
}

/// Of the test of a row of service/enablement.tsv or service/supervisor_enablement.tsv.
inline std::string enablementTestName(const Row& row) {
    std::string name = "Section" + row.at("section") + "_";
    for (const char c : row.at("row")) {
        name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
    }
    return name;
}

} // namespace callwright
