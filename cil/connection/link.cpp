#include "cil/connection/link.h"

#include "cil/connection/link_private.h"
#include "cil/connection/network_watch.h"

#include <utility>

namespace callwright {

Link::Link(Clock& clock, TransportFactory& transports, std::uint64_t seed, QObject* parent)
    : QObject(parent), d(std::make_shared<Private>(*this, clock, transports, seed)) {}

Link::~Link() { d->abandon(); }

void Link::setMemory(ServerMemory& memory) { d->memory = &memory; }

void Link::follow(NetworkWatch& network) {
    connect(&network, &NetworkWatch::changed, this, [keep = std::weak_ptr(d)](bool isReachable) {
        if (const auto self = keep.lock())
            self->onNetworkChanged(isReachable);
    });
}

void Link::open(const LinkOptions& options, const OpenParameters& parameters) {
    const auto keep = d;
    keep->open(options, parameters);
}

void Link::close() {
    const auto keep = d;
    keep->close();
}

void Link::retryNow() {
    const auto keep = d;
    keep->retryNow();
}

LinkState Link::state() const { return d->state; }

Endpoint Link::server() const { return d->server(); }

std::optional<Endpoint> Link::standby() const { return d->standby(); }

std::optional<Milliseconds> Link::nextTryIn() const { return d->nextTryIn(); }

protocol::Version Link::version() const { return d->version(); }

std::uint32_t Link::servicesGranted() const { return d->servicesGranted(); }

std::optional<Milliseconds> Link::roundTrip() const { return d->roundTrip; }

std::uint64_t Link::malformedCount() const { return d->malformedCount; }

protocol::MessageBuilder Link::message(protocol::MessageType type) const {
    return protocol::MessageBuilder(type, version());
}

protocol::Result<std::uint32_t> Link::request(protocol::MessageBuilder message, ReplyHandler handler) {
    const auto keep = d;
    return keep->request(std::move(message), std::move(handler));
}

protocol::Result<void> Link::send(const protocol::MessageBuilder& message) {
    const auto keep = d;
    return keep->send(message);
}

QString Link::fromWire(std::string_view text) const {
    return QString::fromStdString(protocol::toUtf8(text, d->options.codePage).utf8);
}

std::optional<std::string> Link::toWire(const QString& text) const {
    return protocol::fromUtf8(text.toStdString(), d->options.codePage);
}

} // namespace callwright
