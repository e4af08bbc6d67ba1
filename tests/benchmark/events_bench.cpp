#include "cil/events/keywords.h"
#include "cil/events/publisher.h"
#include "cil/protocol/message_builder.h"
#include "cil/protocol/message_view.h"
#include "cil/service/event_mapping.h"
#include "cil/service/wire_data.h"

#include <QHash>
#include <QObject>
#include <QVariant>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

// How many events a second one core publishes: Arguments made, delivered to two listeners and a slot, each of which
// reads three values. The baseline in the same run is what one would write without the library: a signal that carries
// a hash of texts to variants.

namespace {

using namespace callwright;
using Clock = std::chrono::steady_clock;

constexpr int rounds = 21; // each measures all sides, one after the other
constexpr int eventsPerRound = 20000;

volatile std::uint64_t sink; // keeps the compiler from leaving the work out

const QString uniqueId = QStringLiteral("call.5000.16777217.3101");
const QString contact = QStringLiteral("icm.150123.42");
const QString device = QStringLiteral("3101");
const QString caller = QStringLiteral("4155550134");

/// The short form of OnCallDelivered.
Arguments delivered(std::uint32_t i) {
    Arguments arguments;
    arguments.reserve(12);
    arguments.set(keyword::ServiceNumber, i)
        .set(keyword::ServiceID, i)
        .set(keyword::SkillGroupNumber, 7U)
        .set(keyword::SkillGroupID, 5007U)
        .set(keyword::SkillGroupPriority, std::uint16_t(0))
        .set(keyword::LineType, std::uint16_t(0))
        .set(keyword::EnablementMask, 0x001C0001U)
        .set(keyword::UniqueObjectID, uniqueId)
        .set(keyword::CallStatus, std::uint16_t(2))
        .set(keyword::ICMEnterpriseUniqueID, contact)
        .set(keyword::TrunkNumber, i)
        .set(keyword::TrunkGroupNumber, 3U);
    return arguments;
}

using TextHash = QHash<QString, QVariant>;

TextHash deliveredHash(std::uint32_t i) {
    return {{QStringLiteral("ServiceNumber"), i},
            {QStringLiteral("ServiceID"), i},
            {QStringLiteral("SkillGroupNumber"), 7U},
            {QStringLiteral("SkillGroupID"), 5007U},
            {QStringLiteral("SkillGroupPriority"), 0U},
            {QStringLiteral("LineType"), 0U},
            {QStringLiteral("EnablementMask"), 0x001C0001U},
            {QStringLiteral("UniqueObjectID"), uniqueId},
            {QStringLiteral("CallStatus"), 2U},
            {QStringLiteral("ICMEnterpriseUniqueID"), contact},
            {QStringLiteral("TrunkNumber"), i},
            {QStringLiteral("TrunkGroupNumber"), 3U}};
}

std::uint64_t read(const Arguments& arguments) {
    return arguments.toUInt(keyword::EnablementMask).value_or(0) + arguments.toUInt(keyword::CallStatus).value_or(0) +
           static_cast<std::uint64_t>(arguments.toString(keyword::UniqueObjectID).size());
}

std::uint64_t read(const TextHash& arguments) {
    return arguments.value(QStringLiteral("EnablementMask")).toUInt() +
           arguments.value(QStringLiteral("CallStatus")).toUInt() +
           static_cast<std::uint64_t>(arguments.value(QStringLiteral("UniqueObjectID")).toString().size());
}

class Listener : public ICallEvents, public IGenericEvents {
public:
    void OnCallDelivered(Arguments& arguments) override { sum += read(arguments); }
    void OnEvent(EventId /*id*/, Arguments& arguments) override { sum += read(arguments); }
    std::uint64_t sum = 0;
};

class HashSource : public QObject {
    Q_OBJECT
Q_SIGNALS:
    void event(int id, const QHash<QString, QVariant>& arguments);
};

std::vector<std::byte> frame() {
    using protocol::Field;
    protocol::MessageBuilder builder(protocol::MessageType::CALL_DELIVERED_EVENT, protocol::newestVersion);
    builder.set(Field::PeripheralID, 5000U)
        .set(Field::ConnectionCallID, 16777217U)
        .set(Field::LocalConnectionState, 2U);
    builder.set(Field::ConnectionDeviceID, "3101").set(Field::AlertingDeviceID, "3101");
    builder.set(Field::CallingDeviceID, "4155550134").set(Field::CalledDeviceID, "8001").set(Field::TrunkNumber, 3U);
    const auto built = builder.build();
    if (!built) {
        std::fprintf(stderr, "callwright-bench-events: %s\n", built.error().detail.c_str());
        std::exit(1);
    }
    return *built;
}

double perSecond(const std::function<void(std::uint32_t)>& publishOne) {
    const auto start = Clock::now();
    for (std::uint32_t i = 0; i < eventsPerRound; ++i) {
        publishOne(i);
    }
    return eventsPerRound / std::chrono::duration<double>(Clock::now() - start).count();
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace

int main() {
    Publisher publisher;
    Listener listener;
    publisher.add<ICallEvents>(&listener);
    publisher.add<IGenericEvents>(&listener);
    QObject::connect(&publisher, &Publisher::event, &publisher,
                     [&](EventId, const Arguments& arguments) { listener.sum += read(arguments); });

    HashSource source;
    for (int i = 0; i < 3; ++i) {
        QObject::connect(&source, &HashSource::event, &source,
                         [&](int, const TextHash& arguments) { listener.sum += read(arguments); });
    }

    const std::vector<std::byte> bytes = frame();
    protocol::Decoder decoder(protocol::newestVersion);
    service::EventContext context;
    context.peripheralId = 5000;
    context.uniqueObjectId = uniqueId;
    context.icmEnterpriseUniqueId = contact;
    context.callStatus = 2;
    context.enablementMask = 0x001C0001;
    const auto fromWire = [&](std::uint32_t) {
        if (const auto message = decoder.decode(bytes)) {
            const Arguments wire = service::wireData(*message, protocol::CodePage::Windows1252);
            publisher.publish(EventId::OnCallDelivered,
                              service::eventArguments(EventId::OnCallDelivered, wire, context));
        }
    };

    std::vector<double> ours;
    std::vector<double> ratios;
    std::vector<double> wire;
    for (int round = 0; round < rounds; ++round) {
        ours.push_back(perSecond([&](std::uint32_t i) { publisher.publish(EventId::OnCallDelivered, delivered(i)); }));
        const double baseline = perSecond([&](std::uint32_t i) { Q_EMIT source.event(9, deliveredHash(i)); });
        ratios.push_back(ours.back() / baseline);
        wire.push_back(perSecond(fromWire));
    }
    sink = listener.sum;
    std::printf("{\"events.publish.per_second\": %.0f, \"events.publish.ratio\": %.3f, "
                "\"events.from_wire.per_second\": %.0f}\n",
                median(ours), median(ratios), median(wire));
    return 0;
}

#include "events_bench.moc"
