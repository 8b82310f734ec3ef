// SPDX-License-Identifier: Apache-2.0
#include "text/document.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <iterator>
#include <limits>
#include <utility>

#include "text/error.h"
#include "text/unicode/encoding.h"
#include "text/unicode/utf8.h"

namespace thalign {
namespace {

constexpr std::size_t kMaxDocumentBytes = std::numeric_limits<std::int32_t>::max();

struct ByteOrderMark {
  std::string_view bytes;
  std::string_view encoding;
};
// The mark of UTF-32LE begins with that of UTF-16LE.
constexpr std::array kByteOrderMarks = {
    ByteOrderMark{"\xEF\xBB\xBF", "UTF-8"},
    ByteOrderMark{std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
    ByteOrderMark{std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
    ByteOrderMark{"\xFF\xFE", "UTF-16LE"},
    ByteOrderMark{"\xFE\xFF", "UTF-16BE"},
};

ByteOrderMark byte_order_mark(std::string_view bytes) {
  for (const ByteOrderMark& mark : kByteOrderMarks) {
    if (bytes.starts_with(mark.bytes)) return mark;
  }
  return {};
}

[[noreturn]] void fail_limit(const std::string& name) {
  throw Error(ErrorCode::limit, name, "larger than 2 GiB; split it into smaller documents");
}

struct Text {
  std::string text;
  std::string encoding;
  std::size_t replaced = 0;
};

/// Broken UTF-8, as against another encoding, in which hardly any bytes form UTF-8 characters.
bool is_damaged_utf8(const Utf8Check& check) { return check.characters >= 2 * check.invalid; }

bool has_letter(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    UChar32 c = 0;
    U8_NEXT_UNSAFE(text.data(), i, c);
    if (u_isalpha(c) != 0) return true;
  }
  return false;
}

/// Finds the encoding of the bytes of one document and decodes them.
class Decoder {
 public:
  Decoder(std::string bytes, const DecodeOptions& options)
      : bytes_(std::move(bytes)), options_(options), mark_(byte_order_mark(bytes_)) {}

  Text run() && {
    if (bytes_.size() > kMaxDocumentBytes + mark_.bytes.size()) fail_limit(options_.name);
    Text text = decode_bytes();
    if (text.text.size() > kMaxDocumentBytes) fail_limit(options_.name);
    return text;
  }

 private:
  Text decode_bytes() {
    if (!mark_.bytes.empty()) return from(std::string(mark_.encoding));
    if (!options_.encoding.empty()) return from(declared());
    if (const std::string_view utf16 = recognise_utf16(bytes_); !utf16.empty()) {
      throw Error(
          ErrorCode::encoding, options_.name,
          fmt::format("looks like {0} without a byte order mark; give --encoding {0}", utf16));
    }
    const std::size_t first_invalid = first_invalid_utf8(bytes_);
    if (first_invalid == std::string_view::npos) return {std::move(bytes_), "UTF-8"};
    if (is_damaged_utf8(check_utf8(bytes_))) return from("UTF-8");
    return recognised(first_invalid);
  }

  std::string declared() const {
    std::string encoding = canonical_encoding(options_.encoding);
    if (!encoding.empty()) return encoding;
    throw Error(
        ErrorCode::encoding, options_.name,
        fmt::format("unknown encoding \"{}\"; give --encoding a name such as UTF-8, UTF-16LE, "
                    "windows-874 or windows-1252",
                    options_.encoding));
  }

  Text recognised(std::size_t first_invalid) {
    const std::string encoding = recognise_encoding(bytes_, first_invalid);
    if (encoding == "windows-874" || encoding == "windows-1252") return from(encoding);
    if (options_.replace_invalid) return from("UTF-8");
    const std::string guess = encoding.empty() ? "" : fmt::format(" (it may be {})", encoding);
    throw Error(
        ErrorCode::encoding, byte_place(options_.name, first_invalid),
        fmt::format("not UTF-8, and the encoding is not recognised{}; give --encoding NAME, or "
                    "--replace-invalid to read it as UTF-8 all the same",
                    guess));
  }

  Text from(const std::string& encoding) {
    if (encoding == "UTF-8") return from_utf8();
    const std::size_t skipped = mark_.bytes.size();
    Decoded decoded = decode(std::string_view(bytes_).substr(skipped), encoding, kMaxDocumentBytes);
    if (decoded.replaced > 0 && !options_.replace_invalid) {
      throw invalid_bytes(options_.name, skipped + decoded.first_invalid, encoding);
    }
    return {std::move(decoded.text), encoding, decoded.replaced};
  }

  Text from_utf8() {
    const std::string_view marked = bytes_;
    const std::string_view unmarked = marked.substr(mark_.bytes.size());
    const std::size_t first_invalid = first_invalid_utf8(unmarked);
    if (first_invalid == std::string_view::npos) {
      bytes_.erase(0, mark_.bytes.size());
      return {std::move(bytes_), "UTF-8"};
    }
    if (!options_.replace_invalid) {
      throw invalid_bytes(options_.name, mark_.bytes.size() + first_invalid, "UTF-8");
    }
    return {replace_invalid_utf8(unmarked), "UTF-8", check_utf8(unmarked).invalid};
  }

  std::string bytes_;
  const DecodeOptions& options_;
  ByteOrderMark mark_;
};

/// From this share of Thai letters on, a text is Thai: Thai texts quote Latin names, English texts
/// hardly ever quote Thai ones.
constexpr double kMinThaiShare = 0.2;

Language language_of(std::string_view text, const DecodeOptions& options) {
  if (!options.language)
    return thai_share(text).value_or(0) >= kMinThaiShare ? Language::thai : Language::english;
  if (*options.language == Language::thai && !has_thai_letter(text) && has_letter(text)) {
    throw Error(ErrorCode::language, options.name,
                "has letters but none of them Thai; give the Thai text, or the language it is in");
  }
  return *options.language;
}

}  // namespace

Document Document::from_bytes(std::string bytes, DecodeOptions options) {
  Text text = Decoder(std::move(bytes), options).run();
  Document document;
  document.language_ = language_of(text.text, options);
  document.text_ = std::move(text.text);
  document.name_ = std::move(options.name);
  document.encoding_ = std::move(text.encoding);
  document.replaced_ = text.replaced;
  document.whole_lines_ = options.whole_lines;
  document.layout_ = std::move(options.layout);
  return document;
}

Document Document::joined(Document document, std::span<const LineJoin> joins) {
  assert(document.joints_.empty());
  if (joins.empty()) return document;
  std::string text;
  text.reserve(document.text_.size());
  std::uint32_t end = 0;
  for (const LineJoin& join : joins) {
    assert(end <= join.removed.begin && join.removed.end <= document.text_.size());
    text.append(document.text_, end, join.removed.begin - end);
    if (join.space) text += ' ';
    end = join.removed.end;
    document.joints_.push_back({static_cast<std::uint32_t>(text.size()), join.space});
    document.joint_originals_.push_back(end);
  }
  text.append(document.text_, end);
  document.original_ = std::exchange(document.text_, std::move(text));
  return document;
}

ByteRange Document::original(ByteRange range) const {
  const auto shifted = [&](std::uint32_t at, const auto after) {
    if (after == joints_.begin()) return at;
    const auto joint = std::prev(after);
    return at - joint->at + joint_originals_[static_cast<std::size_t>(joint - joints_.begin())];
  };
  const std::uint32_t begin =
      shifted(range.begin, std::ranges::upper_bound(joints_, range.begin, {}, &LineJoint::at));
  if (range.empty()) return {begin, begin};
  return {begin,
          shifted(range.end, std::ranges::lower_bound(joints_, range.end, {}, &LineJoint::at))};
}

std::uint32_t Document::from_original(std::uint32_t original) const {
  const auto passed = static_cast<std::size_t>(
      std::ranges::upper_bound(joint_originals_, original) - joint_originals_.begin());
  const std::uint32_t at =
      passed == 0 ? original : original - joint_originals_[passed - 1] + joints_[passed - 1].at;
  return passed == joints_.size() ? at : std::min(at, joints_[passed].at);
}

}  // namespace thalign
