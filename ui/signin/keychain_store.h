#pragma once

#include "ui/signin/password_store.h"

namespace QKeychain {
class Job;
}

namespace callwright {

/// The key store of the system by QtKeychain. Whatever a job answers but "done" and "no such entry" means that there is
/// no store; a job that does not answer in time (a prompt nobody sees) is given up.
class KeychainStore final : public PasswordStore {
    Q_OBJECT
public:
    using PasswordStore::PasswordStore;

    void fetch(const QString& key, Fetched then) override;
    void keep(const QString& key, const QString& password, Finished then) override;
    void forget(const QString& key, Finished then) override;

private:
    void run(QKeychain::Job* job, const std::function<void(Result)>& then);
};

} // namespace callwright
