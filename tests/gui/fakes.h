#pragma once

#include "ui/dial/recent_number_store.h"
#include "ui/ringing/notifier.h"
#include "ui/ringing/ring_tone.h"
#include "ui/signin/password_store.h"

#include <QMap>
#include <QStringList>

namespace callwright::test {

struct CountedTone final : RingTone {
    void start() override { ++starts; }
    void stop() override { ++stops; }
    int starts = 0;
    int stops = 0;
};

struct RecordedNotifier final : Notifier {
    void raise(const QString& callId, const QString& caller) override { raised += callId + QLatin1Char(' ') + caller; }
    void withdraw() override { ++withdrawn; }
    QStringList raised;
    int withdrawn = 0;
};

/// A key store in memory, or none.
struct MemoryStore final : PasswordStore {
    void fetch(const QString& key, Fetched then) override {
        if (missing)
            then(Result::NoStore, {});
        else
            then(kept.contains(key) ? Result::Done : Result::Nothing, kept.value(key));
    }
    void keep(const QString& key, const QString& password, Finished then) override {
        if (!missing)
            kept.insert(key, password);
        then(missing ? Result::NoStore : Result::Done);
    }
    void forget(const QString& key, Finished then) override {
        kept.remove(key);
        then(missing ? Result::NoStore : Result::Done);
    }
    QMap<QString, QString> kept;
    bool missing = false;
};

/// Remembers dialled numbers in memory.
struct MemoryRecents final : RecentNumberStore {
    QStringList load(const QString& user) override { return kept.value(user); }
    void save(const QString& user, const QStringList& numbers) override { kept.insert(user, numbers); }
    QMap<QString, QStringList> kept;
};

} // namespace callwright::test
