#pragma once

#include "app/options/log_options.h"
#include "cil/objects/session.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <cstdint>
#include <vector>

namespace callwright::console {

/// What `callwright-console monitor` was told on its command line.
struct MonitorOptions {
    ConnectParameters connection;
    std::vector<Role> roles;
    QString filter; ///< empty: none; "filter" sets it later
    MonitorSessionSnapshotMode snapshot = MonitorSessionSnapshotMode::Snapshot;
    std::uint64_t seed = 0; ///< of the waits before reconnects
    LogOptions log{};
};

/// Options from the arguments behind `monitor`; the error is an English sentence. Reads the password file.
tl::expected<MonitorOptions, QString> parseMonitorOptions(const QStringList& arguments);
QString monitorUsage();

} // namespace callwright::console
