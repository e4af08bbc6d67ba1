#include "app/console/commands.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace callwright::console;

/// Every sub-command is one row here and one pair of files.
std::span<const Command> commands() {
    static const std::vector<Command> all = {
        {"agent", "an agent without a window: events as JSON lines, commands on the standard input", agent},
        {"decode", "frames of the CTI Server protocol to JSON, one object a line", decode},
        {"encode", "the JSON of decode back to frames", encode},
        {"monitor", "watches agents, calls and sessions: events as JSON lines, commands on the standard input",
         monitor},
        {"supervisor", "a supervisor without a window: an agent who also watches teams and acts on their calls",
         supervisor},
    };
    return all;
}

void printHelp(std::FILE* out) {
    std::fputs("Usage: callwright-console COMMAND [OPTION]...\n\nCommands:\n", out);
    for (const Command& command : commands()) {
        std::fprintf(out, "  %-10s %s\n", command.name, command.summary);
    }
    std::fputs("\ncallwright-console COMMAND --help tells more.\n", out);
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.empty()) {
        printHelp(stderr);
        return wrongUse;
    }
    if (arguments[0] == "--help" || arguments[0] == "help") {
        printHelp(stdout);
        return success;
    }
    const auto found = std::ranges::find(commands(), arguments[0], &Command::name);
    if (found == commands().end()) {
        std::fprintf(stderr, "callwright-console: unknown command '%s'\n", arguments[0].c_str());
        printHelp(stderr);
        return wrongUse;
    }
    return found->run(Arguments(arguments).subspan(1));
}
