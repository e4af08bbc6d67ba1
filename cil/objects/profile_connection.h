#pragma once

#include "cil/objects/session.h"
#include "cil/settings/settings.h"

namespace callwright {

/// What a profile of the settings says about connecting, with the usual ports where it names none. A side B that is the
/// same as side A is none. Pass phrases are in no settings.
ConnectParameters connectParametersOf(const ConnectionProfile& profile);
/// The reverse, for a connection that was described elsewhere: a profile without a name.
ConnectionProfile profileOf(const ConnectParameters& parameters);

} // namespace callwright
