#include "cli/commands/lexicon_learning.h"

#include <fmt/format.h>

#include <cstddef>
#include <utility>
#include <vector>

#include "align/align.h"
#include "align/lexicon/lexicon_learner.h"
#include "align/lexicon/lexicon_table.h"
#include "cli/input/input.h"
#include "segment/segment.h"
#include "text/ordered_work.h"

namespace thalign::cli {
namespace {

/// A pair of texts, Thai and English.
struct TextPair {
  SegmentedText thai, english;
};

TextPair read(const PathPair& paths) {
  InputOptions source;
  InputOptions target;
  source.path = paths.source;
  target.path = paths.target;
  DocumentPair pair = read_pair(source, target);
  if (pair.source.language() != Language::thai) std::swap(pair.source, pair.target);
  return {segment(std::move(pair.source)), segment(std::move(pair.target))};
}

}  // namespace

std::string learn_lexicon(std::span<const PathPair> paths, const Lexicon& start, int rounds,
                          const Notes& notes) {
  std::vector<TextPair> pairs;
  for_each_ordered(
      paths.size(), [&](std::size_t i) { return read(paths[i]); },
      [&](TextPair pair) { pairs.push_back(std::move(pair)); });
  std::string learnt;
  std::string joined = LexiconTable(start).pack();
  for (int round = 1; round <= rounds; ++round) {
    const Lexicon lexicon(joined, "the lexicon being learnt");
    LexiconLearner learner;
    std::size_t done = 0;
    for_each_ordered(
        pairs.size(),
        [&](std::size_t i) { return align(pairs[i].thai, pairs[i].english, {.lexicon = lexicon}); },
        [&](const Alignment& alignment) {
          const TextPair& pair = pairs[done++];
          learner.add_beads(pair.thai, pair.english, alignment.beads());
        });
    const auto [thai, english] = learner.learn({});
    notes.report(fmt::format("round {}: {} {} of {} {}; {} Thai and {} English words", round,
                             learner.pairs(), learner.pairs() == 1 ? "bead" : "beads", pairs.size(),
                             pairs.size() == 1 ? "pair" : "pairs", thai.entries.size(),
                             english.entries.size()));
    learnt = Lexicon::pack(thai, english);
    LexiconTable table(start);
    table.merge(Lexicon(learnt, "the lexicon being learnt"));
    joined = table.pack();
  }
  return learnt;
}

}  // namespace thalign::cli
