#include "app/simulator/help_text.h"

namespace callwright::simulator {

namespace {

constexpr const char* usage =
    R"(callwright-sim: a CTI Server (GED-188, protocol versions 13 to 25) with a contact centre behind it.

callwright-sim [--config FILE] [--a HOST[:PORT]] [--b HOST[:PORT]] [--control HOST[:PORT]]
               [--tls-cert FILE [--tls-key FILE] [--tls-client-ca FILE]] [--seed N] [--clock real|manual] [--demo]

  --config FILE        what the site consists of, see below; without it a built-in one
  --a HOST[:PORT]      where CTI clients connect; port 0 is any free one (default 127.0.0.1:42027, secured 42030)
  --b HOST[:PORT]      where clients of side B connect, the second CTI Server before the same switch (43027, secured
                       43030); without it there is one server
  --tls-cert FILE      clients connect secured, and this is the certificate they see (PEM)
  --tls-key FILE       its private key (PEM), if it is not in the same file
  --tls-client-ca FILE clients must have a certificate of these authorities (PEM)
  --control HOST[:PORT] where the control port listens (default 127.0.0.1:42100). It asks for no password: leave it on
                       an address of this computer.
  --seed N             decides everything that may vary, such as the order of events (default 1)
  --clock real|manual  manual: time stands still but for the control port's "advance" (default real)
  --demo               people call by themselves
  --help, --version

The first line on standard output says where it listens: {"A":"127.0.0.1:42027","control":"127.0.0.1:42100"},
and "B" when there is one.
It runs until it gets SIGTERM or SIGINT. Exit status 1: it cannot listen; 2: wrong options or configuration.

The built-in site: peripheral 5000; agents 1001 to 1012 at instruments 3101 to 3112, supervisors 1091 and 1092 at 3191
and 3192, any password accepted; queues Billing, Support and Sales; nobody calls by itself.
)";

constexpr const char* control = R"(
CONTROL PORT

One JSON object in a line, at most 65536 bytes, answered by one in a line: {"id":1,"ok":true,...} or
{"id":1,"ok":false,"error":"a sentence"}. "id" (a number or a text) comes back as it is; null when there was none. What
is refused has changed nothing. Texts are UTF-8. Times are in seconds, fractions allowed.

{"id":1,"do":"call","to":"Billing","ani":"4155550134","variables":{"CallVariable1":"88-1204"}}
    Somebody outside calls a queue (its name or number) or an extension. "ani" and "variables" may be left out.
    Variables: CallVariable1 to CallVariable10, CallWrapupData, CallerEnteredDigits, UserToUserInfo,
    CustomerPhoneNumber, CustomerAccountNumber, and expanded call variables: "user.name" or, in an array,
    "user.name[3]".
    Answer: "call", the ConnectionCallID; the first one is 16777217.
{"id":2,"do":"hangup","call":16777217}
    The outside party of that call hangs up.
{"id":3,"do":"answer","call":16777218}
    The outside party that an agent calls answers.
{"id":8,"do":"lose"}
    The next call that is routed to an agent gets lost on the way: it is announced and the agent reserved, but it never
    comes.
{"id":9,"do":"team","agent":"1003","team":2}
    The agent is in that team for the time being; without "team" in the configured one again. Supervisors are told.
{"id":10,"do":"configure","agent":"1003","name":"Anna Beck"}
    Somebody gives an agent, or with "skillGroup":1 a skill group, another name while the site runs. Clients that
    acquired the configuration are told.
{"id":4,"do":"state"}
    The whole truth. "agents": AgentID, AgentState, EventReasonCode, and AgentExtension and AgentInstrument while
    signed in. "calls": ConnectionCallID, CallType, the call's data under the names of the wire, "ECC", and
    "connections" with ConnectionDeviceID, ConnectionDeviceIDType, device, DeviceType and LocalConnectionState, and
    where there is one "recording" (SessionID, ServerData, Direction), "networkRecording" and "greeting" while it
    plays; also "DTMFString" (the tones sent into the call), "badLine" (agents who marked it) and "placement" (what
    MAKE_CALL_REQ asked for). "queues": name, DialedNumber, SkillGroupNumber, the waiting calls, the available agents.
    "sides": [{"name":"A","role":"active"}, ..]; other roles are standby, inactive, leaving (in a planned change of
    sides) and down; "maintenance" while such a change is on. "sessions": every connection with SessionID, side, peer,
    open and, while it is open, ClientID, ClientSignature, VersionNumber, ServicesGranted, the masks, SessionType (1
    active, 2 standby, 3 retired: the other side has taken over), IdleTimeout, PeripheralID, MonitorID, AgentID and
    AgentInstrument. "applicationData" (SET_APP_DATA_REQ) and an agent's "serviceData" (SET_AGENT_SERVICE_DATA_REQ)
    once there are some. "faults": those at work for all sessions, with the side unless it is every side.
{"id":5,"do":"advance","seconds":20}
    Turns the clock; only with --clock manual. Whatever falls due on the way has happened when the answer comes.
{"id":6,"do":"fault","kind":"drop"}
    Breaks something. "side" ("A" or "B") picks one side, "session" (a SessionID) one connection where that makes
    sense; else all. Faults add up, each ends by its own "heal".
      drop      resets the connection, once
      refuse    nobody can connect any more
      stall     nothing is read or written while connections stay up; after "heal" it goes on where it stopped
      slow      what the server writes comes "seconds" late (default 2)
      garbage   sends "hex" (default: 64 random bytes that begin with an impossible length), once
      kill      the side is gone: its connections are reset, nobody can connect; "heal" starts it anew. With "after":
                when so many bytes of its next message have left
      cut       the next message ends after "after" bytes (default 0), and its connection with it
      half-open bytes vanish both ways, nobody is told; sessions end here by their IdleTimeout; "heal" resets the
                connections that it met
      late      answers come "seconds" late (default 2): those to a "request" such as "ANSWER_CALL_REQ" until healed,
                else the next one; "times" says how many (0: all)
      twice     answers come twice; which and how many, as with late
      never     there are none; which and how many, as with late
      wrong id  they come under an InvokeID that nobody asked with; which and how many, as with late
      events first  a confirmation comes behind all events that its request causes
      events last   a confirmation comes before all events that its request causes
      events twice  every event comes twice
      unknown call  events of a call that never began, once
      old version   versions above "newest" are refused with E_CTI_INVALID_VERSION
      out of service  SYSTEM_EVENT says it of an "instrument", whose requests are refused
      logout    the system signs an "agent" out with "reason" (default 50002), once
      offline   "part":"server" (default): FAILURE_EVENT to every client, then everything is refused with
                E_CTI_CTI_SERVER_OFFLINE; "part":"peripheral": the switch is off line, SYSTEM_EVENT tells it;
                "gateway": the PG is, and no events come; "central controller": nothing but PGStatus changes
    When kill, offline or half-open take the active side away the other one becomes active, see "takeover" below; the
    lost one comes back as standby, without its sessions of before.
{"id":7,"do":"heal","kind":"stall"}
    Ends faults of that kind ("side" and "session" as with fault); without "kind" all of them.
{"id":11,"do":"switchover"}
    A planned change of sides as the guide has it: ACTIVE_MAINTENANCE_REQ_MSG to the clients of
    CTI_SERVICE_ACTIVE_STANDBY and 5 seconds to answer, ACTIVE_MAINTENANCE_EVENT_MSG, STANDBY_ACTIVE_EVENT_MSG on the
    other side, where clients of all events hear how the calls stand (cause 50), 5 seconds for
    STOPPING_REQUESTS_TO_THIS_SIDE_IND. Answered when it has begun; "state" tells how it goes on.
)";

constexpr const char* configuration = R"(
CONFIGURATION FILE

One JSON object; every member may be left out. Unknown members are errors.

{"demo": false,
 "server": {
   "oldestVersion": 13, "newestVersion": 25,       protocol versions accepted
   "services": ["CTI_SERVICE_CLIENT_EVENTS", ...], services granted (CTI_SERVICE_ CLIENT_EVENTS, CALL_DATA_UPDATE,
                                                   CLIENT_CONTROL, CONNECTION_MONITOR, ALL_EVENTS,
                                                   PERIPHERAL_MONITOR, CLIENT_MONITOR, SUPERVISOR, SERVER,
                                                   ACD_LINE_ONLY, IGNORE_DUPLICATE_AGENT_EVENTS, ACTIVE_STANDBY); all
                                                   by default
   "agentStateControlOnly": false,                 grants CTI_AGENT_STATE_CONTROL_ONLY in place of CLIENT_CONTROL
   "clients": {"5000.1001": "password"},           ClientIDs whose ClientPassword is checked
   "uniqueInstanceTag": 301,                       the tag of OPEN_REQ's UniqueInstanceID, which the guide does not
                                                   print; without it the field is not known. With it an empty one and
                                                   one that another client has are refused
   "protectedCallVariables": [1]},                 call variables that clients may not change
 "sides": {
   "active": "A",                                  or "B": which side is active to begin with
   "inactive": "stands by",                        what the other one does: the standby service of version 24;
                                                   "refuses": E_CTI_CTI_SERVER_OFFLINE for everybody; "is not there":
                                                   nobody can connect
   "takeover": 1},                                 seconds from the loss of the active side to the other one's start
 "acd": {                                          a list that is given replaces the built-in one
   "peripheral": 5000, "variesEventOrder": true, "busyTrigger": 1,
   "peripheralType": "Unified CCE",                or "Aspect", "DEFINITY", "Symposium", "IVR": the type reported, and
                                                   the requests that it has; otherwise all behave alike
   "hasRecorder": true,                            recordings are taken, by the switch as long as no server application
                                                   has registered for them
   "consultSharesCallId": false,                   a consultation gets the ConnectionCallID of the call it is about
   "tellsQueues": false,                           phones are told CALL_QUEUED_EVENT and CALL_DEQUEUED_EVENT
   "tellsDiversions": false,                       CALL_DIVERTED_EVENT in place of CALL_CONNECTION_CLEARED_EVENT
   "preCall": "before call",                       or "after call", "never": when AGENT_PRE_CALL_EVENT comes
   "recordGreetingNumber": "8500",                 where agents record their greeting (CallPlacementType 7)
   "agents": [{"id": "1001", "name": "Ada", "password": "secret" or null (any), "instrument": "3101",
               "skillTargetId": 5001, "team": 1, "supervisor": false, "skillGroups": [1],
               "greeting": seconds that the recorded greeting lasts, 0 for none, "desk": {
                 "wrapupIncoming", "wrapupOutgoing": "required", "optional", "not allowed" or "required with data",
                 "ringNoAnswerTime", "workModeTimer", "logoutNonActivityTime": seconds, 0 for never,
                 "supervisorAssistCallMethod", "emergencyCallMethod": 0 consultation, else blind conference,
                 "autoRecordOnEmergency", "recordingMode": 0, or else: recorded from the emergency on; recorded by the
                 phone system,
                 "silentMonitorWarningMessage", "silentMonitorAudibleIndication": numbers,
                 and true or false for: "availableAfterIncoming", "availableAfterOutgoing", "autoAnswer",
                 "notReadyReasonRequired", "logoutReasonRequired", "supervisorCalls", "agentToAgentCalls",
                 "internationalCalls", "publicNetworkCalls", "privateNetworkCalls", "operatorCalls", "pbxCalls",
                 "nonAcdCalls", "selectsGroups"}}],
              what is left out is as with the built-in agent of that id, else as with the first one
   "instruments": [{"instrument": "3101", "extension": "3101"}],
   "skillGroups": [{"number": 1, "id": 5101, "name": "Billing"}],
   "teams": [{"id": 1, "name": "Morning", "primarySupervisor": "1091", "supervisors": ["1092"]}],
   "queues": [{"name": "Billing", "dialedNumber": "8001", "skillGroup": 1, "serviceNumber": 1, "serviceId": 5201,
               "callTypeId": 5301}],
   "outside": [{"suffix": "0001", "outcome": "answers", "busy", "no answer" or "not obtainable"}],
   "ecc": [{"name": "user.order", "arraySize": 0}], expanded call variables, arraySize 0 for a scalar
   "timers": {"delivery": 0, "outsideAnswers": 10 or null (only when told to), "outsideNoAnswer": 60,
              "callDataAfterEnd": 120}}}
)";

} // namespace

QString helpText() { return QString::fromUtf8(usage) + QString::fromUtf8(control) + QString::fromUtf8(configuration); }

} // namespace callwright::simulator
