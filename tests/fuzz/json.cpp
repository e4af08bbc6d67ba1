#include "cil/protocol/json.h"

#include "cil/protocol/frame_splitter.h"
#include "tests/fuzz/entry.h"
#include "tests/fuzz/promise.h"

#include <nlohmann/json.hpp>

namespace callwright::fuzz {

using namespace protocol;

void json(std::span<const std::byte> input) {
    if (input.size() < 2) {
        return;
    }
    const Version version = oldestVersion + static_cast<int>(std::to_integer<unsigned>(input[0]) % 13);
    const auto codePage = (std::to_integer<unsigned>(input[1]) & 1U) != 0 ? CodePage::Utf8 : CodePage::Windows1252;
    const auto* const text = reinterpret_cast<const char*>(input.data());
    const auto object = nlohmann::ordered_json::parse(text + 2, text + input.size(), nullptr, false);
    if (object.is_discarded()) {
        return;
    }
    const auto bytes = fromJson(object, version, codePage);
    if (!bytes) {
        promise(!bytes.error().detail.empty(), "a refusal says why");
        return;
    }
    if (object.contains("error")) {
        return; // its bytes are what once could not be cut
    }
    FrameSplitter splitter;
    splitter.append(*bytes);
    const auto frame = splitter.next();
    promise(frame && *frame && (**frame).size() == bytes->size(), "one object becomes one frame");
}

} // namespace callwright::fuzz
