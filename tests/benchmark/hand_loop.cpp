#include "tests/benchmark/hand_loop.h"

namespace callwright::benchmark {

namespace {

std::uint32_t read16(const std::byte* p) {
    return std::to_integer<std::uint32_t>(p[0]) << 8 | std::to_integer<std::uint32_t>(p[1]);
}
std::uint32_t read32(const std::byte* p) { return read16(p) << 16 | read16(p + 2); }

/// Every floating field into its slot; false when one runs over the end.
bool readFloating(const std::byte* p, const std::byte* end, HandIndex& index) {
    while (p != end) {
        if (end - p < 4) {
            return false;
        }
        const std::uint32_t tag = read16(p);
        const std::size_t size = read16(p + 2);
        p += 4;
        if (static_cast<std::size_t>(end - p) < size) {
            return false;
        }
        if (tag < 320) {
            index.slots[tag] = {p, size};
        }
        p += size;
    }
    return true;
}

std::uint64_t sumOf(const HandIndex& index, std::span<const std::uint16_t> tags) {
    std::uint64_t sum = 0;
    for (const std::uint16_t tag : tags) {
        const auto& slot = index.slots[tag];
        sum += slot.data == nullptr || slot.size == 0 ? 0 : slot.size + std::to_integer<std::uint64_t>(slot.data[0]);
    }
    return sum;
}

} // namespace

std::uint64_t readAgentState(std::span<const std::byte> frame, HandIndex& index) {
    constexpr std::uint16_t tags[] = {3, 5, 4, 303, 6, 150, 123, 244, 62, 63, 64, 65, 266};
    const std::byte* p = frame.data();
    if (frame.size() < 8 + 62 || read32(p) != frame.size() - 8 || read32(p + 4) != 30) {
        return 0;
    }
    for (const std::uint16_t tag : tags) {
        index.slots[tag] = {};
    }
    p += 8;
    std::uint64_t sum = read32(p) + read32(p + 4);          // MonitorID, PeripheralID
    sum += read32(p + 8) + read16(p + 12) + read16(p + 14); // SessionID, PeripheralType, SkillGroupState
    sum += std::uint64_t{read32(p + 16)} + read32(p + 20) + read32(p + 24); // StateDuration, SkillGroupNumber, ID
    sum += read16(p + 28) + read16(p + 30) + read16(p + 32); // SkillGroupPriority, AgentState, EventReasonCode
    sum += read32(p + 34) + read32(p + 38) + read16(p + 42); // MRDID, NumTasks, AgentMode
    sum += read32(p + 44) + read32(p + 48) + read32(p + 52); // MaxTaskLimit, ICMAgentID, availability
    sum += read16(p + 56) + read32(p + 58);                  // NumFltSkillGroups, DepartmentID
    return readFloating(p + 62, frame.data() + frame.size(), index) ? sum + sumOf(index, tags) : 0;
}

std::uint64_t readCallDelivered(std::span<const std::byte> frame, HandIndex& index) {
    constexpr std::uint16_t tags[] = {25, 26, 27, 28, 29, 121, 122, 202, 8,  215, 9,  10, 11, 12,
                                      13, 14, 15, 16, 17, 18,  19,  20,  21, 22,  46, 82, 83};
    const std::byte* p = frame.data();
    if (frame.size() < 8 + 54 || read32(p) != frame.size() - 8 || read32(p + 4) != 9) {
        return 0;
    }
    for (const std::uint16_t tag : tags) {
        index.slots[tag] = {};
    }
    p += 8;
    std::uint64_t sum = read32(p) + read32(p + 4);          // MonitorID, PeripheralID
    sum += read16(p + 8) + read16(p + 10) + read32(p + 12); // PeripheralType, ConnectionDeviceIDType, CallID
    sum += read16(p + 16) + read16(p + 18);                 // LineHandle, LineType
    sum += std::uint64_t{read32(p + 20)} + read32(p + 24);  // ServiceNumber, ServiceID
    sum += std::uint64_t{read32(p + 28)} + read32(p + 32) + read16(p + 36); // SkillGroupNumber, ID, Priority
    sum += read16(p + 38) + read16(p + 40) + read16(p + 42); // AlertingDeviceType, CallingDeviceType, Called
    sum += read16(p + 44) + read16(p + 46) + read16(p + 48); // LastRedirectDeviceType, state, EventCause
    sum += read16(p + 50) + read16(p + 52);                  // NumNamedVariables, NumNamedArrays
    return readFloating(p + 54, frame.data() + frame.size(), index) ? sum + sumOf(index, tags) : 0;
}

} // namespace callwright::benchmark
