// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "cli/base/exit_code.h"
#include "cli/base/format.h"
#include "cli/base/messages.h"
#include "cli/commands/commands.h"
#include "cli/commands/tm/import_report.h"
#include "cli/commands/tm/memory_options.h"
#include "cli/input/input.h"
#include "cli/input/unit_input.h"
#include "cli/output/creation_date.h"
#include "cli/output/memory_output.h"
#include "cli/output/output_file.h"
#include "cli/parser/option_groups.h"
#include "text/error.h"
#include "tm/formats/readers.h"
#include "tm/unit_filter.h"
#include "tm/unit_marks.h"

namespace thalign::cli {
namespace {

struct ImportSettings {
  MemoryOptions memory;
  std::vector<std::string> inputs;
  UnitInputOptions input;  ///< but its path
  std::size_t batch = 0;
  bool untranslated = false;
  bool replace_document = false;
  bool progress = false;
  MessageOptions messages;
};

UnitInputOptions input_options(const std::string& path, const ImportSettings& settings) {
  UnitInputOptions options = settings.input;
  options.formats = single_file_formats();
  options.format_option = "--format";
  options.path = path;
  return options;
}

/// Does `work`, which is about one of the files; false, with a message, if there are others and
/// this one is to blame.
template <typename Work>
bool attempt(const ImportSettings& settings, Work work) {
  if (settings.inputs.size() == 1) {
    work();
    return true;
  }
  try {
    work();
    return true;
  } catch (const Error& error) {
    print_message(error.what());
  } catch (const UsageError& error) {
    print_message(error.what());
  }
  return false;
}

/// The files that can be opened: no memory is made for none.
std::vector<std::string> openable(const ImportSettings& settings) {
  std::vector<std::string> paths;
  for (const std::string& path : settings.inputs) {
    const auto open = [&] { UnitInput(input_options(path, settings)); };
    if (path == "-" || attempt(settings, open)) paths.push_back(path);
  }
  return paths;
}

/// Stores the units of a file; false if it can't be read. What is wrong with the memory is thrown.
bool import_file(Memory& memory, const std::string& path, const ImportSettings& settings,
                 std::ostream& out) {
  std::optional<UnitInput> input;
  if (!attempt(settings, [&] { input.emplace(input_options(path, settings)); })) return false;
  MemoryWriter writer(memory, creation_date(), settings.batch);
  const std::string name = input_name(path);
  writer.set_name("import " + name);
  if (settings.replace_document) writer.set_replacing(Replacing::documents);
  if (settings.progress) report_progress(writer, out, name);
  UnitSieve sieve({.untranslated = settings.untranslated || input->for_translations()});
  const TranslationUnit* unit = nullptr;
  std::size_t neighbours = 0;
  do {
    if (!attempt(settings, [&] { unit = input->units().next(); })) return false;
    if (unit == nullptr) break;
    if (is_deleted(*unit) || sieve.passes(*unit)) {
      writer.add(*unit);
    } else {
      add_neighbours(writer, *unit);
      neighbours += unit->variants.size();
    }
  } while (unit != nullptr);
  ImportCounts counts = writer.finish();
  counts.read -= neighbours;
  counts.left_out -= neighbours;
  out << fmt::format("{}: {}\n", shown(name), import_report(counts, sieve.counts().untranslated))
      << std::flush;
  input->report_repairs(Notes(settings.messages));
  return true;
}

void run(const ImportSettings& settings) {
  RunFiles files;
  for (const std::string& path : settings.inputs) files.reads(path);
  files.writes_memory(settings.memory.path);
  OutputFile output("-", files);
  std::size_t imported = 0;
  if (const std::vector<std::string> paths = openable(settings); !paths.empty()) {
    Memory memory = open_memory(settings.memory, Memory::Access::create, settings.messages);
    for (const std::string& path : paths) {
      if (import_file(memory, path, settings, output.stream())) ++imported;
    }
  }
  output.commit();
  const std::size_t all = settings.inputs.size();
  if (imported < all) {
    throw PartialFailure(fmt::format("{} of {} files could not be imported; all others are stored",
                                     all - imported, all));
  }
}

constexpr const char* kTmImportDescription =
    R"(Stores the units of TMX and other files in a translation memory.

A file is stored whole or not at all; of several, those that can't be read are left out, each with a
message, and the exit code is then 5. Moses pairs, ladders and vecalign's output, which are several
files, become one by thalign convert. Units that are there already are not stored again; with
a later date they replace what was known about them. Units that people corrected (thalign review)
replace those with a part of their text in the same documents; with --replace-document, units of these
documents that are not in the file are removed. thalign tm undo undoes an import. Pairs that thalign align
has marked as not being translations are left out.

Examples:
  thalign tm import old.tmx more.tmx.gz -m news.memory
  thalign tm import report.corrections.jsonl -m news.memory --replace-document
  thalign tm import big.tmx -m news.memory --batch 10000 --progress)";

}  // namespace

void add_tm_import_command(CLI::App& group, Commands& commands) {
  const auto settings = std::make_shared<ImportSettings>();
  CLI::App& parser = add_parser(group, "import", kTmImportDescription);
  parser
      .add_option("FILE", settings->inputs,
                  "file of units, also compressed by gzip or zstd; - is standard input")
      ->type_name("FILE")
      ->required();
  add_format_option(parser, settings->input.format, format_list(single_file_formats()), "--format",
                    "format to read; without it the extension decides");
  add_unit_language_options(parser, settings->input.languages,
                            "language of the source texts, where the format does not say it",
                            "language of the target texts, where the format does not say it");
  add_unit_reading_options(parser, settings->input);
  add_memory_options(parser, settings->memory);
  parser
      .add_option(
          "--batch", settings->batch,
          "units to store in one transaction, so that other programs can write in between and an "
          "interrupted import keeps what is done; 0: each file at once")
      ->type_name("UNITS")
      ->capture_default_str();
  add_untranslated_option(parser, settings->untranslated);
  parser.add_flag("--replace-document", settings->replace_document,
                  "remove units of the same documents that the file does not have");
  parser.add_flag("--progress", settings->progress,
                  "print how many units are stored, after each transaction");
  add_message_options(parser, settings->messages);
  commands.push_back({&parser, [settings] { run(*settings); }});
}

}  // namespace thalign::cli
