#include "tests/fuzz/seeds.h"

#include "cil/protocol/json.h"
#include "tests/support/frame_samples.h"

#include <nlohmann/json.hpp>

namespace callwright::fuzz {

using namespace protocol;

namespace {

std::vector<std::byte> prefix(Version version) {
    return {static_cast<std::byte>(version - oldestVersion), std::byte{0xFE}}; // Windows-1252, 128 bytes at a time
}

} // namespace

std::vector<Seed> frameSeeds() {
    std::vector<Seed> seeds;
    for (const auto& sample : test::allFrameSamples(test::Fill::Plain)) {
        auto input = prefix(sample.version);
        input.insert(input.end(), sample.frame.begin(), sample.frame.end());
        seeds.push_back({sample.name(), std::move(input)});
    }
    return seeds;
}

std::vector<Seed> jsonSeeds() {
    std::vector<Seed> seeds;
    for (const auto& sample : test::allFrameSamples(test::Fill::Plain)) {
        if (sample.version != oldestVersion && sample.version != newestVersion) {
            continue;
        }
        Decoder decoder(sample.version);
        const auto message = decoder.decode(sample.frame);
        if (message) {
            const std::string text = toJson(*message, {CodePage::Windows1252, true}).dump();
            auto input = prefix(sample.version);
            const auto bytes = std::as_bytes(std::span(text));
            input.insert(input.end(), bytes.begin(), bytes.end());
            seeds.push_back({sample.name(), std::move(input)});
        }
    }
    return seeds;
}

} // namespace callwright::fuzz
