#pragma once

#include "cil/events/publisher.h"
#include "cil/objects/agent.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <map>

namespace callwright::testing {

/// EnablementMask as the names of its bits without ENABLE_; STATISTICS and CHAT together are "base".
QString maskInWords(std::uint32_t mask);

/// Names for calls that people can read: one letter for each ConnectionCallID in the order of their appearance; a
/// second call of the same id at one desk has a prime behind the letter.
class CallNames {
public:
    QString nameOf(const QString& desk, const QString& uniqueObjectId);
    /// The name of an identity that the desk knows already; empty: it does not.
    QString find(const QString& desk, const QString& uniqueObjectId) const;
    static QString letterOf(std::uint32_t connectionCallId);
    void forget(const QString& desk, const QString& uniqueObjectId); ///< the call is over there

private:
    std::map<QString, std::map<QString, QString>> m_byDesk; ///< desk, UniqueObjectID
};

/// What an event tells, as one line: its name, the object it is about, and its parameters but those that are the same
/// in every event of the site (peripheral, numbers of configured things) and the mask.
QString eventInWords(EventId id, const Arguments& arguments, const AgentIdentity& desk, CallNames& names);

} // namespace callwright::testing
