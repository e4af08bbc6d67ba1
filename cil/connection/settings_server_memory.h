#pragma once

#include "cil/connection/server_memory.h"

#include <QSettings>

namespace callwright {

/// Remembers the good sides in the user's settings, under "servers"; what stands there is believed only as far as it
/// makes sense. Versions are remembered for this run only: servers are upgraded, and nothing would ever tell.
class SettingsServerMemory final : public ServerMemory {
public:
    explicit SettingsServerMemory(QSettings& settings) : m_settings(settings) {} ///< which outlive it

    std::optional<protocol::Version> lastGoodVersion(const Endpoint& server) const override;
    void rememberVersion(const Endpoint& server, protocol::Version version) override;
    std::optional<Endpoint> lastGoodSide(const Endpoint& one, const Endpoint& other) const override;
    void rememberGoodSide(const Endpoint& good, const Endpoint& other) override;

private:
    QSettings& m_settings;
    ForgetfulServerMemory m_thisRun;
};

} // namespace callwright
