// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <cstdint>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "cli/base/exit_code.h"
#include "cli/base/format.h"
#include "cli/base/messages.h"
#include "cli/commands/commands.h"
#include "cli/input/document_input.h"
#include "cli/input/input.h"
#include "cli/output/output_file.h"
#include "cli/parser/option_groups.h"
#include "document/structured_document.h"
#include "text/unicode/code_points.h"

namespace thalign::cli {
namespace {

struct TextOptions {
  InputOptions input;
  OutputOptions output;
  MessageOptions messages;
};

void write_text(std::ostream& out, const StructuredDocument& document) {
  out << document.text();
  if (!document.text().empty()) out << '\n';
}

/// Offsets are those of the text, as outputs of `thalign align` have them.
void write_block_lines(std::ostream& out, const StructuredDocument& document) {
  const CodePointIndex index(document.text());
  for (const Block& block : document.blocks()) {
    nlohmann::ordered_json object;
    object["kind"] = block_kind_name(block.kind);
    if (block.level > 0) object["level"] = block.level;
    object["start"] = index.code_point(block.range.begin);
    object["end"] = index.code_point(block.range.end);
    if (!block.place.empty()) object["place"] = block.place;
    if (!block.language.empty()) object["language"] = block.language;
    if (block.time) {
      object["begin_ms"] = block.time->begin;
      object["end_ms"] = block.time->end;
    }
    for (const InlineRange& part : block.inlines) {
      nlohmann::ordered_json inline_part;
      inline_part["format"] = inline_format_name(part.format);
      inline_part["start"] = index.code_point(block.range.begin + part.range.begin);
      inline_part["end"] = index.code_point(block.range.begin + part.range.end);
      object["inline"].push_back(std::move(inline_part));
    }
    object["text"] = document.text().substr(block.range.begin, block.range.size());
    out << object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  }
}

/// A format the text of a document is written in.
struct TextFormat {
  std::string_view name;
  std::string_view extension;
  void (*write)(std::ostream& out, const StructuredDocument& document);
};

constexpr std::array<TextFormat, 2> kTextFormats{
    {{"text", ".txt", write_text}, {"jsonl", ".jsonl", write_block_lines}}};

void run(const TextOptions& options) {
  if (options.input.path.empty()) throw UsageError("FILE is required; see thalign text --help");
  const TextFormat& format =
      choose_format(options.output.format, options.output.path, kTextFormats);
  RunFiles files;
  files.reads(options.input.path);
  OutputFile output(options.output.path, files);
  const StructuredDocument document = read_blocks(options.input);
  format.write(output.stream(), document);
  output.commit();
  const Notes notes(options.messages);
  for (const std::string& note : document.notes()) notes.report(note);
}

constexpr const char* kTextDescription =
    R"(Shows the text that is read from a document of any format.

`thalign align` and `thalign segment` read documents in the same way, so this shows what they see:
what was left out of a web page, and what became of tables and notes. JSON lines show each block,
what it is and where it stands.

Examples:
  thalign text page.html
  thalign text --whole-page page.html --format jsonl
  thalign text page.html -o page.txt)";

}  // namespace

void add_text_command(CLI::App& program, Commands& commands) {
  const auto options = std::make_shared<TextOptions>();
  CLI::App& parser = add_parser(program, "text", kTextDescription);
  parser.add_option("FILE", options->input.path, "document to read; - is standard input")
      ->type_name("FILE");
  add_output_option(parser, options->output.path);
  add_format_option(parser, options->output.format, format_list(kTextFormats));
  add_document_options(parser, options->input);
  add_encoding_option(parser, options->input.encoding);
  add_replace_invalid_option(parser, options->input.replace_invalid);
  add_message_options(parser, options->messages);
  commands.push_back({&parser, [options] { run(*options); }});
}

}  // namespace thalign::cli
