#include "cli/io/unit_input.h"

#include <fmt/format.h>

#include "cli/io/exit_code.h"
#include "cli/io/input.h"
#include "text/language.h"

namespace thalign::cli {
namespace {

ByteSource open(const std::string& path) { return ByteSource(open_input(path)); }

std::string_view format_of(const UnitInputOptions& options) {
  if (options.format.empty() && !options.second_path.empty()) return "moses";
  std::string path = options.path;
  if (path.ends_with(".gz")) path.resize(path.size() - 3);
  return choose_format(options.format, path, options.formats, options.format_option).name;
}

void check(const UnitInputOptions& options, std::string_view format) {
  if ((format == "moses") != !options.second_path.empty()) {
    throw UsageError(format == "moses" ? "moses: is two files; give both"
                                       : fmt::format("{}: {} is one file; give only one",
                                                     options.second_path, format));
  }
  const bool by_numbers = format == "ladder" || format == "vecalign";
  if (by_numbers && (options.source_sentences.empty() || options.target_sentences.empty())) {
    throw UsageError(fmt::format(
        "{}: holds numbers of sentences only; add --source-sentences and --target-sentences",
        format));
  }
}

std::unique_ptr<UnitReader> open_units(const UnitInputOptions& options, std::string_view format,
                                       const LanguagePair& languages) {
  ByteSource in = open(options.path);
  if (format == "tsv") return make_tsv_reader(std::move(in), languages);
  if (format == "jsonl") return make_jsonl_reader(std::move(in), languages);
  if (format == "hunalign") return make_hunalign_reader(std::move(in), languages);
  if (format == "bitextor") return make_bitextor_reader(std::move(in), languages);
  if (format == "csv") return make_csv_reader(std::move(in), languages);
  if (format == "moses") {
    return make_moses_reader(std::move(in), open(options.second_path), languages);
  }
  const auto make = format == "ladder" ? make_ladder_reader : make_vecalign_reader;
  return make(std::move(in), open(options.source_sentences), open(options.target_sentences),
              languages);
}

/// The languages of units that say none: the side with Thai text is Thai, the other English; not
/// determined, if there are no units.
LanguagePair recognise(UnitReader& units) {
  constexpr int looked_at = 200;
  for (int i = 0; i < looked_at; ++i) {
    const TranslationUnit* const unit = units.next();
    if (unit == nullptr && i == 0) return {"und", "und"};
    if (unit == nullptr) break;
    LanguagePair said{unit->variants[0].language, unit->variants[1].language};
    if (!said.source.empty() && !said.target.empty()) return said;
    const double source = thai_share(unit->variants[0].text).value_or(0.0);
    const double target = thai_share(unit->variants[1].text).value_or(0.0);
    if (source > 0.5 && target < 0.5) return {"th", "en"};
    if (target > 0.5 && source < 0.5) return {"en", "th"};
  }
  return {};
}

}  // namespace

UnitInput::UnitInput(const UnitInputOptions& options)
    : name_(input_name(options.path)), languages_(options.languages) {
  const std::string_view format = format_of(options);
  check(options, format);
  if (format == "tmx") {
    auto reader = std::make_unique<TmxReader>(
        open(options.path), [this](const Repair& repair) { repairs_.add(repair); });
    tmx_ = reader.get();
    units_ = std::move(reader);
    return;
  }
  if (languages_.source.empty() || languages_.target.empty()) {
    LanguagePair recognised;
    if (options.path != "-") recognised = recognise(*open_units(options, format, languages_));
    if (recognised.source.empty() && format != "jsonl") {
      throw UsageError(fmt::format(
          "{}: does not say its languages; add --source-lang and --target-lang", name_));
    }
    if (languages_.source.empty()) languages_.source = recognised.source;
    if (languages_.target.empty()) languages_.target = recognised.target;
  }
  units_ = open_units(options, format, languages_);
}

void UnitInput::tell_repairs(const Notes& notes) const {
  for (const auto& [first, count] : repairs_.entries()) {
    notes.tell(fmt::format("{}:{}:{}: {}{}{}", name_, first.line, first.column, first.kind,
                           first.detail.empty() ? "" : fmt::format(": '{}'", first.detail),
                           count == 1 ? "" : fmt::format(" (and {} more)", count - 1)));
  }
}

}  // namespace thalign::cli
