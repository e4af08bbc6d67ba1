#include "ui/dial/keypad.h"

#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QToolButton>

#include <array>

namespace callwright {

namespace {

struct KeyRow {
    char key;
    const char* letters; ///< as printed on phones
    const char* name;    ///< in the object name
};

constexpr std::array phoneKeys{
    KeyRow{'1', "", "1"},     KeyRow{'2', "ABC", "2"}, KeyRow{'3', "DEF", "3"},  KeyRow{'4', "GHI", "4"},
    KeyRow{'5', "JKL", "5"},  KeyRow{'6', "MNO", "6"}, KeyRow{'7', "PQRS", "7"}, KeyRow{'8', "TUV", "8"},
    KeyRow{'9', "WXYZ", "9"}, KeyRow{'*', "", "Star"}, KeyRow{'0', "", "0"},     KeyRow{'#', "", "Pound"},
};

constexpr int keysInRow = 3;

QString spoken(QChar key) {
    if (key == QLatin1Char('*'))
        return Keypad::tr("Star");
    if (key == QLatin1Char('#'))
        return Keypad::tr("Hash");
    return key;
}

} // namespace

Keypad::Keypad(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("keypad"));
    setLayoutDirection(Qt::LeftToRight); // phones look the same everywhere
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(rhythm / 2);
    int position = 0;
    for (const KeyRow& row : phoneKeys) {
        const QChar key = QLatin1Char(row.key);
        const QString letters = QLatin1String(row.letters);
        auto* button = new QToolButton(this);
        button->setObjectName(QStringLiteral("keypadKey%1").arg(QLatin1String(row.name)));
        button->setText(letters.isEmpty() ? QString(key) : key + QLatin1Char('\n') + letters);
        button->setAccessibleName(spoken(key));
        button->setFocusPolicy(Qt::NoFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        button->setMinimumSize(7 * rhythm, 6 * rhythm);
        connect(button, &QToolButton::clicked, this, [this, key] { Q_EMIT pressed(key); });
        grid->addWidget(button, position / keysInRow, position % keysInRow);
        ++position;
    }
}

} // namespace callwright
