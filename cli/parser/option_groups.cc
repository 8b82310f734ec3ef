// SPDX-License-Identifier: Apache-2.0
#include "cli/parser/option_groups.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>
#include <vector>

#include "cli/input/unit_input.h"
#include "cli/parser/closest.h"
#include "document/document_format.h"

namespace thalign::cli {
namespace {

/// Refuses what is none of a few words for a `noun`. Its description lists them: "{tmx,tsv}".
CLI::Validator one_of(std::vector<std::string> words, const std::string& noun) {
  const std::string list = fmt::format("{{{}}}", fmt::join(words, ","));
  return {[words = std::move(words), noun](std::string& given) {
            if (std::ranges::find(words, given) != words.end()) return std::string();
            return fmt::format("unknown {} '{}'; {}", noun, given, suggest(given, words));
          },
          list};
}

}  // namespace

CLI::Option& add_output_option(CLI::App& parser, std::string& path) {
  return *parser.add_option("-o,--output", path, "file to write; - is standard output")
              ->type_name("FILE")
              ->capture_default_str()
              ->configurable(false);
}

CLI::Option& add_format_option(CLI::App& parser, std::string& format,
                               const std::vector<Format>& formats) {
  return add_format_option(
      parser, format, formats, "--format",
      fmt::format("format to write; without it the extension of the output decides, else {}",
                  formats.front().name));
}

CLI::Option& add_format_option(CLI::App& parser, std::string& format,
                               const std::vector<Format>& formats, const std::string& name,
                               const std::string& description) {
  std::vector<std::string> names;
  names.reserve(formats.size());
  for (const Format& one : formats) names.emplace_back(one.name);
  return *parser.add_option(name, format, description)
              ->type_name("NAME")
              ->check(one_of(std::move(names), "format"));
}

CLI::Option& add_encoding_option(CLI::App& parser, std::string& encoding) {
  return *parser
              .add_option("--encoding", encoding,
                          "encoding of the input, such as windows-874; detected by default")
              ->type_name("NAME");
}

CLI::Option& add_columns_option(CLI::App& parser, std::string& columns) {
  return *parser
              .add_option("--columns", columns,
                          "columns of the source and target texts of a table, by names or by "
                          "numbers from 1; "
                          "without it names such as th, English or text_en, or what the cells "
                          "hold, decide; of a "
                          "workbook also SHEET!SOURCE,TARGET")
              ->type_name("SOURCE,TARGET");
}

void add_unit_file_options(CLI::App& parser, UnitInputOptions& input) {
  parser
      .add_option("IN", input.path,
                  "file to read, also compressed by gzip or zstd; - is standard input")
      ->type_name("FILE")
      ->required();
  parser.add_option("IN2", input.second_path, "target texts of a Moses pair")->type_name("FILE");
  add_format_option(parser, input.format, format_list(read_formats()), "--from",
                    "format to read; without it the extension decides");
}

void add_unit_language_options(CLI::App& parser, LanguagePair& languages, const std::string& source,
                               const std::string& target) {
  parser.add_option("--source-lang", languages.source, source)->type_name("TAG");
  parser.add_option("--target-lang", languages.target, target)->type_name("TAG");
}

void add_unit_reading_options(CLI::App& parser, UnitInputOptions& input) {
  add_columns_option(parser, input.columns);
  add_encoding_option(parser, input.encoding);
  parser.add_flag("--unfinished", input.unfinished,
                  "read fuzzy and obsolete translations of PO files, too");
}

CLI::Option& add_replace_invalid_option(CLI::App& parser, bool& replace_invalid) {
  return *parser.add_flag("--replace-invalid", replace_invalid,
                          "replace invalid bytes by U+FFFD instead of refusing the text");
}

CLI::Option& add_untranslated_option(CLI::App& parser, bool& untranslated) {
  return *parser.add_flag("--untranslated", untranslated,
                          "keep pairs that are not translations (both texts in one language, or "
                          "without letters) where they are left out");
}

CLI::Option& add_unique_option(CLI::App& parser, bool& unique) {
  return *parser.add_flag("--unique", unique, "leave out exact repeats of a pair");
}

CLI::Option& add_document_score_option(CLI::App& parser, std::optional<double>& least) {
  return *parser
              .add_option("--min-document-score", least,
                          "refuse texts that are less likely translations of each other; without "
                          "it, those below 0.2 that are long enough to judge; 0: none")
              ->type_name("P")
              ->check(in_range(0, 1));
}

CLI::Option& add_wrapped_option(CLI::App& parser, std::string& wrapped) {
  return add_choice_option(parser, "--wrapped", wrapped, {"auto", "yes", "no"},
                           "whether lines are wrapped at a width and to be joined; auto: where the "
                           "text shows it");
}

void add_document_options(CLI::App& parser, InputOptions& input) {
  std::vector<std::string> names;
  for (const DocumentFormatEntry& entry : document_formats()) names.emplace_back(entry.name);
  parser
      .add_option("--input-format", input.format,
                  "format of the input; detected by default, from its content, then its extension")
      ->type_name("NAME")
      ->check(one_of(std::move(names), "format"));
  parser.add_flag("--whole-page", input.whole_page,
                  "read navigation, header, footer and margin of web pages, too");
}

CLI::Option& add_tag_option(CLI::App& parser, const std::string& name, std::string& tag) {
  return *parser.add_option(name, tag, "th or en, subtags allowed; detected by default")
              ->type_name("TAG");
}

void add_message_options(CLI::App& parser, MessageOptions& messages) {
  CLI::Option* const quiet =
      parser.add_flag("-q,--quiet", messages.quiet, "no notes on standard error, only errors");
  parser.add_flag("-v,--verbose", messages.verbose, "say on standard error what is done")
      ->excludes(quiet);
}

CLI::Option& add_choice_option(CLI::App& parser, const std::string& name, std::string& value,
                               std::initializer_list<std::string> choices,
                               const std::string& description) {
  return *parser.add_option(name, value, description)
              ->type_name("NAME")
              ->capture_default_str()
              ->check(one_of(choices, name.substr(name.find_first_not_of('-'))));
}

CLI::Validator in_range(double least, double most) {
  return {[=](std::string& given) {
            double number = 0.0;
            const bool fine =
                CLI::detail::lexical_cast(given, number) && number >= least && number <= most;
            if (fine) return std::string();
            return fmt::format("'{}' is not a number between {} and {}", given, least, most);
          },
          ""};
}

std::vector<std::string> choices(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const std::size_t open = type.find('{');
  if (open == std::string::npos || !type.ends_with('}')) return {};
  return CLI::detail::split(type.substr(open + 1, type.size() - open - 2), ',');
}

}  // namespace thalign::cli
