#include "tests/fuzz/entry.h"
#include "tests/fuzz/seeds.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace callwright;

namespace {

using Entry = void (*)(std::span<const std::byte>);

/// Inputs that once broke something, one file each.
std::vector<fuzz::Seed> checkedIn(const char* fuzzer) {
    std::vector<fuzz::Seed> seeds;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(CALLWRIGHT_FUZZ_CORPUS) / fuzzer)) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        const auto bytes = std::as_bytes(std::span(text));
        seeds.push_back({entry.path().filename().string(), {bytes.begin(), bytes.end()}});
    }
    return seeds;
}

void replay(const std::vector<fuzz::Seed>& seeds, Entry entry) {
    for (const auto& seed : seeds) {
        SCOPED_TRACE(seed.name); // a broken promise aborts; this names it for what merely throws
        entry(seed.input);
    }
}

} // namespace

TEST(FuzzReplay, framesOfEveryMessageAndVersion) {
    const auto seeds = fuzz::frameSeeds();
    ASSERT_GT(seeds.size(), 13U * 200U);
    replay(seeds, fuzz::frames);
}

TEST(FuzzReplay, framesOfEveryMessageAndVersionWithOneByteChanged) {
    for (const auto& seed : fuzz::frameSeeds()) {
        auto changed = seed.input;
        const std::size_t last = changed.size() - 1;
        for (std::size_t i = 10; i < changed.size(); i += 7) {
            const std::byte was = std::exchange(changed[i], changed[last] ^ std::byte{0x5A});
            fuzz::frames(changed);
            changed[i] = was;
        }
    }
}

TEST(FuzzReplay, jsonOfEveryMessage) {
    const auto seeds = fuzz::jsonSeeds();
    ASSERT_GT(seeds.size(), 2U * 200U);
    replay(seeds, fuzz::json);
}

TEST(FuzzReplay, checkedInInputs) {
    replay(checkedIn("frames"), fuzz::frames);
    replay(checkedIn("json"), fuzz::json);
}
