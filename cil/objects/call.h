#pragma once

#include "cil/clock/clock.h"
#include "cil/events/arguments.h"
#include "cil/objects/cil_error.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <memory>

namespace callwright {

class SessionCore;
struct CallFacts;

/// CallStatus as published (facts: CallStatus; the numbers of LocalConnectionState on the wire).
enum class CallStatus : std::uint16_t {
    Null = 0,
    Initiate = 1,
    Alerting = 2,
    Connect = 3,
    Held = 4,
    Queued = 5,
    Fail = 6
};

/// One call at the agent's device. Lives from OnCallBegin until OnCallEnd was delivered; the call just handled stays
/// addressable (isEnded()) for wrap-up data until wrap-up is left.
class Call : public QObject {
    Q_OBJECT
public:
    QString uniqueObjectId() const; ///< call.<PeripheralID>.<ConnectionCallID>.<ConnectionDeviceID>; may change
    std::uint32_t connectionCallId() const;
    QString connectionDeviceId() const;
    CallStatus status() const;
    bool isIncoming() const;
    bool isEnded() const;
    bool isConfirmed() const; ///< false while the link is lost: what is known may be out of date
    Milliseconds timeInStatus() const;
    Milliseconds age() const; ///< since OnCallBegin

    /// Everything known under its keyword: ANI, DNIS, DialedNumber, CallType, CallVariable1..10, ECC (nested) ...
    const Arguments& data() const;
    /// CallVariables etc. that were sent by setCallData() and are not confirmed yet.
    const Arguments& pendingData() const;

    CilResult answer();
    CilResult clearConnection(); ///< the Release button
    CilResult hold();
    CilResult retrieve();
    CilResult setCallData(const Arguments& changes); ///< CallVariable1..10, CallWrapupData

    ~Call() override;

private:
    friend class CallBook;
    Call(SessionCore& core, std::unique_ptr<CallFacts> facts, QObject* parent);

    SessionCore& m_core;
    std::unique_ptr<CallFacts> m_facts;
};

} // namespace callwright
