#include "align/align.h"

#include <fmt/format.h>

#include <cassert>

#include "align/corridor.h"
#include "align/features.h"
#include "align/links.h"
#include "align/score.h"
#include "align/search.h"
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
  Vocabulary vocabulary;
  const Features source_features = make_features(source, vocabulary);
  const Features target_features = make_features(target, vocabulary);
  const Links forward(source_features, target_features, vocabulary, options.lexicon,
                      source.document().language());
  const Links backward(target_features, source_features, vocabulary, options.lexicon,
                       target.document().language());
  const Corridor corridor = Corridor::full(source_features.units(), target_features.units());
  BeadScorer scorer(source_features, target_features, forward, backward, corridor);
  return Alignment(search(scorer, corridor, source_features, target_features),
                   source_features.units(), target_features.units());
}

}  // namespace thalign
