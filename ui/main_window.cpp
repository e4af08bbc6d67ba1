#include "ui/main_window.h"

#include "ui/agent/state_bar.h"
#include "ui/buttons/button_bar.h"
#include "ui/buttons/tool_row.h"
#include "ui/calls/call_details.h"
#include "ui/calls/call_grid.h"
#include "ui/dial/dial_field.h"
#include "ui/ringing/ring_device_menu.h"
#include "ui/ringing/ringer.h"
#include "ui/status/status_line.h"
#include "ui/text/call_text.h"
#include "ui/theme/theme.h"
#include "ui/trouble/connection_trouble.h"
#include "ui/trouble/request_trouble.h"
#include "ui/trouble/trouble_bar.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QLabel>
#include <QMenu>
#include <QScreen>
#include <QShortcut>
#include <QSplitter>
#include <QTabWidget>

#include <algorithm>

namespace callwright {

namespace {

QHBoxLayout* makeRow(QWidget& frame, const char* name) {
    frame.setObjectName(QLatin1String(name));
    frame.setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(&frame);
    row->setContentsMargins(2 * rhythm, rhythm, 2 * rhythm, rhythm);
    row->setSpacing(rhythm / 2);
    return row;
}

} // namespace

MainWindow::MainWindow(Session& session, Clock& clock, const Services& services)
    : m_desk(session, clock), m_recents(services.recents), m_actions(m_desk, m_recents, this),
      m_signIn(m_desk, services.passwords, this), m_model(session.settings().callColumns),
      m_timeline(session.settings().callColumns), m_buttons(new ButtonBar(this)), m_state(new StateBar(this)),
      m_identity(new QLabel(this)), m_dial(new DialField(this)), m_recording(new QLabel(this)),
      m_trouble(new TroubleBar(this)), m_grid(new CallGrid(m_model, this)), m_details(new CallDetails(this)),
      m_status(new StatusLine(this)),
      m_ringer(new Ringer(session.settings(), services.tone, services.notifier, this, this)),
      m_ringDevices(new RingDeviceMenu(this)) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Callwright"));
    auto* center = new QWidget(this);
    auto* column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeStateRow());
    column->addWidget(makeCallRow());
    column->addWidget(m_trouble);
    column->addWidget(makeBody(), 1);
    setCentralWidget(center);
    setStatusBar(m_status);
    const int roomForTexts = std::max(1200, sizeHint().width());
    resize(std::min(roomForTexts, screen()->availableGeometry().width()), 680);
    m_details->setColumns(session.settings().callColumns);
    m_buttons->setMissingService([&session](std::uint32_t bits) { return session.missingService(bits); });
    connectDesk();
    connectActions();
    connectGrid();
    showAgent();
    showLink();
    m_buttons->setMask(m_desk.mask());
    m_dial->setFocus();
}

QWidget* MainWindow::makeStateRow() {
    auto* frame = new ToolRow(this);
    QHBoxLayout* row = makeRow(*frame, "stateRow");
    row->addWidget(m_state);
    row->addSpacing(2 * rhythm);
    m_buttons->place(ButtonPlace::StateRow, *row);
    row->addStretch(1);
    m_identity->setObjectName(QStringLiteral("identityLabel"));
    m_identity->setTextFormat(Qt::PlainText);
    m_identity->setProperty("quiet", true);
    row->addWidget(m_identity);
    return frame;
}

QWidget* MainWindow::makeCallRow() {
    auto* frame = new ToolRow(this);
    QHBoxLayout* row = makeRow(*frame, "callRow");
    m_dial->setRecents(m_recents);
    row->addWidget(m_dial);
    m_buttons->place(ButtonPlace::DialRow, *row);
    row->addSpacing(2 * rhythm);
    m_buttons->place(ButtonPlace::CallRow, *row);
    m_recording->setObjectName(QStringLiteral("recordingSign"));
    m_recording->setText(QStringLiteral("\u25cf ") + tr("Recording"));
    m_recording->setToolTip(tr("The call is being recorded."));
    m_recording->hide();
    row->addWidget(m_recording);
    row->addStretch(1);
    m_buttons->moreMenu()->addSeparator();
    m_buttons->moreMenu()->addMenu(m_ringDevices);
    return frame;
}

QWidget* MainWindow::makeBody() {
    auto* tabs = new QTabWidget(this);
    tabs->setObjectName(QStringLiteral("callTabs"));
    tabs->setDocumentMode(true);
    tabs->addTab(m_details, tr("Call"));
    auto* body = new QSplitter(Qt::Vertical, this);
    body->setChildrenCollapsible(false);
    body->addWidget(m_grid);
    body->addWidget(tabs);
    body->setStretchFactor(0, 1);
    body->setStretchFactor(1, 1);
    body->setSizes({400, 300}); // as shares: the main facts of a call show without scrolling
    return body;
}

void MainWindow::connectDesk() {
    connect(&m_desk.session().events(), &Publisher::event, this, &MainWindow::onEvent);
    connect(&m_desk, &Desk::agentChanged, this, &MainWindow::showAgent);
    connect(&m_desk, &Desk::linkChanged, this, &MainWindow::showLink);
    connect(&m_desk, &Desk::maskPublished, m_buttons, &ButtonBar::setMask);
    connect(&m_desk, &Desk::callChanged, this, &MainWindow::showCall);
    connect(&m_desk, &Desk::callRemoved, this, [this](const QString& id) {
        m_model.remove(id);
        m_timeline.forget(id);
        callsChanged();
    });
    connect(&m_desk, &Desk::callRenamed, this, [this](const QString& oldId, const QString& newId) {
        m_model.rename(oldId, newId);
        m_timeline.rename(oldId, newId);
        m_details->renameCall(oldId, newId);
        m_ringer->rename(oldId, newId);
    });
    connect(&m_desk, &Desk::connectionFailed, this, [this](const QString& why) {
        m_whyLost = why;
        showLink();
    });
    connect(&m_desk, &Desk::told, m_status, &StatusLine::tell);
    connect(&m_desk, &Desk::ticked, this, &MainWindow::tick);
    connect(&m_desk, &Desk::signedOut, this, [this] { m_desk.session().disconnectFrom(); });
    connect(&m_desk, &Desk::connectionClosed, this, [this] { m_buttons->setMask(m_desk.mask()); });
}

/// After the desk, which has looked at the objects by then.
void MainWindow::onEvent(EventId event, const Arguments& arguments) {
    m_timeline.note(event, arguments, m_desk.calls(), m_desk.wallTime());
    showAnnounced();
    if (!m_desk.calls().empty())
        showSelected();
}

void MainWindow::showAnnounced() {
    const QString announcement = announcementText(m_desk.session().announcedCalls());
    m_grid->announce(announcement);
    m_status->announce(announcement);
}

void MainWindow::connectActions() {
    connect(m_buttons, &ButtonBar::triggered, this, &MainWindow::perform);
    const RequestBook& requests = m_actions.requests();
    connect(&requests, &RequestBook::settled, m_buttons, &ButtonBar::settle);
    connect(&requests, &RequestBook::allSettled, m_buttons, &ButtonBar::settleAll);
    connect(&requests, &RequestBook::sent, this, [this] { m_trouble->setRequestTrouble(std::nullopt); });
    connect(&requests, &RequestBook::failed, this, [this](const RequestFailure& failure) {
        if (!m_signIn.isUnderWay())
            m_trouble->setRequestTrouble(requestTrouble(failure));
    });
    connect(&requests, &RequestBook::proven, this,
            [this](const RequestFailure& failure) { m_trouble->withdrawRequestTrouble(requestTrouble(failure)); });
    connect(&m_actions.state(), &StateActions::signInWanted, this, [this] {
        m_trouble->setRequestTrouble(std::nullopt);
        m_signIn.open();
    });
    connect(&m_actions.dialling(), &DialActions::dialled, m_dial, [this](const QString& number) {
        if (m_dial->number() == number) // else the next one is being typed
            m_dial->clear();
    });
    connect(&m_actions.help(), &HelpActions::told, m_status, &StatusLine::tell);
    connect(&m_actions.help(), &HelpActions::greetingChanged, m_buttons,
            [this](bool off) { m_buttons->setSwitchedOn(DeskAction::Greeting, off); });
    connect(m_trouble, &TroubleBar::retryRequested, this, [this] { m_desk.session().retryNow(); });
    connect(m_dial, &QLineEdit::returnPressed, this, &MainWindow::useNumber);
    connect(m_ringer, &Ringer::answerChosen, &m_actions.calls(), &CallActions::answerCall);
    connect(&m_signIn, &SignInFlow::signedIn, m_dial, [this] { m_dial->setFocus(Qt::OtherFocusReason); });
    connect(&m_signIn, &SignInFlow::passwordNotKept, this, [this] {
        m_trouble->setRequestTrouble(Trouble{
            tr("Your password could not be remembered."),
            tr("This computer has no key store that is open. You will be asked each time."), QString(), false, true});
    });
    auto* toDial = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_D), this);
    connect(toDial, &QShortcut::activated, m_dial, [this] { m_dial->setFocus(Qt::ShortcutFocusReason); });
    auto* toGrid = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_G), this);
    connect(toGrid, &QShortcut::activated, m_grid, [this] { m_grid->setFocus(Qt::ShortcutFocusReason); });
}

void MainWindow::connectGrid() {
    connect(m_grid, &CallGrid::answerRequested, &m_actions.calls(), &CallActions::answerCall);
    connect(m_grid, &CallGrid::makeCurrentRequested, &m_actions.calls(), &CallActions::makeCurrent);
    connect(m_grid, &CallGrid::selectedCallChanged, this, &MainWindow::showSelected);
    connect(&m_model, &CallGridModel::changeRequested, &m_actions.calls(), &CallActions::changeData);
    connect(m_details, &CallDetails::changeRequested, &m_actions.calls(), &CallActions::changeData);
}

void MainWindow::perform(DeskAction action) {
    m_actions.dialling().setTyped(m_dial->text());
    buttonRow(action).method(m_actions);
}

/// Enter in the dial field: calls; during a call, consults the number about it.
void MainWindow::useNumber() {
    QAction* call = m_buttons->action(DeskAction::Call);
    QAction* transfer = m_buttons->action(DeskAction::Transfer);
    if (call->isEnabled())
        call->trigger();
    else if (!m_dial->number().isEmpty())
        transfer->trigger(); // nothing where it is off
}

bool MainWindow::isLinkLost() const { return m_desk.link().status == ConnectionStatus::Reconnecting; }

void MainWindow::showAgent() {
    const AgentView& agent = m_desk.agent();
    m_state->showAgent(agent);
    m_state->setNow(m_desk.now());
    m_status->showListening(agent.isListenedTo);
    m_recents.setUser(agent.agentId);
    showIdentity();
}

void MainWindow::showIdentity() {
    const AgentView& agent = m_desk.agent();
    if (!agent.signedIn) {
        m_identity->setText(tr("Nobody is signed in"));
        return;
    }
    const QString phone = agent.extension.isEmpty() ? agent.instrument : agent.extension;
    m_identity->setText(tr("Agent %1   Phone %2").arg(agent.agentId, phone));
    m_identity->setToolTip(tr("Instrument %1").arg(agent.instrument));
}

void MainWindow::showLink() {
    m_status->showLink(m_desk.link());
    m_buttons->setOffline(isLinkLost());
    const auto calls = std::ranges::count(m_desk.calls(), false, &CallView::ended);
    m_trouble->setConnectionTrouble(connectionTrouble(m_desk.link(), m_whyLost, static_cast<int>(calls)));
}

void MainWindow::showCall(const CallView& call) {
    m_model.setNow(m_desk.now());
    m_model.put(call);
    callsChanged();
}

void MainWindow::callsChanged() {
    m_ringer->update(m_desk.calls());
    showRecording();
    followCurrent();
    showSelected();
}

/// What becomes the current call is what the buttons are about: it is selected too, once nothing is being edited.
void MainWindow::followCurrent() {
    Call* current = m_desk.session().currentCall();
    if (!current || current == m_followed || m_grid->isEditing() || m_details->isEditing())
        return;
    if (m_grid->select(current->uniqueObjectId()))
        m_followed = current;
}

void MainWindow::showRecording() {
    const std::vector<Call*> calls = m_desk.session().calls();
    const Call* current = m_desk.session().currentCall();
    m_buttons->setSwitchedOn(DeskAction::Record, current && current->isRecording());
    m_recording->setVisible(std::ranges::any_of(calls, &Call::isRecording));
}

void MainWindow::showSelected() {
    const auto id = m_grid->selectedCall();
    const auto call = std::ranges::find(m_desk.calls(), id.value_or(QString()), &CallView::id);
    const bool known = id && call != m_desk.calls().end();
    m_details->showCall(known ? std::optional(*call) : std::nullopt,
                        known ? m_timeline.of(*id) : std::vector<TimelineEntry>(), m_desk.wallTime() - m_desk.now());
}

void MainWindow::tick() {
    m_state->setNow(m_desk.now());
    m_model.setNow(m_desk.now());
    followCurrent();
    showAnnounced(); // one that does not come is forgotten without an event
    if (isLinkLost())
        showLink();
}

void MainWindow::tell(const QString& message) { m_status->tell(message); }

void MainWindow::closeEvent(QCloseEvent* event) {
    QMainWindow::closeEvent(event);
    Q_EMIT closed();
}

} // namespace callwright
