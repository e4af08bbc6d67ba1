#pragma once

#include "cil/protocol/message_builder.h"
#include "cil/protocol/message_view.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <vector>

namespace callwright {

/// A message as a test sees it: its bytes, and a view over them that lives as long.
class DecodedFrame {
public:
    explicit DecodedFrame(const protocol::MessageBuilder& message) : m_decoder(message.version()) {
        const auto frame = message.build();
        EXPECT_TRUE(frame.has_value()) << (frame ? "" : frame.error().detail);
        m_bytes = frame.value_or(std::vector<std::byte>());
        decode();
    }

    DecodedFrame(std::vector<std::byte> bytes, protocol::Version version)
        : m_decoder(version), m_bytes(std::move(bytes)) {
        decode();
    }

    DecodedFrame(const DecodedFrame&) = delete;
    DecodedFrame& operator=(const DecodedFrame&) = delete;

    const protocol::MessageView& view() const { return m_view; }

private:
    void decode() {
        auto view = m_decoder.decode(m_bytes);
        EXPECT_TRUE(view.has_value()) << (view ? "" : view.error().detail);
        if (view) {
            m_view = *view;
        }
    }

    protocol::Decoder m_decoder;
    std::vector<std::byte> m_bytes;
    protocol::MessageView m_view;
};

/// A message with every field its table has: numbers are their place in the table, texts their field's name.
/// Groups come `groupCount` times.
inline protocol::MessageBuilder fullMessage(const protocol::MessageSpec& spec, protocol::Version version,
                                            int groupCount = 1) {
    using protocol::Field;
    using protocol::FieldType;
    protocol::MessageBuilder message(spec.type, version);
    std::uint32_t place = 1;
    for (const protocol::FixedField& field : spec.fixed) {
        const bool isCounter = field.field == Field::NumNamedVariables || field.field == Field::NumNamedArrays;
        const bool isThere = field.minVersion <= version && version <= field.maxVersion;
        if (isThere && !isCounter) {
            message.set(field.field, field.type == FieldType::Bool ? 1U : place);
        }
        ++place;
    }
    const auto add = [&](const protocol::FloatingField& field) {
        const std::string name(protocol::name(field.field));
        switch (field.type) {
        case FieldType::NamedVar:
            message.setNamed("user.scalar", "one");
            break;
        case FieldType::NamedArray:
            message.setNamed("user.array", "two", std::uint8_t{2});
            break;
        case FieldType::String:
            message.set(field.field, std::string_view(name).substr(0, field.maxBytes - 1U));
            break;
        case FieldType::Unspec:
            message.set(field.field, std::string_view(name).substr(0, field.maxBytes));
            break;
        default:
            message.set(field.field, place++);
        }
    };
    for (const protocol::FloatingField& field : spec.floating) {
        const bool isThere = field.tag != 0 && field.minVersion <= version && version <= field.maxVersion;
        const bool isFollower = field.groupLeader != Field::None && field.groupLeader != field.field;
        if (!isThere || isFollower) {
            continue;
        }
        for (int i = 0; i < (field.groupLeader == Field::None ? 1 : groupCount); ++i) {
            add(field);
            for (const protocol::FloatingField& member : spec.floating) {
                const bool isMember = member.groupLeader == field.field && member.field != field.field;
                if (isMember && member.tag != 0 && member.minVersion <= version && version <= member.maxVersion) {
                    add(member);
                }
            }
        }
    }
    return message;
}

} // namespace callwright
