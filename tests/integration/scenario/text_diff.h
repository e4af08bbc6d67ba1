#pragma once

#include <QStringList>

namespace callwright::testing {

/// The two texts against each other, line by line: "- " what was expected, "+ " what came instead, with a few equal
/// lines around. Empty: they are equal.
QString difference(const QStringList& expected, const QStringList& actual);

} // namespace callwright::testing
