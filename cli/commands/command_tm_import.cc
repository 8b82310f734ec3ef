#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "cli/commands/import_report.h"
#include "cli/commands/memory_options.h"
#include "cli/commands/tm_commands.h"
#include "cli/io/bitext_formats.h"
#include "cli/io/input.h"
#include "cli/io/messages.h"
#include "cli/io/output_file.h"
#include "cli/io/unit_input.h"
#include "cli/parser/option_groups.h"
#include "tm/formats/readers.h"

namespace thalign::cli {
namespace {

struct ImportSettings {
  MemoryOptions memory;
  std::vector<std::string> inputs;
  std::string format;
  LanguagePair languages;
  std::size_t batch = 0;
  bool progress = false;
  MessageOptions messages;
};

UnitInputOptions input_options(const std::string& path, const ImportSettings& settings) {
  UnitInputOptions options;
  options.formats = single_file_formats;
  options.format_option = "--format";
  options.path = path;
  options.format = settings.format;
  options.languages = settings.languages;
  return options;
}

void import_file(Memory& memory, const std::string& path, const ImportSettings& settings,
                 std::ostream& out) {
  UnitInput input(input_options(path, settings));
  MemoryWriter writer(memory, creation_date(), settings.batch);
  const std::string name = input_name(path);
  if (settings.progress) tell_progress(writer, out, name);
  while (const TranslationUnit* const unit = input.units().next()) writer.add(*unit);
  const ImportCounts counts = writer.finish();
  out << fmt::format("{}: {}\n", name, import_report(counts)) << std::flush;
  input.tell_repairs(Notes(settings.messages));
}

void run(const ImportSettings& settings) {
  RunFiles files;
  for (const std::string& path : settings.inputs) files.reads(path);
  files.writes_memory(settings.memory.path);
  OutputFile output("-", files);
  for (const std::string& path : settings.inputs) {
    if (path != "-") UnitInput(input_options(path, settings));  // before a memory is made
  }
  Memory memory = open_memory(settings.memory, Memory::Access::create);
  for (const std::string& path : settings.inputs)
    import_file(memory, path, settings, output.stream());
  output.commit();
}

constexpr const char* tm_import_description =
    R"(Stores the units of TMX and other files in a translation memory.

A file is stored whole or not at all. Moses pairs, ladders and vecalign's output, which are several
files, become one by thalign convert. Units that are there already are not stored again; those with
a later date take the place of what was said about them.

Examples:
  thalign tm import old.tmx more.tmx.gz -m news.memory
  thalign tm import big.tmx -m news.memory --batch 10000 --progress)";

}  // namespace

void add_tm_import_command(CLI::App& group, Commands& commands) {
  const auto settings = std::make_shared<ImportSettings>();
  CLI::App& parser = add_parser(group, "import", tm_import_description);
  parser
      .add_option("FILE", settings->inputs,
                  "file of units, also compressed by gzip; - is standard input")
      ->type_name("FILE")
      ->required();
  add_format_option(parser, settings->format, single_file_formats, "--format",
                    "format to read; without it the extension decides");
  parser
      .add_option("--source-lang", settings->languages.source,
                  "language of the source texts, where the format does not say it")
      ->type_name("TAG");
  parser
      .add_option("--target-lang", settings->languages.target,
                  "language of the target texts, where the format does not say it")
      ->type_name("TAG");
  add_memory_options(parser, settings->memory);
  parser
      .add_option("--batch", settings->batch,
                  "store so many units at once, so that other programs can write in between and an "
                  "interrupted import keeps what is done; 0: each file at once")
      ->type_name("UNITS")
      ->capture_default_str();
  parser.add_flag("--progress", settings->progress,
                  "tell how many units are safe, whenever that is certain");
  add_message_options(parser, settings->messages);
  commands.push_back({&parser, [settings] { run(*settings); }});
}

}  // namespace thalign::cli
