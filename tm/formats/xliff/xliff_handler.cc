// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/xliff/xliff_handler.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "tm/line_source.h"
#include "tm/output.h"
#include "tm/unit_marks.h"

namespace thalign {
namespace {

/// States of texts that nobody has translated yet, of 1.2 and 2.x.
constexpr std::array<std::string_view, 4> kUntranslatedStates{"new", "needs-translation",
                                                              "NotStarted", "initial"};

std::string_view without_prefix_of(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// "u12", as thalign numbers the units it writes.
bool is_made_id(std::string_view id) {
  return id.size() > 1 && id.front() == 'u' && parse_index(id.substr(1)).has_value();
}

std::string tag_of_attribute(std::string tag) {
  std::ranges::replace(tag, '_', '-');
  return tag;
}

void put_on_one_line(Variant& side) {
  if (side.markup.empty() && side.text.find('\n') != std::string::npos) {
    side.text = single_line(side.text);
  }
}

}  // namespace

XliffHandler::XliffHandler(LanguagePair languages, bool unfinished, Report report, Fail fail)
    : asked_(std::move(languages)),
      unfinished_(unfinished),
      report_(std::move(report)),
      fail_(std::move(fail)) {}

void XliffHandler::begin(std::string_view name, const char** attributes) {
  if (ignored_ > 0) {
    ++ignored_;
    return;
  }
  const std::string_view local = without_prefix_of(name);
  if (!is_xliff) return begin_root(local, attributes);
  // Headers, skeletons, binary units, notes of files.
  const bool of_no_unit = content_ == Content::none && !in_unit_ && local != "file" &&
                          local != "unit" && local != "trans-unit" && local != "body" &&
                          local != "group";
  if (content_ == Content::note || content_ == Content::data || of_no_unit) {
    ++ignored_;
  } else if (content_ != Content::none) {
    if (local == "mrk" && xliff_attribute(attributes, "mtype") == "seg" && !mark_depth_) {
      begin_mark(attributes);
    } else if (content_ != Content::segmented_source || mark_depth_) {
      text_.begin(local, attributes);
    }
  } else if (in_unit_) {
    begin_in_unit(local, attributes);
  } else if (local == "file") {
    begin_file(attributes);
  } else if (local == "unit" || local == "trans-unit") {
    begin_unit(local, attributes);
  }
}

void XliffHandler::begin_root(std::string_view name, const char** attributes) {
  if (name != "xliff") {
    fail_(fmt::format("not an XLIFF file: its root element is {}; give an XLIFF file", name));
  }
  is_xliff = true;
  const std::string version = xliff_attribute(attributes, "version");
  is_version_2_ = version.starts_with("2.");
  if (!is_version_2_ && !version.starts_with("1.")) {
    report_("version of XLIFF that is not known: read as 1.2", version);
  }
  file_languages_ = {tag_of_attribute(xliff_attribute(attributes, "srcLang")),
                     tag_of_attribute(xliff_attribute(attributes, "trgLang"))};
}

void XliffHandler::begin_file(const char** attributes) {
  document_ = xliff_attribute(attributes, "original");
  if (is_version_2_) return;
  file_languages_ = {tag_of_attribute(xliff_attribute(attributes, "source-language")),
                     tag_of_attribute(xliff_attribute(attributes, "target-language"))};
}

void XliffHandler::begin_unit(std::string_view name, const char** attributes) {
  in_unit_ = true;
  about_ = {};
  segments_.clear();
  marked_.clear();
  data_.clear();
  numbers_.clear();
  preserves_space_ = xliff_attribute(attributes, "xml:space") == "preserve";
  const std::string id = xliff_attribute(attributes, "id");
  about_.id = xliff_attribute(attributes, name == "unit" ? "name" : "resname");
  if (about_.id.empty() && !is_made_id(id)) about_.id = id;
  if (name != "trans-unit") return;
  segments_.push_back({.id = {}, .state = xliff_attribute(attributes, "mq:status")});  // of memoQ
}

void XliffHandler::begin_in_unit(std::string_view name, const char** attributes) {
  if (name == "segment") {
    segments_.push_back({.id = {}, .state = xliff_attribute(attributes, "state")});
  } else if (name == "source" && !segments_.empty()) {
    begin_side(Content::source, attributes);
  } else if (name == "seg-source" && !segments_.empty()) {
    begin_side(Content::segmented_source, attributes);
  } else if (name == "target" && !segments_.empty()) {
    begin_side(Content::target, attributes);
  } else if (name == "note") {
    content_ = Content::note;
    note_category_ = xliff_attribute(attributes, is_version_2_ ? "category" : "from");
    remark_.clear();
  } else if (name == "data") {
    content_ = Content::data;
    data_id_ = xliff_attribute(attributes, "id");
    remark_.clear();
  } else if (name == "seg") {  // of Trados Studio: in seg-defs, behind the target
    const std::string id = xliff_attribute(attributes, "id");
    const auto marked = std::ranges::find(marked_, id, &Segment::id);
    if (marked != marked_.end()) marked->state = xliff_attribute(attributes, "conf");
  } else if (name != "notes" && name != "originalData" && name != "group" && name != "seg-defs") {
    ++ignored_;  // matches of other memories, glossaries, text that is not for translation
  }
}

void XliffHandler::begin_side(Content content, const char** attributes) {
  content_ = content;
  Segment& segment = segments_.back();
  if (xliff_attribute(attributes, "xml:space") == "preserve") preserves_space_ = true;
  if (content == Content::target) {
    segment.has_target = true;
    const std::string state = xliff_attribute(attributes, "state");
    if (!is_version_2_ && !state.empty()) segment.state = state;
  }
  mark_depth_.reset();
  Variant& side = content == Content::source   ? segment.source
                  : content == Content::target ? segment.target
                                               : unmarked_;
  text_.start(side, data_, numbers_);
}

/// The segment of a mark, of 1.2.
XliffHandler::Segment& XliffHandler::segment(const std::string& id) {
  const auto found = std::ranges::find(marked_, id, &Segment::id);
  if (found != marked_.end()) return *found;
  marked_.push_back({.id = id, .state = segments_.back().state});
  return marked_.back();
}

void XliffHandler::begin_mark(const char** attributes) {
  const std::string id = xliff_attribute(attributes, "mid");
  if (content_ == Content::source) return text_.begin("mrk", attributes);
  Segment& marked = segment(id);
  if (content_ == Content::target) {
    marked.has_target = true;
    marked.state = segments_.back().state;
  }
  text_.finish();
  text_.start(content_ == Content::target ? marked.target : marked.source, data_, numbers_);
  mark_depth_ = 0;
}

void XliffHandler::end_mark() {
  text_.finish();
  mark_depth_.reset();
  text_.start(unmarked_, data_, numbers_);
}

void XliffHandler::end(std::string_view name) {
  if (ignored_ > 0) {
    --ignored_;
    return;
  }
  const std::string_view local = without_prefix_of(name);
  if (content_ == Content::note || content_ == Content::data) {
    if (content_ == Content::note) take_note(remark_);
    if (content_ == Content::data) data_[data_id_] = remark_;
    content_ = Content::none;
  } else if (content_ != Content::none) {
    if (mark_depth_ && text_.depth() == 0) return end_mark();
    if (text_.depth() > 0) return text_.end();
    if (local == "source" || local == "target" || local == "seg-source") end_side();
  } else if (in_unit_ && (local == "unit" || local == "trans-unit")) {
    end_unit();
  }
}

void XliffHandler::end_side() {
  text_.finish();
  content_ = Content::none;
}

void XliffHandler::text(std::string_view piece) {
  if (ignored_ > 0) return;
  if (content_ == Content::note || content_ == Content::data) {
    remark_ += piece;
  } else if (content_ != Content::none) {
    text_.text(piece);
  }
}

void XliffHandler::unknown_entity(std::string_view name) {
  report_("unknown entity: left as it is written", name);
  text(std::string("&").append(name).append(";"));
}

/// What thalign writes as notes becomes what it was.
void XliffHandler::take_note(const std::string& note) {
  if (note_category_ == "confidence" && parse_number(note)) {
    about_.confidence = parse_number(note);
  } else if (note_category_ == "flag") {
    about_.about.properties.push_back({"flag", note});
  } else if (!note.empty()) {
    about_.about.notes.push_back({note});
  }
}

void XliffHandler::end_unit() {
  in_unit_ = false;
  const bool has_marks = std::ranges::any_of(
      marked_, [](const Segment& marked) { return !marked.source.missing() && marked.has_target; });
  for (Segment& segment : has_marks ? marked_ : segments_) {
    if (is_wanted(segment)) add_unit(segment);
  }
}

bool XliffHandler::is_wanted(const Segment& segment) const {
  if (segment.source.missing() && segment.target.missing()) return false;
  if (!segment.has_target || segment.target.missing()) {
    // What was aligned and has no counterpart is said to be so.
    report_("segment without translation: left out", single_line(segment.source.text));
    return false;
  }
  if (unfinished_ || std::ranges::count(kUntranslatedStates, segment.state) == 0) return true;
  report_("segment that is not translated by its state: left out; --unfinished reads such",
          segment.state);
  return false;
}

void XliffHandler::add_unit(Segment& segment) {
  TranslationUnit unit = about_;
  std::string flag;
  std::erase_if(unit.about.properties, [&](const Property& property) {
    if (property.type == "flag") flag = property.text;
    return property.type == "flag";
  });
  if (!segment.state.empty()) unit.about.properties.push_back({"x-xliff-state", segment.state});
  unit.variants = {std::move(segment.source), std::move(segment.target)};
  const auto tag = [](const std::string& said, const std::string& asked) {
    return said.empty() ? asked : said;
  };
  unit.variants[0].language = tag(file_languages_.source, asked_.source);
  unit.variants[1].language = tag(file_languages_.target, asked_.target);
  for (Variant& side : unit.variants) {
    if (!preserves_space_) put_on_one_line(side);
  }
  unit.variants[0].document = document_;
  if (!flag.empty()) set_flag(unit, flag);
  units.push_back(std::move(unit));
}

}  // namespace thalign
