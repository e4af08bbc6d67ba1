#include "ui/ringing/ring_device_menu.h"

#include "ui/ringing/ring_tone.h"

#include <QActionGroup>
#include <QSettings>

namespace callwright {

namespace {

QString deviceKey() { return QStringLiteral("ring/device"); }

QString mutedKey() { return QStringLiteral("ring/muted"); }

} // namespace

RingDeviceMenu::RingDeviceMenu(QWidget* parent) : QMenu(parent) {
    setObjectName(QStringLiteral("ringDeviceMenu"));
    setTitle(tr("Ring tone"));
    connect(this, &QMenu::aboutToShow, this, &RingDeviceMenu::fill);
}

QByteArray RingDeviceMenu::chosenDevice() const { return QSettings().value(deviceKey()).toByteArray(); }

bool RingDeviceMenu::isMuted() const { return QSettings().value(mutedKey()).toBool(); }

void RingDeviceMenu::fill() {
    clear();
    auto* group = new QActionGroup(this);
    group->addAction(addDevice(tr("On the system's sound device"), {}));
    for (const SoundDevice& device : SpeakerRingTone::devices())
        group->addAction(addDevice(device.name, device.id));
    addSeparator();
    QAction* mute = addAction(tr("Silent on this computer"));
    mute->setCheckable(true);
    mute->setChecked(isMuted());
    connect(mute, &QAction::toggled, this, [this](bool muted) {
        QSettings().setValue(mutedKey(), muted);
        Q_EMIT changed();
    });
}

QAction* RingDeviceMenu::addDevice(const QString& name, const QByteArray& id) {
    QAction* action = addAction(name);
    action->setCheckable(true);
    action->setChecked(chosenDevice() == id);
    connect(action, &QAction::triggered, this, [this, id] {
        QSettings().setValue(deviceKey(), id);
        Q_EMIT changed();
    });
    return action;
}

} // namespace callwright
