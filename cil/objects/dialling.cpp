#include "cil/objects/dialling.h"

#include "cil/events/keywords.h"
#include "cil/objects/call_data.h"
#include "cil/service/requests.h"

#include <QCoreApplication>

namespace callwright {

tl::expected<Arguments, CilResult> dialArguments(const DialOptions& options) {
    const QString number = service::dialable(options.dialedNumber);
    if (number.isEmpty())
        return tl::unexpected(notDialable(options.dialedNumber));
    if (!isDialData(options.callData))
        return tl::unexpected(CilResult{CilCode::InvalidArgument});
    Arguments arguments = options.callData;
    arguments.set(keyword::DialedNumber, number)
        .set(keyword::CallPlacementType, options.callPlacementType)
        .set(keyword::CallMannerType, options.callMannerType)
        .set(keyword::AlertRings, options.alertRings)
        .set(keyword::CallOption, options.callOption)
        .set(keyword::FacilityType, options.facilityType)
        .set(keyword::AnsweringMachine, options.answeringMachine)
        .set(keyword::Priority, options.priority)
        .set(keyword::PostRoute, options.postRoute);
    return arguments;
}

CilResult notDialable(const QString& typed) {
    return {CilCode::InvalidArgument, 0,
            QCoreApplication::translate("CilError", "This is no number to dial: \"%1\".").arg(typed)};
}

} // namespace callwright
