#include "cli/commands/lexicon_learning.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <functional>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "align/align.h"
#include "align/lexicon/lexicon_learner.h"
#include "align/lexicon/lexicon_table.h"
#include "cli/io/input.h"
#include "segment/segment.h"

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

/// Calls `work(0)` to `work(count - 1)` on all cores. Throws what the first of the calls that fail
/// throws.
void for_each_parallel(std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  std::vector<std::exception_ptr> errors(count);
  {
    std::vector<std::jthread> threads;
    for (unsigned t = 0; t < std::max(1U, std::thread::hardware_concurrency()); ++t) {
      threads.emplace_back([&] {
        for (std::size_t i = next++; i < count; i = next++) {
          try {
            work(i);
          } catch (...) {
            errors[i] = std::current_exception();
          }
        }
      });
    }
  }
  for (const std::exception_ptr& error : errors) {
    if (error) std::rethrow_exception(error);
  }
}

}  // namespace

std::string learn_lexicon(std::span<const PathPair> paths, const Lexicon& start, int rounds,
                          const Notes& notes) {
  std::vector<std::optional<TextPair>> pairs(paths.size());
  for_each_parallel(paths.size(), [&](std::size_t i) { pairs[i].emplace(read(paths[i])); });
  std::string learnt;
  std::string joined = LexiconTable(start).pack();
  for (int round = 1; round <= rounds; ++round) {
    const Lexicon lexicon(joined, "the lexicon being learnt");
    std::vector<std::optional<Alignment>> alignments(pairs.size());
    for_each_parallel(pairs.size(), [&](std::size_t i) {
      alignments[i].emplace(align(pairs[i]->thai, pairs[i]->english, {.lexicon = lexicon}));
    });
    LexiconLearner learner;
    for (std::size_t i = 0; i < pairs.size(); ++i)
      learner.add_beads(pairs[i]->thai, pairs[i]->english, alignments[i]->beads());
    const auto [thai, english] = learner.learn({});
    notes.tell(fmt::format("round {}: {} {} of {} {}; {} Thai and {} English words", round,
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
