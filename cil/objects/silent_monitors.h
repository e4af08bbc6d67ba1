#pragma once

#include "cil/events/arguments.h"
#include "cil/objects/cil_error.h"
#include "cil/objects/start_limit.h"
#include "cil/service/silent_monitor_message.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <vector>

namespace callwright {

class SessionCore;
struct Reply;
class SilentMonitorManager;
enum class SilentMonitorStatus : std::int32_t;

/// The silent monitor managers of a session, and what is said between desktops about silent monitoring.
class SilentMonitors {
public:
    SilentMonitors(SessionCore& core, std::uint64_t seed) : m_core(core), m_random(seed) {}

    SilentMonitorManager* create(const Arguments& times); ///< nullptr: LastError says why
    CilResult destroy(SilentMonitorManager* manager);
    CilResult setCurrent(SilentMonitorManager* manager); ///< nullptr: none
    SilentMonitorManager* current() const { return m_current; }

    /// The text of a user message: right or wrong, and from whomever.
    void take(const QString& sender, const QString& text);
    void lose();   ///< the server is gone
    void leave();  ///< the session is about to close
    void follow(); ///< after anything that may have signed the agent out

    /// To another desktop. With no `outcome` asked for, nobody hears that it failed.
    CilResult say(const QString& peer, const service::SilentMonitorMessage& message,
                  std::function<void(const Reply& reply)> outcome = {});
    void report(const QString& peer, std::uint32_t sessionKey, SilentMonitorStatus status, const Arguments& phone = {});

    bool isListenedTo() const; ///< a supervisor's session with this desk is under way

    std::uint64_t chance() { return m_random(); }

    Arguments phone; ///< the own one, as RTP_STARTED_EVENT told last

private:
    /// Why a supervisor's desktop may not listen here; nullopt: it may ask.
    std::optional<SilentMonitorStatus> refusal(const QString& sender, const Arguments& start) const;
    void takeStart(const QString& sender, Arguments start);

    SessionCore& m_core;
    std::mt19937_64 m_random;
    StartLimit m_starts;
    std::vector<SilentMonitorManager*> m_managers; ///< children of the session
    SilentMonitorManager* m_current = nullptr;
};

} // namespace callwright
