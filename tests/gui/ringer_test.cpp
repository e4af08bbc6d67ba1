#include "tests/gui/call_samples.h"
#include "tests/gui/fakes.h"
#include "ui/ringing/notifier.h"
#include "ui/ringing/ring_tone.h"
#include "ui/ringing/ringer.h"

#include <QSignalSpy>
#include <QWidget>

#include <gtest/gtest.h>

namespace callwright {
namespace {

using test::CountedTone;
using test::RecordedNotifier;
using test::ringingCall;
using test::talkingCall;

class RingerTest : public testing::Test {
protected:
    Settings settings;
    CountedTone tone;
    RecordedNotifier notifier;
    QWidget window;
    Ringer ringer{settings, tone, notifier, &window};
};

TEST_F(RingerTest, ringsOnceForACallAndStopsWhenItIsAnswered) {
    ringer.update({ringingCall()});
    ringer.update({ringingCall()});
    EXPECT_EQ(tone.starts, 1);
    EXPECT_EQ(notifier.raised, QStringList{ringingCall().id + QStringLiteral(" 4155550134")});
    ringer.update({talkingCall(ringingCall().id)});
    EXPECT_EQ(tone.stops, 1);
    EXPECT_EQ(notifier.withdrawn, 1);
}

TEST_F(RingerTest, stopsWhenTheCallerGivesUp) {
    ringer.update({ringingCall()});
    ringer.update({});
    EXPECT_EQ(tone.stops, 1);
}

TEST_F(RingerTest, outgoingAndUnconfirmedCallsDoNotRing) {
    CallView outgoing = ringingCall();
    outgoing.incoming = false;
    CallView lost = ringingCall();
    lost.confirmed = false;
    ringer.update({outgoing, lost});
    EXPECT_EQ(tone.starts, 0);
    EXPECT_TRUE(notifier.raised.isEmpty());
}

TEST_F(RingerTest, mutedBySettingsItStillNotifies) {
    settings.ringMuted = true;
    ringer.update({ringingCall()});
    EXPECT_EQ(tone.starts, 0);
    EXPECT_EQ(notifier.raised.size(), 1);
}

TEST_F(RingerTest, answerInTheNotificationIsPassedOn) {
    QSignalSpy answers(&ringer, &Ringer::answerChosen);
    ringer.update({ringingCall()});
    Q_EMIT notifier.answerChosen(ringingCall().id);
    ASSERT_EQ(answers.count(), 1);
    EXPECT_EQ(answers.at(0).at(0).toString(), ringingCall().id);
}

TEST_F(RingerTest, aCallThatChangesItsIdentityRingsOnAndIsAnsweredUnderTheNewOne) {
    ringer.update({ringingCall(QStringLiteral("a"))});
    ringer.rename(QStringLiteral("a"), QStringLiteral("b"));
    ringer.update({ringingCall(QStringLiteral("b"))});
    EXPECT_EQ(tone.starts, 1);
    EXPECT_EQ(tone.stops, 0);
    EXPECT_EQ(notifier.withdrawn, 0);
    EXPECT_EQ(notifier.raised.back(), QLatin1String("b 4155550134"));
    ringer.rename(QStringLiteral("not ringing"), QStringLiteral("c"));
    EXPECT_EQ(notifier.raised.size(), 2);
}

TEST_F(RingerTest, anUnknownCallerHasAName) {
    CallView call = ringingCall();
    call.data.remove(keyword::ANI);
    ringer.update({call});
    EXPECT_TRUE(notifier.raised.at(0).endsWith(QLatin1String("Unknown caller")));
}

TEST(SpeakerRingTone, withoutASoundDeviceItSaysSoAndStaysSilent) {
    if (!SpeakerRingTone::devices().empty())
        GTEST_SKIP() << "this computer has a sound device";
    SpeakerRingTone tone;
    QSignalSpy missing(&tone, &SpeakerRingTone::noDevice);
    tone.start();
    tone.stop();
    EXPECT_EQ(missing.count(), 1);
}

} // namespace
} // namespace callwright
