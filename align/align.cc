#include "align/align.h"

#include <fmt/format.h>

#include <cassert>
#include <span>
#include <string>
#include <utility>

#include "align/evidence/document_score.h"
#include "align/search/fixed_beads.h"
#include "align/search/problem.h"
#include "align/search/solve.h"
#include "align/search/stopwatch.h"
#include "text/error.h"

namespace thalign {
namespace {

Alignment align_problem(const Problem& problem, std::span<const FixedBead> fixed) {
  const SearchTexts texts = problem.texts();
  Solution solution = fixed.empty() ? solve(texts) : solve_around(texts, fixed);
  solution.statistics += problem.statistics();
  Stopwatch watch;
  const DocumentEvidence evidence =
      document_evidence(texts.source, texts.target, texts.forward, texts.backward, solution.beads);
  solution.statistics.evidence = watch.lap();
  return {std::move(solution.beads), texts.source.units(), texts.target.units(),
          document_score(evidence), solution.statistics};
}

}  // namespace

Alignment align(const SegmentedText& source, const SegmentedText& target,
                const AlignOptions& options) {
  assert(source.document().language() != target.document().language());
  try {
    return align_problem(Problem(source, target, options.lexicon), options.fixed);
  } catch (const Error& error) {
    const std::string names =
        fmt::format("{}, {}", source.document().name(), target.document().name());
    throw Error(error.code(), names, error.what());
  }
}

}  // namespace thalign
