#include "cil/protocol/validate.h"
namespace callwright::protocol {
std::vector<Error> validate(const MessageView& message) {
    (void)message;
    return {};
}
} // namespace callwright::protocol
