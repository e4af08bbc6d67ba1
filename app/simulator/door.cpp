#include "app/simulator/door.h"

#include <utility>

namespace callwright::simulator {

tl::expected<Endpoint, std::string> Door::install(std::unique_ptr<Listener> listener, const Endpoint& at) {
    m_listener = std::move(listener);
    m_address = at;
    if (const auto opened = setOpen(true); !opened) {
        return tl::unexpected(opened.error());
    }
    return m_address;
}

tl::expected<void, std::string> Door::setOpen(bool open) {
    if (!m_listener || open == m_isOpen) {
        return {};
    }
    if (open) {
        const Endpoint at = m_listener->listen(m_address);
        if (at.port == 0) {
            return tl::unexpected(m_listener->errorText().toStdString());
        }
        m_address = at;
    } else {
        m_listener->close();
    }
    m_isOpen = open;
    return {};
}

} // namespace callwright::simulator
