// SPDX-License-Identifier: Apache-2.0
#include "cli/align/pair_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "cli/base/exit_code.h"
#include "cli/base/format.h"
#include "cli/input/input.h"
#include "cli/output/creation_date.h"
#include "cli/review/page_data.h"
#include "text/language.h"
#include "tm/bitext.h"
#include "tm/paragraph_beads.h"

namespace thalign::cli {
namespace {

/// Not written by a `UnitWriter`: the page has the texts whole.
constexpr UnitFormat kPageFormat{.name = "html", .extension = ".html"};
/// Not a file that is written once, either.
constexpr UnitFormat kMemoryFormat{.name = "memory",
                                   .extension = ".memory",
                                   .read_extensions = ".db ",
                                   .many_documents = true,
                                   .for_translations = true};

bool is_page(const UnitFormat& format) { return format.name == kPageFormat.name; }
bool is_memory(const UnitFormat& format) { return format.name == kMemoryFormat.name; }

const UnitFormat& checked_format(const AlignSettings& settings, const std::string& path) {
  const UnitFormat& format = choose_format(settings.output.format, path, align_formats());
  if (!format.needs_all_beads && !is_page(format)) return format;
  const auto refuse = [&](bool given, std::string_view option) {
    if (given)
      throw UsageError(fmt::format("{}: a {} has all beads; choose another format", option,
                                   is_page(format) ? "page" : format.name));
  };
  refuse(settings.min_confidence > 0.0, "--min-confidence");
  refuse(settings.unique, "--unique");
  refuse(settings.segtype == "both", "--segtype both");
  return format;
}

/// Whether a text that marks the ends of its sentences has one inside of the range; those of Thai
/// are guesses.
bool has_inner_end(const SegmentedText& text, const std::string& tag, UnitRange range) {
  if (range.empty() || language_of_tag(tag) == Language::thai) return false;
  const auto units = std::span(text.units()).subspan(range.begin, range.size() - 1);
  return std::ranges::any_of(units, [](const Unit& unit) { return unit.break_after > 0.0F; });
}

}  // namespace

const std::vector<UnitFormat>& align_formats() {
  static const std::vector<UnitFormat> formats = [] {
    std::vector<UnitFormat> list = written_formats();
    list.push_back(kPageFormat);
    list.push_back(kMemoryFormat);
    return list;
  }();
  return formats;
}

void declare_pair_output(RunFiles& files, const AlignSettings& settings, const std::string& path,
                         const std::string& place) {
  const UnitFormat& format = choose_format(settings.output.format, path, align_formats());
  if (is_memory(format)) {
    refuse_compressed_memory(path);
    return files.writes_memory(path);
  }
  if (!format.two_files || path == "-") return files.writes(path, place);
  // Of two texts one is Thai and one English; where one language is given, the other follows.
  const std::optional<Language> source = parse_tag("--source-lang", settings.source.tag);
  const std::optional<Language> target = parse_tag("--target-lang", settings.target.tag);
  const bool from_english = source ? source == Language::english : target == Language::thai;
  for (const std::string& file : output_files(
           format, path,
           output_tag(settings.source.tag, from_english ? Language::english : Language::thai),
           output_tag(settings.target.tag, from_english ? Language::thai : Language::english))) {
    files.writes(file, place);
  }
}

PairOutput::PairOutput(const AlignRun& run, const std::string& path)
    : path_(path),
      format_(checked_format(run.settings, path)),
      run_(run.signature.line()),
      sentences_(run.settings.segtype != "paragraph"),
      paragraphs_(run.settings.segtype != "sentence"),
      tmx_{.date = format_.has_header || is_page(format_) ? std::optional(creation_date())
                                                          : std::nullopt,
           .null_beads = run.settings.null_beads,
           .segtype = sentences_ ? "sentence" : "paragraph",
           .properties = {{std::string(kRunProperty), run.signature.line()}}},
      sieve_({.min_confidence = run.settings.min_confidence,
              .untranslated = run.settings.untranslated || !format_.for_translations,
              .seen = run.settings.unique ? &seen_ : nullptr}) {
  if (is_memory(format_)) {
    memory_.emplace(path, Notes(run.settings.messages));
  } else {
    output_.emplace(format_, path, run.files);
  }
}

void PairOutput::set_origin(const CorrectionsHead& head) {
  if (!head.complete) return;
  if (head.date && (format_.has_header || is_page(format_))) tmx_.date = *head.date;
  if (head.run.empty()) return;
  run_ = head.run;
  tmx_.properties = {{std::string(kRunProperty), run_}};
}

UnitWriter& PairOutput::writer(const Bitext& bitext) {
  if (!writer_) {
    tmx_.source_language = bitext.source_tag;
    writer_ = output_->writer(tmx_, bitext.target_tag);
  }
  return *writer_;
}

Description PairOutput::description(const Bitext& bitext, Segtype segtype) const {
  Description about;
  if (format_.self_contained)
    about.properties.push_back({std::string(kRunProperty), run_.substr(0, run_.find(' '))});
  if (!format_.has_header) return about;
  about.created = tmx_.date;
  if (segtype == Segtype::paragraph && sentences_) {
    about.attributes.push_back({"segtype", "paragraph"});
  }
  if (bitext.source_tag != tmx_.source_language) {
    about.attributes.push_back({"srclang", bitext.source_tag});
  }
  return about;
}

void PairOutput::write_units(const AlignedPair& pair, const Bitext& bitext, Segtype segtype,
                             const Alignment* written) {
  UnitWriter* const out = memory_ ? nullptr : &writer(bitext);
  BitextReader units(bitext, description(bitext, segtype));
  std::size_t next = 0;  // of the beads of `written`
  while (const TranslationUnit* const unit = units.next()) {
    const Bead& bead = bitext.alignment.beads()[*unit->bead];
    bool is_written = false;
    while (written != nullptr && next < written->beads().size()) {
      const Bead& other = written->beads()[next];
      if (other.source.end > bead.source.end || other.target.end > bead.target.end) break;
      is_written |= other.source == bead.source && other.target == bead.target;
      ++next;
    }
    if (is_written) continue;
    // Corrections are of beads as they were aligned.
    std::optional<TranslationUnit> corrected =
        segtype == Segtype::sentence ? pair.corrected(*unit) : std::optional(*unit);
    const bool is_block = has_inner_end(bitext.source, bitext.source_tag, bead.source) ||
                          has_inner_end(bitext.target, bitext.target_tag, bead.target);
    if (corrected && format_.has_header && segtype == Segtype::sentence && is_block) {
      corrected->about.attributes.push_back({"segtype", "block"});
    }
    if (corrected) put(*corrected, out);
  }
}

void PairOutput::put(const TranslationUnit& unit, UnitWriter* out) {
  const bool passes = sieve_.passes(unit);
  if (memory_) return passes ? memory_->write(unit) : memory_->skip(unit);
  if (passes) out->write(unit);
}

void PairOutput::write(const AlignedPair& pair) {
  if (is_page(format_)) {
    return write_review_page(output_->stream(), pair,
                             {.run = run_, .date = tmx_.date.value_or(Date())});
  }
  const Bitext bitext = pair.bitext();
  if (sentences_) write_units(pair, bitext, Segtype::sentence, nullptr);
  if (paragraphs_) {
    const Alignment joined = paragraph_alignment(bitext.source, bitext.target, bitext.alignment);
    write_units(pair,
                {.source = bitext.source,
                 .target = bitext.target,
                 .alignment = joined,
                 .source_tag = bitext.source_tag,
                 .target_tag = bitext.target_tag,
                 .numbering = bitext.numbering},
                Segtype::paragraph, sentences_ ? &bitext.alignment : nullptr);
  }
  if (!format_.self_contained) return;
  // A writer holds back some output: each document gets one of its own.
  characters_dropped_ += writer_->finish().characters_dropped;
  writer_.reset();
  output_->flush();
}

WrittenFiles PairOutput::finish(const Notes& notes) {
  if (memory_) {
    const ImportCounts counts = memory_->finish();
    notes.report(fmt::format("{}: {} {} stored, {} there already", path_, counts.stored,
                             counts.stored == 1 ? "unit" : "units", counts.present));
    report_filtered(notes, sieve_, path_);
    return {};
  }
  if (!writer_ && format_.has_header) {  // of no document: a whole file all the same
    tmx_.source_language = "*all*";
    writer_ = output_->writer(tmx_, "");
  }
  if (writer_) characters_dropped_ += writer_->finish().characters_dropped;
  WrittenFiles written = output_->finish();
  report_dropped(notes, {.characters_dropped = characters_dropped_}, path_, format_);
  report_filtered(notes, sieve_, output_name(path_));
  return written;
}

void PairOutput::commit(const Notes& notes) { put_in_place(finish(notes)); }

}  // namespace thalign::cli
