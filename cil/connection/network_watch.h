#pragma once

#include <QObject>

#include <memory>

namespace callwright {

/// Tells when the computer's network changes: cable pulled, Wi-Fi changed, suspend ended.
class NetworkWatch : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    void changed(bool isReachable);
};

/// The system's network information (on Linux NetworkManager), where the system has it; silent elsewhere.
std::unique_ptr<NetworkWatch> makeSystemNetworkWatch();

} // namespace callwright
