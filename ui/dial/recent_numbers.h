#pragma once

#include "ui/dial/recent_number_store.h"

#include <QStringListModel>

namespace callwright {

/// The last numbers the signed-in person dialled, the newest first and each once.
class RecentNumbers final : public QStringListModel {
    Q_OBJECT
public:
    static constexpr int most = 6;

    /// The store outlives the list.
    explicit RecentNumbers(RecentNumberStore& store, QObject* parent = nullptr);

    void setUser(const QString& user); ///< whose numbers; empty: nobody's
    void add(const QString& number);   ///< as it was dialled

private:
    RecentNumberStore& m_store;
    QString m_user;
};

} // namespace callwright
