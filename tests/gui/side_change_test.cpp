#include "tests/gui/failover_fixture.h"

#include <QSignalSpy>

#include <nlohmann/json.hpp>

#include <array>
#include <stdexcept>
#include <string>
#include <tuple>

namespace callwright {
namespace {

using test::find;
using test::Phase;
using test::phases;

/// How the side in use goes: nothing is there in advance (23), a session stands by (25), or the site plans it.
enum class Change { Cold, Warm, Planned };

std::string nameOf(Change change) {
    constexpr std::array names{"Cold", "Warm", "Planned"};
    return names.at(static_cast<std::size_t>(change));
}

void PrintTo(Change change, std::ostream* out) { *out << nameOf(change); }

simulator::SimulatorConfig siteOfTwoSides(Milliseconds takeover) {
    simulator::SimulatorConfig config = test::siteForSeveralCalls();
    config.sides.takeover = takeover;
    return config;
}

/// Counts how often a widget appears.
class Appearances final : public QObject {
public:
    explicit Appearances(QWidget& widget) { widget.installEventFilter(this); }
    int count = 0;

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        count += event->type() == QEvent::Show ? 1 : 0;
        return false;
    }
};

class TwoSides : public test::Failover {
protected:
    explicit TwoSides(Milliseconds takeover) : Failover(siteOfTwoSides(takeover)) { addSideB(); }

    static QString nameOf(const Endpoint& endpoint) {
        return QStringLiteral("%1:%2").arg(endpoint.host).arg(endpoint.port);
    }
    void kill(simulator::Side side) { ASSERT_TRUE(site.fault({.kind = simulator::FaultKind::Kill, .side = side})); }
    void restart(simulator::Side side) { ASSERT_TRUE(site.heal({.kind = simulator::FaultKind::Kill, .side = side})); }
    bool waitForServer(const Endpoint& endpoint) {
        return waitFor([&] { return session->currentServer() == nameOf(endpoint) && session->isConfirmed(); });
    }
    bool waitForStandby(const Endpoint& endpoint) {
        return waitFor([&] { return session->standbyServer() == nameOf(endpoint); });
    }
};

class ChangeInPhase : public TwoSides, public testing::WithParamInterface<std::tuple<Change, Phase>> {
protected:
    ChangeInPhase() : TwoSides(Milliseconds(change() == Change::Cold ? 0 : 50)) {
        if (change() == Change::Cold && !site.fault({.kind = simulator::FaultKind::OldVersion, .version = 23}))
            throw std::runtime_error("there are no versions");
    }
    static Change change() { return std::get<Change>(GetParam()); }

    void reach() {
        show();
        signIn();
        (this->*std::get<Phase>(GetParam()).reach)();
        ASSERT_EQ(session->protocolVersion(), change() == Change::Cold ? 23 : 25);
        ASSERT_TRUE(change() == Change::Cold || waitForStandby(*serverB));
    }
    void changeSides() {
        if (change() != Change::Planned)
            return kill(simulator::Side::A);
        ASSERT_TRUE(site.switchOver());
    }
    /// The moment at which the desk has lost its footing.
    void expectNoFooting() {
        expectUnconfirmed();
        EXPECT_EQ(isTroubled(), change() == Change::Cold);
        if (change() == Change::Planned)
            return; // requests reach the other side
        expectButtons(0);
        if (change() == Change::Cold) {
            EXPECT_TRUE(label("troubleWhat").contains(nameOf(server))) << label("troubleWhat").toStdString();
            EXPECT_TRUE(label("troubleDoing").contains(nameOf(*serverB))) << label("troubleDoing").toStdString();
        }
    }
};

TEST_P(ChangeInPhase, theDeskGoesOnOnTheOtherSideAndEverythingIsAsItWas) {
    reach();
    if (HasFatalFailure())
        return;
    const QStringList before = seen();
    const QStringList told = story();
    const std::uint32_t mask = session->enablementMask();
    const auto truth = agentOnTheSwitch("1001");
    const int sounding = tone.starts - tone.stops;
    const QAbstractItemModel* grid = find<CallGrid>(*window, "callGrid").model();
    const QSignalSpy come(grid, &QAbstractItemModel::rowsInserted);
    const QSignalSpy gone(grid, &QAbstractItemModel::rowsRemoved);
    const Appearances trouble(find<QWidget>(*window, "troubleBar"));
    int losses = 0;
    const QObject here;
    QObject::connect(session.get(), &Session::confirmedChanged, &here, [&](bool isConfirmed) {
        if (!isConfirmed) {
            ++losses;
            expectNoFooting();
        }
    });

    changeSides();
    EXPECT_TRUE(waitFor([&] { return losses > 0; }));
    EXPECT_TRUE(waitForServer(*serverB));
    waitUntilSeen(before);
    expectToldOnce(told);
    expectButtons(mask);
    EXPECT_TRUE(waitFor([this] { return !isTroubled(); })) << label("troubleWhat").toStdString();
    EXPECT_EQ(trouble.count, change() == Change::Cold ? 1 : 0);
    EXPECT_EQ(losses, 1);
    EXPECT_EQ(come.count(), 0);
    EXPECT_EQ(gone.count(), 0);
    EXPECT_EQ(tone.starts - tone.stops, sounding);
    EXPECT_EQ(agentOnTheSwitch("1001"), truth);
}

INSTANTIATE_TEST_SUITE_P(Phases, ChangeInPhase,
                         testing::Combine(testing::Values(Change::Cold, Change::Warm, Change::Planned),
                                          testing::ValuesIn(phases)),
                         [](const auto& one) {
                             return nameOf(std::get<Change>(one.param)) + std::get<Phase>(one.param).name;
                         });

class BothSidesLost : public TwoSides {
protected:
    BothSidesLost() : TwoSides(Milliseconds(0)) {}
};

TEST_F(BothSidesLost, retryNowGoesToWhicheverIsBack) {
    show();
    signIn();
    talk();
    const QStringList before = seen();
    kill(simulator::Side::B);
    kill(simulator::Side::A);
    auto& retry = find<QToolButton>(*window, "retryButton");
    ASSERT_TRUE(waitFor([&] { return retry.isVisible(); }));
    EXPECT_TRUE(label("troubleDoing").contains(QLatin1String("second"))) << label("troubleDoing").toStdString();
    expectUnconfirmed();

    restart(simulator::Side::B);
    ASSERT_TRUE(waitFor([this] { return site.activeSide() == simulator::Side::B; }));
    test::activate(*window);
    key(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(waitForServer(*serverB));
    waitUntilSeen(before);
    EXPECT_FALSE(isTroubled());
}

class SlowTakeover : public TwoSides {
protected:
    SlowTakeover() : TwoSides(Milliseconds(2500)) {}
};

TEST_F(SlowTakeover, whoIsAboutToTakeOverIsSaidOnceItIsNoMatterOfAMoment) {
    show();
    signIn();
    talk();
    ASSERT_TRUE(waitForStandby(*serverB));
    kill(simulator::Side::A);
    ASSERT_TRUE(waitFor([this] { return session->status() == ConnectionStatus::Reconnecting; }));
    EXPECT_FALSE(isTroubled());
    expectUnconfirmed();
    ASSERT_TRUE(waitFor([this] { return isTroubled(); }));
    EXPECT_TRUE(label("troubleWhat").contains(nameOf(server))) << label("troubleWhat").toStdString();
    EXPECT_TRUE(label("troubleDoing").startsWith(nameOf(*serverB))) << label("troubleDoing").toStdString();
    EXPECT_TRUE(waitForServer(*serverB));
    EXPECT_FALSE(isTroubled());
}

} // namespace
} // namespace callwright
