#pragma once

#include "ui/calls/details_tree.h"

#include <QAbstractItemModel>

#include <memory>
#include <optional>
#include <vector>

namespace callwright {

/// What is known about one call as a tree of name and value. Values are plain text, whatever they look like. A change
/// of the call changes only the lines that look different: what is open, selected or being edited stays so.
class CallDetailsModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    explicit CallDetailsModel(QObject* parent = nullptr);
    ~CallDetailsModel() override;

    /// Lines of another call replace these all at once.
    void show(const QString& callId, std::vector<DetailsNode> sections);
    void rename(const QString& oldId, const QString& newId);

    const DetailsNode* node(const QModelIndex& index) const; ///< without its children; nullptr for an invalid index

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Asks by changeRequested(); the line shows the value once the call says that it is pending.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void changeRequested(const QString& callId, const callwright::Arguments& changes);

private:
    struct Item;
    Item& item(const QModelIndex& index) const;
    QModelIndex indexOf(Item& item, int column) const;
    void update(Item& parent, std::vector<DetailsNode>& fresh);
    void take(Item& item, DetailsNode& fresh);
    void removeRows(Item& parent, std::size_t from, std::size_t to);
    static void fill(Item& parent, std::vector<DetailsNode>& fresh);
    QVariant valueLook(const DetailsNode& node, int role) const;

    std::unique_ptr<Item> m_root;
    QString m_callId;
};

} // namespace callwright
