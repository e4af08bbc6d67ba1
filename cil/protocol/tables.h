#pragma once

#include "cil/protocol/names.h"
#include "cil/protocol/version.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// The wire as tables: generated at build time from cil/protocol/tables/*.tsv, read by the decoder, the encoder, the
/// validator, the dump, the simulator and the tests.
namespace callwright::protocol {

enum class FieldType : std::uint8_t {
    Char,
    UChar,
    Short,
    UShort,
    Bool,
    Int,
    UInt,
    Time,
    String,
    Unspec,
    NamedVar,
    NamedArray,
    UShortArray,
    UIntArray
};

enum class Kind : std::uint8_t { Request, Confirmation, Event, Other };
enum class Direction : std::uint8_t { ToServer, ToClient, Both };
enum class Presence : std::uint8_t { Required, Conditional, Optional };

/// One field of a fixed part. `type` is one of the integer types.
struct FixedField {
    Field field;
    FieldType type;
    std::uint8_t size;       ///< bytes
    std::uint8_t minVersion; ///< inclusive
    std::uint8_t maxVersion; ///< inclusive
    std::uint16_t offset;    ///< in the body; the same for every version, as fixed parts grow at their end only
    std::uint8_t valueSet;   ///< the enum or mask of its values, for validate(); 0: none
    std::uint8_t maxCount;   ///< for a field that counts groups: the most the guide allows; 0: not given
    std::uint16_t window;    ///< in the frame, of the four bytes that end where the field ends ...
    std::uint32_t mask;      ///< ... and its bits in them: to read it without a branch on its size
};

/// One field that a message may carry in its floating part.
struct FloatingField {
    Field field;
    FieldType type;
    Presence presence;
    bool repeats;
    std::uint16_t tag;      ///< 0: the guide prints no number; never sent, not recognised
    std::uint16_t maxBytes; ///< of data; for String the final NUL counts. Products such as 4*NumMRDs are the factor
                            ///< times the largest count the guide allows
    std::uint8_t minVersion;
    std::uint8_t maxVersion;
    Field groupLeader;      ///< Field::None outside a repeating group
    Field countField;       ///< Field::None when nothing counts it
    std::uint16_t aliasTag; ///< a second tag to accept when reading; 0: none
    std::uint8_t home;      ///< the first row of the same field: rows of one field may differ by version
    std::uint8_t valueSet;  ///< the enum or mask of its values, for validate(); 0: none
};

/// How much of MessageSpec::fixed one version has.
struct FixedLayout {
    std::uint8_t count;
    std::uint16_t size; ///< bytes
};

struct MessageSpec {
    MessageType type;
    std::string_view name;
    Kind kind;
    Direction direction;
    Version minVersion;
    bool hasLayout; ///< false: the guide publishes no format table, the body passes as bytes
    std::span<const FixedField> fixed;
    std::span<const FixedField> alternate; ///< a second fixed part some servers or guides use; may be empty
    std::span<const FloatingField> floating;
    std::array<FixedLayout, newestVersion - oldestVersion + 1> layouts; ///< by version, from the oldest on
    /// By Field: 0 when the message has no such field, else 1 + the index in `fixed`, or 1 + fixed.size() + the row in
    /// `floating`. By tag: 0, else 1 + the first row in `floating` with that tag (or alias).
    std::span<const std::uint8_t> fieldSlots;
    std::span<const std::uint8_t> tagSlots;

    const FixedLayout& layout(Version version) const {
        return layouts[static_cast<std::size_t>(std::clamp(version, oldestVersion, newestVersion) - oldestVersion)];
    }
    const FixedField* findFixed(Field field, Version version) const;       ///< nullptr: not in the fixed part
    const FloatingField* findFloating(Field field, Version version) const; ///< nullptr: not at this version
    const FloatingField* findTag(std::uint16_t tag, Version version) const {
        const std::size_t slot = tag < tagSlots.size() ? tagSlots[tag] : 0;
        if (slot == 0) {
            return nullptr;
        }
        const FloatingField& row = floating[slot - 1];
        return version >= row.minVersion && version <= row.maxVersion ? &row : findLaterRow(slot, tag, version);
    }

private:
    const FloatingField* findLaterRow(std::size_t from, std::uint16_t tag, Version version) const;
};

/// The most floating rows of any message, for indexes of constant size.
inline constexpr std::size_t maxFloatingRows = 40;

std::span<const MessageSpec> messages();               ///< ascending by number
const MessageSpec* findMessage(std::uint32_t number);  ///< nullptr: unknown number
const MessageSpec* findMessage(std::string_view name); ///< nullptr: unknown name
std::string_view name(Field field);                    ///< the table's name, e.g. "ConnectionCallID"
std::optional<Field> findField(std::string_view name);
bool isSecret(Field field); ///< masked in every dump and log (AgentPassword, ClientPassword)
std::size_t fixedSize(const MessageSpec& message, Version version); ///< bytes of the fixed part, header excluded

/// The guide's name of a value of an enum field, e.g. (StatusCode, 1) -> "E_CTI_INVALID_VERSION"; empty when unknown.
std::string_view statusCodeName(std::uint32_t code);
std::string_view controlFailureCodeName(std::uint32_t code);
std::string_view enumValueName(std::string_view enumName, std::uint32_t value);
std::optional<std::uint32_t> enumValue(std::string_view enumName, std::string_view valueName);
bool isKnownTag(std::uint16_t tag); ///< the guide has it, if for other messages

} // namespace callwright::protocol
