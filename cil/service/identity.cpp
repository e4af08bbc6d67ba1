#include "cil/service/identity.h"

namespace callwright::service {
namespace {

QString dotted(QStringView kind, std::uint32_t number, const QString& rest) {
    return kind.toString() + u'.' + QString::number(number) + u'.' + rest;
}

} // namespace

QString callId(std::uint32_t peripheralId, std::uint32_t connectionCallId, const QString& connectionDeviceId) {
    return dotted(u"call", peripheralId, QString::number(connectionCallId) + u'.' + connectionDeviceId);
}

QString agentId(std::uint32_t peripheralId, const QString& agentId) { return dotted(u"agent", peripheralId, agentId); }

QString skillGroupId(std::uint32_t peripheralId, std::uint32_t skillGroupNumber) {
    return dotted(u"skillgroup", peripheralId, QString::number(skillGroupNumber));
}

QString deviceId(std::uint32_t peripheralId, const QString& instrument) {
    return dotted(u"device", peripheralId, instrument);
}

QString teamId(std::uint32_t peripheralId, std::uint32_t teamId) {
    return dotted(u"team", peripheralId, QString::number(teamId));
}

QString enterpriseId(std::uint32_t routerCallKeyDay, std::uint32_t routerCallKeyCallId) {
    if (routerCallKeyDay == 0 && routerCallKeyCallId == 0) {
        return {};
    }
    return dotted(u"icm", routerCallKeyDay, QString::number(routerCallKeyCallId));
}

} // namespace callwright::service
