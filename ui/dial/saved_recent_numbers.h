#pragma once

#include "ui/dial/recent_number_store.h"

namespace callwright {

/// Remembers them in the settings of whoever is signed in at this computer.
class SavedRecentNumbers final : public RecentNumberStore {
public:
    QStringList load(const QString& user) override;
    void save(const QString& user, const QStringList& numbers) override;
};

} // namespace callwright
