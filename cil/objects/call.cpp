#include "cil/objects/call.h"

#include "cil/objects/call_requests.h"
#include "cil/objects/session_core.h"

#include <utility>

namespace callwright {

Call::Call(SessionCore& core, std::unique_ptr<CallFacts> facts, QObject* parent)
    : QObject(parent), m_core(core), m_facts(std::move(facts)) {}

Call::~Call() = default;

QString Call::uniqueObjectId() const { return m_facts->uniqueObjectId; }

std::uint32_t Call::connectionCallId() const { return m_facts->connection.callId; }

QString Call::connectionDeviceId() const { return m_facts->connection.deviceId; }

CallStatus Call::status() const { return m_facts->status; }

bool Call::isIncoming() const { return !m_facts->isOutgoing; }

bool Call::isEnded() const { return m_facts->isEnded; }

bool Call::isConfirmed() const { return m_facts->isConfirmed; }

Milliseconds Call::timeInStatus() const { return m_core.clock.now() - m_facts->statusSince; }

Milliseconds Call::age() const { return m_core.clock.now() - m_facts->begunAt; }

const Arguments& Call::data() const { return m_facts->data; }

const Arguments& Call::pendingData() const { return m_facts->pending; }

CilResult Call::answer() { return requestAnswer(m_core, *this); }

CilResult Call::clearConnection() { return requestClearConnection(m_core, *this); }

CilResult Call::hold() { return requestHold(m_core, *this); }

CilResult Call::retrieve() { return requestRetrieve(m_core, *this); }

CilResult Call::setCallData(const Arguments& changes) { return requestSetCallData(m_core, *this, changes); }

} // namespace callwright
