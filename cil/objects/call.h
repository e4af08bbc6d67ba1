#pragma once

#include "cil/clock/clock.h"
#include "cil/events/arguments.h"
#include "cil/objects/cil_error.h"
#include "cil/objects/dial_options.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

namespace callwright {

class Seat;
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

/// Why a call was begun besides another one at the same device.
enum class ConsultPurpose {
    None,     ///< no consultation
    Transfer, ///< MakeConsultCall(Transfer)
    Conference,
    Any ///< supervisor assist, emergency, or not known, as after a reconnect: both may be completed
};

/// One party of a call, as far as events have told.
struct CallParty {
    QString deviceId;           ///< extension or number; empty when no event has named it
    QString connectionDeviceId; ///< opaque
    CallStatus status = CallStatus::Null;
    bool isSelf = false;
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

    Arguments properties() const; ///< every property that is known, under its keyword

    Arguments context() const;  ///< GetCallContext: what is known and is no call variable
    Arguments callData() const; ///< GetCallData: CallVariable1..10, ECC (nested)

    // --- several calls, several people
    ConsultPurpose consultPurpose() const;  ///< of this call, when it consults about another one
    Call* counterpart() const;              ///< the other half of a consultation, either way; nullptr: none
    bool isConference() const;              ///< three parties or more
    std::vector<CallParty> parties() const; ///< the own one first; at most 16
    bool isRecording() const;
    /// The end of a supervisor's monitor call that is listened to: nothing for a person to see or to act on.
    bool isMonitorTarget() const;
    QString failure() const; ///< why it could not be completed, as a sentence; empty: it did not fail

    // --- requests; which of them a status takes: cil/service/call_actions.h
    CilResult answer();
    CilResult clearConnection(); ///< the Release button
    CilResult clear();           ///< for all parties; Unified CCE refuses it
    CilResult hold();
    CilResult retrieve();
    CilResult alternate(Call* other = nullptr); ///< `other`: the held or ringing one to talk to; nullptr: the only one
    CilResult reconnect();                      ///< drops the active call, goes back to the held one
    CilResult makeConsultCall(const DialOptions& options, ConsultType type);
    CilResult transfer(Call* other = nullptr);   ///< on either call of the two; nullptr: the counterpart
    CilResult conference(Call* other = nullptr); ///< the same
    CilResult singleStepTransfer(const DialOptions& options);
    CilResult singleStepConference(const DialOptions& options);
    CilResult deflect(const QString& number); ///< forwards a ringing call
    CilResult sendDtmf(const DtmfOptions& options);
    CilResult startRecord();
    CilResult stopRecord();
    CilResult snapshot();                            ///< OnSnapshotCallConf follows
    CilResult setCallData(const Arguments& changes); ///< CallVariable1..10, CallWrapupData, ECC

    ~Call() override;

private:
    friend class CallBook;
    Call(Seat& seat, std::unique_ptr<CallFacts> facts, QObject* parent);

    Seat& m_seat;
    std::unique_ptr<CallFacts> m_facts;
};

} // namespace callwright
