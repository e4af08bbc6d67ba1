#pragma once

#include "cil/transport/transport.h"

#include <tl/expected.hpp>

#include <memory>
#include <string>

namespace callwright::simulator {

/// Where the clients of one side come in: a listener that closes and opens again at the same place.
class Door {
public:
    /// Opens for the first time. Returns where it listens; the error, an English sentence, says why it does not.
    tl::expected<Endpoint, std::string> install(std::unique_ptr<Listener> listener, const Endpoint& at);
    bool isInstalled() const { return m_listener != nullptr; }
    /// An error leaves it closed. Of no effect before it is installed, or when it is so already.
    tl::expected<void, std::string> setOpen(bool open);

private:
    std::unique_ptr<Listener> m_listener;
    Endpoint m_address;
    bool m_isOpen = false;
};

} // namespace callwright::simulator
