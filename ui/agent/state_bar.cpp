#include "ui/agent/state_bar.h"

#include "ui/text/state_text.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>

#include <algorithm>

namespace callwright {

namespace {

constexpr int stateIconSize = 32;

QFont enlarged(const QFont& font, double factor) {
    QFont larger = font;
    larger.setPointSizeF(font.pointSizeF() * factor);
    larger.setWeight(QFont::DemiBold);
    return larger;
}

} // namespace

StateBar::StateBar(QWidget* parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_state(new QLabel(this)), m_time(new TabularLabel(this)),
      m_detail(new QLabel(this)) {
    setObjectName(QStringLiteral("stateBar"));
    m_state->setObjectName(QStringLiteral("agentState"));
    m_time->setObjectName(QStringLiteral("timeInState"));
    m_detail->setObjectName(QStringLiteral("agentStateDetail"));
    m_detail->setProperty("quiet", true);
    m_state->setFont(enlarged(font(), 1.6));
    m_time->setFont(enlarged(font(), 1.6));
    for (QLabel* label : {m_state, m_detail})
        label->setTextFormat(Qt::PlainText);
    m_time->setAccessibleName(tr("Time in this state"));
    m_icon->setFixedSize(stateIconSize, stateIconSize);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(rhythm);
    grid->setVerticalSpacing(0);
    grid->addWidget(m_icon, 0, 0, 2, 1);
    grid->addWidget(m_state, 0, 1);
    grid->addWidget(m_time, 0, 2);
    grid->addWidget(m_detail, 1, 1, 1, 2);
    grid->setColumnStretch(2, 1);
    grid->setRowStretch(0, 1);
    setMinimumWidth(widestState());
    setFixedHeight(m_state->fontMetrics().height() + m_detail->fontMetrics().height());
    showAgent(AgentView());
}

/// Room for any state, so that the buttons beside it stay where they are.
int StateBar::widestState() const {
    const QFontMetrics metrics(m_state->font());
    int widest = 0;
    for (int state = 0; state <= static_cast<int>(AgentState::Hold); ++state)
        widest = std::max(widest, metrics.horizontalAdvance(agentStateLook(static_cast<AgentState>(state)).text));
    return stateIconSize + 3 * rhythm + widest + metrics.horizontalAdvance(QStringLiteral("0:00:00"));
}

void StateBar::showAgent(const AgentView& agent) {
    m_agent = agent;
    paintLook();
}

void StateBar::setNow(Milliseconds now) {
    const QString text = m_agent.signedIn ? durationText(now - m_agent.since) : QString();
    if (text == m_time->text())
        return;
    const bool resized = text.size() != m_time->text().size();
    m_time->setText(text);
    if (resized)
        m_time->updateGeometry();
}

void StateBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintLook();
}

void StateBar::paintLook() {
    const StateLook look = agentStateLook(m_agent.state);
    const Tone tone = m_agent.confirmed ? look.tone : Tone::Neutral;
    m_icon->setPixmap(lineIcon(look.icon, tone).pixmap(QSize(stateIconSize, stateIconSize), devicePixelRatioF()));
    m_state->setText(look.text);
    QPalette colored = palette();
    colored.setColor(QPalette::WindowText, toneColor(tone, palette()));
    if (m_state->palette() != colored)
        m_state->setPalette(colored);
    m_detail->setText(detail());
    m_detail->setVisible(!m_detail->text().isEmpty());
    setAccessibleName(m_detail->text().isEmpty() ? look.text : look.text + QLatin1String(", ") + m_detail->text());
}

QString StateBar::detail() const {
    if (!m_agent.confirmed && m_agent.signedIn)
        return tr("not confirmed");
    if (m_agent.nextState)
        return tr("then: %1").arg(agentStateLook(*m_agent.nextState).text);
    return m_agent.reason;
}

} // namespace callwright
