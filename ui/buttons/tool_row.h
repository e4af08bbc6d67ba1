#pragma once

#include <QWidget>

namespace callwright {

/// A row of tool buttons that drop their texts when there is no room for them; names and tooltips stay.
class ToolRow final : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    void setCompact(bool compact);
    int textWidth() const; ///< what dropping the texts would save, about

    bool m_compact = false;
    int m_fullWidth = 0; ///< when there was no room for the texts any more
};

} // namespace callwright
