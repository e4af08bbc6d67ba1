#include "app/desktop/shots/scenes.h"

#include "cil/events/keywords.h"
#include "ui/calls/call_grid.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>

#include <algorithm>
#include <string_view>

namespace callwright {

namespace {

using State = AgentState;

auto on(const char* name) {
    return [name](Stage& stage) { return stage.isOn(name); };
}

auto inState(State state) {
    return [state](Stage& stage) {
        return stage.session().currentAgent() && stage.session().currentAgent()->state() == state;
    };
}

auto withCall(CallStatus status) {
    return [status](Stage& stage) {
        return std::ranges::any_of(stage.session().calls(),
                                   [status](const Call* call) { return call->status() == status; });
    };
}

auto use(const char* name) {
    return [name](Stage& stage) { stage.use(name); };
}

auto linkIs(ConnectionStatus status) {
    return [status](Stage& stage) { return stage.session().status() == status; };
}

bool always(Stage&) { return true; }

bool isProblemSaid(Stage& stage) {
    const auto* problem = stage.widget<QLabel>("signInProblem");
    return problem && problem->isVisible();
}

void startCall(Stage& stage, std::string_view ani, const char* order, const char* name, const char* subject) {
    const auto call = stage.site().startCall(
        "Billing", ani, {{"CallVariable1", order}, {"CallVariable2", name}, {"CallVariable3", subject}});
    Q_UNUSED(call) // a scene that is not reached says so
}

void editOrder(Stage& stage) {
    auto* grid = stage.widget<CallGrid>("callGrid");
    grid->setCurrentIndex(grid->model()->index(0, 4));
    grid->edit(grid->currentIndex());
}

void confirmEdit(Stage& stage) {
    auto* grid = stage.widget<CallGrid>("callGrid");
    const QModelIndex cell = grid->model()->index(0, 4);
    grid->closePersistentEditor(cell);
    stage.type("cellEditor", QStringLiteral("88-9999"));
    grid->model()->setData(cell, QStringLiteral("88-9999"), Qt::EditRole);
}

/// Opens the dialog of a button and enters a number.
auto dial(const char* button, const char* number) {
    return [button, number](Stage& stage) {
        stage.use(button);
        stage.type("numberField", QLatin1String(number));
    };
}

bool isOneCallLeft(Stage& stage) { return stage.session().calls().size() == 1 && stage.isOn("conferenceButton"); }

void pressKeys(Stage& stage) {
    for (const char* name : {"keypadKey4", "keypadKey7", "keypadKey1", "keypadKey1", "keypadKeyPound"})
        stage.use(name);
}

void openMore(Stage& stage) {
    auto* menu = stage.widget<QMenu>("moreMenu");
    menu->popup(stage.window().mapToGlobal(QPoint(700, 120)));
}

void answerWrapUp(Stage& stage) {
    if (auto* list = stage.widget<QListWidget>("wrapUpList"))
        list->setCurrentRow(1);
}

void loseNetwork(Stage& stage) {
    simulator::Fault nobodyConnects;
    nobodyConnects.kind = simulator::FaultKind::Refuse;
    const auto refused = stage.site().fault(nobodyConnects);
    Q_UNUSED(refused)
    stage.cutNetwork();
}

void restoreNetwork(Stage& stage) {
    const auto healed = stage.site().healAll();
    Q_UNUSED(healed)
    stage.use("retryButton");
}

void showSecured(Stage& stage) {
    stage.use("moreConnectionButton");
    stage.use("securedBox");
}

void hideSecured(Stage& stage) {
    stage.use("securedBox");
    stage.use("moreConnectionButton");
}

void unplugPhone(Stage& stage) {
    simulator::Fault unplugged;
    unplugged.kind = simulator::FaultKind::OutOfService;
    unplugged.name = "3101";
    const auto done = stage.site().fault(unplugged);
    Q_UNUSED(done)
}

void plugPhone(Stage& stage) {
    const auto healed = stage.site().healAll();
    Q_UNUSED(healed)
}

std::vector<Scene> makeScenes() {
    return {
        {"signed-out", [](Stage& stage) { stage.advance(std::chrono::seconds(1)); }, on("signInButton"), true},
        {"sign-in", use("signInButton"), on("okButton"), true},
        {"sign-in-secured", showSecured, on("trustBox")},
        {"sign-in-refused",
         [](Stage& stage) {
             hideSecured(stage);
             stage.type("passwordField", QStringLiteral("wrong"));
             stage.use("okButton");
         },
         isProblemSaid},
        {"sign-in-waiting",
         [](Stage& stage) {
             stage.type("passwordField", QStringLiteral("open sesame"));
             stage.use("okButton");
         },
         always},
        {"not-ready", [](Stage&) {}, on("readyButton"), true, 75},
        {"phone-out-of-service", unplugPhone, [](Stage& stage) { return !stage.isOn("readyButton"); }},
        {"phone-back", plugPhone, on("readyButton")},
        {"menu", openMore, always},
        {"not-ready-dialing",
         [](Stage& stage) {
             stage.close();
             stage.type("dialField", QStringLiteral("+1 (415) 555-0190"));
         },
         always},
        {"calling", use("callButton"), withCall(CallStatus::Initiate), false, 4},
        {"outgoing-talking", [](Stage&) {}, withCall(CallStatus::Connect), false, 27},
        {"conference", dial("conferenceButton", "3102"), always},
        {"conference-calling", use("okButton"), on("reconnectButton")},
        {"conference-consulting", [](Stage&) {}, on("completeConferenceButton"), false, 9},
        {"conference-of-three", use("completeConferenceButton"), isOneCallLeft, false, 12},
        {"conference-of-four-calling",
         [](Stage& stage) {
             dial("conferenceButton", "+1 (415) 555-0124")(stage);
             stage.use("okButton");
         },
         on("completeConferenceButton")},
        {"conference-of-four", use("completeConferenceButton"), isOneCallLeft, false, 31},
        {"outgoing-over", use("hangUpButton"), [](Stage& stage) { return stage.session().calls().empty(); }},
        {"dial", dial("keypadButton", "4155550199"), always},
        {"ready",
         [](Stage& stage) {
             stage.close();
             stage.use("readyButton");
         },
         inState(State::Available), true, 252},
        {"not-ready-reason", use("notReadyButton"), always},
        {"ringing",
         [](Stage& stage) {
             stage.close();
             startCall(stage, "4155550134", "88-1204", "Chiara Russo", "Copy of an invoice");
         },
         on("answerButton"), true, 6},
        {"talking", use("answerButton"), withCall(CallStatus::Connect), true, 133},
        {"editing", editOrder, always},
        {"pending", confirmEdit, always},
        {"on-hold", use("holdButton"), withCall(CallStatus::Held), true, 41},
        {"connection-lost", loseNetwork, linkIs(ConnectionStatus::Reconnecting), false, 2},
        {"connection-details", use("detailsButton"), always},
        {"connection-back", restoreNetwork, on("retrieveButton")},
        {"talking-again", use("retrieveButton"), withCall(CallStatus::Connect)},
        {"transfer", dial("transferButton", "+1 (415) 555-0123"), always, true},
        {"transfer-refused",
         [](Stage& stage) {
             stage.type("numberField", QStringLiteral("1234567890123456789012345678901234567890123"));
             stage.use("okButton");
         },
         always},
        {"consult-calling",
         [](Stage& stage) {
             stage.type("numberField", QStringLiteral("+1 (415) 555-0123"));
             stage.use("okButton");
         },
         on("reconnectButton"), false, 3},
        {"consulting", [](Stage&) {}, on("completeTransferButton"), true, 18},
        {"swapped", use("swapButton"),
         [](Stage& stage) { return stage.session().calls().at(0)->status() == CallStatus::Connect; }, false, 5},
        {"swapped-back", use("swapButton"), on("completeTransferButton")},
        {"consulted", use("reconnectButton"), on("transferButton"), false, 4},
        {"keypad", use("keypadButton"), always},
        {"keypad-used", pressKeys, always},
        {"recording",
         [](Stage& stage) {
             stage.close();
             stage.use("recordAction");
         },
         [](Stage& stage) { return stage.session().calls().at(0)->isRecording(); }},
        {"menu-talking", openMore, always},
        {"wrap-up",
         [](Stage& stage) {
             stage.close();
             stage.use("hangUpButton");
         },

         [](Stage& stage) { return stage.widget<QListWidget>("wrapUpList") != nullptr; }, true, 12},
        {"wrap-up-answered", answerWrapUp, on("okButton"), true},
        {"wrap-up-saved", use("okButton"), on("notReadyButton")},
        {"not-ready-after-call",
         [](Stage& stage) {
             stage.use("notReadyButton");
             stage.use("okButton");
         },
         inState(State::NotReady), true},
        {"sign-out-reason", use("signOutButton"), on("okButton")},
        {"signed-out-again", use("okButton"), on("signInButton"), true},
    };
}

} // namespace

const std::vector<Scene>& scenes() {
    static const std::vector<Scene> all = makeScenes();
    return all;
}

} // namespace callwright
