#pragma once

#include "ui/calls/data_element.h"

#include <QString>

#include <optional>
#include <vector>

namespace callwright {

/// A line of a call's details, with the lines under it.
struct DetailsNode {
    QString key; ///< names it among its siblings, whatever its value
    QString name;
    Cell value{};
    QString hint{};
    std::optional<DataElement> element{}; ///< that can be changed here
    std::optional<GridColumn> column{};   ///< whose limits hold for the change
    std::vector<DetailsNode> children{};
};

constexpr auto technicalKey = "technical"; ///< the section that is closed at first

/// Everything known of a call in sections, people's facts first, in their words; what the protocol says beyond that
/// comes last. `clockToWall` turns points of the injected clock into times of day.
std::vector<DetailsNode> detailsOf(const CallView& call, const std::vector<GridColumn>& columns,
                                   Milliseconds clockToWall);

/// What people call an element: the header of the settings, else a name for it.
QString elementName(const DataElement& element, const std::vector<GridColumn>& columns);

} // namespace callwright
