// SPDX-License-Identifier: Apache-2.0
#include "cli/align/align_many.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/align/batch_list.h"
#include "cli/align/folder_list.h"
#include "cli/align/lexicon_learning.h"
#include "cli/align/pair_lines.h"
#include "cli/align/pair_output.h"
#include "cli/align/pair_work.h"
#include "cli/base/exit_code.h"
#include "cli/output/output_file.h"
#include "cli/output/unit_output.h"
#include "cli/review/page_index.h"
#include "text/error.h"
#include "text/files/compression.h"
#include "text/files/io_error.h"
#include "text/ordered_work.h"

namespace thalign::cli {
namespace {

/// Refuses a list in which lines have an output of their own though all share one.
void refuse_own_outputs(const std::vector<BatchLine>& lines) {
  for (const BatchLine& line : lines) {
    if (line.output.empty()) continue;
    throw UsageError(fmt::format(
        "{}: has an output, but --output is given for all; leave out one of the two", line.place));
  }
}

/// Finds an output without a format before any work is done.
void check_formats(const std::vector<BatchLine>& lines, const AlignSettings& settings) {
  for (const BatchLine& line : lines) {
    try {
      (void)choose_format(settings.output.format, line.output, align_formats());
    } catch (const UsageError& error) {
      throw UsageError(fmt::format("{}: {}", line.place, error.what()));
    }
  }
}

/// Declares what the lines read and write: each line must have an output of its own, if `shared` is
/// not the output of all, and none may be another file of the run.
void declare_lines(AlignRun& run, const std::vector<BatchLine>& lines, bool shared) {
  for (const BatchLine& line : lines) {
    run.files.reads(line.source, line.place);
    run.files.reads(line.target, line.place);
  }
  if (shared) return declare_pair_output(run.files, run.settings, run.settings.output.path);
  for (const BatchLine& line : lines) {
    if (line.output.empty()) {
      throw UsageError(fmt::format(
          "{}: has no output; add a third column, or leave it out of all lines", line.place));
    }
    declare_pair_output(run.files, run.settings, line.output, line.place);
  }
}

/// The pairs of --batch or --dir.
std::vector<BatchLine> listed_pairs(const AlignSettings& settings) {
  if (settings.folders) return folder_list(settings);
  return parse_batch_list(read_input(settings.batch), input_name(settings.batch));
}

PairTask task(const BatchLine& line, const AlignSettings& settings) {
  PairTask task{.place = line.place,
                .source = side_input(settings, settings.source),
                .target = side_input(settings, settings.target),
                .output = line.output};
  task.source.path = line.source;
  task.target.path = line.target;
  return task;
}

/// Gives each line without an output a page in `folder`, named after its source.
void name_pages(std::vector<BatchLine>& lines, const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    throw Error(ErrorCode::io, folder,
                fmt::format("can't be made: {}; give another folder by -o", error.message()));
  }
  std::map<std::string, int> taken;
  for (BatchLine& line : lines) {
    if (!line.output.empty()) continue;
    const std::string stem = std::filesystem::path(line.source).stem().string();
    const int number = ++taken[stem];
    const std::string name = number == 1 ? stem : fmt::format("{}.{}", stem, number);
    line.output = (std::filesystem::path(folder) / (name + ".html")).string();
  }
}

/// What the list of pages says of a pair.
PageEntry page_entry(const BatchLine& line, const PairResult& result, const std::string& folder) {
  namespace fs = std::filesystem;
  const BeadStatistics& statistics = result.statistics;
  const double pairs = static_cast<double>(statistics.pairs());
  return {.file = statistics.failed > 0 ? std::string()
                                        : fs::proximate(line.output, folder).generic_string(),
          .source = line.source,
          .target = line.target,
          .beads = statistics.beads,
          .nulls = statistics.null_source + statistics.null_target,
          .confidence = pairs > 0 ? statistics.confidence / pairs : 0.0};
}

/// A line of standard input.
struct StreamLine {
  std::size_t number;  ///< 1-based
  std::string text;
};

/// The result of a line, and how many bytes of the stream it took.
struct StreamResult {
  PairResult result;
  std::size_t bytes;
};

/// Beads of a pair are out before the next one is waited for, which no expander does.
void refuse_compressed(const std::string& line, const std::string& name) {
  const Compression compression = compression_of_content(line);
  if (compression == Compression::none) return;
  throw Error(ErrorCode::format, name,
              fmt::format("is compressed; expand it: {} FILE | thalign align --jsonl",
                          compression == Compression::gzip ? "zcat" : "zstdcat"));
}

/// As `std::getline`. Throws `Error` (limit): a line that no pair of texts fills.
bool get_line(const StreamInput& input, std::string& line, std::size_t number) {
  std::istream& in = *input.in;
  constexpr std::size_t kMostBytes = std::size_t{1} << 28U;
  std::array<char, 1U << 14U> piece{};
  line.clear();
  for (;;) {
    in.getline(piece.data(), piece.size());
    const auto read = static_cast<std::size_t>(in.gcount());
    const bool is_full = in.fail() && !in.eof() && !in.bad() && read == piece.size() - 1;
    if (!in.good() && !is_full) {
      line.append(piece.data(), in.bad() ? 0 : read);
      return !in.bad() && !line.empty();
    }
    line.append(piece.data(), is_full ? read : read - 1);  // the line end counts
    if (!is_full) return true;
    in.clear();
    if (line.size() > kMostBytes) {
      throw Error(ErrorCode::limit, fmt::format("{}:{}", input.name, number),
                  "a line of more than 256 MiB; write each pair of texts on a line of its own");
    }
  }
}

std::optional<StreamLine> read_line(const StreamInput& input, std::size_t& number) {
  std::string text;
  for (;;) {
    ++number;
    if (!get_line(input, text, number)) break;
    if (number == 1) refuse_compressed(text, input.name);
    if (text.find_first_not_of(" \t\r") != std::string::npos) {
      return StreamLine{number, std::move(text)};
    }
  }
  if (input.in->bad()) {
    throw io_error(input.name, "read", errno, "run again, or give a file by <");
  }
  return std::nullopt;
}

PairResult align_line(const StreamLine& line, const StreamInput& input, const AlignRun& run) {
  const std::string place = fmt::format("{}:{}", input.name, line.number);
  try {
    return align_task(
        parse_pair_line(line.text, place, input.first_row + line.number, run.settings), run);
  } catch (const Error& error) {
    PairResult failed;
    failed.messages.lines.emplace_back(error.what());
    failed.statistics.failed = 1;
    return failed;
  }
}

/// Bytes of standard input if it is a file; 0: not known.
std::size_t size_of_input() {
  struct stat status = {};
  if (fstat(STDIN_FILENO, &status) != 0 || !S_ISREG(status.st_mode)) return 0;
  return static_cast<std::size_t>(status.st_size);
}

}  // namespace

Adapted adapt(const AlignSettings& settings, const Lexicon& start) {
  std::vector<InputPair> inputs;
  for (const BatchLine& line : listed_pairs(settings)) {
    PairTask one = task(line, settings);
    inputs.push_back({std::move(one.source), std::move(one.target)});
  }
  constexpr int kRounds = 1;
  const LearntLexicon learnt = learn_lexicon(inputs, start, kRounds, Notes(settings.messages),
                                             UnreadablePairs::are_left_out);
  return {join_lexicons(start, learnt.packed), learnt.spaces};
}

void align_batch(AlignRun run) {
  const AlignSettings& settings = run.settings;
  std::vector<BatchLine> lines = listed_pairs(settings);
  if (settings.folders && is_output_folder(settings)) run.settings.output.path = "-";
  std::vector<PageEntry> pages;
  std::optional<OutputFile> page_list;
  if (!settings.pages.empty()) name_pages(lines, settings.pages);
  const bool shared =
      settings.output.path != "-" ||
      std::ranges::all_of(lines, [](const BatchLine& line) { return line.output.empty(); });
  if (shared && settings.resume) {
    throw UsageError(
        settings.folders
            ? "--resume: needs an output for each pair; give --output a folder"
            : "--resume: needs an output for each pair; list them in the third column");
  }
  if (shared) {
    refuse_own_outputs(lines);
    declare_lines(run, lines, true);
  } else {
    check_formats(lines, settings);
    declare_lines(run, lines, false);
  }
  run.files.writes(statistics_file(settings));
  if (!settings.pages.empty()) {
    const std::string path = (std::filesystem::path(settings.pages) / "index.html").string();
    run.files.writes(path);
    page_list.emplace(path, run.files);
  }
  PairResults results(run, shared ? settings.output.path : "", "pairs", lines.size(),
                      [&](const PairResult& result) {
                        if (page_list)
                          pages.push_back(page_entry(lines[pages.size()], result, settings.pages));
                      });
  std::size_t next = 0, done = 0;
  OrderedWork<const BatchLine*, PairResult>(
      settings.jobs,
      [&]() -> std::optional<const BatchLine*> {
        if (next == lines.size()) return std::nullopt;
        return &lines[next++];
      },
      [&](const BatchLine* line) { return align_task(task(*line, settings), run); },
      [&](PairResult result) { results.take(std::move(result), ++done); })
      .run();
  results.put_in_place();
  if (page_list) {
    write_page_index(page_list->stream(), pages);
    page_list->commit();
  }
  results.finish();
}

void align_stream(AlignRun run) {
  std::ios::sync_with_stdio(false);
  OutputOptions& output = run.settings.output;
  if (output.path == "-" && output.format.empty()) {
    const auto lines = std::ranges::find_if(written_formats(), &UnitFormat::self_contained);
    output.format = lines->name;
  }
  run.files.reads("-");
  declare_pair_output(run.files, run.settings, output.path);
  run.files.writes(statistics_file(run.settings));
  align_lines(run, {&std::cin, input_name("-")}, size_of_input());
}

void align_lines(const AlignRun& run, const StreamInput& input, std::size_t size) {
  PairResults results(run, run.settings.output.path, size > 0 ? "bytes" : "pairs", size);
  std::size_t number = 0, bytes = 0, pairs = 0;
  OrderedWork<StreamLine, StreamResult>(
      run.settings.jobs, [&] { return read_line(input, number); },
      [&](const StreamLine& line) {
        return StreamResult{align_line(line, input, run), line.text.size() + 1};
      },
      [&](StreamResult one) {
        bytes += one.bytes;
        results.take(std::move(one.result), size > 0 ? bytes : ++pairs);
      })
      .run();
  results.finish();
}

}  // namespace thalign::cli
