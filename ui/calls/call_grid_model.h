#pragma once

#include "cil/settings/settings.h"
#include "ui/desk/views.h"

#include <QAbstractTableModel>

#include <vector>

namespace callwright {

/// The calls at the desk, a row each in the order of their beginning; columns as the settings say. Fed by deltas.
class CallGridModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, RingingRole, CurrentRole, TabularRole };

    explicit CallGridModel(std::vector<GridColumn> columns, QObject* parent = nullptr);

    void put(const CallView& call); ///< a new row, or the changed cells of an old one
    void remove(const QString& id);
    void rename(const QString& oldId, const QString& newId);
    void setNow(Milliseconds now);

    const GridColumn& column(int index) const { return m_columns[static_cast<std::size_t>(index)]; }
    const CallView* call(const QModelIndex& index) const; ///< nullptr for an invalid index
    int rowOf(const QString& id) const;                   ///< -1: not there
    int counterpartOf(int row) const;                     ///< row of the other half of a consultation; -1: none
    bool isAnyRinging() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Asks by changeRequested(); the cell shows the value once the call says that it is pending.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void linksChanged(); ///< which rows belong together
    void changeRequested(const QString& callId, const callwright::Arguments& changes);

private:
    QString spokenOf(const CallView& call, const GridColumn& column) const;
    QVariant hintOf(const CallView& call, const GridColumn& column) const;
    QVariant iconOf(const CallView& call, const GridColumn& column) const;
    bool isChangeable(const CallView& call, const GridColumn& column) const;
    QVariant cellLook(const CallView& call, const GridColumn& column, int role) const;
    void announceCells(int row, const CallView& before);

    std::vector<GridColumn> m_columns;
    std::vector<CallView> m_calls;
    Milliseconds m_now{0};
};

} // namespace callwright
