#include "cil/objects/profile_connection.h"

namespace callwright {

namespace {

Security securityOf(const ConnectionProfile& profile) {
    Security security;
    security.isOn = profile.isSecured;
    security.certificateFile = profile.certificateFile;
    security.keyFile = profile.keyFile;
    if (!profile.pin.isEmpty()) {
        security.trust = Security::Trust::Pin;
        security.anchor = profile.pin;
    } else if (!profile.caFile.isEmpty()) {
        security.trust = Security::Trust::CaFile;
        security.anchor = profile.caFile;
    }
    return security;
}

} // namespace

ConnectParameters connectParametersOf(const ConnectionProfile& profile) {
    const auto port = [&](std::uint16_t given, ServerSide side) {
        return given != 0 ? given : standardPort(side, profile.isSecured);
    };
    ConnectParameters parameters;
    parameters.sideA = {profile.hostA, port(profile.portA, ServerSide::A)};
    if (!profile.hostB.isEmpty() && (profile.hostB != profile.hostA || profile.portB != profile.portA))
        parameters.sideB = {profile.hostB, port(profile.portB, ServerSide::B)};
    parameters.heartbeat = std::chrono::seconds(profile.heartbeatSeconds);
    parameters.expectedClients = profile.expectedClients;
    parameters.attemptsAllowed = profile.attemptsAllowed;
    parameters.security = securityOf(profile);
    parameters.profile = profile.name;
    return parameters;
}

ConnectionProfile profileOf(const ConnectParameters& parameters) {
    ConnectionProfile profile;
    profile.name = parameters.profile;
    profile.hostA = parameters.sideA.host;
    profile.portA = parameters.sideA.port;
    profile.hostB = parameters.sideB.host;
    profile.portB = parameters.sideB.port;
    profile.heartbeatSeconds = static_cast<int>(parameters.heartbeat.count());
    profile.expectedClients = parameters.expectedClients;
    profile.attemptsAllowed = parameters.attemptsAllowed;
    profile.isSecured = parameters.security.isOn;
    if (parameters.security.trust == Security::Trust::Pin)
        profile.pin = parameters.security.anchor;
    else if (parameters.security.trust == Security::Trust::CaFile)
        profile.caFile = parameters.security.anchor;
    profile.certificateFile = parameters.security.certificateFile;
    profile.keyFile = parameters.security.keyFile;
    return profile;
}

} // namespace callwright
