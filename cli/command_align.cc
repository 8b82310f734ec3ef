#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "align/align.h"
#include "cli/align_options.h"
#include "cli/aligned_pair.h"
#include "cli/bitext_formats.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/input.h"
#include "cli/output_file.h"
#include "cli/unit_output.h"
#include "text/error.h"
#include "tm/unit_filter.h"

namespace thalign::cli {
namespace {

void check(const AlignSettings& settings, std::string_view format) {
  const std::array paths{settings.source.path, settings.target.path, settings.anchors};
  if (settings.source.path == "-" && settings.target.path == "-") {
    throw UsageError("standard input: can't be both texts; give at least one file");
  }
  if (std::ranges::count(paths, "-") > 1)
    throw UsageError("standard input: can't be a text and the anchors; give a file");
  if (settings.min_confidence > 0.0 && format == "ladder")
    throw UsageError("--min-confidence: a ladder has all beads; choose another format");
}

std::vector<std::string> inputs(const AlignSettings& settings) {
  std::vector<std::string> paths = settings.lexicon.files;
  paths.insert(paths.end(), {settings.source.path, settings.target.path, settings.srx});
  if (!settings.anchors.empty()) paths.push_back(settings.anchors);
  return paths;
}

std::optional<FixedBeadTable> fixed_beads(const AlignSettings& settings) {
  if (settings.anchors.empty()) return std::nullopt;
  return FixedBeadTable{read_input(settings.anchors), input_name(settings.anchors)};
}

/// Refuses a pair of texts that hardly translate each other, or tells of it.
void judge(const AlignedPair& pair, const AlignSettings& settings, const Notes& notes) {
  const double score = pair.alignment().document_score().value_or(1.0);
  const std::string names =
      fmt::format("{}, {}", pair.source().document().name(), pair.target().document().name());
  if (score < settings.min_document_score) {
    throw Error(ErrorCode::format, names,
                fmt::format("document score {:.4f} is below {}; give texts that translate each "
                            "other, or a lower --min-document-score",
                            score, settings.min_document_score));
  }
  if (score < kWrongPair) {
    notes.tell(fmt::format("{}: don't look like translations of each other (document score {:.4f})",
                           names, score));
  }
}

void tell_left_out(const Notes& notes, const UnitFilter& units, const AlignSettings& settings) {
  const std::string name = output_name(settings.output.path);
  const auto beads = [](std::size_t count) {
    return fmt::format("{} {}", count, count == 1 ? "bead" : "beads");
  };
  if (units.unsure() > 0) {
    notes.tell(fmt::format("{}: {} of confidence below {} left out", name, beads(units.unsure()),
                           settings.min_confidence));
  }
  if (units.same_language() > 0) {
    notes.tell(fmt::format("{}: {} copied without translation left out; --same-language keeps them",
                           name, beads(units.same_language())));
  }
}

void run(const AlignSettings& settings) {
  const std::string_view format =
      choose_format(settings.output.format, settings.output.path, bitext_formats).name;
  TmxOptions tmx{.date = format == "tmx" ? creation_date() : Date(),
                 .null_beads = settings.null_beads};
  check(settings, format);

  UnitOutput output(format, settings.output.path, inputs(settings));
  const InputOptions source = side_input(settings, settings.source);
  const InputOptions target = side_input(settings, settings.target);
  const Notes notes(settings.messages);
  const LexiconInput lexicon(settings.lexicon, notes);
  const AlignedPair pair =
      align_pair(source, target, {.lexicon = lexicon.lexicon()}, fixed_beads(settings));
  judge(pair, settings, notes);
  const Bitext bitext = pair.bitext();
  tmx.source_language = bitext.source_tag;
  BitextReader beads(bitext, format == "tmx" ? std::optional(tmx.date) : std::nullopt);
  const bool for_memories = format == "tmx" || format == "moses";
  UnitFilter units(beads, {.min_confidence = settings.min_confidence,
                           .same_language = settings.same_language || !for_memories});
  const WriteStatistics statistics = copy_units(units, *output.writer(tmx, bitext.target_tag));
  output.commit();

  tell_decoding(notes, pair.source().document(), source);
  tell_decoding(notes, pair.target().document(), target);
  tell_dropped(notes, statistics, settings.output.path, format);
  tell_left_out(notes, units, settings);
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
