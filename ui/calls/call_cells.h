#pragma once

#include "cil/settings/settings.h"
#include "ui/calls/data_element.h"
#include "ui/desk/views.h"

#include <QString>

#include <optional>

namespace callwright {

/// What a column of the settings shows of a call (facts: Grid/CallAppearance/Columns/Type). Beside the types of the
/// facts there are Caller (the other party), Queue (where it waited) and Time (in this status).
Cell cellOf(const GridColumn& column, const CallView& call, Milliseconds now);
/// What may be changed in that column; nullopt: nothing, by the settings or by what the server takes.
std::optional<DataElement> changeableElement(const GridColumn& column);
bool showsTime(const GridColumn& column);
bool showsStatus(const GridColumn& column);
QString columnHeader(const GridColumn& column); ///< the settings' header, else a word for the type

} // namespace callwright
