// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/base/messages.h"
#include "tm/formats/unit_formats.h"
#include "tm/repair.h"
#include "tm/tmx/tmx_reader.h"

namespace thalign::cli {

/// The formats that translation units are read from.
const std::vector<UnitFormat>& read_formats();

/// Those of them that are one file and hold texts, as `thalign tm import` reads them.
const std::vector<UnitFormat>& single_file_formats();

/// Where translation units come from.
struct UnitInputOptions {
  std::span<const UnitFormat> formats = read_formats();  ///< to choose from
  std::string_view format_option = "--from";             ///< what names a format
  std::string path;                                      ///< a file, or `-` for standard input
  std::string second_path;                               ///< the target of a Moses pair; else empty
  std::string format;                              ///< name; empty: by the extension of `path`
  std::string source_sentences, target_sentences;  ///< of ladder and vecalign
  LanguagePair languages;                          ///< what the user said; empty where nothing
  std::string columns;                             ///< of tables: as `UnitReadOptions::columns`
  std::string encoding;                            ///< its name; empty: found
  bool unfinished = false;                         ///< as `UnitReadOptions::unfinished`
};

/// Reports what was repaired in the file `name`.
void report_repairs(const Notes& notes, const std::string& name, const RepairCounts& repairs);

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
  /// Whether the format leaves out pairs that are not translations, so that those in the file are
  /// meant to be there.
  bool for_translations() const { return for_translations_; }
  const LanguagePair& languages() const& { return languages_; }
  const LanguagePair& languages() const&& = delete;
  /// Reports what was repaired.
  void report_repairs(const Notes& notes) const;

 private:
  std::string name_;
  LanguagePair languages_;
  std::unique_ptr<UnitReader> units_;
  const TmxReader* tmx_ = nullptr;
  bool for_translations_ = false;
  RepairCounts repairs_;
};

}  // namespace thalign::cli
