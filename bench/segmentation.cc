// SPDX-License-Identifier: Apache-2.0
// Measures the segmentation of Thai, all included, against ICU's word breaking alone on the same
// bytes: of the example, and of the files NAME.th.txt of the folder that THALIGN_BENCH_DATA names.
// `of_icu` is the speed of segmentation over that of ICU, measured in turns in one run.

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "bench/icu_words.h"
#include "bench/text_pairs.h"
#include "segment/segment.h"
#include "text/document.h"

namespace thalign::bench {
namespace {

template <typename Work>
double seconds(Work&& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void segment_thai(const std::string& bytes) {
  benchmark::DoNotOptimize(
      segment(Document::from_bytes(bytes, {.name = "benchmark", .language = Language::thai})));
}

void measure(benchmark::State& state, const std::vector<TextPair>& pairs) {
  const std::unique_ptr<icu::BreakIterator> words = word_iterator("th");
  double icu_seconds = 0;
  double our_seconds = 0;
  std::int64_t done = 0;
  for (auto unused : state) {
    double icu = 0;
    double ours = 0;
    for (const TextPair& pair : pairs) {
      icu += seconds([&] { benchmark::DoNotOptimize(break_words(*words, pair.thai)); });
      ours += seconds([&] { segment_thai(pair.thai); });
      done += static_cast<std::int64_t>(pair.thai.size());
    }
    state.SetIterationTime(ours);
    icu_seconds += icu;
    our_seconds += ours;
  }
  const auto megabytes = static_cast<double>(done) / 1e6;
  state.counters["icu_MB/s"] = megabytes / icu_seconds;
  state.counters["segment_MB/s"] = megabytes / our_seconds;
  state.counters["of_icu"] = icu_seconds / our_seconds;
}

}  // namespace
}  // namespace thalign::bench

int main(int argc, char** argv) {
  using thalign::bench::measure;
  using thalign::bench::read_pairs;
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  const auto add = [](const char* name, const char* folder) {
    benchmark::RegisterBenchmark(
        name, [pairs = read_pairs(folder)](benchmark::State& state) { measure(state, pairs); })
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
  };
  add("thai_segmentation/press-release", THALIGN_SOURCE_DIR "/examples");
  if (const char* const folder = std::getenv("THALIGN_BENCH_DATA"))
    add("thai_segmentation/data", folder);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
