// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "cli/base/format.h"
#include "cli/base/messages.h"
#include "cli/input/input.h"

// Options that several commands have, so that they are called and described alike everywhere.

namespace CLI {
class App;
class Option;
class Validator;
}  // namespace CLI

namespace thalign {
struct LanguagePair;
}  // namespace thalign

namespace thalign::cli {

struct UnitInputOptions;

/// Where to write, and in which format.
struct OutputOptions {
  std::string path = "-";  ///< a file, or `-` for standard output
  std::string format;      ///< name of a format; empty: by the extension of `path`
};

/// -o, --output
CLI::Option& add_output_option(CLI::App& parser, std::string& path);
/// --format: one of `formats` (`format_list` of a table), of which the first is the default; see
/// `choose_format`.
CLI::Option& add_format_option(CLI::App& parser, std::string& format,
                               const std::vector<Format>& formats);
/// As --format, under another name and with another description.
CLI::Option& add_format_option(CLI::App& parser, std::string& format,
                               const std::vector<Format>& formats, const std::string& name,
                               const std::string& description);
/// --encoding
CLI::Option& add_encoding_option(CLI::App& parser, std::string& encoding);
/// --columns
CLI::Option& add_columns_option(CLI::App& parser, std::string& columns);
/// IN, IN2 and --from: a file of units, or the two of a Moses pair
void add_unit_file_options(CLI::App& parser, UnitInputOptions& input);
/// --source-lang and --target-lang of units; `source`, `target`: what they say
void add_unit_language_options(CLI::App& parser, LanguagePair& languages, const std::string& source,
                               const std::string& target);
/// --columns, --encoding and --unfinished: how files of units are read
void add_unit_reading_options(CLI::App& parser, UnitInputOptions& input);
/// --replace-invalid
CLI::Option& add_replace_invalid_option(CLI::App& parser, bool& replace_invalid);
/// --input-format and --whole-page: how documents are read
void add_document_options(CLI::App& parser, InputOptions& input);
/// --wrapped: auto, yes or no
CLI::Option& add_wrapped_option(CLI::App& parser, std::string& wrapped);
/// --untranslated: keep pairs that are marked as not being translations
CLI::Option& add_untranslated_option(CLI::App& parser, bool& untranslated);
/// --unique: leave out repeats
CLI::Option& add_unique_option(CLI::App& parser, bool& unique);
/// --min-document-score, as `judge` takes it
CLI::Option& add_document_score_option(CLI::App& parser, std::optional<double>& least);
/// A tag such as --lang: BCP 47.
CLI::Option& add_tag_option(CLI::App& parser, const std::string& name, std::string& tag);
/// -q, --quiet and -v, --verbose
void add_message_options(CLI::App& parser, MessageOptions& messages);
/// An option that takes one of a few words; another is refused with the nearest one.
CLI::Option& add_choice_option(CLI::App& parser, const std::string& name, std::string& value,
                               std::initializer_list<std::string> choices,
                               const std::string& description);
/// Takes numbers from `least` to `most`, both included.
CLI::Validator in_range(double least, double most);

/// The words an option of `add_choice_option` or `add_format_option` takes; none for other options.
std::vector<std::string> choices(const CLI::Option& option);

}  // namespace thalign::cli
