// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/base/exit_code.h"
#include "cli/base/format.h"
#include "cli/base/messages.h"
#include "cli/commands/commands.h"
#include "cli/input/input.h"
#include "cli/input/srx_rules.h"
#include "cli/input/text_source.h"
#include "cli/output/output_file.h"
#include "cli/output/segment_writer.h"
#include "cli/parser/option_groups.h"
#include "segment/srx/srx.h"
#include "segment/unit_stream.h"
#include "segment/wrapping/line_joiner.h"
#include "text/unicode/code_points.h"

namespace thalign::cli {
namespace {

struct SegmentOptions {
  InputOptions input;
  OutputOptions output;
  bool units = false;
  bool sentences = false;
  bool print_srx = false;
  double threshold = 0.25;  ///< probability; best F1 of Thai (docs/quality.md)
  MessageOptions messages;
};

/// Log-odds above which a segment ends.
float threshold(const SegmentOptions& options) {
  if (options.units) return -std::numeric_limits<float>::infinity();
  return static_cast<float>(std::log(options.threshold / (1.0 - options.threshold)));
}

void print_srx(const std::string& path) {
  OutputFile output(path, RunFiles());
  output.stream() << own_srx();
  output.commit();
}

void run(const SegmentOptions& options) {
  if (options.print_srx) return print_srx(options.output.path);
  if (options.input.path.empty()) throw UsageError("INPUT is required; see thalign segment --help");
  if (!(options.threshold > 0.0 && options.threshold < 1.0)) {
    throw UsageError(fmt::format("--threshold: {} is not between 0 and 1; the default is 0.25",
                                 options.threshold));
  }
  const std::optional<Language> language = parse_tag("--lang", options.input.tag);
  const SegmentFormat& format =
      choose_format(options.output.format, options.output.path, segment_formats());
  RunFiles files;
  files.reads(options.input.path);
  files.reads(options.input.srx.path);
  OutputFile output(options.output.path, files);
  TextSource source(options.input, language);
  const std::string tag = output_tag(options.input.tag, source.language());
  SegmentWriter segments(output.stream(), format, threshold(options));
  UnitStream units(
      source.language(), [&](const StreamedUnit& unit) { segments.add(unit); },
      srx_rules(read_srx(options.input.srx.path), std::span(&tag, 1)).front());
  std::uint64_t joined = 0;  // code points
  LineJoiner lines(wrapped_lines(options.input.wrapped, source.whole_lines()),
                   [&](const LineJoiner::Part& part) {
                     const CodePointIndex index(part.text);
                     for (std::size_t i = 0; i < part.joints.size(); ++i) {
                       const LineJoint& joint = part.joints[i];
                       segments.add_joint(joined + index.code_point(joint.at),
                                          std::int64_t{part.removed[i]} - (joint.space ? 1 : 0));
                     }
                     joined += index.size();
                     units.add(part.text, part.joints);
                   });
  for (std::string part = source.next(); !part.empty(); part = source.next()) lines.add(part);
  lines.finish();
  units.finish();
  output.commit();
  const Notes notes(options.messages);
  source.report_decoding(notes);
  if (lines.columns() > 0)
    notes.report(wrapping_note(input_name(options.input.path), lines.columns()));
}

constexpr const char* kSegmentDescription =
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
  CLI::App& parser = add_parser(program, "segment", kSegmentDescription);
  parser.add_option("INPUT", options->input.path, "text to cut; - is standard input")
      ->type_name("FILE");
  add_output_option(parser, options->output.path);
  add_format_option(parser, options->output.format, format_list(segment_formats()));
  add_tag_option(parser, "--lang", options->input.tag);
  add_encoding_option(parser, options->input.encoding);
  add_replace_invalid_option(parser, options->input.replace_invalid);
  CLI::Option* const units =
      parser.add_flag("--unit", options->units, "units (segment candidates) instead of sentences");
  parser.add_flag("--sentence", options->sentences, "sentences (the default)")->excludes(units);
  parser.add_option("--threshold", options->threshold, "probability above which a sentence ends")
      ->type_name("P")
      ->capture_default_str()
      ->excludes(units);
  add_srx_option(parser, options->input.srx);
  add_wrapped_option(parser, options->input.wrapped);
  add_document_options(parser, options->input);
  parser.add_flag("--print-srx", options->print_srx,
                  "write thalign's own rules as an SRX file instead, for other programs");
  add_message_options(parser, options->messages);
  commands.push_back({&parser, [options] { run(*options); }});
}

}  // namespace thalign::cli
