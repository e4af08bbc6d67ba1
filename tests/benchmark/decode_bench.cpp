#include "cil/protocol/message_builder.h"
#include "cil/protocol/message_view.h"
#include "tests/benchmark/hand_loop.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <new>
#include <string>
#include <vector>

namespace {

std::size_t allocations = 0;

} // namespace

// Every allocation of the program is counted.
void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size == 0 ? 1 : size)) {
        return memory;
    }
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

using namespace callwright::protocol;
using callwright::benchmark::HandIndex;
using Frames = std::vector<std::vector<std::byte>>;
using Clock = std::chrono::steady_clock;

constexpr int rounds = 4001;                   // each measures both sides, one after the other
constexpr std::size_t messagesPerRound = 1024; // so short that few rounds are interrupted by other programs
constexpr std::size_t framesOfSort = 64;

std::vector<std::byte> built(const MessageBuilder& builder) {
    const auto frame = builder.build();
    if (!frame) {
        std::fprintf(stderr, "callwright-bench-decode: %s\n", frame.error().detail.c_str());
        std::exit(1);
    }
    return *frame;
}

std::vector<std::byte> agentState(std::uint32_t i) {
    MessageBuilder builder(MessageType::AGENT_STATE_EVENT, newestVersion);
    builder.set(Field::PeripheralID, 5000).set(Field::SessionID, i).set(Field::PeripheralType, 23);
    builder.set(Field::StateDuration, i).set(Field::SkillGroupNumber, 1).set(Field::SkillGroupID, 5002);
    builder.set(Field::AgentState, i % 8).set(Field::EventReasonCode, 50001).set(Field::MRDID, 1);
    builder.set(Field::ICMAgentID, 5007 + i).set(Field::NumFltSkillGroups, 2);
    const std::string agent = std::to_string(1001 + i);
    builder.set(Field::AgentID, agent).set(Field::AgentExtension, "3101").set(Field::AgentInstrument, "3101");
    builder.set(Field::Duration, 4294967295).set(Field::NextAgentState, 0).set(Field::Direction, 1);
    for (const std::uint32_t group : {1U, 2U}) {
        builder.set(Field::FltSkillGroupNumber, group).set(Field::FltSkillGroupID, 5000 + group);
        builder.set(Field::FltSkillGroupPriority, 0).set(Field::FltSkillGroupState, i % 8);
    }
    return built(builder);
}

std::vector<std::byte> callDelivered(std::uint32_t i) {
    MessageBuilder builder(MessageType::CALL_DELIVERED_EVENT, newestVersion);
    builder.set(Field::PeripheralID, 5000).set(Field::PeripheralType, 23).set(Field::ConnectionDeviceIDType, 1);
    builder.set(Field::ConnectionCallID, 16777217 + i).set(Field::LineHandle, 0xFFFF).set(Field::SkillGroupID, 5002);
    builder.set(Field::LocalConnectionState, 2).set(Field::EventCause, 22).set(Field::ConnectionDeviceID, "3101");
    builder.set(Field::AlertingDeviceID, "3101").set(Field::CallingDeviceID, "4155550134");
    builder.set(Field::CalledDeviceID, "8001").set(Field::LastRedirectDeviceID, "7001");
    builder.set(Field::TrunkNumber, i).set(Field::TrunkGroupNumber, 3).set(Field::ANI, "4155550134");
    builder.set(Field::DNIS, "8005551000")
        .set(Field::DialedNumber, "18005551000")
        .set(Field::CallerEnteredDigits, "4711");
    for (const Field variable : {Field::CallVariable1, Field::CallVariable2, Field::CallVariable3, Field::CallVariable4,
                                 Field::CallVariable5}) {
        builder.set(variable, "value of " + std::to_string(i));
    }
    builder.set(Field::CallWrapupData, "").setNamed("user.account", std::to_string(i)).setNamed("user.tier", "gold");
    return built(builder);
}

template <Field... fields> std::uint64_t sumOfNumbers(const MessageView& message) {
    return (std::uint64_t{*message.number(fields)} + ...);
}

std::uint64_t measureOf(const FieldView* field) {
    return field == nullptr || field->data.empty()
               ? 0
               : field->data.size() + std::to_integer<std::uint64_t>(field->data[0]);
}

template <Field... fields> std::uint64_t sumOfFields(const MessageView& message) {
    return (measureOf(message.find(fields)) + ...);
}

/// Decodes, reads every fixed field and looks every floating field up, all by name.
std::uint64_t readAgentStateByName(Decoder& decoder, std::span<const std::byte> frame) {
    const auto message = decoder.decode(frame);
    return !message
               ? 0
               : sumOfNumbers<Field::MonitorID, Field::PeripheralID, Field::SessionID, Field::PeripheralType,
                              Field::SkillGroupState, Field::StateDuration, Field::SkillGroupNumber,
                              Field::SkillGroupID, Field::SkillGroupPriority, Field::AgentState, Field::EventReasonCode,
                              Field::MRDID, Field::NumTasks, Field::AgentMode, Field::MaxTaskLimit, Field::ICMAgentID,
                              Field::AgentAvailabilityStatus, Field::NumFltSkillGroups, Field::DepartmentID>(*message) +
                     sumOfFields<Field::CTIClientSignature, Field::AgentID, Field::AgentExtension,
                                 Field::ActiveTerminal, Field::AgentInstrument, Field::Duration, Field::NextAgentState,
                                 Field::Direction, Field::FltSkillGroupNumber, Field::FltSkillGroupID,
                                 Field::FltSkillGroupPriority, Field::FltSkillGroupState, Field::MaxBeyondTaskLimit>(
                         *message);
}

/// Decodes, reads every fixed field and looks every floating field up, all by name.
std::uint64_t readCallDeliveredByName(Decoder& decoder, std::span<const std::byte> frame) {
    const auto message = decoder.decode(frame);
    return !message
               ? 0
               : sumOfNumbers<Field::MonitorID, Field::PeripheralID, Field::PeripheralType,
                              Field::ConnectionDeviceIDType, Field::ConnectionCallID, Field::LineHandle,
                              Field::LineType, Field::ServiceNumber, Field::ServiceID, Field::SkillGroupNumber,
                              Field::SkillGroupID, Field::SkillGroupPriority, Field::AlertingDeviceType,
                              Field::CallingDeviceType, Field::CalledDeviceType, Field::LastRedirectDeviceType,
                              Field::LocalConnectionState, Field::EventCause, Field::NumNamedVariables,
                              Field::NumNamedArrays>(*message) +
                     sumOfFields<Field::ConnectionDeviceID, Field::AlertingDeviceID, Field::CallingDeviceID,
                                 Field::CalledDeviceID, Field::LastRedirectDeviceID, Field::TrunkNumber,
                                 Field::TrunkGroupNumber, Field::SecondaryConnectionCallID, Field::ANI, Field::ANI_II,
                                 Field::UserToUserInfo, Field::DNIS, Field::DialedNumber, Field::CallerEnteredDigits,
                                 Field::CallVariable1, Field::CallVariable2, Field::CallVariable3, Field::CallVariable4,
                                 Field::CallVariable5, Field::CallVariable6, Field::CallVariable7, Field::CallVariable8,
                                 Field::CallVariable9, Field::CallVariable10, Field::CallWrapupData,
                                 Field::NamedVariable, Field::NamedArray>(*message);
}

volatile std::uint64_t sink; // keeps the compiler from leaving the work out

double messagesPerSecond(const Frames& frames, const std::function<std::uint64_t(const Frames&)>& readAll) {
    const auto start = Clock::now();
    for (std::size_t done = 0; done < messagesPerRound; done += frames.size()) {
        sink = readAll(frames);
    }
    return static_cast<double>(messagesPerRound) / std::chrono::duration<double>(Clock::now() - start).count();
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

struct Figures {
    double ours;
    double hand;
    double ratio;
    double allocationsPerMessage;
};

using NameReader = std::uint64_t (*)(Decoder&, std::span<const std::byte>);
using HandReader = std::uint64_t (*)(std::span<const std::byte>, HandIndex&);

Figures measure(std::vector<std::byte> (*make)(std::uint32_t), NameReader readByName, HandReader readByHand) {
    Frames frames;
    for (std::uint32_t i = 0; i < framesOfSort; ++i) {
        frames.push_back(make(i));
    }
    Decoder decoder(newestVersion);
    static HandIndex index;
    const std::function<std::uint64_t(const Frames&)> ours = [&](const Frames& all) {
        std::uint64_t sum = 0;
        for (const auto& frame : all) {
            sum += readByName(decoder, frame);
        }
        return sum;
    };
    const std::function<std::uint64_t(const Frames&)> byHand = [&](const Frames& all) {
        std::uint64_t sum = 0;
        for (const auto& frame : all) {
            sum += readByHand(frame, index);
        }
        return sum;
    };
    if (ours(frames) == 0) {
        std::fputs("callwright-bench-decode: nothing was read\n", stderr);
        std::exit(1);
    }
    std::vector<double> oursRates;
    std::vector<double> handRates;
    std::vector<double> ratios;
    for (int round = 0; round < rounds; ++round) {
        oursRates.push_back(messagesPerSecond(frames, ours));
        handRates.push_back(messagesPerSecond(frames, byHand));
        ratios.push_back(oursRates.back() / handRates.back());
    }
    const std::size_t before = allocations;
    sink = ours(frames);
    const auto made = static_cast<double>(allocations - before);
    return {median(oursRates), median(handRates), median(ratios), made / static_cast<double>(frames.size())};
}

} // namespace

int main() {
    const auto state = measure(agentState, readAgentStateByName, callwright::benchmark::readAgentState);
    const auto delivered = measure(callDelivered, readCallDeliveredByName, callwright::benchmark::readCallDelivered);
    std::printf("{\"decode.agent_state.ratio\":%.3f,\"decode.agent_state.messages_per_second\":%.0f,"
                "\"decode.call_delivered.ratio\":%.3f,\"decode.call_delivered.messages_per_second\":%.0f,"
                "\"decode.allocations\":%g}\n",
                state.ratio, state.ours, delivered.ratio, delivered.ours,
                std::max(state.allocationsPerMessage, delivered.allocationsPerMessage));
    return 0;
}
