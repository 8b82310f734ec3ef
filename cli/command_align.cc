#include <fmt/format.h>

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "cli/align_options.h"
#include "cli/aligned_pair.h"
#include "cli/bitext_formats.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/output_file.h"

namespace thalign::cli {
namespace {

void check(const AlignSettings& settings) {
  if (settings.source.path == "-" && settings.target.path == "-") {
    throw UsageError("standard input: can't be both texts; give at least one file");
  }
  const std::array inputs{settings.source.path, settings.target.path};
  refuse_output_over_input(settings.output.path, inputs);
}

void run(const AlignSettings& settings) {
  const std::string_view format =
      choose_format(settings.output.format, settings.output.path, bitext_formats).name;
  const TmxOptions tmx{.date = format == "tmx" ? creation_date() : 0,
                       .null_beads = settings.null_beads};
  check(settings);

  OutputFile output(settings.output.path);
  const InputOptions source = side_input(settings, settings.source);
  const InputOptions target = side_input(settings, settings.target);
  const AlignedPair pair = align_pair(source, target);
  const WriteStatistics statistics = write_bitext(output.stream(), pair.bitext(), format, tmx);
  output.commit();

  const Notes notes(settings.messages);
  tell_decoding(notes, pair.source().document(), source);
  tell_decoding(notes, pair.target().document(), target);
  if (statistics.characters_dropped > 0) {
    notes.tell(fmt::format("{}: {} {} left out, which {} can't carry",
                           output_name(settings.output.path), statistics.characters_dropped,
                           statistics.characters_dropped == 1 ? "character" : "characters",
                           format));
  }
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
