#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace callwright {

/// Where a password may be kept when the user asks. Answers come later, each exactly once, and always come.
class PasswordStore : public QObject {
    Q_OBJECT
public:
    enum class Result { Done, Nothing, NoStore };
    using Fetched = std::function<void(Result, const QString& password)>;
    using Finished = std::function<void(Result)>;

    using QObject::QObject;

    virtual void fetch(const QString& key, Fetched then) = 0;
    virtual void keep(const QString& key, const QString& password, Finished then) = 0;
    virtual void forget(const QString& key, Finished then) = 0;
};

} // namespace callwright
