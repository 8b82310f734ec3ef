// SPDX-License-Identifier: Apache-2.0
#include "cli/align/pair_work.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <new>
#include <utility>

#include "cli/align/judgement.h"
#include "cli/base/exit_code.h"
#include "cli/output/out_of_memory.h"
#include "cli/output/output_file.h"
#include "text/error.h"

namespace thalign::cli {
namespace {

namespace fs = std::filesystem;

/// Whether the output of a task is there, as new as its inputs, and made by such a run.
bool is_done(const PairTask& task, const RunSignature& signature) {
  std::error_code error;
  const fs::file_time_type made = fs::last_write_time(task.output, error);
  if (error || fs::file_size(task.output, error) == 0) return false;
  for (const std::string* const input : {&task.source.path, &task.target.path}) {
    const fs::file_time_type changed = fs::last_write_time(*input, error);
    if (error || changed > made) return false;
  }
  return has_signature(task.output, signature);
}

void align_and_write(const PairTask& task, const AlignRun& run, PairResult& result) {
  const Notes notes(run.settings.messages, &result.messages);
  auto pair = std::make_unique<AlignedPair>(align_pair(task.source, task.target, run.align));
  judge(*pair, run.settings.min_document_score, notes);
  for (const Notice& note : pair->notes()) notes.report(note);
  report_decoding(notes, pair->source().document(), task.source);
  report_decoding(notes, pair->target().document(), task.target);
  BeadStatistics statistics;
  statistics.add(pair->source(), pair->target(), pair->alignment());
  if (task.output.empty()) {
    result.pair = std::move(pair);
  } else {
    PairOutput output(run, task.output);
    output.write(*pair);
    result.files = output.finish(notes);
  }
  notes.detail(fmt::format("{}: {} beads", task.place, statistics.beads));
  result.statistics = std::move(statistics);
}

}  // namespace

void PairResult::fail(const std::string& what) {
  messages.lines.push_back(fmt::format("{}: {}", place, what));
  statistics = {.failed = 1};
  pair = nullptr;
  files.clear();
}

PairResult align_task(const PairTask& task, const AlignRun& run) {
  PairResult result;
  result.place = task.place;
  try {
    if (run.settings.resume && is_done(task, run.signature)) {
      result.statistics.skipped = 1;
    } else {
      align_and_write(task, run, result);
    }
  } catch (const Error& error) {
    result.fail(error.what());
  } catch (const std::bad_alloc&) {
    result.fail(std::string(kOutOfMemory));
  } catch (const UsageError& error) {
    result.fail(error.what());
  }
  return result;
}

PairResults::PairResults(const AlignRun& run, const std::string& shared, const std::string& unit,
                         std::size_t total, std::function<void(const PairResult&)> done)
    : run_(run), done_(std::move(done)), progress_(unit, total, show_progress(run.settings)) {
  if (shared.empty()) return;
  output_.emplace(run, shared);
  if (!output_->holds_many()) {
    throw UsageError(fmt::format("{}: the format can't hold several documents; choose tmx or jsonl",
                                 output_name(shared)));
  }
}

void PairResults::take(PairResult result, std::size_t done) {
  constexpr std::chrono::seconds kLongestWait(1);
  if (waiting_.empty()) waiting_since_ = Clock::now();
  waiting_.push_back(std::move(result));
  const bool nothing_waits = waiting_.size() == 1 && waiting_.front().files.empty();
  if (nothing_waits || waiting_.size() == kMostTogether ||
      Clock::now() - waiting_since_ > kLongestWait) {
    put_in_place();
  }
  progress_.update(done);
}

void PairResults::put_in_place() {
  std::vector<WrittenFiles> outputs;
  for (PairResult& result : waiting_) outputs.push_back(std::move(result.files));
  const std::vector<std::optional<Error>> errors = cli::put_in_place(outputs);
  for (std::size_t i = 0; i < waiting_.size(); ++i) {
    if (errors[i]) waiting_[i].fail(errors[i]->what());
    end(waiting_[i]);
  }
  waiting_.clear();
}

void PairResults::end(const PairResult& result) {
  if (!result.messages.lines.empty()) progress_.clear();
  for (const std::string& message : result.messages.lines) print_message(message);
  notes_.add(result.messages.notices);
  if (result.pair) output_->write(*result.pair);
  statistics_ += result.statistics;
  if (done_) done_(result);
}

void PairResults::finish() {
  put_in_place();
  progress_.clear();
  const Notes notes(run_.settings.messages);
  if (output_) output_->commit(notes);
  notes_.report(notes);
  const std::chrono::duration<double> seconds = Clock::now() - begin_;
  tell_statistics(run_, statistics_, seconds.count());
  if (run_.total != nullptr) *run_.total = statistics_;
  const std::size_t all = statistics_.documents + statistics_.skipped + statistics_.failed;
  if (run_.settings.resume) {
    notes.detail(fmt::format("{} of {} {} done already", statistics_.skipped, all,
                             all == 1 ? "pair" : "pairs"));
  }
  if (statistics_.failed == 0) return;
  throw PartialFailure(fmt::format("{} of {} {} failed; see above, correct and run again{}",
                                   statistics_.failed, all, all == 1 ? "pair" : "pairs",
                                   output_ || run_.settings.adapt ? "" : " with --resume"));
}

std::string statistics_file(const AlignSettings& settings) {
  return settings.stats == "true" || settings.stats == "false" ? std::string() : settings.stats;
}

void tell_statistics(const AlignRun& run, const BeadStatistics& statistics, double seconds) {
  if (run.settings.stats.empty() || run.settings.stats == "false") return;
  const std::string file = statistics_file(run.settings);
  if (file.empty()) {
    const std::string text = describe(statistics, seconds);
    (void)std::fwrite(text.data(), 1, text.size(), stderr);
    return;
  }
  OutputFile output(file, run.files);
  output.stream() << (file.ends_with(".json") ? describe_as_json(statistics, seconds)
                                              : describe(statistics, seconds));
  output.commit();
}

}  // namespace thalign::cli
