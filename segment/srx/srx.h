// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace thalign {

/// A rule of an SRX file. It applies at a place of a text if `before` matches what ends there and
/// `after` matches what begins there; an empty pattern matches anywhere. The first rule that
/// applies says whether a sentence ends there.
struct SrxRule {
  bool breaks = true;
  std::string before, after;  ///< regular expressions of ICU
  std::string place;          ///< "FILE:LINE:COLUMN"
};

/// An SRX 2.0 file (Segmentation Rules eXchange): rules of sentence ends for several languages.
class SrxFile {
 public:
  /// Reads a file from its bytes; `name` stands in messages. Opens nothing else: entities are not
  /// declared, external ones not read.
  ///
  /// Throws `Error` (format) with file, line and column: no XML, no SRX 2.0, a pattern that is no
  /// regular expression, a map to rules that are not there, names given twice.
  static SrxFile parse(std::string_view bytes, const std::string& name);

  /// The rules for a language tag such as "en-GB", in the order in which they are tried: those of
  /// all language maps whose pattern matches the whole tag, in any case, if the file cascades, else
  /// of the first.
  std::vector<SrxRule> rules(std::string_view tag) const;

 private:
  friend class SrxReader;

  struct LanguageRule {
    std::string name;
    std::vector<SrxRule> rules;
  };
  struct LanguageMap {
    std::string pattern;
    std::string rule_name;
    std::string place;
  };

  bool cascade_ = false;
  std::vector<LanguageRule> languages_;
  std::vector<LanguageMap> maps_;
};

/// The rules of thalign's own that can be said in SRX, as a file for other programs: abbreviations,
/// titles, numbers, list markers of English; spaces of Thai before clear openings, with its vetoes.
std::string own_srx();

}  // namespace thalign
#pragma GCC visibility pop
