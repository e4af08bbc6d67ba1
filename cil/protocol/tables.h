#pragma once

#include "cil/protocol/names.h"
#include "cil/protocol/version.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// The wire as tables: generated at build time from cil/protocol/tables/*.tsv, read by the decoder, the encoder, the
/// validator, the dump, the simulator and the tests.
namespace callwright::protocol {

enum class FieldType : std::uint8_t {
    Char, UChar, Short, UShort, Bool, Int, UInt, Time, String, Unspec, NamedVar, NamedArray,
    UShortArray, UIntArray
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
    Field groupLeader; ///< Field::None outside a repeating group
    Field countField;  ///< Field::None when nothing counts it
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
};

std::span<const MessageSpec> messages();                      ///< ascending by number
const MessageSpec* findMessage(std::uint32_t number);         ///< nullptr: unknown number
const MessageSpec* findMessage(std::string_view name);        ///< nullptr: unknown name
std::string_view name(Field field);                           ///< the table's name, e.g. "ConnectionCallID"
std::optional<Field> findField(std::string_view name);
bool isSecret(Field field);                                   ///< masked in every dump and log (AgentPassword, ClientPassword)
std::size_t fixedSize(const MessageSpec& message, Version version); ///< bytes of the fixed part, header excluded

/// The guide's name of a value of an enum field, e.g. (StatusCode, 1) -> "E_CTI_INVALID_VERSION"; empty when unknown.
std::string_view statusCodeName(std::uint32_t code);
std::string_view controlFailureCodeName(std::uint32_t code);
std::string_view enumValueName(std::string_view enumName, std::uint32_t value);

} // namespace callwright::protocol
