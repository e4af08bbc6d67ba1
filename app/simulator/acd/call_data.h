#pragma once

#include "app/simulator/acd/acd_config.h"
#include "app/simulator/acd/vocabulary.h"
#include "app/simulator/server/switch.h"

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The data that travels with a call (CTI Server guide v25, Call Data Update Service).
namespace callwright::simulator {

/// The text items that SET_CALL_DATA_REQ and MAKE_CALL_REQ may set.
std::span<const Field> callDataFields();

/// ECC variables by name and, for array elements, index.
using EccKey = std::pair<std::string, std::optional<std::uint8_t>>;
using EccValues = std::map<EccKey, std::string>;

struct CallData {
    std::map<Field, std::string> items; ///< only those that have been given
    EccValues ecc;

    std::string_view item(Field field) const;
};

/// What a request wants to change. Reading it checks the names, indices and sizes of ECC variables.
struct CallDataChange {
    std::map<Field, std::string> items;
    EccValues ecc;
};
tl::expected<CallDataChange, StatusCode> readChange(const protocol::MessageView& message, const AcdConfig& config);
tl::expected<CallDataChange, std::string> readChange(std::span<const std::pair<std::string, std::string>> variables,
                                                     const AcdConfig& config);
/// Whether all ECC variables together still fit into a message once the change is made.
bool fits(const CallDataChange& change, const CallData& data);
void apply(const CallDataChange& change, CallData& data);
void apply(const CallDataChange& change, CallDataChange& earlier); ///< both, the later one prevailing

/// "user.order" or "user.history[3]".
std::string eccLabel(const EccKey& key);

} // namespace callwright::simulator
