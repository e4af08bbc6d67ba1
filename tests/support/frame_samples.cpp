#include "tests/support/frame_samples.h"

#include <algorithm>

namespace callwright::test {

using namespace protocol;

namespace {

constexpr std::uint32_t someSeconds = 480; // an IdleTimeout that servers accept

void append(std::vector<std::byte>& out, std::uint32_t value, int size) {
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
        out.push_back(static_cast<std::byte>(value >> shift & 0xFF));
    }
}

void appendText(std::vector<std::byte>& out, std::size_t length, char c) {
    out.insert(out.end(), length, static_cast<std::byte>(c));
    out.push_back(std::byte{0});
}

int sizeOf(FieldType type) {
    switch (type) {
    case FieldType::Char:
    case FieldType::UChar:
        return 1;
    case FieldType::Short:
    case FieldType::UShort:
    case FieldType::Bool:
    case FieldType::UShortArray:
        return 2;
    case FieldType::Int:
    case FieldType::UInt:
    case FieldType::Time:
    case FieldType::UIntArray:
        return 4;
    default:
        return 0;
    }
}

/// Whether the field counts something that the sample has once.
bool isCountOfOne(Field field, const std::vector<FloatingField>& floating) {
    return std::ranges::any_of(
        floating, [&](const FloatingField& row) { return row.countField == field && row.groupLeader == row.field; });
}

std::uint32_t number(Field field, Fill fill, const std::vector<FloatingField>& floating) {
    if (fill == Fill::Full) {
        return 0xFFFFFFFF;
    }
    if (field == Field::IdleTimeout && fill == Fill::Plain) {
        return someSeconds;
    }
    return isCountOfOne(field, floating) ? 1 : 0;
}

std::vector<std::byte> dataOf(const FloatingField& row, Fill fill, const std::vector<FloatingField>& floating) {
    std::vector<std::byte> data;
    if (fill == Fill::Empty) {
        return data;
    }
    const bool isFull = fill == Fill::Full;
    switch (row.type) {
    case FieldType::String:
        appendText(data, isFull ? row.maxBytes - 1U : 1U, '7');
        break;
    case FieldType::Unspec:
        data.assign(isFull ? row.maxBytes : 2U, std::byte{0xA5});
        break;
    case FieldType::NamedArray:
        data.push_back(isFull ? std::byte{0xFF} : std::byte{0});
        [[fallthrough]];
    case FieldType::NamedVar:
        appendText(data, isFull ? 32 : 4, 'n');
        appendText(data, isFull ? 251 - 33 - 1 : 1, 'v');
        break;
    default:
        append(data, number(row.field, fill, floating), sizeOf(row.type));
    }
    return data;
}

} // namespace

std::string FrameSample::name() const {
    return std::string(spec->name) + (isAlternate ? "_alternate" : "") + "_v" + std::to_string(version);
}

std::vector<FloatingField> floatingOf(const MessageSpec& spec, Version version) {
    std::vector<FloatingField> fields;
    for (const FloatingField& row : spec.floating) {
        if (row.tag != 0 && version >= row.minVersion && version <= row.maxVersion) {
            fields.push_back(row);
        }
    }
    return fields;
}

FrameSample frameSample(const MessageSpec& spec, Version version, Fill fill, bool useAlternate) {
    auto floating = floatingOf(spec, version);
    if (useAlternate) { // it has in the fixed part what otherwise floats
        std::erase_if(floating, [&](const FloatingField& row) {
            return std::ranges::find(spec.alternate, row.field, &FixedField::field) != spec.alternate.end();
        });
    }
    std::vector<std::byte> body;
    for (const FixedField& field : useAlternate ? spec.alternate : spec.fixed) {
        if (version >= field.minVersion) {
            append(body, number(field.field, fill, floating), sizeOf(field.type));
        }
    }
    const int width = version < 20 ? 1 : 2;
    for (const FloatingField& row : floating) {
        const auto data = dataOf(row, fill, floating);
        append(body, row.tag, width);
        append(body, static_cast<std::uint32_t>(data.size()), width);
        body.insert(body.end(), data.begin(), data.end());
    }
    std::vector<std::byte> frame;
    append(frame, static_cast<std::uint32_t>(body.size()), 4);
    append(frame, static_cast<std::uint32_t>(spec.type), 4);
    frame.insert(frame.end(), body.begin(), body.end());
    return {&spec, version, useAlternate, std::move(frame)};
}

std::vector<FrameSample> allFrameSamples(Fill fill) {
    std::vector<FrameSample> samples;
    for (const MessageSpec& spec : messages()) {
        for (Version version = oldestVersion; version <= newestVersion; ++version) {
            samples.push_back(frameSample(spec, version, fill));
            if (!spec.alternate.empty()) {
                samples.push_back(frameSample(spec, version, fill, true));
            }
        }
    }
    return samples;
}

} // namespace callwright::test
