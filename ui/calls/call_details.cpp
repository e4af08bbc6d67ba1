#include "ui/calls/call_details.h"

#include "ui/calls/value_editor.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedLayout>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace callwright {

namespace {

/// Editors keep to the limits of the settings and the server.
class DetailsDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const override {
        const auto* model = qobject_cast<const CallDetailsModel*>(index.model());
        const DetailsNode* line = model ? model->node(index) : nullptr;
        if (!line || !line->element || !line->column)
            return nullptr;
        return makeValueEditor(parent, *line->column, *line->element, line->name);
    }

    void setEditorData(QWidget* editor, const QModelIndex& index) const override {
        fillOnce(*editor, index.data(Qt::EditRole).toString());
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width(), size.height() + rhythm / 2};
    }
};

} // namespace

CallDetails::CallDetails(QWidget* parent)
    : QWidget(parent), m_view(new QTreeView(this)), m_timeline(new QTableView(this)), m_empty(new QLabel(this)),
      m_pages(new QStackedLayout) {
    setObjectName(QStringLiteral("callDetails"));
    setAttribute(Qt::WA_StyledBackground);
    m_empty->setProperty("quiet", true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setText(tr("Everything known about the selected call will be shown here."));
    auto* parts = new QSplitter(Qt::Horizontal, this);
    parts->setObjectName(QStringLiteral("detailsParts"));
    parts->setChildrenCollapsible(false);
    parts->addWidget(makeFacts());
    parts->addWidget(makeTimeline());
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    parts->setSizes({600, 400}); // as shares
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(rhythm, rhythm / 2, 0, 0);
    column->addLayout(m_pages);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(parts);
}

QWidget* CallDetails::makeFacts() {
    m_view->setObjectName(QStringLiteral("detailsView"));
    m_view->setAccessibleName(tr("Details of the selected call"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new DetailsDelegate(m_view));
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setAllColumnsShowFocus(false);
    m_view->setUniformRowHeights(true);
    m_view->setIndentation(2 * rhythm);
    m_view->header()->hide();
    m_view->header()->setStretchLastSection(true);
    m_view->setColumnWidth(0, std::max(26 * rhythm, fontMetrics().averageCharWidth() * 28));
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &CallDetails::openSections);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &CallDetails::openAll);
    connect(&m_model, &CallDetailsModel::changeRequested, this, &CallDetails::changeRequested);
    const auto remember = [this](bool isOpen) {
        return [this, isOpen](const QModelIndex& index) {
            const DetailsNode* section = m_model.node(index);
            if (section && section->key == QLatin1String(technicalKey))
                m_showsTechnical = isOpen;
        };
    };
    connect(m_view, &QTreeView::expanded, this, remember(true));
    connect(m_view, &QTreeView::collapsed, this, remember(false));
    return m_view;
}

QWidget* CallDetails::makeTimeline() {
    m_timeline->setObjectName(QStringLiteral("timelineView"));
    m_timeline->setAccessibleName(tr("What happened to the selected call"));
    m_timeline->setModel(&m_happened);
    m_timeline->setSelectionMode(QAbstractItemView::SingleSelection);
    m_timeline->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_timeline->setShowGrid(false);
    m_timeline->setTabKeyNavigation(false);
    m_timeline->setWordWrap(false);
    m_timeline->verticalHeader()->hide();
    m_timeline->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_timeline->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + rhythm);
    m_timeline->horizontalHeader()->setHighlightSections(false);
    m_timeline->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_timeline->horizontalHeader()->setStretchLastSection(true);
    m_timeline->setColumnWidth(0, fontMetrics().horizontalAdvance(QStringLiteral("00:00:00")) + 3 * rhythm);
    const QScrollBar* bar = m_timeline->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int at) { m_followsEnd = at == bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, m_timeline, [this] {
        if (m_followsEnd)
            m_timeline->scrollToBottom();
    });
    return m_timeline;
}

void CallDetails::openSections(const QModelIndex& parent, int first, int last) {
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_model.index(row, 0, parent);
        const DetailsNode* line = m_model.node(index);
        const bool isTechnical = !parent.isValid() && line->key == QLatin1String(technicalKey);
        const bool isArray = parent.isValid() && m_model.rowCount(index) > 0;
        if (!parent.isValid())
            m_view->setFirstColumnSpanned(row, parent, true);
        if (isArray || !parent.isValid())
            m_view->setExpanded(index, !isTechnical || m_showsTechnical);
        if (m_model.rowCount(index) > 0)
            openSections(index, 0, m_model.rowCount(index) - 1);
    }
}

void CallDetails::openAll() { openSections({}, 0, m_model.rowCount() - 1); }

/// The list follows its end until somebody scrolls away from it; another call's begins at its end.
void CallDetails::showCall(const std::optional<CallView>& call, const std::vector<TimelineEntry>& timeline,
                           Milliseconds clockToWall) {
    if (std::chrono::abs(clockToWall - m_clockToWall) > std::chrono::seconds(1))
        m_clockToWall = clockToWall;
    m_model.show(call ? call->id : QString(),
                 call ? detailsOf(*call, m_columns, m_clockToWall) : std::vector<DetailsNode>());
    const QString id = call ? call->id : QString();
    if (std::exchange(m_shown, id) != id)
        m_followsEnd = true;
    const bool follows = m_followsEnd; // what comes and goes moves the bar
    m_happened.show(timeline);
    m_followsEnd = follows;
    if (follows)
        m_timeline->scrollToBottom();
    m_pages->setCurrentIndex(call ? 1 : 0);
}

bool CallDetails::isEditing() const { return m_view->findChild<QLineEdit*>() != nullptr; }

void CallDetails::renameCall(const QString& oldId, const QString& newId) {
    m_model.rename(oldId, newId);
    if (m_shown == oldId)
        m_shown = newId;
}

} // namespace callwright
