#pragma once

#include <string_view>

/// What a test program sees of the facts, for `packaging/dev facts`. Where CALLWRIGHT_FACTS names a file, the program
/// writes there, one a line and without doubles: which of its tests passed, what tests note here, and, in programs that
/// link callwright_facts_spy, what its sessions published and exchanged with servers. Otherwise it costs nothing.
namespace callwright::testing {

bool isRecordingFacts();

/// `kind` and `name` as packaging/check/facts looks for them: "property", "Agent\tAgentID". To be called where a test
/// has asserted what it notes.
void noteFact(std::string_view kind, std::string_view name);

/// For the main of a test program, before its tests are run: passed tests are noted, all is written at the end.
void recordFacts();

} // namespace callwright::testing
