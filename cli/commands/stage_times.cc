// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/stage_times.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <limits>
#include <memory>
#include <ostream>
#include <span>
#include <streambuf>
#include <utility>
#include <vector>

#include "cli/align/aligned_pair.h"
#include "segment/segment.h"
#include "segment/wrapping/wrapping.h"
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

/// Adds the stages of the alignment itself, each as its fastest of `rounds` calls.
void measure_search(const InputOptions& source, const InputOptions& target, unsigned rounds,
                    std::vector<StageTime>& stages) {
  constexpr double kNever = std::numeric_limits<double>::infinity();
  const std::span<const AlignStatistics::Stage> parts = AlignStatistics::stages();
  const std::size_t first = stages.size();
  for (const AlignStatistics::Stage& part : parts) stages.push_back({part.name, kNever});
  for (unsigned i = 0; i < rounds; ++i) {
    const AlignStatistics times = align_pair(source, target).alignment().statistics();
    for (std::size_t k = 0; k < parts.size(); ++k) {
      double& best = stages[first + k].seconds;
      best = std::min(best, times.*parts[k].seconds);
    }
  }
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
  const DocumentPair documents = read_pair(source, target);
  measure("wrapped lines", [&] {
    (void)find_wrapping(documents.source.text());
    (void)find_wrapping(documents.target.text());
  });
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
  measure_search(source, target, rounds, of_search);
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
