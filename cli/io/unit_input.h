#pragma once

#include <array>
#include <memory>
#include <span>
#include <string>

#include "cli/io/bitext_formats.h"
#include "cli/io/format.h"
#include "cli/io/messages.h"
#include "tm/formats/readers.h"
#include "tm/repair.h"
#include "tm/tmx/tmx_reader.h"

namespace thalign::cli {

/// The formats translation units are read from: all they are written in but the last, XLIFF. A
/// Moses pair is known by its two files.
inline constexpr std::span<const Format> unit_formats =
    std::span(bitext_formats).first<bitext_formats.size() - 1>();

/// Those of them that are one file and hold texts, as `thalign tm import` reads them.
inline constexpr std::array<Format, 6> single_file_formats{{{"tmx", ".tmx"},
                                                            {"tsv", ".tsv"},
                                                            {"jsonl", ".jsonl"},
                                                            {"hunalign", ".hunalign"},
                                                            {"bitextor", ".sent"},
                                                            {"csv", ".csv"}}};

/// Where translation units come from.
struct UnitInputOptions {
  std::span<const Format> formats = unit_formats;  ///< to choose from
  std::string_view format_option = "--from";       ///< what names a format
  std::string path;                                ///< a file, or `-` for standard input
  std::string second_path;                         ///< the target of a Moses pair; else empty
  std::string format;                              ///< name; empty: by the extension of `path`
  std::string source_sentences, target_sentences;  ///< of ladder and vecalign
  LanguagePair languages;                          ///< what the user said; empty where nothing
};

/// Translation units of a file, and what was found out about it.
class UnitInput {
 public:
  /// Opens the files. Where a format does not say the languages and the user did not, they are
  /// recognised from the first texts. Throws `Error`: io, format, encoding; `UsageError`: options
  /// that don't fit together, languages not recognised.
  explicit UnitInput(const UnitInputOptions& options);

  UnitReader& units() { return *units_; }
  /// Of a TMX file; else null.
  const TmxReader* tmx() const { return tmx_; }
  const LanguagePair& languages() const& { return languages_; }
  const LanguagePair& languages() const&& = delete;
  /// Tells what was repaired.
  void tell_repairs(const Notes& notes) const;

 private:
  std::string name_;
  LanguagePair languages_;
  std::unique_ptr<UnitReader> units_;
  const TmxReader* tmx_ = nullptr;
  RepairCounts repairs_;
};

}  // namespace thalign::cli
