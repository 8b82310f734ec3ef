#include "align/align.h"

#include <fmt/format.h>

#include <cassert>
#include <functional>
#include <utility>
#include <vector>

#include "align/evidence/document_score.h"
#include "align/search/fixed_beads.h"
#include "align/search/problem.h"
#include "text/error.h"

namespace thalign {
namespace {

/// Largest corridor the search takes on, in pairs of boundaries; about 100 bytes each.
constexpr std::size_t kMaxCells = 40'000'000;

void check_size(const Corridor& corridor, const SegmentedText& source,
                const SegmentedText& target) {
  if (corridor.cells() <= kMaxCells) return;
  throw Error(
      ErrorCode::limit, source.document().name(),
      fmt::format("{} units against {} of {} have too little in common to be aligned in one "
                  "piece; split the documents at a chapter or page",
                  corridor.source_units(), corridor.target_units(), target.document().name()));
}

std::vector<Bead> beads_of(Problem& problem, std::span<const FixedBead> fixed,
                           const std::function<void(const Corridor&)>& check) {
  if (!fixed.empty()) return solve_around(problem, fixed, check);
  if (!problem.in_pieces()) check(problem.corridor());
  return problem.solve().beads;
}

}  // namespace

Alignment align(const SegmentedText& source, const SegmentedText& target,
                const AlignOptions& options) {
  assert(source.document().language() != target.document().language());
  Problem problem(source, target, options.lexicon);
  std::vector<Bead> beads = beads_of(problem, options.fixed, [&](const Corridor& corridor) {
    check_size(corridor, source, target);
  });
  const DocumentEvidence evidence = document_evidence(problem.source(), problem.target(),
                                                      problem.forward(), problem.backward(), beads);
  return {std::move(beads), problem.source().units(), problem.target().units(),
          document_score(evidence)};
}

}  // namespace thalign
