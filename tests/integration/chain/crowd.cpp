#include "tests/integration/chain/crowd.h"

#include "cil/events/enablement_bits.h"
#include "cil/events/keywords.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

namespace callwright::testing {

using namespace Qt::StringLiterals;

namespace {

using namespace enablement;

/// What a person may be offered about a call or two; what was begun is completed more often than not.
constexpr std::array callBits{
    ENABLE_ANSWER,
    ENABLE_RELEASE,
    ENABLE_HOLD,
    ENABLE_RETRIEVE,
    ENABLE_TRANSFER_INIT,
    ENABLE_TRANSFER_COMPLETE,
    ENABLE_SINGLE_STEP_TRANSFER,
    ENABLE_CONFERENCE_INIT,
    ENABLE_CONFERENCE_COMPLETE,
    ENABLE_ALTERNATE,
    ENABLE_RECONNECT,
    ENABLE_RECORD,
    ENABLE_TRANSFER_COMPLETE,
    ENABLE_CONFERENCE_COMPLETE,
    ENABLE_CONFERENCE_COMPLETE,
    ENABLE_CONFERENCE_INIT,
};

} // namespace

void Crowd::act() {
    const std::size_t chance = below(100);
    Desk* ringing = ringingDesk();
    if (chance < 65 && ringing && below(10) < m_diligence)
        offered(*ringing);
    else if (chance < 65)
        atDesk(m_chain.desk(below(m_chain.size())));
    else if (chance < 88)
        outside();
    else if (chance < 98 || !m_breaksLinks)
        m_chain.clock.advance(Milliseconds(below(4000)));
    else
        breakLink();
    m_chain.clock.advance(Milliseconds(below(60)));
}

Desk* Crowd::ringingDesk() {
    for (std::size_t i = 0; i < m_chain.size(); ++i) {
        const Call* current = m_chain.desk(i).session.currentCall();
        if (current && current->status() == CallStatus::Alerting)
            return &m_chain.desk(i);
    }
    return nullptr;
}

void Crowd::atDesk(Desk& desk) {
    Agent* agent = desk.session.currentAgent();
    if (!agent)
        return;
    Call* call = anyCall(desk);
    if (call && below(10) < m_diligence)
        return offered(desk);
    switch (below(call ? 6 : 3)) {
    case 0:
        return helpAction(desk, *agent);
    case 1:
    case 2:
        return agentAction(desk, *agent);
    case 3:
        return joiningAction(desk, *call);
    default:
        return callAction(desk, *call);
    }
}

Call* Crowd::anyCall(Desk& desk) {
    const auto calls = desk.session.calls();
    return calls.empty() ? nullptr : calls[below(calls.size())];
}

/// One of the buttons that are on, of the current call.
void Crowd::offered(Desk& desk) {
    Call* call = desk.session.currentCall();
    if (!call || below(8) == 0) {
        if (Call* other = anyCall(desk); other && !other->isEnded())
            std::ignore = desk.session.setCurrentCall(other);
        return;
    }
    if (call->status() == CallStatus::Connect && below(16) == 0)
        return desk.sent(call->sendDtmf({u"12#"_s}));
    std::vector<Bit> bits;
    std::ranges::copy_if(callBits, std::back_inserter(bits),
                         [&](Bit bit) { return isEnabled(desk.session.enablementMask(), bit); });
    if (bits.empty())
        return;
    switch (bits[below(bits.size())]) {
    case ENABLE_ANSWER:
        return desk.sent(call->answer());
    case ENABLE_RELEASE:
        return below(3) == 0 ? desk.sent(call->clearConnection()) : void();
    case ENABLE_HOLD:
        return desk.sent(call->hold());
    case ENABLE_RETRIEVE:
        return desk.sent(call->retrieve());
    case ENABLE_TRANSFER_INIT:
        return desk.sent(call->makeConsultCall(somebody(), ConsultType::Transfer));
    case ENABLE_TRANSFER_COMPLETE:
        return desk.sent(call->transfer());
    case ENABLE_SINGLE_STEP_TRANSFER:
        return m_chain.callsShareIds() ? void() : desk.sent(call->singleStepTransfer(somebody()));
    case ENABLE_CONFERENCE_INIT:
        return desk.sent(call->makeConsultCall(somebody(), ConsultType::Conference));
    case ENABLE_CONFERENCE_COMPLETE:
        return desk.sent(call->conference());
    case ENABLE_ALTERNATE:
        return desk.sent(call->alternate());
    case ENABLE_RECONNECT:
        return desk.sent(call->reconnect());
    default:
        return desk.sent(call->isRecording() ? call->stopRecord() : call->startRecord());
    }
}

void Crowd::agentAction(Desk& desk, Agent& agent) {
    switch (below(10)) {
    case 0:
    case 1:
        return desk.sent(agent.login(u"any"_s));
    case 2:
    case 3:
        return desk.sent(agent.setReady());
    case 4:
        return desk.sent(agent.setNotReady(std::uint16_t(below(65536))));
    case 5:
        return desk.sent(agent.setWrapUp());
    case 6:
        return below(2) == 0 ? desk.sent(agent.logout(std::uint16_t(below(100)))) : void();
    default:
        return desk.sent(agent.makeCall(somebody()));
    }
}

void Crowd::callAction(Desk& desk, Call& call) {
    switch (below(10)) {
    case 0:
    case 1:
        return desk.sent(call.answer());
    case 2:
        return desk.sent(call.status() == CallStatus::Held ? call.retrieve() : call.hold());
    case 3:
        return desk.sent(call.retrieve());
    case 4:
        return desk.sent(call.clearConnection());
    case 5:
        return desk.sent(call.sendDtmf({u"12#"_s}));
    case 6:
        return desk.sent(call.isRecording() ? call.stopRecord() : call.startRecord());
    case 7:
        return m_chain.callsShareIds() ? void() : desk.sentQuietly(call.deflect(someNumber()));
    default:
        return desk.sent(call.setCallData(someData()));
    }
}

void Crowd::joiningAction(Desk& desk, Call& call) {
    Call* other = below(4) == 0 ? anyCall(desk) : nullptr;
    switch (below(9)) {
    case 0:
        return desk.sent(call.alternate(other));
    case 1:
        return desk.sent(call.reconnect());
    case 2:
        return desk.sent(call.makeConsultCall(somebody(), ConsultType::Transfer));
    case 3:
        return desk.sent(call.makeConsultCall(somebody(), ConsultType::Conference));
    case 4:
        return desk.sent(call.transfer(other));
    case 5:
        return desk.sent(call.conference(other));
    case 6:
        return m_chain.callsShareIds() ? void() : desk.sent(call.singleStepTransfer(somebody()));
    case 7:
        return desk.sent(call.singleStepConference(somebody()));
    default:
        return desk.sent(call.clear());
    }
}

void Crowd::helpAction(Desk& desk, Agent& agent) {
    Call* about = below(2) == 0 ? anyCall(desk) : nullptr;
    switch (below(4)) {
    case 0:
        return desk.sentQuietly(agent.requestSupervisorAssist(about));
    case 1:
        return desk.sentQuietly(agent.makeEmergencyCall(about));
    case 2:
        return desk.sentQuietly(agent.reportBadCallLine(about));
    default:
        return desk.sent(agent.setGreeting(GreetingAction(below(3))));
    }
}

DialOptions Crowd::somebody() {
    DialOptions options;
    options.dialedNumber = someNumber();
    if (below(3) == 0)
        options.callData = someData();
    return options;
}

Arguments Crowd::someData() {
    const QString value = u"value %1"_s.arg(below(1000));
    Arguments ecc{{Keyword::of(u"user.order"), value}};
    if (below(2) == 0)
        ecc = {{Keyword::of(u"user.history[%1]"_s.arg(below(6))), value}}; // five elements: the last one is refused
    switch (below(3)) {
    case 0:
        return {{keyword::ECC, ecc}};
    case 1:
        return {{keyword::ECC, ecc}, {keyword::CallVariable2, u"from a desk"_s}};
    default:
        return {{Keyword::of(u"CallVariable%1"_s.arg(1 + below(10))), value}};
    }
}

/// A colleague mostly, else a queue or somebody outside, of whom some are busy, away or not there at all.
QString Crowd::someNumber() {
    switch (below(6)) {
    case 0:
        return QString::number(8001 + below(3));
    case 1:
        return QString::number(4155550000 + below(6));
    default:
        return someExtension();
    }
}

QString Crowd::someExtension() {
    return below(8) == 0 ? u"2999"_s : m_chain.desk(below(m_chain.size())).identity.agentInstrument;
}

void Crowd::outside() {
    const auto state = m_chain.simulator().state();
    const auto& calls = state.at("calls");
    const char* queues[] = {"Billing", "Support", "Sales"};
    if (calls.empty() || below(3) == 0)
        std::ignore = m_chain.simulator().startCall(queues[below(3)], "4155550134",
                                                    {{"CallVariable1", "88"}, {"user.history[1]", "paid"}});
    else if (const std::uint32_t id = calls.at(below(calls.size())).at("ConnectionCallID"); below(3) == 0)
        std::ignore = m_chain.simulator().hangup(id);
    else
        std::ignore = m_chain.simulator().answerRemote(id);
}

void Crowd::breakLink() {
    if (below(2) == 0)
        m_chain.network.cutAll();
    else
        std::ignore = m_chain.simulator().fault({.kind = simulator::FaultKind::Drop});
}

} // namespace callwright::testing
