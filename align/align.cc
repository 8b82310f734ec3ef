#include "align/align.h"

#include <fmt/format.h>

#include <cassert>
#include <new>
#include <utility>
#include <vector>

#include "align/evidence/document_score.h"
#include "align/search/fixed_beads.h"
#include "align/search/problem.h"
#include "text/error.h"

namespace thalign {
namespace {

std::vector<Bead> beads_of(Problem& problem, std::span<const FixedBead> fixed) {
  return fixed.empty() ? problem.solve().beads : solve_around(problem, fixed);
}

Alignment align_or_throw(const SegmentedText& source, const SegmentedText& target,
                         const AlignOptions& options) {
  Problem problem(source, target, options.lexicon);
  std::vector<Bead> beads = beads_of(problem, options.fixed);
  const DocumentEvidence evidence = document_evidence(problem.source(), problem.target(),
                                                      problem.forward(), problem.backward(), beads);
  return {std::move(beads), problem.source().units(), problem.target().units(),
          document_score(evidence)};
}

}  // namespace

Alignment align(const SegmentedText& source, const SegmentedText& target,
                const AlignOptions& options) {
  assert(source.document().language() != target.document().language());
  const auto names = [&] {
    return fmt::format("{}, {}", source.document().name(), target.document().name());
  };
  try {
    return align_or_throw(source, target, options);
  } catch (const Error& error) {
    throw Error(error.code(), names(), error.what());
  } catch (const std::bad_alloc&) {
    throw Error(ErrorCode::limit, names(),
                fmt::format("not enough memory to align {} units with {}; split the documents at a "
                            "chapter or page",
                            source.units().size(), target.units().size()));
  }
}

}  // namespace thalign
