// SPDX-License-Identifier: Apache-2.0
#include "segment/unit_stream.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "segment/repetition.h"
#include "segment/units.h"
#include "text/error.h"
#include "text/segmented_text.h"
#include "text/unicode/white_space.h"

namespace thalign {
namespace {

/// Lines that are not blank which a gap may depend on, on either side.
constexpr std::size_t kContext = 8;
static_assert(kContext >= kNearLines);
constexpr std::size_t kLargest = std::numeric_limits<std::int32_t>::max();

}  // namespace

UnitStream::UnitStream(Language language, Take take, std::vector<SrxRule> rules, std::size_t window)
    : language_(language),
      take_(std::move(take)),
      rules_(std::move(rules)),
      window_(std::max<std::size_t>(window, 1024)),
      wanted_(window_) {}

void UnitStream::add(std::string_view text, std::span<const LineJoint> joints) {
  const std::size_t size = text_.size();
  if (text.size() > kLargest - size)
    throw Error(ErrorCode::limit, "", "a line is larger than 2 GiB; break it into smaller ones");
  for (LineJoint joint : joints) {
    joint.at += static_cast<std::uint32_t>(size);
    joints_.push_back(joint);
  }
  text_.append(text);
  find_lines(size);
  const std::size_t end = settled();
  // What is cut anew as context must not outweigh what is settled.
  const std::size_t context = given_ + (text_.size() - end);
  if (end > given_ && end - given_ >= std::max(wanted_, context)) give_away(end, false);
}

void UnitStream::finish() {
  if (!text_.empty()) give_away(text_.size(), true);
}

void UnitStream::find_lines(std::size_t from) {
  for (std::size_t i = from; i < text_.size();) {
    if (!line_is_blank_) {
      i = text_.find_first_of("\r\n", i);
      if (i == std::string::npos) return;
      line_ = ++i;
      line_is_blank_ = true;
      after_blank_line_ = false;
      continue;
    }
    const char first = text_[i];
    UChar32 c = 0;
    U8_NEXT_UNSAFE(text_.data(), i, c);
    if (!is_space(static_cast<char32_t>(c))) {
      line_is_blank_ = false;
      if (rules_.empty() || after_blank_line_) lines_.push_back(line_);
    } else if (first == '\n' || first == '\r') {
      const bool second_half =
          first == '\n' && line_ > 0 && i - 1 == line_ && text_[line_ - 1] == '\r';
      after_blank_line_ = after_blank_line_ || !second_half;
      line_ = i;
    }
  }
}

std::size_t UnitStream::settled() const {
  const std::size_t ahead = kContext + 2;  // the last line may go on
  return lines_.size() < ahead ? 0 : lines_[lines_.size() - ahead];
}

void UnitStream::give_away(std::size_t settled, bool last) {
  const Words words(text_);
  const std::vector<Unit> units =
      cut_into_units(text_, words, language_,
                     {.rules = rules_, .joints = joints_, .starts_document = starts_document_});
  const std::size_t before = given_;
  for (const Unit& unit : units) {
    if (unit.range.begin < given_) continue;
    if (unit.range.end > settled) break;
    const bool ends_text = last && &unit == &units.back();
    take_({.gap = std::string_view(text_).substr(given_, unit.range.begin - given_),
           .text = std::string_view(text_).substr(unit.range.begin, unit.range.size()),
           .break_after = ends_text ? std::numeric_limits<float>::infinity() : unit.break_after});
    given_ = unit.range.end;
  }
  // A unit longer than the window: it takes more text to settle it.
  wanted_ = given_ == before ? 2 * (settled - given_) : window_;
  drop_text();
}

void UnitStream::drop_text() {
  const auto after = std::ranges::upper_bound(lines_, given_);
  const auto passed = static_cast<std::size_t>(after - lines_.begin());
  if (passed <= kContext + 1) return;
  const std::size_t first_line = passed - kContext - 1;
  const std::size_t dropped = lines_[first_line];
  text_.erase(0, dropped);
  lines_.erase(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(first_line));
  for (std::size_t& line : lines_) line -= dropped;
  std::erase_if(joints_, [&](const LineJoint& joint) { return joint.at < dropped; });
  for (LineJoint& joint : joints_) joint.at -= static_cast<std::uint32_t>(dropped);
  given_ -= dropped;
  line_ -= std::min(line_, dropped);
  starts_document_ = false;
}

}  // namespace thalign
