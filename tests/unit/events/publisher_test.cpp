#include "cil/events/keywords.h"
#include "cil/events/publisher.h"

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace callwright {
namespace {

using Log = std::vector<std::string>;

class CallListener : public ICallEvents {
public:
    CallListener(Log& log, std::string name) : m_log(log), m_name(std::move(name)) {}
    void OnCallBegin(Arguments& arguments) override {
        m_log.push_back(m_name + " begin " + arguments.toString(keyword::ANI).toStdString());
        if (onBegin) {
            onBegin(arguments);
        }
    }
    void OnCallEnd(Arguments& /*arguments*/) override { m_log.push_back(m_name + " end"); }
    std::function<void(Arguments&)> onBegin;

private:
    Log& m_log;
    std::string m_name;
};

class GenericListener : public IGenericEvents {
public:
    explicit GenericListener(Log& log) : m_log(log) {}
    void OnEvent(EventId id, Arguments& /*arguments*/) override {
        m_log.push_back("generic " + eventName(id).toStdString());
    }

private:
    Log& m_log;
};

class Publishing : public testing::Test {
protected:
    Publishing() {
        QObject::connect(publisher.get(), &Publisher::event, publisher.get(), [this](EventId id, const Arguments&) {
            log.push_back("signal " + eventName(id).toStdString());
        });
    }

    Arguments ani(const char16_t* text) { return {{keyword::ANI, QString::fromUtf16(text)}}; }

    Log log;
    std::unique_ptr<Publisher> publisher = std::make_unique<Publisher>();
    CallListener first{log, "first"};
    CallListener second{log, "second"};
    GenericListener generic{log};
};

TEST_F(Publishing, ReachesEverybodyOnceInOrder) {
    publisher->add(&generic);
    publisher->add(&first);
    publisher->add(&first);
    publisher->add<ICallEvents>(&second);
    publisher->publish(EventId::OnCallBegin, ani(u"1"));
    EXPECT_EQ(log, (Log{"first begin 1", "second begin 1", "generic OnCallBegin", "signal OnCallBegin"}));
}

TEST_F(Publishing, OnlyTheInterfaceOfTheEventHears) {
    publisher->add(&first);
    publisher->publish(EventId::OnAgentStateChange, {});
    EXPECT_EQ(log, (Log{"signal OnAgentStateChange"}));
}

TEST_F(Publishing, WhatIsPublishedDuringAnEventComesAfterIt) {
    publisher->add(&first);
    publisher->add(&second);
    first.onBegin = [this](Arguments&) { publisher->publish(EventId::OnCallEnd, {}); };
    publisher->publish(EventId::OnCallBegin, ani(u"1"));
    EXPECT_EQ(log, (Log{"first begin 1", "second begin 1", "signal OnCallBegin", "first end", "second end",
                        "signal OnCallEnd"}));
}

TEST_F(Publishing, AListenerMayRemoveItselfAndOthers) {
    publisher->add(&first);
    publisher->add(&second);
    first.onBegin = [this](Arguments&) {
        publisher->remove(&first);
        publisher->remove(&second);
    };
    publisher->publish(EventId::OnCallBegin, ani(u"1"));
    publisher->publish(EventId::OnCallBegin, ani(u"2"));
    EXPECT_EQ(log, (Log{"first begin 1", "signal OnCallBegin", "signal OnCallBegin"}));
}

TEST_F(Publishing, AListenerMayDeleteItself) {
    auto* doomed = new CallListener(log, "doomed");
    publisher->add(doomed);
    publisher->add(&second);
    doomed->onBegin = [this, doomed](Arguments&) {
        publisher->remove(doomed);
        // The closure dies with the listener: nothing of it is used afterwards.
        delete doomed;
    };
    publisher->publish(EventId::OnCallBegin, ani(u"1"));
    EXPECT_EQ(log, (Log{"doomed begin 1", "second begin 1", "signal OnCallBegin"}));
}

TEST_F(Publishing, WhoComesDuringAnEventHearsFromTheNextOn) {
    publisher->add(&first);
    first.onBegin = [this](Arguments&) { publisher->add(&second); };
    publisher->publish(EventId::OnCallBegin, ani(u"1"));
    publisher->publish(EventId::OnCallEnd, {});
    EXPECT_EQ(log, (Log{"first begin 1", "signal OnCallBegin", "first end", "second end", "signal OnCallEnd"}));
}

TEST_F(Publishing, AListenerMayDeleteThePublisher) {
    publisher->add(&first);
    publisher->add(&second);
    first.onBegin = [this](Arguments&) {
        publisher->publish(EventId::OnCallEnd, {});
        publisher.reset();
    };
    publisher->publish(EventId::OnCallBegin, ani(u"1"));
    EXPECT_EQ(log, (Log{"first begin 1"}));
}

TEST_F(Publishing, AllSeeTheSameArguments) {
    publisher->add(&first);
    publisher->add(&second);
    first.onBegin = [](Arguments& arguments) { arguments.set(keyword::ANI, QStringLiteral("changed")); };
    publisher->publish(EventId::OnCallBegin, ani(u"1"));
    EXPECT_EQ(log[1], "second begin changed");
}

TEST_F(Publishing, NoEventIsPublishedForNone) {
    publisher->add(&generic);
    publisher->publish(EventId::None, {});
    EXPECT_TRUE(log.empty());
}

TEST_F(Publishing, AllInOneHearsEveryInterfaceOnce) {
    class Everything : public IAllInOne {
    public:
        explicit Everything(Log& log) : m_log(log) {}
        void OnCallBegin(Arguments&) override { m_log.emplace_back("call"); }
        void OnConnection(Arguments&) override { m_log.emplace_back("connection"); }
        void OnCallRTPStarted(Arguments&) override { m_log.emplace_back("rtp"); }
        void OnControlFailureConf(Arguments&) override { m_log.emplace_back("failure"); }

    private:
        Log& m_log;
    } everything(log);
    publisher->add(&everything);
    for (const EventId id : {EventId::OnCallBegin, EventId::OnConnection, EventId::OnCallRTPStarted,
                             EventId::OnCallControlFailureConf, EventId::OnAgentControlFailureConf}) {
        publisher->publish(id, {});
    }
    std::erase_if(log, [](const std::string& line) { return line.starts_with("signal"); });
    EXPECT_EQ(log, (Log{"call", "connection", "rtp", "failure", "failure"}));
    publisher->remove(&everything);
    log.clear();
    publisher->publish(EventId::OnCallBegin, {});
    EXPECT_EQ(log, (Log{"signal OnCallBegin"}));
}

TEST_F(Publishing, EveryEventOfTheListIsPublished) {
    for (const EventSpec& event : allEvents()) {
        publisher->publish(event.id, {});
    }
    EXPECT_EQ(log.size(), eventCount);
}

/// One event an interface, to a listener that has them all: heard once while it is added, and not any more afterwards.
TEST(PublishingToEachInterface, ReachesThoseAddedToItUntilTheyAreRemoved) {
    struct Listener : IAllInOne, IGenericEvents {
        int heard = 0;
        int all = 0;
        void OnHeartbeat(Arguments&) override { ++heard; }
        void OnCallHeld(Arguments&) override { ++heard; }
        void OnChatMessage(Arguments&) override { ++heard; }
        void OnSkillInfoEvent(Arguments&) override { ++heard; }
        void OnButtonEnablementChange(Arguments&) override { ++heard; }
        void OnMonitoredAgentInfoEvent(Arguments&) override { ++heard; }
        void OnMonitoredCallHeld(Arguments&) override { ++heard; }
        void OnRTPStreamTimedoutEvent(Arguments&) override { ++heard; }
        void OnEvent(EventId, Arguments&) override { ++all; }
    } listener;
    Publisher publisher;
    const auto check = [&]<class Interface>(Interface* interface, EventId id) {
        publisher.add(interface);
        publisher.publish(id, {});
        publisher.remove(interface);
        publisher.publish(id, {});
        EXPECT_EQ(std::exchange(listener.heard, 0), 1) << eventName(id).toStdString();
    };
    publisher.add(static_cast<IGenericEvents*>(&listener));
    check(static_cast<ISessionEvents*>(&listener), EventId::OnHeartbeat);
    check(static_cast<ICallEvents*>(&listener), EventId::OnCallHeld);
    check(static_cast<IAgentEvents*>(&listener), EventId::OnChatMessage);
    check(static_cast<ISkillGroupEvents*>(&listener), EventId::OnSkillInfoEvent);
    check(static_cast<IButtonEnablementEvents*>(&listener), EventId::OnButtonEnablementChange);
    check(static_cast<IMonitoredAgentEvents*>(&listener), EventId::OnMonitoredAgentInfoEvent);
    check(static_cast<IMonitoredCallEvents*>(&listener), EventId::OnMonitoredCallHeld);
    check(static_cast<ISilentMonitorEvents*>(&listener), EventId::OnRTPStreamTimedoutEvent);
    check(static_cast<IAllInOne*>(&listener), EventId::OnCallHeld);
    EXPECT_EQ(listener.all, 18); // each twice
    publisher.remove(static_cast<IGenericEvents*>(&listener));
    publisher.publish(EventId::OnHeartbeat, {});
    EXPECT_EQ(listener.all, 18);
}

} // namespace
} // namespace callwright
