// SPDX-License-Identifier: Apache-2.0
#include "document/subtitles/cues.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "text/unicode/characters.h"
#include "text/unicode/white_space.h"

namespace thalign {
namespace {

/// A pause as long as this ends a block: nobody says half a sentence and waits.
constexpr std::uint32_t kMinPauseMilliseconds = 2000;

constexpr std::string_view kCueBlanks = " \t\r";

/// Reads digits off the front of `text`; nothing if it begins with none, or too many.
std::optional<std::uint32_t> take_number(std::string_view& text) {
  constexpr std::size_t kMaxDigits = 6;
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits == 0 || digits > kMaxDigits) return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : text.substr(0, digits))
    value = 10 * value + static_cast<std::uint32_t>(c - '0');
  text.remove_prefix(digits);
  return value;
}

/// [HH:]MM:SS[,.]mmm off the front of `text`, in milliseconds.
std::optional<std::uint32_t> take_time(std::string_view& text) {
  std::uint64_t seconds = 0;
  for (int part = 0;; ++part) {
    const std::optional<std::uint32_t> number = take_number(text);
    if (!number || part > 2) return std::nullopt;
    seconds = 60 * seconds + *number;
    if (!text.starts_with(':')) {
      if (part == 0) return std::nullopt;
      break;
    }
    text.remove_prefix(1);
  }
  if (!text.starts_with(',') && !text.starts_with('.')) return std::nullopt;
  text.remove_prefix(1);
  const std::size_t digits = text.size();
  const std::optional<std::uint32_t> fraction = take_number(text);
  if (!fraction || digits - text.size() != 3) return std::nullopt;
  const std::uint64_t time = 1000 * seconds + *fraction;
  if (time > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  return static_cast<std::uint32_t>(time);
}

std::string_view without_blanks(std::string_view text) {
  const auto first = text.find_first_not_of(kCueBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kCueBlanks) - first + 1);
}

/// A tag at the front of `text`, such as `<i>`, `</font>`, `<v Anna>` or `<00:01.000>`; its size, 0
/// if there is none.
std::size_t tag_size(std::string_view text) {
  if (text.size() < 3) return 0;
  if (text[0] == '{' && text[1] == '\\') return text.find('}') + 1;  // 0 if it has no end
  const char first = text[1] == '/' ? text[2] : text[1];
  const bool is_name = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') ||
                       (first >= '0' && first <= '9');
  return text[0] == '<' && is_name ? text.find('>') + 1 : 0;
}

struct CueEntity {
  std::string_view name, text;
};
constexpr auto kCueEntities = std::to_array<CueEntity>({{"&amp;", "&"},
                                                        {"&lt;", "<"},
                                                        {"&gt;", ">"},
                                                        {"&nbsp;", "\u00a0"},
                                                        {"&lrm;", ""},
                                                        {"&rlm;", ""}});

std::string without_tags(std::string_view line) {
  std::string result;
  while (!line.empty()) {
    if (const std::size_t tag = tag_size(line); tag > 0) {
      line.remove_prefix(tag);
      continue;
    }
    const auto* const entity = std::ranges::find_if(
        kCueEntities, [&](const CueEntity& known) { return line.starts_with(known.name); });
    if (entity != kCueEntities.end()) {
      result += entity->text;
      line.remove_prefix(entity->name.size());
    } else {
      result += line.front();
      line.remove_prefix(1);
    }
  }
  return result;
}

bool is_number(std::string_view line) {
  return !line.empty() && line.find_first_not_of("0123456789") == std::string_view::npos;
}

bool begins_vtt_comment(std::string_view line) {
  return line == "STYLE" || line == "REGION" || line == "NOTE" || line.starts_with("NOTE ");
}

/// Takes lines and makes cues.
class CueParser {
 public:
  explicit CueParser(bool is_vtt) : is_vtt_(is_vtt) {}

  void add(std::string_view line) {
    line = without_blanks(line);
    if (const std::optional<TimeSpan> times = parse_cue_times(line)) {
      // What stands before the times is the number or name of the cue.
      if (!is_vtt_ && !is_number(held_)) keep(held_);
      held_.clear();
      cues_.push_back({.time = *times, .lines = {}});
      place_ = Place::cue;
    } else if (line.empty()) {
      keep_held();
      place_ = cues_.empty() ? Place::outside : Place::after_cue;
    } else if (place_ == Place::cue) {
      keep(line);
    } else if (is_vtt_ && begins_vtt_comment(line)) {
      place_ = Place::outside;
    } else if (place_ == Place::after_cue) {
      keep_held();
      held_ = line;
    }
  }

  std::vector<Cue> finish() && {
    keep_held();
    std::erase_if(cues_, [](const Cue& cue) { return cue.lines.empty(); });
    return std::move(cues_);
  }

 private:
  enum class Place { outside, cue, after_cue };

  void keep(std::string_view line) {
    if (cues_.empty()) return;
    std::string text = without_tags(line);
    if (!is_blank(text)) cues_.back().lines.push_back(std::move(text));
  }

  /// A line after a blank one belongs to the cue before, unless times follow.
  void keep_held() {
    if (!is_vtt_) keep(held_);
    held_.clear();
  }

  bool is_vtt_;
  Place place_ = Place::outside;
  std::string held_;
  std::vector<Cue> cues_;
};

bool is_thai_character(UChar32 c) { return c >= 0x0E00 && c <= 0x0E7F; }

/// Whether a sentence visibly ends with `text`, and another begins with `next`.
bool sentence_ends(std::string_view text, std::string_view next) {
  constexpr std::string_view kClosing = "\"')]";
  while (!text.empty() && kClosing.find(text.back()) != std::string_view::npos) {
    text.remove_suffix(1);
  }
  while (text.ends_with("\u201D") || text.ends_with("\u2019")) text.remove_suffix(3);
  if (text.empty() || next.empty()) return false;
  const UChar32 first = character_at(next, 0);
  if (is_thai_character(last_character(text)) || u_islower(first) != 0) return false;
  if (text.ends_with("..") || text.ends_with("\u2026")) return first != '.' && first != 0x2026;
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

bool is_of_dialogue(std::string_view line) {
  return line.starts_with('-') || line.starts_with("\u2013") || line.starts_with("\u2014");
}

/// Makes blocks of cues.
class CueJoiner {
 public:
  void add(const Cue& cue) {
    ++number_;
    if (!text_.empty() && cue.time.begin >= time_.end + kMinPauseMilliseconds) flush();
    bool is_first = true;
    for (const std::string& line : cue.lines) {
      if (is_of_dialogue(line)) flush();
      const bool goes_on = !is_first && !times_.empty();
      if (text_.empty()) {
        first_ = number_;
        time_ = cue.time;
      } else {
        text_ += is_first && sentence_ends(text_, line) ? '\n' : ' ';
      }
      is_first = false;
      const auto begin = static_cast<std::uint32_t>(text_.size());
      text_ += line;
      const auto end = static_cast<std::uint32_t>(text_.size());
      if (goes_on) {
        times_.back().range.end = end;
      } else {
        times_.push_back({.range = {begin, end}, .time = cue.time});
      }
      last_ = number_;
      time_.end = std::max(time_.end, cue.time.end);
    }
  }

  StructuredDocument finish() && {
    flush();
    return std::move(document_);
  }

 private:
  void flush() {
    Block block{.kind = BlockKind::cue};
    block.place = first_ == last_ ? fmt::format("cue {}", first_)
                                  : fmt::format("cues {} to {}", first_, last_);
    block.time = time_;
    document_.add(std::move(block), text_, times_);
    text_.clear();
    times_.clear();
  }

  StructuredDocument document_;
  std::string text_;
  std::vector<TimedRange> times_;  ///< of cues in `text_`
  TimeSpan time_ = {};
  std::size_t number_ = 0, first_ = 0, last_ = 0;  ///< of cues, from 1
};

}  // namespace

std::optional<TimeSpan> parse_cue_times(std::string_view line) {
  const std::optional<std::uint32_t> begin = take_time(line);
  if (!begin) return std::nullopt;
  line = without_blanks(line);
  if (!line.starts_with("-->")) return std::nullopt;
  line = without_blanks(line.substr(3));
  const std::optional<std::uint32_t> end = take_time(line);
  if (!end || (!line.empty() && kCueBlanks.find(line.front()) == std::string_view::npos)) {
    return std::nullopt;
  }
  return TimeSpan{.begin = *begin, .end = std::max(*begin, *end)};
}

std::vector<Cue> parse_cues(std::string_view text) {
  CueParser parser(text.starts_with("WEBVTT"));
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    parser.add(text.substr(0, end));
    text.remove_prefix(
        std::min(text.substr(end).starts_with("\r\n") ? end + 2 : end + 1, text.size()));
  }
  return std::move(parser).finish();
}

StructuredDocument joined_cues(const std::vector<Cue>& cues) {
  CueJoiner joiner;
  for (const Cue& cue : cues) joiner.add(cue);
  return std::move(joiner).finish();
}

}  // namespace thalign
