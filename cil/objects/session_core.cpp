#include "cil/objects/session_core.h"

#include "cil/objects/profile_connection.h"
#include "cil/service/services.h"

#include <algorithm>

namespace callwright {

SessionCore::SessionCore(Clock& theClock, TransportFactory& transports, const Settings& theSettings, std::uint64_t seed)
    : clock(theClock), settings(theSettings),
      outbox(publisher, this, [this](EventId id, const Arguments& arguments) { return monitor.wants(id, arguments); }),
      own(*this), supervision(*this), statistics(*this), configuration(theClock), monitor(*this),
      silentMonitors(*this, seed), link(theClock, transports, seed) {}

SessionCore::~SessionCore() = default;

ConnectionStatus SessionCore::status() const {
    switch (link.state()) {
    case LinkState::Closed:
        return ConnectionStatus::Closed;
    case LinkState::Closing:
        return ConnectionStatus::Closing;
    case LinkState::Open:
        return ConnectionStatus::Open;
    case LinkState::Connecting:
    case LinkState::Opening:
    case LinkState::Waiting:
        break;
    }
    return isReconnecting ? ConnectionStatus::Reconnecting : ConnectionStatus::Connecting;
}

CilResult SessionCore::whyNotConnected() const {
    switch (status()) {
    case ConnectionStatus::Closed:
    case ConnectionStatus::Connecting:
        return {CilCode::NotConnected};
    case ConnectionStatus::Reconnecting:
        return {CilCode::InFailover};
    case ConnectionStatus::Closing:
        return {CilCode::DisconnectPending};
    case ConnectionStatus::Open:
        break;
    }
    return {};
}

CilResult SessionCore::whyNot() const {
    if (mode == SessionMode::Monitor)
        return {CilCode::ModeConflict};
    if (const CilResult problem = whyNotConnected(); !problem || isAgentModeSet)
        return problem;
    return {isReconnecting ? CilCode::InFailover : CilCode::ModeNotSet};
}

protocol::CodePage SessionCore::codePage() const {
    return parameters.codePage == ServerCodePage::Utf8 ? protocol::CodePage::Utf8 : protocol::CodePage::Windows1252;
}

namespace {

CilResult notGranted(const QString& missing) {
    return missing.isEmpty() ? CilResult() : CilResult{CilCode::NotImplemented, 0, missing};
}

} // namespace

CilResult SessionCore::whyNotGranted(protocol::MessageType request) const {
    return notGranted(service::missingService(request, link.servicesGranted()));
}

CilResult SessionCore::whyNotGranted(std::uint32_t bits) const {
    return notGranted(service::missingService(bits, link.servicesGranted()));
}

const ConnectionProfile& SessionCore::profile() const {
    static const ConnectionProfile unknown;
    const auto find = [this](auto isIt) -> const ConnectionProfile* {
        const auto found = std::ranges::find_if(settings.profiles, isIt);
        return found == settings.profiles.end() ? nullptr : &*found;
    };
    const auto connects = [this](const ConnectionProfile& profile) {
        const ConnectParameters known = connectParametersOf(profile);
        return known.sideA == parameters.sideA && known.sideB == parameters.sideB;
    };
    if (!parameters.profile.isEmpty()) {
        if (const auto* named = find([this](const auto& profile) { return profile.name == parameters.profile; }))
            return *named;
    }
    if (const auto* sameServers = find(connects))
        return *sameServers;
    if (const auto* sameSide = find([this](const ConnectionProfile& profile) {
            return connectParametersOf(profile).sideA == parameters.sideA;
        }))
        return *sameSide;
    const auto standard = std::ranges::find(settings.profiles, true, &ConnectionProfile::isDefault);
    return standard != settings.profiles.end() ? *standard : unknown;
}

} // namespace callwright
