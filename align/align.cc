#include "align/align.h"

#include <fmt/format.h>

#include <cassert>

#include "align/problem.h"
#include "text/error.h"

namespace thalign {
namespace {

/// Largest corridor the search takes on, in pairs of boundaries; about 100 bytes each.
constexpr std::size_t kMaxCells = 40'000'000;

void check_size(const Problem& problem, const SegmentedText& source, const SegmentedText& target) {
  if (problem.corridor().cells() <= kMaxCells) return;
  throw Error(
      ErrorCode::limit, source.document().name(),
      fmt::format("{} units against {} of {} have too little in common to be aligned in one "
                  "piece; split the documents at a chapter or page",
                  source.units().size(), target.units().size(), target.document().name()));
}

}  // namespace

Alignment align(const SegmentedText& source, const SegmentedText& target,
                const AlignOptions& options) {
  assert(source.document().language() != target.document().language());
  Problem problem(source, target, options.lexicon);
  check_size(problem, source, target);
  return {problem.solve().beads, problem.source().units(), problem.target().units()};
}

}  // namespace thalign
