#include "ui/calls/call_grid.h"

#include "ui/calls/call_cells.h"
#include "ui/calls/call_delegate.h"
#include "ui/calls/call_row_header.h"
#include "ui/text/call_text.h"
#include "ui/theme/colors.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QVariantAnimation>

#include <algorithm>

namespace callwright {

namespace {

constexpr int defaultColumnWidth = 15 * rhythm;
constexpr int usualRowHeight = 5 * rhythm;
constexpr int pulsePeriod = 1200; // milliseconds

} // namespace

CallGrid::CallGrid(CallGridModel& model, QWidget* parent)
    : QTableView(parent), m_model(model), m_delegate(new CallDelegate(this)), m_pulse(new QVariantAnimation(this)) {
    setObjectName(QStringLiteral("callGrid"));
    setAccessibleName(tr("Calls"));
    setVerticalHeader(new CallRowHeader(model, this));
    setModel(&model);
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(EditKeyPressed);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    dressColumns();
    connect(this, &QTableView::doubleClicked, this, &CallGrid::act);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &CallGrid::selectedCallChanged);
    connect(&model, &QAbstractItemModel::dataChanged, this, &CallGrid::watchRinging);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &CallGrid::watchRinging);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &CallGrid::watchRinging);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &CallGrid::selectFirst);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &CallGrid::selectFirst);
    m_pulse->setStartValue(0.0);
    m_pulse->setKeyValueAt(0.5, 1.0);
    m_pulse->setEndValue(0.0);
    m_pulse->setDuration(pulsePeriod);
    m_pulse->setLoopCount(-1);
    connect(m_pulse, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) { glow(value.toReal()); });
}

void CallGrid::dressColumns() {
    QHeaderView* columns = horizontalHeader();
    columns->setHighlightSections(false);
    columns->setStretchLastSection(true);
    columns->setSectionResizeMode(QHeaderView::Interactive);
    for (int index = 0; index < m_model.columnCount(); ++index) {
        const int width = m_model.column(index).width;
        setColumnWidth(index, width > 0 ? width : roomFor(index));
    }
    QHeaderView* rows = verticalHeader();
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setDefaultSectionSize(std::max(usualRowHeight, fontMetrics().height() * 2));
    rows->setFixedWidth(4 * rhythm);
    rows->setSectionsClickable(false);
    setCornerButtonEnabled(false);
}

/// The grid's own choice: the title fits, and a state even while it is not confirmed.
int CallGrid::roomFor(int column) const {
    int room = std::max(defaultColumnWidth, horizontalHeader()->sectionSizeHint(column));
    if (showsStatus(m_model.column(column))) {
        QFont bold = font();
        bold.setBold(true);
        const int decoration = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this) + 4 * rhythm;
        room = std::max(room, QFontMetrics(bold).horizontalAdvance(longestCallState()) + decoration);
    }
    return room;
}

std::optional<QString> CallGrid::selectedCall() const {
    const CallView* call = m_model.call(currentIndex());
    return call ? std::optional(call->id) : std::nullopt;
}

bool CallGrid::select(const QString& callId) {
    const int row = m_model.rowOf(callId);
    if (row >= 0)
        setCurrentIndex(m_model.index(row, std::max(0, currentIndex().column())));
    return row >= 0;
}

void CallGrid::selectFirst() {
    if (!currentIndex().isValid() && m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(0, 0));
    Q_EMIT selectedCallChanged();
}

void CallGrid::act(const QModelIndex& index) {
    const CallView* call = m_model.call(index);
    if (!call)
        return;
    if (call->isRinging())
        Q_EMIT answerRequested(call->id);
    else if (!call->current)
        Q_EMIT makeCurrentRequested(call->id);
    else if (index.flags() & Qt::ItemIsEditable)
        edit(index);
}

void CallGrid::keyPressEvent(QKeyEvent* event) {
    if (state() != EditingState && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        event->modifiers() == Qt::NoModifier)
        act(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

/// Motion only while a call rings, and none where the system asks for none: the row then glows steadily.
void CallGrid::watchRinging() {
    const bool ringing = m_model.isAnyRinging();
    const bool motion = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    if (ringing && motion && m_pulse->state() != QAbstractAnimation::Running)
        m_pulse->start();
    else if (!ringing)
        m_pulse->stop();
    if (ringing && !motion)
        glow(1.0);
}

void CallGrid::glow(qreal strength) {
    m_delegate->setGlow(strength);
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex first = m_model.index(row, 0);
        if (first.data(CallGridModel::RingingRole).toBool())
            viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
    }
}

void CallGrid::announce(const QString& announcement) {
    if (announcement == m_announcement)
        return;
    m_announcement = announcement;
    setAccessibleDescription(announcement);
    viewport()->update();
}

/// An empty grid says what will be there.
void CallGrid::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    if (m_model.rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(quietText(palette()));
    painter.drawText(viewport()->rect().adjusted(3 * rhythm, 0, -3 * rhythm, 0), Qt::AlignCenter | Qt::TextWordWrap,
                     m_announcement.isEmpty() ? tr("No calls. Callers appear here while you are ready; to call "
                                                   "somebody, enter a number above.")
                                              : m_announcement);
}

} // namespace callwright
