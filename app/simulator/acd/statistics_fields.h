#pragma once

#include "app/simulator/acd/tallies.h"
#include "app/simulator/acd/vocabulary.h"

/// Where the messages say what is counted.
namespace callwright::simulator {

struct AgentStatistic {
    Tally what;
    Field session;
    Field today;
};
inline constexpr AgentStatistic agentStatistics[] = {
    {Tally::AvailTime, Field::AvailTimeSession, Field::AvailTimeToday},
    {Tally::LoggedOnTime, Field::LoggedOnTimeSession, Field::LoggedOnTimeToday},
    {Tally::NotReadyTime, Field::NotReadyTimeSession, Field::NotReadyTimeToday},
    {Tally::IcmAvailableTime, Field::ICMAvailableTimeSession, Field::ICMAvailableTimeToday},
    {Tally::RoutableTime, Field::RoutableTimeSession, Field::RoutableTimeToday},
    {Tally::OutCalls, Field::AgentOutCallsSession, Field::AgentOutCallsToday},
    {Tally::OutTalkTime, Field::AgentOutCallsTalkTimeSession, Field::AgentOutCallsTalkTimeToday},
    {Tally::OutTime, Field::AgentOutCallsTimeSession, Field::AgentOutCallsTimeToday},
    {Tally::OutCallsHeld, Field::AgentOutCallsHeldSession, Field::AgentOutCallsHeldToday},
    {Tally::OutHeldTime, Field::AgentOutCallsHeldTimeSession, Field::AgentOutCallsHeldTimeToday},
    {Tally::HandledCalls, Field::HandledCallsSession, Field::HandledCallsToday},
    {Tally::HandledTalkTime, Field::HandledCallsTalkTimeSession, Field::HandledCallsTalkTimeToday},
    {Tally::HandledAfterCallTime, Field::HandledCallsAfterCallTimeSession, Field::HandledCallsAfterCallTimeToday},
    {Tally::HandledTime, Field::HandledCallsTimeSession, Field::HandledCallsTimeToday},
    {Tally::IncomingCallsHeld, Field::IncomingCallsHeldSession, Field::IncomingCallsHeldToday},
    {Tally::IncomingHeldTime, Field::IncomingCallsHeldTimeSession, Field::IncomingCallsHeldTimeToday},
    {Tally::InternalCalls, Field::InternalCallsSession, Field::InternalCallsToday},
    {Tally::InternalTime, Field::InternalCallsTimeSession, Field::InternalCallsTimeToday},
    {Tally::InternalCallsReceived, Field::InternalCallsRcvdSession, Field::InternalCallsRcvdToday},
    {Tally::InternalReceivedTime, Field::InternalCallsRcvdTimeSession, Field::InternalCallsRcvdTimeToday},
    {Tally::InternalCallsHeld, Field::InternalCallsHeldSession, Field::InternalCallsHeldToday},
    {Tally::InternalHeldTime, Field::InternalCallsHeldTimeSession, Field::InternalCallsHeldTimeToday},
    {Tally::BargeIns, Field::BargeInCallsSession, Field::BargeInCallsToday},
    {Tally::Intercepts, Field::InterceptCallsSession, Field::InterceptCallsToday},
    {Tally::Monitors, Field::MonitorCallsSession, Field::MonitorCallsToday},
    {Tally::Whispers, Field::WhisperCallsSession, Field::WhisperCallsToday},
    {Tally::Emergencies, Field::EmergencyCallsSession, Field::EmergencyCallsToday},
};

struct GroupStatistic {
    Tally what;
    Field toFive;
    Field toHalf;
    Field today;
};
inline constexpr GroupStatistic groupStatistics[] = {
    {Tally::AvailTime, Field::AvailTimeTo5, Field::AvailTimeToHalf, Field::AvailTimeToday},
    {Tally::LoggedOnTime, Field::LoggedOnTimeTo5, Field::LoggedOnTimeToHalf, Field::LoggedOnTimeToday},
    {Tally::NotReadyTime, Field::NotReadyTimeTo5, Field::NotReadyTimeToHalf, Field::NotReadyTimeToday},
    {Tally::OutCalls, Field::AgentOutCallsTo5, Field::AgentOutCallsToHalf, Field::AgentOutCallsToday},
    {Tally::OutTalkTime, Field::AgentOutCallsTalkTimeTo5, Field::AgentOutCallsTalkTimeToHalf,
     Field::AgentOutCallsTalkTimeToday},
    {Tally::OutTime, Field::AgentOutCallsTimeTo5, Field::AgentOutCallsTimeToHalf, Field::AgentOutCallsTimeToday},
    {Tally::OutCallsHeld, Field::AgentOutCallsHeldTo5, Field::AgentOutCallsHeldToHalf, Field::AgentOutCallsHeldToday},
    {Tally::OutHeldTime, Field::AgentOutCallsHeldTimeTo5, Field::AgentOutCallsHeldTimeToHalf,
     Field::AgentOutCallsHeldTimeToday},
    {Tally::HandledCalls, Field::HandledCallsTo5, Field::HandledCallsToHalf, Field::HandledCallsToday},
    {Tally::HandledTalkTime, Field::HandledCallsTalkTimeTo5, Field::HandledCallsTalkTimeToHalf,
     Field::HandledCallsTalkTimeToday},
    {Tally::HandledAfterCallTime, Field::HandledCallsAfterCallTimeTo5, Field::HandledCallsAfterCallTimeToHalf,
     Field::HandledCallsAfterCallTimeToday},
    {Tally::HandledTime, Field::HandledCallsTimeTo5, Field::HandledCallsTimeToHalf, Field::HandledCallsTimeToday},
    {Tally::IncomingCallsHeld, Field::IncomingCallsHeldTo5, Field::IncomingCallsHeldToHalf,
     Field::IncomingCallsHeldToday},
    {Tally::IncomingHeldTime, Field::IncomingCallsHeldTimeTo5, Field::IncomingCallsHeldTimeToHalf,
     Field::IncomingCallsHeldTimeToday},
    {Tally::InternalCallsReceived, Field::InternalCallsRcvdTo5, Field::InternalCallsRcvdToHalf,
     Field::InternalCallsRcvdToday},
    {Tally::InternalReceivedTime, Field::InternalCallsRcvdTimeTo5, Field::InternalCallsRcvdTimeToHalf,
     Field::InternalCallsRcvdTimeToday},
    {Tally::InternalCallsHeld, Field::InternalCallsHeldTo5, Field::InternalCallsHeldToHalf,
     Field::InternalCallsHeldToday},
    {Tally::InternalHeldTime, Field::InternalCallsHeldTimeTo5, Field::InternalCallsHeldTimeToHalf,
     Field::InternalCallsHeldTimeToday},
    {Tally::BargeIns, Field::BargeInCallsTo5, Field::BargeInCallsToHalf, Field::BargeInCallsToday},
    {Tally::Intercepts, Field::InterceptCallsTo5, Field::InterceptCallsToHalf, Field::InterceptCallsToday},
    {Tally::Monitors, Field::MonitorCallsTo5, Field::MonitorCallsToHalf, Field::MonitorCallsToday},
    {Tally::Whispers, Field::WhisperCallsTo5, Field::WhisperCallsToHalf, Field::WhisperCallsToday},
    {Tally::Emergencies, Field::EmergencyCallsTo5, Field::EmergencyCallsToHalf, Field::EmergencyCallsToday},
};

} // namespace callwright::simulator
