#include "ui/calls/call_details.h"

#include "cil/events/keywords.h"
#include "ui/calls/call_cells.h"
#include "ui/text/state_text.h"
#include "ui/theme/colors.h"
#include "ui/theme/theme.h"

#include <QFont>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace callwright {

namespace {

/// The few facts people look for first have words; the rest keep the names of the protocol.
QString factName(Keyword key) {
    const QString name = key.name();
    if (key == keyword::ANI)
        return CallDetails::tr("Caller's number");
    if (key == keyword::DNIS)
        return CallDetails::tr("Number called (DNIS)");
    if (key == keyword::DialedNumber)
        return CallDetails::tr("Number dialled");
    if (key == keyword::CallerEnteredDigits)
        return CallDetails::tr("Digits entered");
    if (key == keyword::CallWrapupData)
        return CallDetails::tr("Wrap-up data");
    if (name.startsWith(QLatin1String("CallVariable")))
        return CallDetails::tr("Call variable %1").arg(name.mid(12));
    return name;
}

/// People's facts first, then by name; CallVariable2 before CallVariable10.
int rankOf(Keyword key) {
    constexpr std::array first{keyword::ANI, keyword::DNIS, keyword::DialedNumber, keyword::CallerEnteredDigits};
    const auto found = std::ranges::find(first, key);
    if (found != first.end())
        return static_cast<int>(found - first.begin());
    const QString name = key.name();
    if (name.startsWith(QLatin1String("CallVariable")))
        return 100 + name.mid(12).toInt();
    return key == keyword::CallWrapupData ? 200 : 300;
}

std::vector<Arguments::Pair> inReadingOrder(const Arguments& data) {
    std::vector<Arguments::Pair> pairs(data.begin(), data.end());
    std::ranges::stable_sort(pairs, [](const auto& a, const auto& b) {
        const int left = rankOf(a.key);
        const int right = rankOf(b.key);
        return left != right ? left < right : a.key.name() < b.key.name();
    });
    return pairs;
}

} // namespace

std::vector<CallDetailsModel::Row> CallDetailsModel::rowsOf(const CallView& call) {
    std::vector<Row> rows;
    for (const auto& [key, value] : inReadingOrder(call.data)) {
        if (const Arguments* nested = value.arguments()) {
            for (const auto& [inner, innerValue] : *nested)
                rows.push_back({inner.name(), innerValue.toString(), false});
            continue;
        }
        const bool pending = call.pending.contains(key);
        const QString text = pending ? call.pending.toString(key) : value.toString();
        if (!text.isEmpty())
            rows.push_back({factName(key), text, pending});
    }
    for (const auto& [key, value] : call.pending) {
        if (!call.data.contains(key))
            rows.push_back({factName(key), value.toString(), true});
    }
    return rows;
}

void CallDetailsModel::show(const std::optional<CallView>& call, const std::vector<TimelineEntry>& timeline) {
    std::vector<Row> rows = call ? rowsOf(*call) : std::vector<Row>();
    for (const TimelineEntry& entry : timeline)
        rows.push_back({clockText(entry.wallTime), entry.text, false});
    const int before = rowCount();
    const int after = static_cast<int>(rows.size());
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_rows.resize(rows.size());
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_rows.insert(m_rows.end(), rows.begin() + before, rows.end());
        endInsertRows();
    }
    for (int row = 0; row < after; ++row) {
        const auto at = static_cast<std::size_t>(row);
        if (m_rows[at] == rows[at])
            continue;
        m_rows[at] = rows[at];
        Q_EMIT dataChanged(index(row, 0), index(row, 1));
    }
}

int CallDetailsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CallDetailsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : 2; }

QVariant CallDetailsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return index.column() == 0 ? row.name : row.value;
    if (role == Qt::ForegroundRole && (index.column() == 0 || row.pending))
        return quietText(QGuiApplication::palette());
    if (role == Qt::FontRole && row.pending) {
        QFont font;
        font.setItalic(true);
        return font;
    }
    return {};
}

QVariant CallDetailsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("What") : tr("Value");
}

CallDetails::CallDetails(QWidget* parent)
    : QWidget(parent), m_view(new QTableView(this)), m_empty(new QLabel(this)), m_pages(new QStackedLayout) {
    setObjectName(QStringLiteral("callDetails"));
    setAttribute(Qt::WA_StyledBackground);
    m_view->setObjectName(QStringLiteral("detailsView"));
    m_view->setAccessibleName(tr("Details of the selected call"));
    m_view->setModel(&m_model);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->horizontalHeader()->hide();
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->setColumnWidth(0, 26 * rhythm);
    m_empty->setProperty("quiet", true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setText(tr("Everything known about the selected call will be shown here."));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * rhythm, 0, 0, 0);
    column->addLayout(m_pages);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_view);
}

void CallDetails::showCall(const std::optional<CallView>& call, const std::vector<TimelineEntry>& timeline) {
    m_model.show(call, timeline);
    m_pages->setCurrentWidget(call ? static_cast<QWidget*>(m_view) : m_empty);
}

} // namespace callwright
