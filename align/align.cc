#include "align/align.h"

#include <fmt/format.h>

#include <cassert>

#include "align/problem.h"
#include "text/error.h"

namespace thalign {
namespace {

/// Largest lattice the search takes on, in pairs of boundaries; about 100 bytes each.
constexpr std::uint64_t kMaxCells = 20'000'000;

void check_size(const SegmentedText& source, const SegmentedText& target) {
  const std::uint64_t cells = (source.units().size() + 1) * (target.units().size() + 1);
  if (cells <= kMaxCells) return;
  throw Error(ErrorCode::limit, source.document().name(),
              fmt::format("{} units against {} of {} are too many to align in one piece; "
                          "split the documents at a chapter or page",
                          source.units().size(), target.units().size(), target.document().name()));
}

}  // namespace

Alignment align(const SegmentedText& source, const SegmentedText& target,
                const AlignOptions& options) {
  assert(source.document().language() != target.document().language());
  check_size(source, target);
  Problem problem(source, target, options.lexicon);
  return {problem.solve().beads, problem.source().units(), problem.target().units()};
}

}  // namespace thalign
