#pragma once

#include "tests/unit/objects/session_fixture.h"

#include <string_view>

namespace callwright::testing {

class SystemEvents : public SessionFixture {
protected:
    void sendSystem(protocol::SystemEventID event, std::uint32_t peripheralId = 5000, std::string_view text = {}) {
        auto message = peer().message(protocol::MessageType::SYSTEM_EVENT);
        message.set(protocol::Field::SystemEventID, event).set(protocol::Field::SystemEventArg1, peripheralId);
        if (!text.empty())
            message.set(protocol::Field::Text, text);
        peer().send(message);
        settle();
    }
    /// The agent cannot be asked for: the phone, or what is before it, is out of service.
    void refuseQuery() {
        peer().failControl(peer().last(protocol::MessageType::QUERY_AGENT_STATE_REQ),
                           protocol::ControlFailureCode::CF_RESOURCE_OUT_OF_SERVICE, 0);
        settle();
    }
    void answerAll() {
        answerQuery(AgentState::Talking);
        answerDesk();
        answerDevice({PeerCall()});
        answerCall({});
    }
    void expectTalking() {
        EXPECT_TRUE(session().isAgentModeSet());
        EXPECT_TRUE(session().isConfirmed());
        EXPECT_EQ(session().hindrance(), Hindrance::None);
        EXPECT_EQ(state(), AgentState::Talking);
        EXPECT_TRUE(onlyCall().isConfirmed());
    }
};

} // namespace callwright::testing
