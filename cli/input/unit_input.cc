// SPDX-License-Identifier: Apache-2.0
#include "cli/input/unit_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "cli/base/exit_code.h"
#include "cli/base/format.h"
#include "cli/input/input.h"
#include "text/language.h"

namespace thalign::cli {
namespace {

const UnitFormat& format_of(const UnitInputOptions& options) {
  if (options.format.empty() && !options.second_path.empty()) {
    const auto two = std::ranges::find_if(options.formats, &UnitFormat::two_files);
    if (two != options.formats.end()) return *two;
  }
  return choose_format(options.format, options.path, options.formats, options.format_option);
}

void check(const UnitInputOptions& options, const UnitFormat& format) {
  if (format.two_files && options.second_path.empty())
    throw UsageError(fmt::format("{}: is two files; give both", format.name));
  if (!format.two_files && !options.second_path.empty()) {
    throw UsageError(
        fmt::format("{}: {} is one file; give only one", options.second_path, format.name));
  }
  if (format.sentence_numbers &&
      (options.source_sentences.empty() || options.target_sentences.empty())) {
    throw UsageError(fmt::format(
        "{}: holds numbers of sentences only; add --source-sentences and --target-sentences",
        format.name));
  }
}

std::optional<ByteSource> open_if(bool needed, const std::string& path) {
  return needed ? std::optional(open_input(path)) : std::nullopt;
}

std::unique_ptr<UnitReader> open_units(const UnitInputOptions& options, const UnitFormat& format,
                                       const UnitReadOptions& how) {
  return format.read(
      {.units = open_input(options.path),
       .second = open_if(format.two_files, options.second_path),
       .source_sentences = open_if(format.sentence_numbers, options.source_sentences),
       .target_sentences = open_if(format.sentence_numbers, options.target_sentences)},
      how);
}

/// The languages of units that say none: the side with Thai text is Thai, the other English; not
/// determined, if there are no units.
LanguagePair recognise(UnitReader& units) {
  constexpr int kMaxUnitsLookedAt = 200;
  for (int i = 0; i < kMaxUnitsLookedAt; ++i) {
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

const std::vector<UnitFormat>& read_formats() {
  static const std::vector<UnitFormat> formats = [] {
    std::vector<UnitFormat> list;
    std::ranges::copy_if(unit_formats(), std::back_inserter(list), &UnitFormat::read);
    return list;
  }();
  return formats;
}

const std::vector<UnitFormat>& single_file_formats() {
  static const std::vector<UnitFormat> formats = [] {
    std::vector<UnitFormat> list = read_formats();
    std::erase_if(
        list, [](const UnitFormat& format) { return format.two_files || format.sentence_numbers; });
    return list;
  }();
  return formats;
}

UnitInput::UnitInput(const UnitInputOptions& options)
    : name_(input_name(options.path)), languages_(options.languages) {
  const UnitFormat& format = format_of(options);
  check(options, format);
  for_translations_ = format.for_translations;
  UnitReadOptions how{.languages = languages_,
                      .columns = options.columns,
                      .encoding = options.encoding,
                      .unfinished = options.unfinished};
  const bool said = !languages_.source.empty() && !languages_.target.empty();
  if (!format.has_header && !said) {
    LanguagePair recognised;
    if (options.path != "-") recognised = recognise(*open_units(options, format, how));
    if (recognised.source.empty() && !format.names_languages) {
      throw UsageError(fmt::format(
          "{}: does not say its languages; add --source-lang and --target-lang", name_));
    }
    if (languages_.source.empty()) languages_.source = recognised.source;
    if (languages_.target.empty()) languages_.target = recognised.target;
  }
  how.languages = languages_;
  how.on_repair = [this](const Repair& repair) { repairs_.add(repair); };
  units_ = open_units(options, format, how);
  tmx_ = dynamic_cast<const TmxReader*>(units_.get());
}

void UnitInput::report_repairs(const Notes& notes) const {
  cli::report_repairs(notes, name_, repairs_);
}

void report_repairs(const Notes& notes, const std::string& name, const RepairCounts& repairs) {
  for (const auto& [first, count] : repairs.entries()) {
    notes.report(fmt::format("{}:{}:{}: {}{}{}", name, first.line, first.column, first.kind,
                             first.detail.empty() ? "" : fmt::format(": '{}'", first.detail),
                             count == 1 ? "" : fmt::format(" (and {} more)", count - 1)));
  }
}

}  // namespace thalign::cli
