#pragma once

#include "tests/integration/chain/chain.h"

#include <cstdint>
#include <map>
#include <span>

/// What tests with random scenarios share: a site by seed, people who connect and sign in, and what is looked at.
namespace callwright::testing {

using Counts = std::map<EventId, int>;

#ifdef CALLWRIGHT_SANITIZED
inline constexpr int share = 10; // everything takes ten times as long
#else
inline constexpr int share = 1;
#endif

/// The first seed of a run: 0, or CALLWRIGHT_FIRST_SEED, with which `packaging/dev soak` goes on with others.
std::uint64_t firstSeed();
/// So many agents and a supervisor; the rest differs by seed.
ChainOptions randomSite(std::uint64_t seed, int agents);
void connectAll(Chain& chain, std::uint64_t seed); ///< with versions of all kinds
void signInAll(Chain& chain);                      ///< then the first one goes Ready
/// Fails the test unless every desk's dump is as the switch is, once what is under way has arrived.
void expectAgreement(Chain& chain, int step);
void count(Chain& chain, Counts& happened);
/// Each of these happened at least once, or the test shows nothing.
void expectAll(const Counts& happened, std::span<const EventId> whatMustHappen);

} // namespace callwright::testing
