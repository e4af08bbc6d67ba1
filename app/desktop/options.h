#pragma once

#include "app/options/log_options.h"
#include "ui/signin/sign_in_dialog.h"
#include "ui/theme/theme.h"

#include <QStringList>

#include <optional>
#include <variant>

namespace callwright {

/// What the command line says.
struct Options {
    bool demo = false;
    Scheme scheme = Scheme::System;
    QString language; ///< empty: the system's
    LogOptions log;
    std::optional<SignInForm> form; ///< from --a and its companions
};

/// The command line is to be answered with a text instead of a window.
struct TextAnswer {
    QString text;
    bool isError = false;
};

std::variant<Options, TextAnswer> parseOptions(const QStringList& arguments);

/// A screen to show windows on; without one Qt would abort the program.
bool hasDisplay();

} // namespace callwright
