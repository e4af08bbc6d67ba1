#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>
#include <vector>

class QSoundEffect;

namespace callwright {

/// What makes itself heard while a call rings; a test hands in one that only counts.
class RingTone {
public:
    virtual ~RingTone() = default;
    virtual void start() = 0; ///< again and again until stop()
    virtual void stop() = 0;
};

struct SoundDevice {
    QByteArray id; ///< empty: whatever the system uses
    QString name;
};

/// The bell of resources/sounds on the device that the user chose. Silent, and saying so once, without any device.
class SpeakerRingTone final : public QObject, public RingTone {
    Q_OBJECT
public:
    explicit SpeakerRingTone(QObject* parent = nullptr);
    ~SpeakerRingTone() override;

    static std::vector<SoundDevice> devices(); ///< asks the sound system: not for start-up
    void setDevice(const QByteArray& id);      ///< gone or empty: the system's default
    void setMuted(bool muted) { m_muted = muted; }

    void start() override;
    void stop() override;

Q_SIGNALS:
    void noDevice(); ///< nothing to play on

private:
    QByteArray m_device;
    bool m_muted = false;
    std::unique_ptr<QSoundEffect> m_effect; // made by the first call, gone before the application is
};

} // namespace callwright
