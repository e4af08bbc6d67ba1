#include "cil/objects/protocol_names.h"

#include "cil/protocol/tables.h"

namespace callwright {
namespace {

QString named(std::string_view name) { return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())); }

} // namespace

QString protocolName(const char* enumeration, std::uint32_t number) {
    return named(protocol::enumValueName(enumeration, number));
}

QString messageName(std::uint32_t messageType) {
    const protocol::MessageSpec* message = protocol::findMessage(messageType);
    return message ? named(message->name) : QString();
}

} // namespace callwright
