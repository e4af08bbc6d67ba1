#include "cil/connection/network_watch.h"

#include <QNetworkInformation>

namespace callwright {

std::unique_ptr<NetworkWatch> makeSystemNetworkWatch() {
    auto watch = std::make_unique<NetworkWatch>();
    if (QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        QObject::connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, watch.get(),
                         [raw = watch.get()](QNetworkInformation::Reachability reachability) {
                             Q_EMIT raw->changed(reachability != QNetworkInformation::Reachability::Disconnected);
                         });
    }
    return watch;
}

} // namespace callwright
