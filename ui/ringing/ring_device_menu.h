#pragma once

#include <QByteArray>
#include <QMenu>

namespace callwright {

/// Where the ring tone plays. Asks the sound system when it is opened, not before.
class RingDeviceMenu final : public QMenu {
    Q_OBJECT
public:
    explicit RingDeviceMenu(QWidget* parent = nullptr);

    QByteArray chosenDevice() const; ///< remembered on this computer
    bool isMuted() const;

Q_SIGNALS:
    void changed();

private:
    void fill();
    QAction* addDevice(const QString& name, const QByteArray& id);
};

} // namespace callwright
