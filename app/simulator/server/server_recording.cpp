// How a Server hands recording requests on to the server applications that record.

#include "app/simulator/server/device_rules.h"
#include "app/simulator/server/event_routing.h"
#include "app/simulator/server/server.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

using protocol::Field;
using protocol::MessageType;

/// What only the two ends of one connection are concerned with.
constexpr Field ownFields[] = {Field::InvokeID, Field::ClientID, Field::ClientAddress, Field::ClientAddressIPV6};

/// START_RECORDING_CONF.SessionID of a server: what stops the recording is to come to it alone. The client is told
/// which session that is.
constexpr std::uint32_t thisServer = 0xFFFFFFFF;

bool isOwnField(Field field) { return std::ranges::find(ownFields, field) != std::end(ownFields); }

/// Everything that a message says, to be said again in another one of the same type.
FieldValues fieldsOf(const protocol::MessageView& message) {
    FieldValues fields;
    for (std::size_t i = 0; i < message.fixed().size(); ++i) {
        if (!isOwnField(message.fixed()[i].field)) {
            fields.push_back({message.fixed()[i].field, *message.fixedNumber(i)});
        }
    }
    for (const protocol::FieldView& field : message.floating()) {
        if (field.spec == nullptr || isOwnField(field.spec->field)) {
            continue;
        }
        if (const auto number = field.number()) {
            fields.push_back({field.spec->field, *number});
        } else {
            fields.push_back({field.spec->field, std::string(field.text())});
        }
    }
    return fields;
}

} // namespace

void Server::answerRecording(Session& session, const protocol::MessageView& request, std::uint32_t invokeId) {
    switch (request.type()) {
    case MessageType::REGISTER_SERVICE_REQ:
    case MessageType::UNREGISTER_SERVICE_REQ:
        return reply(session, request.type(), invokeId, m_services.answer(session.id(), request));
    case MessageType::START_RECORDING_REQ:
    case MessageType::STOP_RECORDING_REQ:
        return m_services.hasServers() ? handOn(session, request, invokeId)
                                       : answerBySwitch(session, request, invokeId);
    default:
        return handBack(session, request);
    }
}

void Server::handOn(Session& client, const protocol::MessageView& request, std::uint32_t invokeId) {
    if (const auto target = targetOf(request, client.terms(), m_switch); !target) {
        return client.fail(invokeId, target.error());
    }
    const auto leg = request.text(Field::ConnectionDeviceID).value_or(std::string_view());
    if (!m_switch.legsOf(request.number(Field::ConnectionCallID, 0), leg)) {
        return reply(client, request.type(), invokeId,
                     ControlFailure{protocol::ControlFailureCode::CF_INVALID_CSTA_CONNECTION_IDENTIFIER, 0});
    }
    const std::string peer = client.channel().peerName().toStdString();
    for (const std::uint32_t server : m_services.pick(request.number(Field::SessionID, 0))) {
        Session* const session = openSessionWith(server);
        if (session == nullptr) {
            continue;
        }
        FieldValues fields = fieldsOf(request);
        fields.push_back({Field::ClientID, client.terms().clientId});
        fields.push_back({Field::ClientAddress, shortAddress(peer)});
        session->reply(request.type(), m_services.hold({client.id(), invokeId, server}), fields);
    }
}

void Server::handBack(Session& server, const protocol::MessageView& answer) {
    const auto forwarded = m_services.release(server.id(), answer.number(Field::InvokeID, 0));
    Session* const client = forwarded ? openSessionWith(forwarded->client) : nullptr;
    if (client == nullptr) {
        return;
    }
    FieldValues fields = fieldsOf(answer);
    if (answer.type() == MessageType::START_RECORDING_CONF) {
        if (numberIn(fields, Field::SessionID) == thisServer) {
            std::ranges::find(fields, Field::SessionID, &FieldValue::field)->value = server.id();
        }
        fields.push_back({Field::ClientID, server.terms().clientId});
        fields.push_back({Field::ClientAddress, shortAddress(server.channel().peerName().toStdString())});
    }
    client->reply(answer.type(), forwarded->clientInvokeId, fields);
}

void Server::endServices(const Session& session) {
    for (const ServiceRegistry::Forwarded& owed : m_services.endSession(session.id())) {
        if (Session* const client = openSessionWith(owed.client)) {
            client->fail(owed.clientInvokeId, protocol::StatusCode::E_CTI_CLIENT_DISCONNECTED);
        }
    }
}

} // namespace callwright::simulator
