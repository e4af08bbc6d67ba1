#pragma once

#include "cil/settings/settings.h"
#include "ui/desk/views.h"

#include <QString>

#include <optional>
#include <vector>

namespace callwright {

/// One thing of a call's data that may be changed: a call variable, the wrap-up data, an ECC scalar or one element of
/// an ECC array.
struct DataElement {
    Keyword key;    ///< CallVariable1 ..., CallWrapupData; ECC for the nested ones
    Keyword nested; ///< "user.name", "user.name[0]"; no keyword for the others

    friend bool operator==(const DataElement&, const DataElement&) = default;
};

/// What a cell shows of it.
struct Cell {
    QString text;
    bool pending = false; ///< sent to the server, not confirmed by it
    QString refused{};    ///< was sent and not taken by the server: `text` holds again
    friend bool operator==(const Cell&, const Cell&) = default;
};

/// The element that a column of the settings shows; nullopt: none that could ever be changed.
std::optional<DataElement> elementOf(const GridColumn& column);
DataElement eccElement(const QString& name); ///< with or without "user.", arrays as "name[index]"

Cell valueOf(const DataElement& element, const CallView& call); ///< what is pending goes before what is confirmed
QString spokenCell(const Cell& cell); ///< what a screen reader says: also what others see by slant or icon
QString cellHint(const Cell& cell, bool changeable);                 ///< for the mouse; may be empty
Arguments changeOf(const DataElement& element, const QString& text); ///< for setCallData()
/// The elements that these data have values of.
std::vector<DataElement> elementsIn(const Arguments& data);
/// What of a call's data the server has refused when the call was `before` and is `after` now: what is not pending any
/// more and did not come true. A refusal is forgotten when the element is sent again or changes.
Arguments refusedData(const CallView& before, const CallView& after);
int longestValue(const DataElement& element); ///< characters that the server takes

} // namespace callwright
