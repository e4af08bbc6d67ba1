#pragma once

#include "ui/calls/call_grid_model.h"

#include <QTableView>

#include <optional>

class QVariantAnimation;

namespace callwright {

class CallDelegate;

/// The grid of calls: one row selected, the current call marked, ringing rows glowing. Double click or Enter answers a
/// ringing call and makes any other call the current one; F2 edits a cell where the settings allow it.
class CallGrid final : public QTableView {
    Q_OBJECT
public:
    explicit CallGrid(CallGridModel& model, QWidget* parent = nullptr);

    std::optional<QString> selectedCall() const;
    bool select(const QString& callId); ///< false: there is no such row
    bool isEditing() const { return state() == EditingState; }
    void announce(const QString& announcement); ///< what an empty grid says of calls on their way; empty: nothing

Q_SIGNALS:
    void answerRequested(const QString& callId);
    void makeCurrentRequested(const QString& callId);
    void selectedCallChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void dressColumns();
    int roomFor(int column) const;
    void watchRinging();
    void act(const QModelIndex& index);
    void glow(qreal strength);
    void selectFirst();

    CallGridModel& m_model;
    CallDelegate* m_delegate;
    QVariantAnimation* m_pulse;
    QString m_announcement;
};

} // namespace callwright
