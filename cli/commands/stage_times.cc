#include "cli/commands/stage_times.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <ostream>
#include <streambuf>
#include <utility>
#include <vector>

#include "align/align.h"
#include "align/lexicon/names.h"
#include "align/search/lattice.h"
#include "align/search/posterior.h"
#include "align/search/problem.h"
#include "align/search/rough_search.h"
#include "cli/align/aligned_pair.h"
#include "segment/segment.h"
#include "text/error.h"
#include "text/words.h"
#include "tm/bitext.h"
#include "tm/tmx/tmx_writer.h"

namespace thalign::cli {
namespace {

/// Takes what is written and keeps nothing.
class Nowhere : public std::streambuf {
 protected:
  int_type overflow(int_type character) override { return traits_type::not_eof(character); }
  std::streamsize xsputn(const char* /*text*/, std::streamsize count) override { return count; }
};

/// Seconds of the fastest of `rounds` calls.
double fastest(unsigned rounds, const std::function<void()>& work) {
  double best = std::numeric_limits<double>::infinity();
  for (unsigned i = 0; i < rounds; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    best = std::min(best, seconds.count());
  }
  return best;
}

void break_words(const Document& document) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale(document.language() == Language::thai ? "th" : "en");
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(locale, status));
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::io, "", "ICU can't break words; its data are missing");
  }
  words->setText(icu::UnicodeString::fromUTF8(document.text()));
  while (words->next() != icu::BreakIterator::DONE) {
  }
}

std::size_t write_beads(const AlignedPair& pair) {
  Nowhere nowhere;
  std::ostream out(&nowhere);
  const Bitext bitext = pair.bitext();
  BitextReader units(bitext);
  return copy_units(units, *make_tmx_writer(out, {.source_language = bitext.source_tag})).written;
}

using Names = std::vector<SpelledName>;

bool is_thai(const SegmentedText& text) { return text.document().language() == Language::thai; }

Names names_of(const AlignedPair& pair) {
  const bool thai_first = is_thai(pair.source());
  return find_names(thai_first ? pair.source() : pair.target(),
                    thai_first ? pair.target() : pair.source(), Lexicon::shipped());
}

/// What the stages of the search work on, made one after the other. Requires: the names are those
/// of the Thai text.
struct Search {
  Search(const SegmentedText& source_text, const SegmentedText& target_text, const Names& names)
      : source(make_features(source_text, vocabulary, is_thai(source_text) ? names : Names())),
        target(make_features(target_text, vocabulary, is_thai(target_text) ? names : Names())),
        forward(source, target, vocabulary, Lexicon::shipped(), source_text.document().language()),
        backward(target, source, vocabulary, Lexicon::shipped(),
                 target_text.document().language()) {}

  Vocabulary vocabulary;
  Features source, target;
  Links forward, backward;
};

Corridor corridor_of(const Search& search) {
  const CorridorOptions options;
  const Corridor outer = find_corridor(search.source, search.target, search.forward, options);
  return RoughSearch(outer, search.source, search.target, search.forward, search.backward, {})
      .within(std::vector<float>(search.source.units() + std::size_t{1}, options.rough_margin));
}

void measure_search(const AlignedPair& pair, unsigned rounds, std::vector<StageTime>& stages) {
  const auto measure = [&](const char* stage, const std::function<void()>& work) {
    stages.push_back({stage, fastest(rounds, work)});
  };
  measure("names", [&] { (void)names_of(pair); });
  const Names names = names_of(pair);
  measure("features, links", [&] { const Search search(pair.source(), pair.target(), names); });
  const Search search(pair.source(), pair.target(), names);
  measure("corridor", [&] { (void)corridor_of(search); });
  const Corridor corridor = corridor_of(search);
  const std::uint32_t n = search.source.units();
  std::optional<BeadScorer> scorer;
  std::optional<BeadStore> store;
  std::optional<NullSteps> nulls;
  std::optional<BestPaths> paths;
  measure("search", [&] {
    scorer.emplace(search.source, search.target, search.forward, search.backward, corridor,
                   ScoreModel::shipped());
    store.emplace(*scorer, n);
    nulls.emplace(*scorer, corridor);
    paths.emplace(best_paths(*store, *nulls, corridor));
  });
  measure("forward-backward", [&] {
    const Posterior posterior(*store, *nulls, corridor, *paths, scorer->posterior_scale());
  });
  double known = 0;
  for (const StageTime& stage : stages) known += stage.seconds;
  const double all = fastest(rounds, [&] { (void)align(pair.source(), pair.target()); });
  stages.push_back({"wider corridors", std::max(0.0, all - known)});
}

}  // namespace

StageTimes measure_stages(const InputOptions& source, const InputOptions& target, unsigned rounds) {
  StageTimes times;
  const auto measure = [&](const char* stage, const std::function<void()>& work) {
    const double seconds = fastest(rounds, work);
    times.stages.push_back({stage, seconds});
    return seconds;
  };
  const AlignedPair pair = align_pair(source, target);
  const Document& source_text = pair.source().document();
  const Document& target_text = pair.target().document();
  const double read = measure("read", [&] {
    times.bytes = read_input(source.path).size() + read_input(target.path).size();
  });
  const double decoded = fastest(rounds, [&] { (void)read_pair(source, target); });
  times.stages.push_back({"decode", std::max(0.0, decoded - read)});
  const double words = measure("fold, words", [&] {
    const Words source_words(source_text.text());
    const Words target_words(target_text.text());
  });
  const double segmented = fastest(rounds, [&] {
    (void)segment(source_text);
    (void)segment(target_text);
  });
  times.stages.push_back({"units", std::max(0.0, segmented - words)});
  std::vector<StageTime> of_search;
  measure_search(pair, rounds, of_search);
  times.stages.insert(times.stages.end(), of_search.begin(), of_search.end());
  measure("write", [&] { times.pairs = write_beads(pair); });
  times.whole = fastest(rounds, [&] { (void)write_beads(align_pair(source, target)); });
  times.icu_words = fastest(rounds, [&] {
    break_words(source_text);
    break_words(target_text);
  });
  return times;
}

}  // namespace thalign::cli
