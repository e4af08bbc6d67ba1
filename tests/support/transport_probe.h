#pragma once

#include "cil/transport/transport.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>
#include <vector>

namespace callwright::testing {

/// Watches one transport and keeps what it said.
class TransportProbe : public QObject {
    Q_OBJECT
public:
    TransportProbe() = default;
    explicit TransportProbe(Transport* watched) { watch(watched); }

    void watch(Transport* watched) {
        transport = watched;
        connect(watched, &Transport::opened, this, [this] { ++openings; });
        connect(watched, &Transport::received, this, [this](QByteArrayView bytes) {
            received += bytes.toByteArray();
            pieces.push_back(bytes.size());
        });
        connect(watched, &Transport::closed, this, [this](TransportFailure failure, const QString& why) {
            closedBy = failure;
            detail = why;
            ++closings;
        });
    }

    QPointer<Transport> transport;
    int openings = 0;
    int closings = 0;
    QByteArray received;
    std::vector<qsizetype> pieces;
    std::optional<TransportFailure> closedBy;
    QString detail;
};

/// Takes over everything a listener accepts.
class AcceptAll : public QObject {
    Q_OBJECT
public:
    explicit AcceptAll(Listener& listener) {
        connect(&listener, &Listener::accepted, this, [this](Transport* transport) {
            transport->setParent(this);
            probes.push_back(std::make_unique<TransportProbe>(transport));
        });
    }

    std::vector<std::unique_ptr<TransportProbe>> probes;
};

} // namespace callwright::testing
