#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/format.h"
#include "cli/input.h"
#include "cli/messages.h"
#include "cli/option_groups.h"
#include "cli/output_file.h"
#include "cli/srx_rules.h"
#include "segment/segment.h"
#include "text/code_points.h"
#include "tm/output.h"

namespace thalign::cli {
namespace {

constexpr std::array<Format, 3> formats{{{"text", ".txt"}, {"tsv", ".tsv"}, {"jsonl", ".jsonl"}}};

struct SegmentOptions {
  InputOptions input;
  OutputOptions output;
  bool units = false;
  bool sentences = false;
  bool print_srx = false;
  double threshold = 0.5;  ///< probability
  MessageOptions messages;
};

std::vector<UnitRange> pieces(const SegmentedText& text, const SegmentOptions& options) {
  if (!options.units) {
    return best_sentences(
        text, static_cast<float>(std::log(options.threshold / (1.0 - options.threshold))));
  }
  std::vector<UnitRange> result;
  for (std::uint32_t i = 0; i < text.units().size(); ++i) result.push_back({i, i + 1});
  return result;
}

/// Probability that a sentence ends after the last unit of `piece`; certain at the end of the text.
double break_probability(const SegmentedText& text, UnitRange piece) {
  if (piece.end == text.units().size()) return 1.0;
  return 1.0 / (1.0 + std::exp(-static_cast<double>(text.units()[piece.end - 1].break_after)));
}

void write_piece(std::ostream& out, const SegmentedText& text, const CodePointIndex& index,
                 UnitRange piece, std::string_view format) {
  if (format == "text") {
    out << single_line(text.text(piece)) << '\n';
    return;
  }
  const CodePointRange place = index.code_points(text.bytes(piece));
  const double probability = break_probability(text, piece);
  if (format == "tsv") {
    out << fmt::format("{}\t{}\t{:.4f}\t{}\n", place.begin, place.end, probability,
                       single_line(text.text(piece)));
    return;
  }
  constexpr double places = 1e4;
  nlohmann::ordered_json object;
  object["start"] = place.begin;
  object["end"] = place.end;
  object["break_probability"] = std::round(probability * places) / places;
  object["text"] = text.text(piece);
  out << object.dump() << '\n';
}

void print_srx(const std::string& path) {
  OutputFile output(path);
  output.stream() << own_srx();
  output.commit();
}

void run(const SegmentOptions& options) {
  if (options.print_srx) return print_srx(options.output.path);
  if (options.input.path.empty()) throw UsageError("INPUT is required; see thalign segment --help");
  if (!(options.threshold > 0.0 && options.threshold < 1.0)) {
    throw UsageError(fmt::format("--threshold: {} is no probability between 0 and 1; 0.5 is usual",
                                 options.threshold));
  }
  const std::optional<Language> language = parse_tag("--lang", options.input.tag);
  const std::string_view format =
      choose_format(options.output.format, options.output.path, formats).name;
  const std::array inputs{options.input.path, options.input.srx};
  refuse_output_over_input(options.output.path, inputs);

  OutputFile output(options.output.path);
  Document document = read_document(options.input, language);
  const std::string tag = output_tag(options.input.tag, document.language());
  const std::vector<SrxRule> rules = read_srx_rules(options.input.srx, std::span(&tag, 1)).front();
  const SegmentedText text = segment(std::move(document), rules);
  const CodePointIndex index(text.document().text());
  if (format == "tsv") output.stream() << "#start\tend\tbreak_probability\ttext\n";
  for (const UnitRange piece : pieces(text, options))
    write_piece(output.stream(), text, index, piece, format);
  output.commit();
  tell_decoding(Notes(options.messages), text.document(), options.input);
}

constexpr const char* description =
    R"(Cuts one text into sentences.

Thai marks no sentence end, so the cuts of a Thai text are guesses; `thalign align` makes better
ones with the help of the translation.

Examples:
  thalign segment report.th.txt
  thalign segment report.en.txt --format tsv -o report.en.tsv
  thalign segment --unit report.th.txt --format jsonl
  thalign segment --print-srx -o thalign.srx)";

}  // namespace

void add_segment_command(CLI::App& program, Commands& commands) {
  const auto options = std::make_shared<SegmentOptions>();
  CLI::App& parser = add_parser(program, "segment", description);
  parser.add_option("INPUT", options->input.path, "text to cut; - is standard input")
      ->type_name("FILE");
  add_output_option(parser, options->output.path);
  add_format_option(parser, options->output.format, formats);
  add_tag_option(parser, "--lang", options->input.tag);
  add_encoding_option(parser, options->input.encoding);
  add_replace_invalid_option(parser, options->input.replace_invalid);
  CLI::Option* const units =
      parser.add_flag("--unit", options->units, "the finest pieces instead of sentences");
  parser.add_flag("--sentence", options->sentences, "sentences (the default)")->excludes(units);
  parser.add_option("--threshold", options->threshold, "probability above which a sentence ends")
      ->type_name("P")
      ->capture_default_str()
      ->excludes(units);
  add_srx_option(parser, options->input.srx);
  parser.add_flag("--print-srx", options->print_srx,
                  "write thalign's own rules as an SRX file instead, for other programs");
  add_message_options(parser, options->messages);
  commands.push_back({&parser, [options] { run(*options); }});
}

}  // namespace thalign::cli
