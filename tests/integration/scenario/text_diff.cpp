#include "tests/integration/scenario/text_diff.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace callwright::testing {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype linesAround = 2;

struct Line {
    QChar mark;
    QString text;
};

/// The longest common subsequence, in the plain quadratic way: transcripts are short.
std::vector<Line> aligned(const QStringList& expected, const QStringList& actual) {
    const auto rows = static_cast<std::size_t>(expected.size());
    const auto columns = static_cast<std::size_t>(actual.size());
    const auto at = [&](std::size_t row, std::size_t column) { return row * (columns + 1) + column; };
    const auto same = [&](std::size_t row, std::size_t column) {
        return expected[static_cast<qsizetype>(row)] == actual[static_cast<qsizetype>(column)];
    };
    std::vector<int> common((rows + 1) * (columns + 1), 0);
    for (std::size_t row = rows; row-- > 0;) {
        for (std::size_t column = columns; column-- > 0;) {
            common[at(row, column)] = same(row, column)
                                          ? common[at(row + 1, column + 1)] + 1
                                          : std::max(common[at(row + 1, column)], common[at(row, column + 1)]);
        }
    }
    std::vector<Line> lines;
    std::size_t row = 0;
    std::size_t column = 0;
    while (row < rows || column < columns) {
        if (row < rows && column < columns && same(row, column)) {
            lines.push_back({u' ', expected[static_cast<qsizetype>(row++)]});
            ++column;
        } else if (row < rows && (column == columns || common[at(row + 1, column)] >= common[at(row, column + 1)])) {
            lines.push_back({u'-', expected[static_cast<qsizetype>(row++)]});
        } else {
            lines.push_back({u'+', actual[static_cast<qsizetype>(column++)]});
        }
    }
    return lines;
}

} // namespace

QString difference(const QStringList& expected, const QStringList& actual) {
    if (expected == actual)
        return {};
    const auto lines = aligned(expected, actual);
    const auto count = static_cast<qsizetype>(lines.size());
    std::vector<bool> isShown(lines.size(), false);
    for (qsizetype i = 0; i < count; ++i) {
        if (lines[static_cast<std::size_t>(i)].mark == u' ')
            continue;
        for (qsizetype near = std::max<qsizetype>(0, i - linesAround); near < std::min(count, i + linesAround + 1);
             ++near)
            isShown[static_cast<std::size_t>(near)] = true;
    }
    QString text;
    bool wasShown = true;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (isShown[i])
            text += lines[i].mark + u' ' + lines[i].text + u'\n';
        else if (wasShown)
            text += u"  ...\n"_s;
        wasShown = isShown[i];
    }
    return text;
}

} // namespace callwright::testing
