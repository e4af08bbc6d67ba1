#pragma once

#include <QString>
#include <QStringList>

namespace callwright {

/// Where the numbers somebody dialled are remembered between sessions (settings: DialedNumbers, per user).
class RecentNumberStore {
public:
    virtual ~RecentNumberStore() = default;
    virtual QStringList load(const QString& user) = 0; ///< the newest first; what was kept may be anything
    virtual void save(const QString& user, const QStringList& numbers) = 0;
};

} // namespace callwright
