#include "ui/signin/keychain_store.h"

#include <QPointer>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <chrono>

namespace callwright {

namespace {

constexpr auto patience = std::chrono::seconds(5);

QString serviceName() { return QStringLiteral("callwright"); }

PasswordStore::Result resultOf(const QKeychain::Job& job) {
    switch (job.error()) {
    case QKeychain::NoError:
        return PasswordStore::Result::Done;
    case QKeychain::EntryNotFound:
        return PasswordStore::Result::Nothing;
    default:
        return PasswordStore::Result::NoStore;
    }
}

} // namespace

/// Calls `then` once: with the job's answer, or with NoStore when the time is up. A late answer is dropped.
void KeychainStore::run(QKeychain::Job* job, const std::function<void(Result)>& then) {
    auto* limit = new QTimer(this);
    limit->setSingleShot(true);
    connect(job, &QKeychain::Job::finished, limit, [limit, then](QKeychain::Job* finished) {
        limit->deleteLater();
        then(resultOf(*finished));
    });
    connect(limit, &QTimer::timeout, limit, [limit, then, late = QPointer(job)] {
        if (late)
            QObject::disconnect(late, nullptr, limit, nullptr);
        limit->deleteLater();
        then(Result::NoStore);
    });
    limit->start(patience);
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->start();
}

void KeychainStore::fetch(const QString& key, Fetched then) {
    auto* job = new QKeychain::ReadPasswordJob(serviceName(), this);
    job->setKey(key);
    const QPointer<QKeychain::ReadPasswordJob> read = job;
    run(job, [read, then = std::move(then)](Result result) {
        then(result, result == Result::Done && read ? read->textData() : QString());
    });
}

void KeychainStore::keep(const QString& key, const QString& password, Finished then) {
    auto* job = new QKeychain::WritePasswordJob(serviceName(), this);
    job->setKey(key);
    job->setTextData(password);
    run(job, then);
}

void KeychainStore::forget(const QString& key, Finished then) {
    auto* job = new QKeychain::DeletePasswordJob(serviceName(), this);
    job->setKey(key);
    run(job, then);
}

} // namespace callwright
