#include "cil/objects/cil_error.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace callwright {
namespace {

struct Row {
    std::int32_t code;
    const char* name;
    const char* text;
};

// clang-format off
constexpr Row rows[] = {
    {1, "CIL_OK", QT_TRANSLATE_NOOP("CilError", "The request was sent.")},
    {0, "CIL_FAIL", QT_TRANSLATE_NOOP("CilError", "The request was refused.")},
    {-99, "E_CTIOS_METHOD_NO_IMPLEMENTED", QT_TRANSLATE_NOOP("CilError", "This function is not available.")},
    {-100, "E_CTIOS_INVALID_PROPERTY", QT_TRANSLATE_NOOP("CilError", "There is no such property.")},
    {-101, "E_CTIOS_MODE_CONFLICT", QT_TRANSLATE_NOOP("CilError", "The session is in another mode. Disconnect and connect again.")},
    {-102, "E_CTIOS_INVALID_EVENTID", QT_TRANSLATE_NOOP("CilError", "There is no such event.")},
    {-103, "E_CTIOS_INVALID_ARGUMENT", QT_TRANSLATE_NOOP("CilError", "A value is not valid. Check what was entered.")},
    {-104, "E_CTIOS_INVALID_SESSION", QT_TRANSLATE_NOOP("CilError", "There is no usable session. Connect first.")},
    {-105, "E_CTIOS_UNEXPECTED", QT_TRANSLATE_NOOP("CilError", "Something unforeseen happened. Try again.")},
    {-106, "E_CTIOS_OBJ_ALLOCATION_FAILED", QT_TRANSLATE_NOOP("CilError", "The computer is out of memory. Close other programs.")},
    {-107, "E_CTIOS_ARRAYREF_ALLOCATION_FAILED", QT_TRANSLATE_NOOP("CilError", "The computer is out of memory. Close other programs.")},
    {-108, "E_CTIOS_ARGUMENT_ALLOCATION_FAILED", QT_TRANSLATE_NOOP("CilError", "The computer is out of memory. Close other programs.")},
    {-109, "E_CTIOS_TARGET_OBJECT_NOT_FOUND", QT_TRANSLATE_NOOP("CilError", "The object meant is not there any more.")},
    {-110, "E_CTIOS_PROP_ATTRIBUTES_ACCESS_FAILED", QT_TRANSLATE_NOOP("CilError", "The attributes of a property cannot be read.")},
    {-111, "E_CTIOS_INVALID_OBJECT_TYPE", QT_TRANSLATE_NOOP("CilError", "There is no such kind of object.")},
    {-112, "E_CTIOS_INVALID_AGENT", QT_TRANSLATE_NOOP("CilError", "There is no agent to do this. Sign in first.")},
    {-113, "E_CTIOS_INVALID_CALL", QT_TRANSLATE_NOOP("CilError", "There is no such call any more.")},
    {-114, "E_CTIOS_IN_FAILOVER", QT_TRANSLATE_NOOP("CilError", "The connection is being restored. Try again when it is back.")},
    {-115, "E_CTIOS_INVALID_DESKTOP_TYPE", QT_TRANSLATE_NOOP("CilError", "The desktop is neither for agents nor for supervisors.")},
    {-116, "E_CTIOS_MISSING_ARGUMENT", QT_TRANSLATE_NOOP("CilError", "Something needed is missing. Check what was entered.")},
    {-117, "E_CTIOS_CALL_NOT_ON_HOLD", QT_TRANSLATE_NOOP("CilError", "The call is not on hold.")},
    {-118, "E_CTIOS_CALL_ALREADY_ON_HOLD", QT_TRANSLATE_NOOP("CilError", "The call is on hold already.")},
    {-119, "E_CTIOS_CALL_NOT_ALERTING", QT_TRANSLATE_NOOP("CilError", "The call does not ring, so it cannot be answered.")},
    {-120, "E_CTIOS_AGENT_NOT_LOGIN", QT_TRANSLATE_NOOP("CilError", "The agent is not signed in. Sign in first.")},
    {-121, "E_CTIOS_INVALID_METHOD_PARAMETER", QT_TRANSLATE_NOOP("CilError", "A value is not valid. Check what was entered.")},
    {-122, "E_CTIOS_UNKNOWN", QT_TRANSLATE_NOOP("CilError", "The cause is not known. Try again.")},
    {-123, "E_CTIOS_OUT_OF_MEMORY", QT_TRANSLATE_NOOP("CilError", "The computer is out of memory. Close other programs.")},
    {-124, "E_CTIOS_PORT_UNAVAILABLE", QT_TRANSLATE_NOOP("CilError", "A network port is in use by another program.")},
    {-125, "E_CTIOS_SM_SESSION_TERMINATED_ABNORMALLY", QT_TRANSLATE_NOOP("CilError", "The monitoring session broke off. Start it again.")},
    {-126, "E_CTIOS_SM_REJECTED_ALREADY_IN_SESSION", QT_TRANSLATE_NOOP("CilError", "A monitoring session is running already.")},
    {-127, "E_CTIOS_SM_PACKET_SNIFFER_NOT_INSTALLED", QT_TRANSLATE_NOOP("CilError", "Packet capture is not installed on this computer.")},
    {-128, "E_CTIOS_PACKET_SNIFFER_FAILED", QT_TRANSLATE_NOOP("CilError", "Packet capture failed.")},
    {-129, "E_CTIOS_SOCKET_CALL_FAILED", QT_TRANSLATE_NOOP("CilError", "The network connection failed.")},
    {-130, "E_CTIOS_MEDIA_TERMINATION_NOT_INSTALLED", QT_TRANSLATE_NOOP("CilError", "The audio component is not installed.")},
    {-131, "E_CTIOS_MT_UNKNOWN_CODEC", QT_TRANSLATE_NOOP("CilError", "The phone uses an audio format that is not supported.")},
    {-132, "E_CTIOS_MEDIA_TERMINATION_FAILED", QT_TRANSLATE_NOOP("CilError", "The audio could not be played.")},
    {-133, "E_CTIOS_SNIFFER_NO_PACKETS_RECEIVED", QT_TRANSLATE_NOOP("CilError", "No audio of the phone was seen on the network.")},
    {-134, "E_CTIOS_SNIFFER_FAILED_TO_OPEN_DEVICE", QT_TRANSLATE_NOOP("CilError", "The network device could not be opened for capture.")},
    {-135, "E_CTIOS_SNIFFER_FAILED_TO_SET_FILTER", QT_TRANSLATE_NOOP("CilError", "The capture filter could not be set.")},
    {-136, "E_CTIOS_ERROR_IN_PACKET_FILTER", QT_TRANSLATE_NOOP("CilError", "The capture filter is wrong.")},
    {-137, "E_CTIOS_INVALID_MONITORED_IP_ADDRESS", QT_TRANSLATE_NOOP("CilError", "The phone's network address is not valid.")},
    {-138, "E_CTIOS_INVALID_SNIFFER_OBJECT", QT_TRANSLATE_NOOP("CilError", "Packet capture is not set up.")},
    {-139, "E_CTIOS_INVALID_DECODER_OBJECT", QT_TRANSLATE_NOOP("CilError", "The audio decoder is not set up.")},
    {-140, "E_CTIOS_NO_SM_SESSION_IN_PROGRESS", QT_TRANSLATE_NOOP("CilError", "No monitoring session is running.")},
    {-141, "E_CTIOS_INVALID_SILENT_MONITOR_SESSION", QT_TRANSLATE_NOOP("CilError", "There is no such monitoring session.")},
    {-142, "E_CTIOS_FAILED_REMOVING_SILENT_MONITOR_SESSION", QT_TRANSLATE_NOOP("CilError", "The monitoring session could not be ended.")},
    {-143, "E_CTIOS_IP_PHONE_INFORMATION_NOT_AVAILABLE", QT_TRANSLATE_NOOP("CilError", "Nothing is known of the phone.")},
    {-144, "E_CTIOS_PEER_NOT_ENABLED_FOR_SILENT_MONITOR", QT_TRANSLATE_NOOP("CilError", "The other side does not allow silent monitoring.")},
    {-145, "E_CTIOS_NOT_ENABLED_FOR_SILENT_MONITOR", QT_TRANSLATE_NOOP("CilError", "This desktop does not allow silent monitoring.")},
    {-146, "E_CTIOS_NO_PENDING_REQUEST", QT_TRANSLATE_NOOP("CilError", "No request is waiting for an answer.")},
    {-147, "E_CTIOS_ALREADY_IN_SESSION", QT_TRANSLATE_NOOP("CilError", "A session is running already.")},
    {-148, "E_CTIOS_MODE_SET_ALREADY", QT_TRANSLATE_NOOP("CilError", "The session's mode is set already.")},
    {-149, "E_CTIOS_MODE_NOT_SET", QT_TRANSLATE_NOOP("CilError", "The session is not ready yet. Wait until it is set up.")},
    {-150, "E_CTIOS_INVALID_OBJECT_STATE", QT_TRANSLATE_NOOP("CilError", "This cannot be done in the present state.")},
    {-151, "E_CTIOS_INVALID_SILENT_MONITOR_MODE", QT_TRANSLATE_NOOP("CilError", "This site uses the other kind of silent monitoring.")},
    {-200, "E_CTIOS_COM_OBJ_ALLOCATION_FAILED", QT_TRANSLATE_NOOP("CilError", "The computer is out of memory. Close other programs.")},
    {-201, "E_CTIOS_COM_CORRUPTED_REGISTRY", QT_TRANSLATE_NOOP("CilError", "The installation is damaged. Install the program again.")},
    {-202, "E_CTIOS_COM_DIALPAD_FAIL_TO_LOAD", QT_TRANSLATE_NOOP("CilError", "The keypad could not be loaded.")},
    {-203, "E_CTIOS_COM_CONV_COMPTR_TO_CPPPTR_FAILED", QT_TRANSLATE_NOOP("CilError", "An object could not be converted.")},
    {-204, "E_CTIOS_COM_NOT_INITIALIZED", QT_TRANSLATE_NOOP("CilError", "The component was not initialized.")},
    {-300, "E_CTIOS_SESSION_DISCONNECT_PENDING", QT_TRANSLATE_NOOP("CilError", "The connection is being closed. Wait until it is.")},
    {-301, "E_CTIOS_SESSION_NOT_CONNECTED", QT_TRANSLATE_NOOP("CilError", "There is no connection to the server. Connect first.")},
    {-351, "E_CTIOS_SESSION_NOT_DISCONNECTED", QT_TRANSLATE_NOOP("CilError", "A connection exists already. Disconnect first.")},
    {-900, "E_CTIOS_AGENT_ALREADY_IN_SESSION", QT_TRANSLATE_NOOP("CilError", "The session has an agent already.")},
    {-901, "E_CTIOS_SET_AGENT_SESSION_DISCONNECT_REQUIRED", QT_TRANSLATE_NOOP("CilError", "Another agent needs a new connection. Disconnect first.")},
    {-902, "E_CTIOS_SERVICE_SEND_MESSAGE_FAILED", QT_TRANSLATE_NOOP("CilError", "The request could not be sent. Try again.")},
    {-903, "E_CTIOS_CALL_ALREADY_CURRENT_IN_SESSION", QT_TRANSLATE_NOOP("CilError", "The call is the current one already.")},
    {-904, "E_CTIOS_LOGIN_INCONSISTENT_ARGUMENTS", QT_TRANSLATE_NOOP("CilError", "The agent is not the one this session was opened for.")},
};
// clang-format on

const Row* find(std::int32_t code) {
    const auto row = std::ranges::find(rows, code, &Row::code);
    return row == std::end(rows) ? nullptr : row;
}

} // namespace

QString cilErrorName(std::int32_t code) {
    const Row* row = find(code);
    return row ? QString::fromLatin1(row->name) : QString::number(code);
}

QString cilErrorText(std::int32_t code) {
    const Row* row = find(code);
    return row ? QCoreApplication::translate("CilError", row->text)
               : QCoreApplication::translate("CilError", "Error %1").arg(code);
}

QString cilErrorText(const CilResult& result) {
    return result.problem.isEmpty() ? cilErrorText(result.code) : result.problem;
}

} // namespace callwright
