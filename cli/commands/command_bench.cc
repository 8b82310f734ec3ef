// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/base/exit_code.h"
#include "cli/base/format.h"
#include "cli/commands/commands.h"
#include "cli/commands/stage_times.h"
#include "cli/output/output_file.h"
#include "cli/parser/option_groups.h"

namespace thalign::cli {
namespace {

struct BenchOptions {
  InputOptions source, target;
  unsigned rounds = 5;
  std::string format = "table";
};

std::string table(const StageTimes& times) {
  double sum = 0.0;
  for (const StageTime& stage : times.stages) sum += stage.seconds;
  // Stages are measured one by one: together they may take longer than all at once.
  const double whole = std::max(times.whole, sum);
  const auto line = [&](const std::string& name, double seconds) {
    const std::string speed =
        seconds > 0
            ? fmt::format(" {:10.2f} MB/s", static_cast<double>(times.bytes) / 1e6 / seconds)
            : "";
    return fmt::format("{:20s} {:10.3f} ms {:6.1f} %{}\n", name, 1e3 * seconds,
                       100.0 * seconds / whole, speed);
  };
  std::string text;
  for (const StageTime& stage : times.stages) text += line(stage.stage, stage.seconds);
  if (times.whole > sum) text += line("other", times.whole - sum);
  text += line("all", times.whole);
  text += line("ICU's words alone", times.icu_words);
  text += fmt::format("{} bytes, {} pairs, {:.0f} pairs/s, {:.2f} times ICU's words alone\n",
                      times.bytes, times.pairs, static_cast<double>(times.pairs) / times.whole,
                      times.whole / times.icu_words);
  return text;
}

std::string json(const StageTimes& times) {
  nlohmann::ordered_json object = nlohmann::ordered_json::object();
  object["stages"] = nlohmann::ordered_json::object();
  for (const StageTime& stage : times.stages) object["stages"][stage.stage] = stage.seconds;
  object["all"] = times.whole;
  object["icu_words"] = times.icu_words;
  object["bytes"] = times.bytes;
  object["pairs"] = times.pairs;
  return object.dump() + "\n";
}

struct TimesFormat {
  std::string_view name, extension;
  std::string (*text)(const StageTimes& times);
};

constexpr std::array<TimesFormat, 2> kTimesFormats{{{"table", "", table}, {"json", ".json", json}}};

void run(const BenchOptions& options) {
  if (options.source.path == "-" || options.target.path == "-") {
    throw UsageError("standard input: can't be read more than once; give two files");
  }
  RunFiles files;
  files.reads(options.source.path);
  files.reads(options.target.path);
  OutputFile output("-", files);
  const StageTimes times = measure_stages(options.source, options.target, options.rounds);
  output.stream() << choose_format(options.format, "-", kTimesFormats).text(times);
  output.commit();
}

constexpr const char* kBenchDescription =
    R"(Measures how long each stage of an alignment takes on your files.

Each figure is the fastest of some rounds. ICU's word breaking of both texts, which no aligner of
raw Thai can do without, is the measure beside them.

Examples:
  thalign bench report.th.txt report.en.txt
  thalign bench report.th.txt report.en.txt --rounds 20 --format json)";

}  // namespace

void add_bench_command(CLI::App& program, Commands& commands) {
  const auto options = std::make_shared<BenchOptions>();
  CLI::App& parser = add_parser(program, "bench", kBenchDescription);
  parser.add_option("SOURCE", options->source.path, "text of the source language")
      ->type_name("FILE")
      ->required();
  parser.add_option("TARGET", options->target.path, "text of the target language")
      ->type_name("FILE")
      ->required();
  constexpr unsigned kMaxRounds = 1'000'000;
  parser.add_option("--rounds", options->rounds, "how often each stage is measured")
      ->type_name("N")
      ->capture_default_str()
      ->check(in_range(1, kMaxRounds));
  add_choice_option(parser, "--format", options->format, {"table", "json"}, "what to print");
  commands.push_back({&parser, [options] { run(*options); }});
}

}  // namespace thalign::cli
