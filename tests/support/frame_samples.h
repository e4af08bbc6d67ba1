#pragma once

#include "cil/protocol/tables.h"

#include <cstddef>
#include <string>
#include <vector>

/// One frame of every message at every version, made from the tables but not by our encoder.
namespace callwright::test {

/// What the fields hold.
enum class Fill {
    Plain, ///< zeros and short texts, counts that are right: nothing for validate() to object to
    Empty, ///< zeros, and floating fields without data
    Full,  ///< all bits set, texts and bytes of the greatest length
};

struct FrameSample {
    const protocol::MessageSpec* spec;
    protocol::Version version;
    bool isAlternate;
    std::vector<std::byte> frame;

    std::string name() const; ///< e.g. "OPEN_REQ_v25"
};

/// The frame has each floating field that the version knows once, in table order.
FrameSample frameSample(const protocol::MessageSpec& spec, protocol::Version version, Fill fill,
                        bool useAlternate = false);

/// Every message at every version, those with a second layout twice.
std::vector<FrameSample> allFrameSamples(Fill fill);

/// The floating fields of the sample, in order.
std::vector<protocol::FloatingField> floatingOf(const protocol::MessageSpec& spec, protocol::Version version);

} // namespace callwright::test
