// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/align.h"
#include "align/wrapped_pair.h"
#include "cli/base/exit_code.h"
#include "cli/base/messages.h"
#include "cli/commands/commands.h"
#include "cli/output/output_file.h"
#include "cli/parser/option_groups.h"
#include "eval/evaluation.h"
#include "eval/gold.h"
#include "eval/gold_units.h"
#include "segment/segment.h"
#include "text/error.h"
#include "text/files/file.h"
#include "text/unicode/code_points.h"

namespace thalign::cli {
namespace {

namespace fs = std::filesystem;

struct EvaluateOptions {
  std::string set;
  std::string mode = "e2e";
  std::string split = "dev";
  std::string system;  ///< folder of a system's output; empty: thalign itself is evaluated
  bool per_document = false;
};

/// A measure and its name in the report, in the order of the report.
struct Measure {
  std::string_view name;
  Counts counts;
};

std::vector<Measure> measures(const SpanEvaluation& evaluation) {
  return {{"strict", evaluation.strict},      {"comp", evaluation.comp},
          {"softm", evaluation.softm},        {"soft", evaluation.soft},
          {"nullth", evaluation.null_source}, {"nullen", evaluation.null_target}};
}

std::vector<Measure> measures(const UnitEvaluation& evaluation) {
  return {{"strict", evaluation.strict},
          {"lax", evaluation.lax},
          {"pairs", evaluation.pairs},
          {"null", evaluation.null}};
}

Document gold_text(const GoldDocument& gold, Language language) {
  const bool thai = language == Language::thai;
  return Document::from_bytes(
      thai ? gold.thai : gold.english,
      {.name = fmt::format("{}/{}.raw.txt", gold.name, language_tag(language)),
       .encoding = "UTF-8",
       .language = language});
}

std::optional<ScoredBead::Span> span(UnitRange units) {
  if (units.empty()) return std::nullopt;
  return ScoredBead::Span{units.begin, units.end};
}

std::optional<ScoredBead::Span> span(const SegmentedText& text, const CodePointIndex& index,
                                     UnitRange units) {
  if (units.empty()) return std::nullopt;
  const CodePointRange place = index.code_points(text.document().original(text.bytes(units)));
  return ScoredBead::Span{place.begin, place.end};
}

std::vector<ScoredBead> align_raw(const GoldDocument& gold) {
  // As `thalign align` does it.
  WrappedText thai_text{.document = gold_text(gold, Language::thai)};
  WrappedText english_text{.document = gold_text(gold, Language::english)};
  const auto [thai, english, alignment] = align_unwrapped(
      thai_text, english_text,
      [](Document document, PairSide) { return segment(std::move(document)); },
      [](SegmentedText& source, SegmentedText& target) { return cut_and_align(source, target); });
  const CodePointIndex thai_index(thai.document().original_text());
  const CodePointIndex english_index(english.document().original_text());
  std::vector<ScoredBead> beads;
  for (const Bead& bead : alignment.beads()) {
    beads.push_back({.source = span(thai, thai_index, bead.source),
                     .target = span(english, english_index, bead.target)});
  }
  return beads;
}

/// The bytes of a system's output; none where it gave none.
std::string read_if_exists(const fs::path& path) {
  return fs::exists(path) ? read_file(path) : std::string();
}

SpanEvaluation evaluate_raw(const GoldDocument& gold, const std::optional<fs::path>& system) {
  const std::vector<ScoredBead> beads =
      system ? parse_spans(read_if_exists(*system), system->string(), gold.sizes) : align_raw(gold);
  return evaluate_spans(gold.thai, gold.english, gold.spans, beads);
}

std::vector<CodePointRange> gold_units(const fs::path& folder, std::string_view tag,
                                       std::string_view text) {
  const fs::path path = folder / fmt::format("{}.off.tsv", tag);
  return parse_unit_ranges(read_file(path), path.string(), CodePointIndex(text).size());
}

void refuse_beyond(const std::vector<ScoredBead>& beads, std::size_t source_units,
                   std::size_t target_units, const std::string& name) {
  for (const ScoredBead& bead : beads) {
    if ((bead.source && bead.source->end > source_units) ||
        (bead.target && bead.target->end > target_units)) {
      throw Error(ErrorCode::format, name,
                  fmt::format("has a bead beyond the {} and {} units of the document; correct it",
                              source_units, target_units));
    }
  }
}

UnitEvaluation evaluate_gold_units(const GoldDocument& gold, const fs::path& folder,
                                   const std::optional<fs::path>& system) {
  const std::vector<CodePointRange> thai = gold_units(folder, "th", gold.thai);
  const std::vector<CodePointRange> english = gold_units(folder, "en", gold.english);
  std::vector<ScoredBead> beads;
  if (system) {
    beads = parse_units(read_if_exists(*system), system->string());
    refuse_beyond(beads, thai.size(), english.size(), system->string());
  } else {
    const SegmentedText source = with_units(gold_text(gold, Language::thai), thai);
    const SegmentedText target = with_units(gold_text(gold, Language::english), english);
    const Alignment alignment = align(source, target);
    for (const Bead& bead : alignment.beads()) {
      beads.push_back({.source = span(bead.source), .target = span(bead.target)});
    }
  }
  return evaluate_units(gold.units, beads);
}

/// `value` to three places with trailing zeros left out, but at least one place: "0.63", "1.0".
std::string rounded(double value) {
  std::string text = fmt::format("{:.3f}", value);
  while (text.ends_with('0') && text[text.size() - 2] != '.') text.pop_back();
  return text;
}

template <typename Evaluation>
std::string document_line(std::string_view name, const Evaluation& evaluation) {
  std::string list;
  for (const Measure& measure : measures(evaluation)) {
    list += fmt::format("{}'{}': {}", list.empty() ? "" : ", ", measure.name,
                        rounded(measure.counts.f1()));
  }
  return fmt::format("{} {{{}}}\n", shown(name), list);
}

std::string measure_line(const Measure& measure) {
  const Counts& counts = measure.counts;
  return fmt::format("{:8s} P {:.4f}  R {:.4f}  F1 {:.4f}   ({:.6g}/{:.6g}, {:.6g}/{:.6g})\n",
                     measure.name, counts.precision(), counts.recall(), counts.f1(),
                     counts.right_system, counts.system, counts.right_gold, counts.gold);
}

/// Evaluates each document by `evaluate(document, its folder, the system's file for it)` and sums
/// up.
template <typename Evaluate>
std::string report(const EvaluateOptions& options, const Evaluate& evaluate) {
  const fs::path set = options.set;
  const std::vector<std::string> names = gold_documents(set, options.split);
  std::string text;
  std::size_t missing = 0;
  decltype(evaluate(GoldDocument(), set, std::optional<fs::path>())) total;
  for (const std::string& name : names) {
    std::optional<fs::path> system;
    if (!options.system.empty()) system = fs::path(options.system) / (name + ".tsv");
    if (system && !fs::exists(*system)) ++missing;
    const auto evaluation = evaluate(read_gold_document(set / name), set / name, system);
    if (options.per_document) text += document_line(name, evaluation);
    total += evaluation;
  }
  text += fmt::format("documents {}  without system output {}\n", names.size(), missing);
  if (names.empty()) return text;
  for (const Measure& measure : measures(total)) text += measure_line(measure);
  return text;
}

/// All files below `folder` are read.
void declare_folder(RunFiles& files, const fs::path& folder) {
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    files.reads(it->path().string());
  }
}

void run(const EvaluateOptions& options) {
  if (!options.system.empty() && !fs::is_directory(options.system)) {
    throw Error(ErrorCode::io, options.system,
                "not a folder; give the folder with the system's files");
  }
  RunFiles files;
  declare_folder(files, options.set);
  declare_folder(files, options.system);
  OutputFile output("-", files);
  const auto raw = [](const GoldDocument& gold, const fs::path& /*folder*/, const auto& system) {
    return evaluate_raw(gold, system);
  };
  const std::string text =
      options.mode == "e2e" ? report(options, raw) : report(options, evaluate_gold_units);
  output.stream() << text;
  output.commit();
}

constexpr const char* kEvaluateDescription =
    R"(Measures alignments against documents aligned by hand.

Without --system thalign aligns the documents itself, Thai as the source.

Examples:
  thalign evaluate gold/news
  thalign evaluate gold/news --mode align
  thalign evaluate gold/news --system other-aligner/ --per-document)";

}  // namespace

void add_evaluate_command(CLI::App& program, Commands& commands) {
  const auto options = std::make_shared<EvaluateOptions>();
  CLI::App& parser = add_parser(program, "evaluate", kEvaluateDescription);
  parser.add_option("SETDIR", options->set, "folder with a folder for each gold document")
      ->type_name("FOLDER")
      ->required();
  add_choice_option(parser, "--mode", options->mode, {"e2e", "align"},
                    "e2e: from raw text; align: over the gold's own units");
  add_choice_option(parser, "--split", options->split, {"all", "dev", "heldout"},
                    "documents to take");
  parser.add_option("--system", options->system, "folder with DOCUMENT.tsv for each document")
      ->type_name("FOLDER");
  parser.add_flag("--per-document", options->per_document, "print F1 of each document too");
  commands.push_back({&parser, [options] { run(*options); }});
}

}  // namespace thalign::cli
