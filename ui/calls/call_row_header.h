#pragma once

#include <QHeaderView>

namespace callwright {

class CallGridModel;

/// The grid's row headers: an arrow at the current call, and a bracket that ties a consultation to its original.
class CallRowHeader final : public QHeaderView {
    Q_OBJECT
public:
    explicit CallRowHeader(CallGridModel& model, QWidget* parent = nullptr);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int row) const override;

private:
    CallGridModel& m_model;
};

} // namespace callwright
