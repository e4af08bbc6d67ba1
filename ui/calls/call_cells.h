#pragma once

#include "cil/settings/settings.h"
#include "ui/desk/views.h"

#include <QString>

#include <optional>

namespace callwright {

/// What a column of the settings shows of a call (facts: Grid/CallAppearance/Columns/Type). Beside the types of the
/// facts there are Caller (the other party), Queue (what was dialled) and Time (in this status).
struct Cell {
    QString text;
    bool pending = false; ///< sent to the server, not confirmed by it
};

Cell cellOf(const GridColumn& column, const CallView& call, Milliseconds now);
/// What setCallData() takes to change that cell; nullopt when nothing of it can be changed.
std::optional<Arguments> cellChange(const GridColumn& column, const QString& text);
bool showsTime(const GridColumn& column);
bool showsStatus(const GridColumn& column);
QString longestStatus();                        ///< that such a column may have to show
QString columnHeader(const GridColumn& column); ///< the settings' header, else a word for the type
QString otherParty(const CallView& call);       ///< caller's number, or the number called

} // namespace callwright
