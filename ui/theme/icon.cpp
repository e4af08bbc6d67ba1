#include "ui/theme/icon.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <memory>
#include <optional>

namespace callwright {

namespace {

/// Draws the icon's strokes as a stencil and fills them with the colour wanted now.
class LineIconEngine final : public QIconEngine {
public:
    LineIconEngine(QByteArray drawing, std::optional<Tone> tone) : m_drawing(std::move(drawing)), m_tone(tone) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap stencil = rendered(rect.size() * ratio, mode);
        stencil.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, stencil);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override { return rendered(size, mode); }
    QIconEngine* clone() const override { return new LineIconEngine(m_drawing, m_tone); }
    bool isNull() override { return m_drawing.isEmpty(); }

private:
    QPixmap rendered(const QSize& size, QIcon::Mode mode) const {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QSvgRenderer renderer(m_drawing);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), color(mode));
        return pixmap;
    }

    QColor color(QIcon::Mode mode) const {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return m_tone ? toneColor(*m_tone, palette) : palette.color(QPalette::ButtonText);
    }

    QByteArray m_drawing;
    std::optional<Tone> m_tone;
};

QIcon drawn(const QString& name, std::optional<Tone> tone) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new LineIconEngine(file.readAll(), tone));
}

} // namespace

QIcon lineIcon(const QString& name) { return drawn(name, std::nullopt); }

QIcon lineIcon(const QString& name, Tone tone) { return drawn(name, tone); }

} // namespace callwright
