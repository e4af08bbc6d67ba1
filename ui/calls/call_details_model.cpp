#include "ui/calls/call_details_model.h"

#include "ui/theme/colors.h"
#include "ui/theme/icon.h"

#include <QFont>
#include <QGuiApplication>

#include <algorithm>
#include <utility>

namespace callwright {

struct CallDetailsModel::Item {
    DetailsNode node;
    Item* parent = nullptr;
    std::vector<std::unique_ptr<Item>> children;

    int row() const {
        const auto at = std::ranges::find(parent->children, this, &std::unique_ptr<Item>::get);
        return static_cast<int>(at - parent->children.begin());
    }
};

namespace {

bool looksSame(const DetailsNode& a, const DetailsNode& b) {
    return a.name == b.name && a.value == b.value && a.hint == b.hint && a.element == b.element && a.column == b.column;
}

} // namespace

CallDetailsModel::CallDetailsModel(QObject* parent) : QAbstractItemModel(parent), m_root(std::make_unique<Item>()) {}

CallDetailsModel::~CallDetailsModel() = default;

void CallDetailsModel::show(const QString& callId, std::vector<DetailsNode> sections) {
    if (callId == m_callId) {
        update(*m_root, sections);
        return;
    }
    beginResetModel();
    m_callId = callId;
    m_root->children.clear();
    fill(*m_root, sections);
    endResetModel();
}

void CallDetailsModel::rename(const QString& oldId, const QString& newId) {
    if (m_callId == oldId)
        m_callId = newId;
}

void CallDetailsModel::fill(Item& parent, std::vector<DetailsNode>& fresh) {
    for (DetailsNode& node : fresh) {
        auto item = std::make_unique<Item>();
        item->parent = &parent;
        std::vector<DetailsNode> children = std::exchange(node.children, {});
        item->node = std::move(node);
        fill(*item, children);
        parent.children.push_back(std::move(item));
    }
}

void CallDetailsModel::removeRows(Item& parent, std::size_t from, std::size_t to) {
    if (from >= to)
        return;
    beginRemoveRows(indexOf(parent, 0), static_cast<int>(from), static_cast<int>(to) - 1);
    parent.children.erase(parent.children.begin() + static_cast<std::ptrdiff_t>(from),
                          parent.children.begin() + static_cast<std::ptrdiff_t>(to));
    endRemoveRows();
}

void CallDetailsModel::update(Item& parent, std::vector<DetailsNode>& fresh) {
    for (std::size_t row = 0; row < fresh.size(); ++row) {
        const auto begin = parent.children.begin() + static_cast<std::ptrdiff_t>(row);
        const auto found = std::find_if(begin, parent.children.end(),
                                        [&](const auto& child) { return child->node.key == fresh[row].key; });
        if (found != parent.children.end()) {
            removeRows(parent, row, static_cast<std::size_t>(found - parent.children.begin()));
            take(*parent.children[row], fresh[row]);
            continue;
        }
        std::vector<DetailsNode> one{std::move(fresh[row])};
        Item made;
        fill(made, one);
        made.children.front()->parent = &parent;
        beginInsertRows(indexOf(parent, 0), static_cast<int>(row), static_cast<int>(row));
        parent.children.insert(begin, std::move(made.children.front()));
        endInsertRows();
    }
    removeRows(parent, fresh.size(), parent.children.size());
}

void CallDetailsModel::take(Item& item, DetailsNode& fresh) {
    std::vector<DetailsNode> children = std::exchange(fresh.children, {});
    const bool isSame = looksSame(item.node, fresh);
    item.node = std::move(fresh);
    if (!isSame)
        Q_EMIT dataChanged(indexOf(item, 0), indexOf(item, 1));
    update(item, children);
}

CallDetailsModel::Item& CallDetailsModel::item(const QModelIndex& index) const {
    return index.isValid() ? *static_cast<Item*>(index.internalPointer()) : *m_root;
}

QModelIndex CallDetailsModel::indexOf(Item& item, int column) const {
    return &item == m_root.get() ? QModelIndex() : createIndex(item.row(), column, &item);
}

const DetailsNode* CallDetailsModel::node(const QModelIndex& index) const {
    return index.isValid() ? &item(index).node : nullptr;
}

QModelIndex CallDetailsModel::index(int row, int column, const QModelIndex& parent) const {
    const auto& children = item(parent).children;
    if (row < 0 || row >= static_cast<int>(children.size()) || column < 0 || column > 1 || parent.column() > 0)
        return {};
    return createIndex(row, column, children[static_cast<std::size_t>(row)].get());
}

QModelIndex CallDetailsModel::parent(const QModelIndex& index) const {
    return index.isValid() ? indexOf(*item(index).parent, 0) : QModelIndex();
}

int CallDetailsModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(item(parent).children.size());
}

int CallDetailsModel::columnCount(const QModelIndex&) const { return 2; }

QVariant CallDetailsModel::data(const QModelIndex& index, int role) const {
    const DetailsNode* line = node(index);
    if (!line)
        return {};
    if (index.column() == 1)
        return valueLook(*line, role);
    const bool isSection = !index.parent().isValid();
    if (role == Qt::DisplayRole)
        return line->name;
    if (role == Qt::ToolTipRole)
        return line->hint.isEmpty() || line->hint == line->name ? QVariant() : QVariant(line->hint);
    if (role == Qt::ForegroundRole && !isSection)
        return quietText(QGuiApplication::palette());
    if (role == Qt::FontRole && isSection) {
        QFont font;
        font.setBold(true);
        return font;
    }
    return {};
}

QVariant CallDetailsModel::valueLook(const DetailsNode& line, int role) const {
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return line.value.text;
    case Qt::AccessibleTextRole:
        return spokenCell(line.value);
    case Qt::ToolTipRole: {
        const QString hint = cellHint(line.value, line.element.has_value());
        return hint.isEmpty() ? line.value.text : hint;
    }
    case Qt::DecorationRole:
        return line.value.refused.isEmpty() ? QVariant() : QVariant(lineIcon(QStringLiteral("warning"), Tone::Alert));
    case Qt::ForegroundRole:
        return line.value.pending ? QVariant(quietText(QGuiApplication::palette())) : QVariant();
    case Qt::FontRole:
        if (line.value.pending) {
            QFont font;
            font.setItalic(true);
            return font;
        }
        return {};
    default:
        return {};
    }
}

QVariant CallDetailsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("What") : tr("Value");
}

Qt::ItemFlags CallDetailsModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    const DetailsNode* line = node(index);
    if (line && line->element && index.column() == 1)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool CallDetailsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const DetailsNode* line = node(index);
    if (!line || role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable) || value.toString() == line->value.text)
        return false;
    Q_EMIT changeRequested(m_callId, changeOf(*line->element, value.toString()));
    return true;
}

} // namespace callwright
