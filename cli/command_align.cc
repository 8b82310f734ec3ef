#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "align/align.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/format.h"
#include "cli/input.h"
#include "cli/messages.h"
#include "cli/output_file.h"
#include "segment/segment.h"
#include "tm/bitext.h"
#include "tm/tmx_writer.h"

namespace thalign::cli {
namespace {

constexpr std::array<Format, 3> formats{{{"tmx", ".tmx"}, {"tsv", ".tsv"}, {"jsonl", ".jsonl"}}};

struct AlignOptions {
  InputOptions source, target;
  std::string encoding;  ///< of both; the encoding of one side goes before it
  std::string output = "-";
  std::string format;
  bool replace_invalid = false;
  bool null_beads = false;
  bool quiet = false;
};

/// The date to write: SOURCE_DATE_EPOCH, so that the same input gives the same bytes, else now.
std::time_t creation_date() {
  const char* const given = std::getenv("SOURCE_DATE_EPOCH");
  if (given == nullptr) return std::time(nullptr);
  constexpr std::time_t end_of_year_9999 = 253402300799;
  const std::string_view text(given);
  std::time_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size() || seconds < 0 ||
      seconds > end_of_year_9999) {
    throw UsageError(fmt::format(
        "SOURCE_DATE_EPOCH: '{}' is no number of seconds since 1970; correct or unset it", text));
  }
  return seconds;
}

WriteStatistics write(std::ostream& out, const Bitext& bitext, std::string_view format,
                      const TmxOptions& tmx) {
  if (format == "tsv") return write_tsv(out, bitext);
  if (format == "jsonl") return write_jsonl(out, bitext);
  return write_tmx(out, bitext, tmx);
}

void check(const AlignOptions& options) {
  if (options.source.path == "-" && options.target.path == "-") {
    throw UsageError("standard input: can't be both texts; give at least one file");
  }
  const std::array inputs{options.source.path, options.target.path};
  refuse_output_over_input(options.output, inputs);
}

void run(AlignOptions options) {
  for (InputOptions* const side : {&options.source, &options.target}) {
    if (side->encoding.empty()) side->encoding = options.encoding;
    side->replace_invalid = options.replace_invalid;
  }
  const std::string_view format = choose_format(options.format, options.output, formats).name;
  const TmxOptions tmx{.date = format == "tmx" ? creation_date() : 0,
                       .null_beads = options.null_beads};
  check(options);

  OutputFile output(options.output);
  DocumentPair pair = read_pair(options.source, options.target);
  const SegmentedText source = segment(std::move(pair.source));
  const SegmentedText target = segment(std::move(pair.target));
  const Alignment alignment = align(source, target);
  const Bitext bitext{.source = source,
                      .target = target,
                      .alignment = alignment,
                      .source_tag = output_tag(options.source.tag, source.document().language()),
                      .target_tag = output_tag(options.target.tag, target.document().language())};
  const WriteStatistics statistics = write(output.stream(), bitext, format, tmx);
  output.commit();

  const Notes notes(options.quiet);
  tell_decoding(notes, source.document(), options.source);
  tell_decoding(notes, target.document(), options.target);
  if (statistics.characters_dropped > 0) {
    notes.tell(fmt::format(
        "{}: {} {} left out, which {} can't carry",
        options.output == "-" ? "standard output" : options.output, statistics.characters_dropped,
        statistics.characters_dropped == 1 ? "character" : "characters", format));
  }
}

constexpr const char* description =
    R"(Aligns a Thai and an English text that translate each other.

Examples:
  thalign align report.th.txt report.en.txt -o report.tmx
  thalign align report.en.txt report.th.txt --format tsv | less
  thalign align --source-lang th-TH --target-lang en-GB a.txt b.txt -o ab.tmx)";

}  // namespace

Command add_align_command(CLI::App& program) {
  const auto options = std::make_shared<AlignOptions>();
  CLI::App& parser = *program.add_subcommand("align", description);
  parser
      .add_option("SOURCE", options->source.path,
                  "text of the source language; - is standard input")
      ->type_name("FILE")
      ->required();
  parser
      .add_option("TARGET", options->target.path,
                  "text of the target language; - is standard input")
      ->type_name("FILE")
      ->required();
  parser.add_option("-o,--output", options->output, "file to write; - is standard output")
      ->type_name("FILE")
      ->capture_default_str();
  parser
      .add_option("--format", options->format,
                  "tmx, tsv or jsonl; without it the extension of the output decides, else tmx")
      ->type_name("NAME");
  parser
      .add_option("--source-lang", options->source.tag,
                  "th or en, subtags allowed; else recognised")
      ->type_name("TAG");
  parser
      .add_option("--target-lang", options->target.tag,
                  "th or en, subtags allowed; else recognised")
      ->type_name("TAG");
  parser
      .add_option("--encoding", options->encoding,
                  "encoding of both texts, such as windows-874; else recognised")
      ->type_name("NAME");
  parser.add_option("--source-encoding", options->source.encoding, "encoding of SOURCE")
      ->type_name("NAME");
  parser.add_option("--target-encoding", options->target.encoding, "encoding of TARGET")
      ->type_name("NAME");
  parser.add_flag("--replace-invalid", options->replace_invalid,
                  "replace invalid bytes by U+FFFD instead of refusing the text");
  parser.add_flag("--null-beads", options->null_beads,
                  "write what has no counterpart to TMX too; TSV and JSONL always have it");
  parser.add_flag("-q,--quiet", options->quiet, "no notes on standard error, only errors");
  return {&parser, [options] { run(*options); }};
}

}  // namespace thalign::cli
