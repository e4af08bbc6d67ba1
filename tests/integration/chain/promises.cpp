#include "tests/integration/chain/promises.h"

#include "cil/events/event_list.h"
#include "cil/events/keywords.h"
#include "cil/service/event_mapping.h"

#include <algorithm>
#include <array>

namespace callwright::testing {
namespace {

/// Items of a call that it may not have; the server's messages leave them out then (CTI Server guide v25,
/// BEGIN_CALL_EVENT and the like: floating fields "present if").
constexpr std::array<QStringView, 13> mayBeUnset{u"ANI",
                                                 u"DNIS",
                                                 u"DialedNumber",
                                                 u"UserToUserInfo",
                                                 u"CallerEnteredDigits",
                                                 u"CallWrapupData",
                                                 u"ECC",
                                                 u"PreCallInvokeIDTag",
                                                 u"CustomerPhoneNumber",
                                                 u"CustomerAccountNumber",
                                                 u"CallTypeIDTag",
                                                 u"TrunkUsedDeviceID",
                                                 u"CalledDeviceID"};

bool mayBeMissing(const QString& key, const Arguments& arguments, bool isSnapshotsCall) {
    if (key == u"RouterCallKeySequenceNumber" && isSnapshotsCall)
        return true; // SNAPSHOT_CALL_CONF has no such field
    // Calls that no router has seen have no key, but then no part of it.
    if (key.startsWith(u"RouterCallKey"))
        return !arguments.contains(keyword::RouterCallKeyDay) && !arguments.contains(keyword::RouterCallKeyCallID) &&
               !arguments.contains(keyword::ICMEnterpriseUniqueID);
    return key.startsWith(u"CallVariable") || std::ranges::find(mayBeUnset, QStringView(key)) != mayBeUnset.end();
}

} // namespace

std::vector<std::string> brokenPromises(EventId id, const Arguments& arguments, bool isSnapshotsCall) {
    std::vector<std::string> broken;
    if (interfaceOf(id) != EventInterface::ICallEvents)
        return broken;
    for (const Keyword key : service::missingParameters(id, arguments)) {
        if (!mayBeMissing(key.name(), arguments, isSnapshotsCall))
            broken.push_back(eventName(id).toStdString() + " lacks " + key.name().toStdString());
    }
    return broken;
}

} // namespace callwright::testing
