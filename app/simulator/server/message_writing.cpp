#include "app/simulator/server/message_writing.h"

#include "cil/protocol/message_builder.h"
#include "cil/protocol/tables.h"

#include <QLoggingCategory>

#include <algorithm>
#include <string>
#include <string_view>

namespace callwright::simulator {

namespace {

Q_LOGGING_CATEGORY(logWriting, "callwright.simulator.server.writing")

const protocol::MessageSpec* specOf(protocol::MessageType type) {
    return protocol::findMessage(static_cast<std::uint32_t>(type));
}

struct FieldWriter {
    protocol::MessageBuilder& builder;
    protocol::Field field;

    void operator()(std::uint32_t number) const { builder.set(field, number); }
    void operator()(const std::string& text) const { builder.set(field, std::string_view(text)); }
    void operator()(const NamedField& named) const { builder.setNamed(named.name, named.value, named.index); }
};

} // namespace

std::optional<std::vector<std::byte>> writeMessage(protocol::MessageType type, protocol::Version version,
                                                   const FieldValues& fields) {
    protocol::MessageBuilder builder(type, version);
    for (const FieldValue& field : fields) {
        std::visit(FieldWriter{builder, field.field}, field.value);
    }
    auto frame = builder.build();
    if (!frame) {
        const protocol::MessageSpec* spec = specOf(type);
        qCCritical(logWriting).noquote() << "cannot write"
                                         << (spec ? QLatin1StringView(spec->name) : QLatin1StringView()) << ":"
                                         << QString::fromStdString(frame.error().detail);
        return std::nullopt;
    }
    return std::move(*frame);
}

bool hasMessage(protocol::MessageType type, protocol::Version version) {
    const protocol::MessageSpec* spec = specOf(type);
    return spec != nullptr && spec->minVersion <= version;
}

bool hasFixedField(protocol::MessageType type, protocol::Field field) {
    const protocol::MessageSpec* spec = specOf(type);
    return spec != nullptr && std::ranges::find(spec->fixed, field, &protocol::FixedField::field) != spec->fixed.end();
}

std::optional<protocol::MessageType> confirmationOf(protocol::MessageType request) {
    constexpr std::string_view ending = "_REQ";
    const protocol::MessageSpec* spec = specOf(request);
    if (spec == nullptr || !spec->name.ends_with(ending)) {
        return std::nullopt;
    }
    const std::string name = std::string(spec->name.substr(0, spec->name.size() - ending.size())) + "_CONF";
    const protocol::MessageSpec* confirmation = protocol::findMessage(std::string_view(name));
    return confirmation == nullptr ? std::nullopt : std::optional(confirmation->type);
}

} // namespace callwright::simulator
