#include "cil/protocol/frame_splitter.h"
#include "cil/protocol/json.h"
#include "cil/protocol/validate.h"
#include "tests/fuzz/entry.h"
#include "tests/fuzz/promise.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace callwright::fuzz {

using namespace protocol;

namespace {

struct Session {
    Version version;
    CodePage codePage;
    std::size_t piece; ///< how many bytes arrive at a time
};

void checkInverse(const nlohmann::ordered_json& object, std::span<const std::byte> bytes, const Session& session) {
    const auto parsed = nlohmann::ordered_json::parse(object.dump()); // a dump must be valid UTF-8 and JSON
    const auto again = fromJson(parsed, session.version, session.codePage);
    promise(again.has_value(), "what was dumped can be encoded");
    promise(std::ranges::equal(*again, bytes), "encoding a dump gives the same bytes");
}

/// Every way to look at a message, for the sanitizers.
void readEverything(const MessageView& message) {
    std::size_t seen = 0;
    for (std::size_t i = 0; i < message.fixed().size(); ++i) {
        promise(message.fixedNumber(i) == message.number(message.fixed()[i].field), "both ways to a fixed field agree");
    }
    for (const FieldView& field : message.floating()) {
        promise(field.offset + field.data.size() <= message.frame().size(), "fields lie inside their frame");
        seen += field.text().size() + (field.number() ? 1U : 0U) + (field.named() ? 1U : 0U);
        if (field.spec != nullptr) {
            promise(message.find(field.spec->field) != nullptr, "the index knows every field");
            seen += message.groups(field.spec->groupLeader).size();
        }
    }
    promise(seen <= 4 * message.frame().size() * (message.floating().size() + 1), "nothing is made up");
}

void checkFrame(std::span<const std::byte> frame, const Session& session, Decoder& decoder) {
    const DumpOptions open{session.codePage, true};
    const DumpOptions masked{session.codePage, false};
    const auto message = decoder.decode(frame);
    if (!message) {
        checkInverse(toJson(message.error(), frame, open), frame, session);
        promise(!toJson(message.error(), frame, masked).dump().empty(), "an error can be dumped");
        return;
    }
    if (message->floating().size() < 64) { // groups() of many fields for each of them takes its time
        readEverything(*message);
    }
    for (const Error& finding : validate(*message)) {
        promise(!statusCodeName(static_cast<std::uint32_t>(finding.code)).empty(), "findings have the guide's names");
    }
    checkInverse(toJson(*message, open), frame, session);
    promise(!toJson(*message, masked).dump().empty(), "a message can be dumped");
}

} // namespace

void frames(std::span<const std::byte> input) {
    if (input.size() < 2) {
        return;
    }
    const auto choice = std::to_integer<unsigned>(input[1]);
    const Session session{oldestVersion + static_cast<int>(std::to_integer<unsigned>(input[0]) % 13),
                          (choice & 1U) != 0 ? CodePage::Utf8 : CodePage::Windows1252, 1 + choice / 2};
    auto rest = input.subspan(2);
    std::size_t cut = 0;
    FrameSplitter splitter;
    Decoder decoder(session.version);
    const auto stream = rest;
    while (!rest.empty()) {
        const auto piece = rest.first(std::min(session.piece, rest.size()));
        rest = rest.subspan(piece.size());
        splitter.append(piece);
        for (;;) {
            const auto frame = splitter.next();
            if (!frame) {
                checkInverse(toJson(frame.error(), splitter.held(), {session.codePage, true}), splitter.held(),
                             session);
                return;
            }
            if (!*frame) {
                break;
            }
            promise(std::ranges::equal(**frame, stream.subspan(cut, (*frame)->size())),
                    "frames are the stream's bytes");
            cut += (*frame)->size();
            checkFrame(**frame, session, decoder);
        }
    }
    promise(cut + splitter.pending() == stream.size(), "no byte is lost");
}

} // namespace callwright::fuzz
