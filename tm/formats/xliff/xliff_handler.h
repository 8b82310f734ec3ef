// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/files/xml_parser.h"
#include "tm/formats/xliff/xliff_codes.h"
#include "tm/translation_unit.h"

// Not installed.

namespace thalign {

/// Makes translation units of the elements of an XLIFF file, 1.2 or 2.x.
///
///     1.2  xliff > file > body > group > trans-unit > source, seg-source, target, note
///     2.x  xliff > file > group > unit > notes, originalData, segment > source, target
class XliffHandler : public XmlEvents {
 public:
  /// Reports a repair at the place the parser has come to.
  using Report = std::function<void(std::string_view kind, std::string_view detail)>;
  /// Throws `Error` (format) at the place the parser has come to.
  using Fail = std::function<void(std::string_view message)>;

  /// `unfinished`: take what is not translated yet by its state, too.
  XliffHandler(LanguagePair languages, bool unfinished, Report report, Fail fail);

  void begin(std::string_view name, const char** attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view piece) override;
  void unknown_entity(std::string_view name) override;

  std::deque<TranslationUnit> units;  ///< those that have ended; the reader takes them
  bool is_xliff = false;              ///< the root was seen

 private:
  /// A segment of a unit: its texts and state. Of the segments of 1.2, `id` is that of its mark.
  struct Segment {
    std::string id, state;
    Variant source = {}, target = {};
    bool has_target = false;
  };
  enum class Content : std::uint8_t { none, source, segmented_source, target, note, data };

  void begin_root(std::string_view name, const char** attributes);
  void begin_file(const char** attributes);
  void begin_unit(std::string_view name, const char** attributes);
  void begin_in_unit(std::string_view name, const char** attributes);
  void begin_side(Content content, const char** attributes);
  void begin_mark(const char** attributes);
  void end_mark();
  void end_side();
  void end_unit();
  Segment& segment(const std::string& id);
  void add_unit(Segment& segment);
  bool is_wanted(const Segment& segment) const;
  void take_note(const std::string& text);

  LanguagePair asked_, file_languages_;
  const bool unfinished_;
  Report report_;
  Fail fail_;
  bool is_version_2_ = false;
  std::string document_;
  std::size_t ignored_ = 0;  ///< open elements that are left out with their content
  bool in_unit_ = false;
  bool preserves_space_ = false;
  Content content_ = Content::none;
  std::string note_category_, remark_, data_id_;
  XliffText text_;
  XliffText::Data data_;
  XliffCodeNumbers numbers_;
  TranslationUnit about_;  ///< what is said of the unit
  std::vector<Segment> segments_;
  std::vector<Segment> marked_;            ///< of 1.2: those of the marks of seg-source and target
  std::optional<std::size_t> mark_depth_;  ///< of the open mark of a segment
  Variant unmarked_;                       ///< where text between marks goes
};

}  // namespace thalign
