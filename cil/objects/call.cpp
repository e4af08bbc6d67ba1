#include "cil/objects/call.h"

#include "cil/events/keywords.h"
#include "cil/objects/call_data.h"
#include "cil/objects/call_requests.h"
#include "cil/objects/consult_requests.h"
#include "cil/objects/monitor_calls.h"
#include "cil/objects/properties.h"
#include "cil/objects/rebuild.h"
#include "cil/objects/requests.h"
#include "cil/objects/session_core.h"

#include <utility>

namespace callwright {

Call::Call(Seat& seat, std::unique_ptr<CallFacts> facts, QObject* parent)
    : QObject(parent), m_seat(seat), m_facts(std::move(facts)) {}

Call::~Call() = default;

QString Call::uniqueObjectId() const { return m_facts->uniqueObjectId; }

std::uint32_t Call::connectionCallId() const { return m_facts->connection.callId; }

QString Call::connectionDeviceId() const { return m_facts->connection.deviceId; }

CallStatus Call::status() const { return m_facts->status; }

bool Call::isIncoming() const { return !m_facts->isOutgoing; }

bool Call::isMonitorTarget() const { return callwright::isMonitorTarget(m_seat, *this); }

bool Call::isEnded() const { return m_facts->isEnded; }

bool Call::isConfirmed() const { return m_facts->isConfirmed; }

Milliseconds Call::timeInStatus() const { return m_seat.session.clock.now() - m_facts->statusSince; }

Milliseconds Call::age() const { return m_seat.session.clock.now() - m_facts->begunAt; }

const Arguments& Call::data() const { return m_facts->data; }

const Arguments& Call::pendingData() const { return m_facts->pending; }

CilResult Call::answer() { return noted(m_seat, requestAnswer(m_seat, *this)); }

CilResult Call::clearConnection() { return noted(m_seat, requestClearConnection(m_seat, *this)); }

CilResult Call::hold() { return noted(m_seat, requestHold(m_seat, *this)); }

CilResult Call::retrieve() { return noted(m_seat, requestRetrieve(m_seat, *this)); }

CilResult Call::setCallData(const Arguments& changes) {
    return noted(m_seat, requestSetCallData(m_seat, *this, changes));
}

QString Call::failure() const { return m_facts->failure; }

Arguments Call::properties() const { return callProperties(m_seat, *this); }

Arguments Call::context() const { return contextOf(m_facts->data); }

Arguments Call::callData() const { return variablesOf(m_facts->data); }

ConsultPurpose Call::consultPurpose() const { return m_facts->purpose; }

Call* Call::counterpart() const { return m_facts->counterpart; }

bool Call::isConference() const {
    const auto type = static_cast<protocol::CallType>(m_facts->data.toUInt(keyword::CallType).value_or(0));
    const bool isUntold = m_facts->others.empty(); // of before a reconnect
    return m_facts->isConference || (isUntold && type == protocol::CallType::CALLTYPE_CONFERENCE);
}

bool Call::isRecording() const { return m_facts->recording.has_value(); }

std::vector<CallParty> Call::parties() const {
    const AgentFacts& agent = m_seat.agentFacts;
    std::vector<CallParty> result{{agent.extension.isEmpty() ? agent.identity.agentInstrument : agent.extension,
                                   m_facts->connection.deviceId, m_facts->status, true}};
    for (const PartyFacts& other : m_facts->others)
        result.push_back({other.device, other.connection.deviceId, other.status, false});
    return result;
}

CilResult Call::clear() { return noted(m_seat, requestClear(m_seat, *this)); }

CilResult Call::alternate(Call* other) { return noted(m_seat, requestAlternate(m_seat, *this, other)); }

CilResult Call::reconnect() { return noted(m_seat, requestReconnect(m_seat, *this)); }

CilResult Call::makeConsultCall(const DialOptions& options, ConsultType type) {
    return noted(m_seat, requestConsult(m_seat, *this, options, type));
}

CilResult Call::transfer(Call* other) { return noted(m_seat, requestTransfer(m_seat, *this, other)); }

CilResult Call::conference(Call* other) { return noted(m_seat, requestConference(m_seat, *this, other)); }

CilResult Call::singleStepTransfer(const DialOptions& options) {
    return noted(m_seat, requestSingleStepTransfer(m_seat, *this, options));
}

CilResult Call::singleStepConference(const DialOptions& options) {
    return noted(m_seat, requestSingleStepConference(m_seat, *this, options));
}

CilResult Call::deflect(const QString& number) { return noted(m_seat, requestDeflect(m_seat, *this, number)); }

CilResult Call::sendDtmf(const DtmfOptions& options) { return noted(m_seat, requestDtmf(m_seat, *this, options)); }

CilResult Call::startRecord() { return noted(m_seat, requestStartRecord(m_seat, *this)); }

CilResult Call::stopRecord() { return noted(m_seat, requestStopRecord(m_seat, *this)); }

CilResult Call::snapshot() { return noted(m_seat, requestSnapshot(m_seat, *this)); }

} // namespace callwright
