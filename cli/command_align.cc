#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/align_options.h"
#include "cli/aligned_pair.h"
#include "cli/bitext_formats.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/unit_output.h"

namespace thalign::cli {
namespace {

void check(const AlignSettings& settings) {
  if (settings.source.path == "-" && settings.target.path == "-") {
    throw UsageError("standard input: can't be both texts; give at least one file");
  }
}

void run(const AlignSettings& settings) {
  const std::string_view format =
      choose_format(settings.output.format, settings.output.path, bitext_formats).name;
  TmxOptions tmx{.date = format == "tmx" ? creation_date() : Date(),
                 .null_beads = settings.null_beads};
  check(settings);

  std::vector<std::string> inputs = settings.lexicon.files;
  inputs.insert(inputs.end(), {settings.source.path, settings.target.path, settings.srx});
  UnitOutput output(format, settings.output.path, inputs);
  const InputOptions source = side_input(settings, settings.source);
  const InputOptions target = side_input(settings, settings.target);
  const Notes notes(settings.messages);
  const LexiconInput lexicon(settings.lexicon, notes);
  const AlignedPair pair = align_pair(source, target, {.lexicon = lexicon.lexicon()});
  const Bitext bitext = pair.bitext();
  tmx.source_language = bitext.source_tag;
  BitextReader units(bitext, format == "tmx" ? std::optional(tmx.date) : std::nullopt);
  const WriteStatistics statistics = copy_units(units, *output.writer(tmx, bitext.target_tag));
  output.commit();

  tell_decoding(notes, pair.source().document(), source);
  tell_decoding(notes, pair.target().document(), target);
  tell_dropped(notes, statistics, settings.output.path, format);
}

constexpr const char* description =
    R"(Aligns a Thai and an English text that translate each other.

Examples:
  thalign align report.th.txt report.en.txt -o report.tmx
  thalign align report.en.txt report.th.txt --format tsv | less
  thalign align --source-lang th-TH --target-lang en-GB a.txt b.txt -o ab.tmx)";

}  // namespace

void add_align_command(CLI::App& program, Commands& commands) {
  const auto settings = std::make_shared<AlignSettings>();
  CLI::App& parser = add_parser(program, "align", description);
  add_align_options(parser, *settings);
  commands.push_back({&parser, [settings] { run(*settings); }});
}

}  // namespace thalign::cli
