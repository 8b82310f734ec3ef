// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/align/align_run.h"
#include "cli/align/aligned_pair.h"
#include "cli/align/bead_statistics.h"
#include "cli/align/pair_output.h"
#include "cli/align/progress.h"
#include "cli/base/messages.h"

namespace thalign::cli {

/// A pair of texts to align, one of many.
struct PairTask {
  std::string place;  ///< "LIST:LINE"
  InputOptions source, target;
  std::string output;  ///< a file of its own; empty: the output that all share
};

/// What became of it.
struct PairResult {
  std::string place;  ///< of the task
  KeptMessages messages;
  BeadStatistics statistics;
  std::unique_ptr<AlignedPair> pair;  ///< to be written to the output that all share
  WrittenFiles files = {};            ///< of its own output, to be put in their places

  /// It failed, for this reason; nothing else is left of it.
  void fail(const std::string& what);
};

/// Aligns a pair as the run says, and writes it if it has an output of its own. What is wrong
/// with the pair becomes a message. May be called from any thread.
PairResult align_task(const PairTask& task, const AlignRun& run);

/// Takes the results of many pairs, in their order: messages, outputs, statistics. Outputs of
/// their own are put in their places together: of up to `kMostTogether` pairs, or of what a second
/// brings. Notes about the pairs are summed up at the end.
class PairResults {
 public:
  static constexpr std::size_t kMostTogether = 64;

  /// `shared`: the path of the output that all share; empty if each has its own. `total`, `unit`:
  /// as for `Progress`. `done` is called with each result at its end. Requires: `run` outlives it.
  PairResults(const AlignRun& run, const std::string& shared, const std::string& unit,
              std::size_t total, std::function<void(const PairResult&)> done = {});

  /// `done`: how much of the total that makes.
  void take(PairResult result, std::size_t done);
  /// Ends those taken so far.
  void put_in_place();

  /// Ends all, puts the shared output in its place and reports the result. Throws `PartialFailure`
  /// if some pairs failed.
  void finish();

 private:
  using Clock = std::chrono::steady_clock;

  void end(const PairResult& result);

  const AlignRun& run_;
  std::function<void(const PairResult&)> done_;
  std::vector<PairResult> waiting_;  // for their outputs to be put in place
  Clock::time_point waiting_since_;
  Clock::time_point begin_ = Clock::now();
  std::optional<PairOutput> output_;
  Progress progress_;
  BeadStatistics statistics_;
  NoticeSums notes_;
};

/// The file that `--stats` names; empty: none, or standard error.
std::string statistics_file(const AlignSettings& settings);

/// Writes the statistics where `--stats` says: to standard error, or to a file, as JSON if its name
/// ends in .json. Nothing if it was not given.
void tell_statistics(const AlignRun& run, const BeadStatistics& statistics, double seconds);

}  // namespace thalign::cli
