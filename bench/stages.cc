// SPDX-License-Identifier: Apache-2.0
// Measures each stage from raw bytes to TMX on the example pair, and on the pairs NAME.th.txt,
// NAME.en.txt of the folder that THALIGN_BENCH_DATA names. Two baselines do nothing of use: reading
// the bytes, and ICU's word breaking alone.

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <memory>
#include <ostream>
#include <streambuf>
#include <string>
#include <utility>
#include <vector>

#include "align/align.h"
#include "bench/icu_words.h"
#include "bench/text_pairs.h"
#include "segment/segment.h"
#include "text/document.h"
#include "text/fold.h"
#include "text/words.h"
#include "tm/bitext.h"
#include "tm/tmx/tmx_writer.h"

namespace thalign::bench {
namespace {

Document decode(const std::string& bytes, Language language) {
  return Document::from_bytes(bytes, {.name = "benchmark", .language = language});
}

/// A pair at each stage, made ready once.
struct Prepared {
  explicit Prepared(const TextPair& pair)
      : raw(pair),
        thai(decode(pair.thai, Language::thai)),
        english(decode(pair.english, Language::english)),
        thai_units(segment(thai)),
        english_units(segment(english)) {}

  const TextPair& raw;
  Document thai, english;
  SegmentedText thai_units, english_units;
};

struct Data {
  std::string name;
  std::vector<TextPair> raw;
  std::vector<Prepared> pairs;

  Data(std::string data_name, std::vector<TextPair> raw_pairs)
      : name(std::move(data_name)), raw(std::move(raw_pairs)) {
    pairs.reserve(raw.size());
    for (const TextPair& pair : raw) pairs.emplace_back(pair);
  }
};

/// Bytes and pairs per second.
void count(benchmark::State& state, const Data& data) {
  const auto rounds = static_cast<std::int64_t>(state.iterations());
  state.SetBytesProcessed(rounds * static_cast<std::int64_t>(bytes(data.raw)));
  state.counters["pairs"] = benchmark::Counter(static_cast<double>(data.pairs.size()),
                                               benchmark::Counter::kIsIterationInvariantRate);
}

/// Does `work` for each pair of `data`.
void measure(const char* stage, const Data& data,
             const std::function<void(const Prepared&)>& work) {
  const std::string name = std::string(stage) + "/" + data.name;
  benchmark::RegisterBenchmark(name.c_str(), [&data, work](benchmark::State& state) {
    for (auto unused : state) {
      for (const Prepared& pair : data.pairs) work(pair);
    }
    count(state, data);
  })->Unit(benchmark::kMillisecond);
}

/// Seconds that `work` takes.
double seconds_of(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Like `measure`, but counts only the seconds that `work` returns: what precedes a stage is not
/// part of it.
void measure_part(const char* stage, const Data& data,
                  const std::function<double(const Prepared&)>& work) {
  constexpr double kLeastSeconds = 0.1;
  const std::string name = std::string(stage) + "/" + data.name;
  benchmark::RegisterBenchmark(name.c_str(),
                               [&data, work](benchmark::State& state) {
                                 for (auto unused : state) {
                                   double seconds = 0;
                                   for (const Prepared& pair : data.pairs) seconds += work(pair);
                                   state.SetIterationTime(seconds);
                                 }
                                 count(state, data);
                               })
      ->Unit(benchmark::kMillisecond)
      ->UseManualTime()
      ->MinTime(kLeastSeconds);
}

void measure_baselines(const Data& data) {
  measure("baseline_read", data, [](const Prepared& pair) {
    benchmark::DoNotOptimize(read_bytes(pair.raw.thai_path));
    benchmark::DoNotOptimize(read_bytes(pair.raw.english_path));
  });
  const std::shared_ptr<icu::BreakIterator> thai = word_iterator("th");
  const std::shared_ptr<icu::BreakIterator> english = word_iterator("en");
  measure("baseline_icu_words", data, [thai, english](const Prepared& pair) {
    benchmark::DoNotOptimize(break_words(*thai, pair.raw.thai));
    benchmark::DoNotOptimize(break_words(*english, pair.raw.english));
  });
}

void measure_text(const Data& data) {
  measure("decode", data, [](const Prepared& pair) {
    benchmark::DoNotOptimize(decode(pair.raw.thai, Language::thai));
    benchmark::DoNotOptimize(decode(pair.raw.english, Language::english));
  });
  measure("fold", data, [](const Prepared& pair) {
    benchmark::DoNotOptimize(FoldedText(pair.thai.text()));
    benchmark::DoNotOptimize(FoldedText(pair.english.text()));
  });
  measure("fold_words", data, [](const Prepared& pair) {
    benchmark::DoNotOptimize(Words(pair.thai.text()));
    benchmark::DoNotOptimize(Words(pair.english.text()));
  });
  measure("fold_words_units", data, [](const Prepared& pair) {
    benchmark::DoNotOptimize(segment(pair.thai));
    benchmark::DoNotOptimize(segment(pair.english));
  });
}

void measure_search(const Data& data) {
  for (const AlignStatistics::Stage& stage : AlignStatistics::stages()) {
    measure_part(stage.name, data, [seconds = stage.seconds](const Prepared& pair) {
      return align(pair.thai_units, pair.english_units).statistics().*seconds;
    });
  }
}

/// Takes what is written and keeps nothing.
class Nowhere : public std::streambuf {
 protected:
  int_type overflow(int_type character) override { return traits_type::not_eof(character); }
  std::streamsize xsputn(const char* /*text*/, std::streamsize count) override { return count; }
};

void measure_writing(const Data& data) {
  measure_part("write_tmx", data, [](const Prepared& pair) {
    const Alignment alignment = align(pair.thai_units, pair.english_units);
    return seconds_of([&] {
      Nowhere nowhere;
      std::ostream out(&nowhere);
      BitextReader units({pair.thai_units, pair.english_units, alignment, "th", "en"});
      benchmark::DoNotOptimize(
          copy_units(units, *make_tmx_writer(out, {.source_language = "th"})).written);
    });
  });
}

void measure_alignment(const Data& data) {
  measure("features_to_beads", data, [](const Prepared& pair) {
    benchmark::DoNotOptimize(align(pair.thai_units, pair.english_units));
  });
  measure("all", data, [](const Prepared& pair) {
    const SegmentedText thai = segment(decode(pair.raw.thai, Language::thai));
    const SegmentedText english = segment(decode(pair.raw.english, Language::english));
    benchmark::DoNotOptimize(align(thai, english));
  });
}

}  // namespace
}  // namespace thalign::bench

int main(int argc, char** argv) {
  using thalign::bench::Data;
  using thalign::bench::read_pairs;
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  std::vector<std::unique_ptr<Data>> all;
  all.push_back(
      std::make_unique<Data>("press-release", read_pairs(THALIGN_SOURCE_DIR "/examples")));
  if (const char* const folder = std::getenv("THALIGN_BENCH_DATA"))
    all.push_back(std::make_unique<Data>("data", read_pairs(folder)));
  for (const std::unique_ptr<Data>& data : all) {
    thalign::bench::measure_baselines(*data);
    thalign::bench::measure_text(*data);
    thalign::bench::measure_search(*data);
    thalign::bench::measure_writing(*data);
    thalign::bench::measure_alignment(*data);
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
