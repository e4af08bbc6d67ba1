#include "ui/ringing/ring_tone.h"

#include <QAudioDevice>
#include <QMediaDevices>
#include <QSoundEffect>
#include <QUrl>

namespace callwright {

namespace {

QAudioDevice deviceFor(const QByteArray& id) {
    for (const QAudioDevice& device : QMediaDevices::audioOutputs()) {
        if (!id.isEmpty() && device.id() == id)
            return device;
    }
    return QMediaDevices::defaultAudioOutput();
}

} // namespace

SpeakerRingTone::SpeakerRingTone(QObject* parent) : QObject(parent) {}

SpeakerRingTone::~SpeakerRingTone() = default;

std::vector<SoundDevice> SpeakerRingTone::devices() {
    std::vector<SoundDevice> found;
    for (const QAudioDevice& device : QMediaDevices::audioOutputs())
        found.push_back({device.id(), device.description()});
    return found;
}

void SpeakerRingTone::setDevice(const QByteArray& id) {
    m_device = id;
    m_effect.reset();
}

void SpeakerRingTone::start() {
    if (m_muted)
        return;
    if (!m_effect) {
        const QAudioDevice device = deviceFor(m_device);
        if (device.isNull()) { // QSoundEffect would claim to play for ever
            Q_EMIT noDevice();
            return;
        }
        m_effect = std::make_unique<QSoundEffect>(device);
        m_effect->setSource(QUrl(QStringLiteral("qrc:/sounds/ring.wav")));
        m_effect->setLoopCount(QSoundEffect::Infinite);
    }
    m_effect->play();
}

void SpeakerRingTone::stop() {
    if (m_effect)
        m_effect->stop();
}

} // namespace callwright
