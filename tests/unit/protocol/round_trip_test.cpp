#include "cil/protocol/bytes.h"
#include "cil/protocol/message_builder.h"
#include "cil/protocol/message_view.h"
#include "cil/protocol/validate.h"
#include "tests/support/frame_samples.h"
#include "tests/unit/protocol/hex.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace callwright;
using namespace callwright::protocol;
using test::Fill;

namespace {

/// The message again, through the builder, from what the view tells.
Result<std::vector<std::byte>> rebuilt(const MessageView& view) {
    MessageBuilder builder(view.type(), view.version());
    if (view.isAlternate()) {
        builder.useAlternate();
    }
    for (const FixedField& field : view.fixed()) {
        builder.set(field.field, *view.number(field.field));
    }
    for (const FieldView& field : view.floating()) {
        if (const auto named = field.named()) {
            builder.setNamed(named->name, named->value, named->index);
        } else if (const auto number = field.number()) {
            builder.set(field.spec->field, *number);
        } else if (field.spec->type == FieldType::String) {
            builder.set(field.spec->field, field.text());
        } else {
            builder.setBytes(field.spec->field, field.data);
        }
    }
    return builder.build();
}

class EveryMessage : public testing::TestWithParam<Fill> {};

} // namespace

TEST_P(EveryMessage, isDecodedToWhatTheSampleHolds) {
    for (const auto& sample : test::allFrameSamples(GetParam())) {
        SCOPED_TRACE(sample.name());
        Decoder decoder(sample.version);
        const auto view = decoder.decode(sample.frame);
        ASSERT_TRUE(view) << view.error().detail;
        ASSERT_EQ(view->spec(), sample.spec);
        if (!sample.spec->hasLayout) {
            continue;
        }
        ASSERT_EQ(view->isAlternate(), sample.isAlternate);
        auto expected = test::floatingOf(*sample.spec, sample.version);
        std::erase_if(expected, [&](const FloatingField& row) { // an alternate has it in the fixed part
            return std::ranges::find(view->fixed(), row.field, &FixedField::field) != view->fixed().end();
        });
        ASSERT_EQ(view->floating().size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const FieldView& field = view->floating()[i];
            ASSERT_NE(field.spec, nullptr);
            EXPECT_EQ(field.spec->field, expected[i].field);
            EXPECT_EQ(field.tag, expected[i].tag);
            EXPECT_EQ(view->find(expected[i].field), &field);
        }
        if (GetParam() == Fill::Full) {
            for (const FixedField& field : view->fixed()) {
                const bool isSigned = field.type == FieldType::Int || field.type == FieldType::Short;
                const std::uint32_t all = field.size == 4 || isSigned ? 0xFFFFFFFFU : (1U << 8 * field.size) - 1;
                EXPECT_EQ(view->number(field.field), all) << name(field.field);
            }
        }
    }
}

/// Not with Fill::Empty: texts without NUL and numbers without bytes are read, but not written.
TEST(Builder, encodesEveryMessageToTheBytesItCameFrom) {
    for (const Fill fill : {Fill::Plain, Fill::Full}) {
        for (const auto& sample : test::allFrameSamples(fill)) {
            SCOPED_TRACE(sample.name());
            Decoder decoder(sample.version);
            const auto view = decoder.decode(sample.frame);
            ASSERT_TRUE(view);
            if (!sample.spec->hasLayout || (fill == Fill::Full && view->has(Field::NamedVariable))) {
                continue; // longer names and values are accepted than are sent
            }
            const auto again = rebuilt(*view);
            ASSERT_TRUE(again) << again.error().detail;
            EXPECT_EQ(test::hex(*again), test::hex(sample.frame));
        }
    }
}

TEST_P(EveryMessage, cutAnywhereIsAnErrorOrFewerFields) {
    for (const Version version : {13, 19, 20, 25}) {
        for (const MessageSpec& spec : messages()) {
            const auto sample = test::frameSample(spec, version, GetParam());
            Decoder decoder(version);
            const std::size_t whole = sample.frame.size() - headerSize;
            const std::size_t step = GetParam() == Fill::Full ? 13 : 1;
            for (std::size_t size = 0; size < whole; size += step) {
                auto frame = sample.frame;
                frame.resize(headerSize + size);
                frame[2] = static_cast<std::byte>(size >> 8);
                frame[3] = static_cast<std::byte>(size & 0xFF);
                const auto view = decoder.decode(frame);
                if (size < fixedSize(spec, version) && spec.alternate.empty()) {
                    ASSERT_FALSE(view) << sample.name() << " cut to " << size;
                    ASSERT_EQ(view.error().code, StatusCode::E_CTI_INVALID_MESSAGE_LENGTH);
                } else if (view && spec.hasLayout && spec.alternate.empty()) {
                    ASSERT_LT(view->floating().size(), test::floatingOf(spec, version).size())
                        << sample.name() << " cut to " << size;
                }
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Fills, EveryMessage, testing::Values(Fill::Plain, Fill::Empty, Fill::Full),
                         [](const auto& param) {
                             return param.param == Fill::Plain   ? "Plain"
                                    : param.param == Fill::Empty ? "Empty"
                                                                 : "Full";
                         });

TEST(Validate, hasNothingAgainstPlainMessages) {
    for (const auto& sample : test::allFrameSamples(Fill::Plain)) {
        if (sample.version < sample.spec->minVersion) {
            continue;
        }
        Decoder decoder(sample.version);
        const auto view = decoder.decode(sample.frame);
        ASSERT_TRUE(view);
        for (const Error& finding : validate(*view)) {
            ADD_FAILURE() << sample.name() << ": " << statusCodeName(static_cast<std::uint32_t>(finding.code)) << " "
                          << (finding.field ? name(*finding.field) : "") << " " << finding.detail;
        }
    }
}

TEST(Decoder, refusesFieldsThatRunOverTheEnd) {
    for (const Version version : {13, 19, 20, 25}) {
        for (const MessageSpec& spec : messages()) {
            const auto fields = test::floatingOf(spec, version);
            if (fields.empty() || !spec.alternate.empty()) {
                continue;
            }
            auto frame = test::frameSample(spec, version, Fill::Plain).frame;
            const std::size_t length = headerSize + fixedSize(spec, version) + 2 * tagSize(version) - 1;
            frame[length] = std::byte{0xFF};
            if (version >= 20) {
                frame[length - 1] = std::byte{0xFF};
            }
            frame.resize(headerSize + fixedSize(spec, version) + 2 * tagSize(version) + 1);
            const std::size_t body = frame.size() - headerSize;
            frame[2] = static_cast<std::byte>(body >> 8);
            frame[3] = static_cast<std::byte>(body & 0xFF);
            Decoder decoder(version);
            const auto view = decoder.decode(frame);
            ASSERT_FALSE(view) << spec.name << " v" << version;
            EXPECT_EQ(view.error().code, StatusCode::E_CTI_INVALID_MESSAGE_LENGTH);
            EXPECT_EQ(view.error().offset, headerSize + fixedSize(spec, version));
        }
    }
}

TEST(Decoder, refusesAFrameWithAnotherLengthThanItsHeaderSays) {
    Decoder decoder(25);
    EXPECT_FALSE(decoder.decode(test::bytes("00000004 00000005 00000001 00")));
    EXPECT_FALSE(decoder.decode(test::bytes("ffffffff 00000005 00000001")));
    EXPECT_FALSE(decoder.decode(test::bytes("00000004 0000")));
    EXPECT_FALSE(decoder.decode({}));
}

TEST(Decoder, passesUnknownMessagesAndThoseWithoutLayout) {
    Decoder decoder(25);
    const auto unknown = test::frame(9999, "01 02 03");
    const auto view = decoder.decode(unknown);
    ASSERT_TRUE(view);
    EXPECT_EQ(view->number(), 9999U);
    EXPECT_EQ(view->spec(), nullptr);
    EXPECT_EQ(asText(view->body()), "\1\2\3");
    EXPECT_EQ(view->number(Field::InvokeID), std::nullopt);
    EXPECT_TRUE(validate(*view).empty());

    const auto layoutless = test::frame(277, "ff");
    const auto header = decoder.decode(layoutless);
    ASSERT_TRUE(header);
    ASSERT_NE(header->spec(), nullptr);
    EXPECT_EQ(header->spec()->name, "STANDBY_ACTIVE_EVENT_MSG");
    EXPECT_TRUE(header->floating().empty());
}
