#include "cil/connection/link.h"
#include "cil/events/publisher.h"
#include "tests/support/facts_record.h"

#include <QMetaMethod>
#include <QtEndian>

#include <gtest/gtest.h>

#include <string>

/// Watches what every session of a test program publishes and every frame of its links, without any test's doing: by
/// the hook through which Qt's own test library tells of signals, whoever is connected to them.
struct QSignalSpyCallbackSet {
    using BeginCallback = void (*)(QObject* caller, int signalOrMethodIndex, void** argv);
    using EndCallback = void (*)(QObject* caller, int signalOrMethodIndex);
    BeginCallback signalBegin;
    BeginCallback slotBegin;
    EndCallback signalEnd;
    EndCallback slotEnd;
};
void Q_CORE_EXPORT qt_register_signal_spy_callbacks(QSignalSpyCallbackSet* callbacks); // of no public header

namespace callwright::testing {
namespace {

/// How the hook numbers signals: among themselves, those of base classes first.
int signalIndex(const QMetaMethod& signal) {
    int index = 0;
    for (int i = 0; i < signal.methodIndex(); ++i)
        index += signal.enclosingMetaObject()->method(i).methodType() == QMetaMethod::Signal ? 1 : 0;
    return index;
}

void noteParameters(const std::string& before, const Arguments& arguments) {
    for (const auto& [key, value] : arguments) {
        const std::string path = before + key.name().toStdString();
        if (value.type() != ArgType::NotSet)
            noteFact("parameter", path);
        if (const Arguments* inner = value.arguments())
            noteParameters(path + '/', *inner);
    }
}

void noteEvent(EventId id, const Arguments& arguments) {
    const std::string name = eventName(id).toStdString();
    noteFact("event", name);
    noteParameters(name + '\t', arguments);
}

void noteFrame(bool isOutgoing, QByteArrayView frame) {
    if (frame.size() >= 8)
        noteFact(isOutgoing ? "sent" : "received",
                 std::to_string(qFromBigEndian<quint32>(frame.data() + 4))); // MHDR: length, then type
}

void onSignal(QObject* caller, int index, void** argv) {
    static const int published = signalIndex(QMetaMethod::fromSignal(&Publisher::event));
    static const int traced = signalIndex(QMetaMethod::fromSignal(&Link::traced));
    if (index == published && qobject_cast<Publisher*>(caller))
        noteEvent(*static_cast<EventId*>(argv[1]), *static_cast<Arguments*>(argv[2]));
    else if (index == traced && qobject_cast<Link*>(caller))
        noteFrame(*static_cast<bool*>(argv[1]), *static_cast<QByteArrayView*>(argv[2]));
}

class Spy : public ::testing::Environment {
    void SetUp() override {
        if (isRecordingFacts())
            qt_register_signal_spy_callbacks(&m_callbacks);
    }
    void TearDown() override {
        if (isRecordingFacts())
            qt_register_signal_spy_callbacks(nullptr);
    }

    QSignalSpyCallbackSet m_callbacks{onSignal, nullptr, nullptr, nullptr};
};

[[maybe_unused]] const auto* const spy = ::testing::AddGlobalTestEnvironment(new Spy); // which owns it

} // namespace
} // namespace callwright::testing
