#pragma once

#include "app/simulator/server/switch.h"
#include "cil/protocol/message_view.h"

#include <cstdint>
#include <set>
#include <string>

namespace callwright::simulator {

/// The call variables that one client registered (CTI Server guide v25, REGISTER_VARIABLES_REQ). Until it registers,
/// it gets all of them.
class VariableFilter {
public:
    /// Takes over what the request registers; it replaces what was registered before.
    void registerFrom(const protocol::MessageView& request);

    bool isActive() const { return m_isActive; }
    /// The fields without the variables that the client did not register, and with the counts that belong to that.
    FieldValues filtered(const FieldValues& fields) const;

private:
    bool passes(const FieldValue& field) const;

    bool m_isActive = false;
    std::uint32_t m_callVariables = 0; ///< CallVariableMask
    std::set<std::string, std::less<>> m_names;
};

} // namespace callwright::simulator
