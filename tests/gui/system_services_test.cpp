#include "ui/ringing/notifier.h"
#include "ui/signin/keychain_store.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>
#include <QVariantMap>

#include <gtest/gtest.h>

namespace callwright {

/// What a desktop's notification service does, as far as we use it.
class NotificationService final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    uint lastId = 40;
    QStringList shown;
    QStringList actions;
    QList<uint> closed;

public Q_SLOTS:
    uint Notify(const QString&, uint, const QString&, const QString& title, const QString& body,
                const QStringList& offered, const QVariantMap&, int) {
        shown += title + QLatin1Char('|') + body;
        actions = offered;
        return ++lastId;
    }
    void CloseNotification(uint id) { closed += id; }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString& action);
};

namespace {

class BusNotifierTest : public testing::Test {
protected:
    void SetUp() override {
        if (!bus.isConnected())
            GTEST_SKIP() << "no session bus";
        if (!bus.registerService(QStringLiteral("org.freedesktop.Notifications")))
            GTEST_SKIP() << "the session has a notification service of its own";
        bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), &service,
                           QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
    }
    ~BusNotifierTest() override {
        bus.unregisterService(QStringLiteral("org.freedesktop.Notifications"));
        QDBusConnection::disconnectFromBus(QStringLiteral("service"));
    }

    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("service"));
    NotificationService service;
    BusNotifier notifier;
};

TEST_F(BusNotifierTest, offersAnswerAndPassesItOn) {
    QSignalSpy answers(&notifier, &Notifier::answerChosen);
    notifier.raise(QStringLiteral("call.1"), QStringLiteral("<b>4155550134</b>"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !service.shown.isEmpty(); }));
    EXPECT_TRUE(service.shown.at(0).endsWith(QLatin1String("|&lt;b&gt;4155550134&lt;/b&gt;")));
    EXPECT_EQ(service.actions.value(0), QLatin1String("answer"));
    QTest::qWait(50);                                           // the number of the notification is on its way
    Q_EMIT service.ActionInvoked(99, QStringLiteral("answer")); // somebody else's
    Q_EMIT service.ActionInvoked(service.lastId, QStringLiteral("answer"));
    ASSERT_TRUE(QTest::qWaitFor([&answers] { return !answers.isEmpty(); }));
    EXPECT_EQ(answers.count(), 1);
    EXPECT_EQ(answers.at(0).at(0).toString(), QLatin1String("call.1"));
}

TEST_F(BusNotifierTest, takesTheNotificationBackWhenTheCallIsOver) {
    notifier.raise(QStringLiteral("call.1"), QStringLiteral("1"));
    notifier.withdraw(); // before its number is known
    ASSERT_TRUE(QTest::qWaitFor([this] { return service.closed.contains(service.lastId); }));
}

TEST(KeychainStore, everyQuestionGetsExactlyOneAnswer) {
    KeychainStore store;
    std::vector<PasswordStore::Result> results;
    store.fetch(QStringLiteral("nobody@nowhere:1"), [&](auto result, const QString& password) {
        EXPECT_TRUE(password.isEmpty());
        results.push_back(result);
    });
    ASSERT_TRUE(QTest::qWaitFor([&] { return !results.empty(); }, 8000));
    EXPECT_NE(results.at(0), PasswordStore::Result::Done); // nothing is stored for nobody
    QTest::qWait(50);
    EXPECT_EQ(results.size(), 1u);
}

} // namespace
} // namespace callwright

#include "system_services_test.moc"
