// SPDX-License-Identifier: Apache-2.0
#include "tm/tmx/xml_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "text/error.h"
#include "text/unicode/encoding.h"

namespace thalign {
namespace {

constexpr std::size_t kXmlPieceBytes = XmlParser::kSmallestPiece;

/// How to read bytes that start so.
struct XmlEncoding {
  const char* name = nullptr;  ///< for expat; null: as declared
  bool contradicted = false;   ///< another one is declared
};

/// The encoding that the XML declaration at the beginning names, in lower case; empty: none.
std::string declared_encoding(std::string_view bytes) {
  std::string head;
  for (const char c : bytes.substr(0, 400)) {
    if (c == '>') break;
    if (c != '\0') head += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  const auto at = head.find("encoding");
  if (head.find("<?xml") == std::string::npos || at == std::string::npos) return {};
  const auto begin = head.find_first_of("\"'", at);
  if (begin == std::string::npos) return {};
  const auto end = head.find(head[begin], begin + 1);
  return end == std::string::npos ? std::string() : head.substr(begin + 1, end - begin - 1);
}

/// What a byte order mark, or the width of the first characters, proves takes precedence over what
/// is declared.
XmlEncoding find_encoding(std::string_view bytes) {
  using namespace std::string_view_literals;
  const std::string declared = declared_encoding(bytes);
  const auto starts_with = [&](std::string_view mark) { return bytes.starts_with(mark); };
  if (starts_with("\xEF\xBB\xBF"sv)) {
    return {"UTF-8", !declared.empty() && declared != "utf-8" && declared != "utf8"};
  }
  const bool wide = declared.starts_with("utf-16") || declared.starts_with("ucs-2") ||
                    declared.starts_with("iso-10646-ucs-2") || declared == "unicode";
  if (starts_with("\xFF\xFE"sv) || starts_with("\xFE\xFF"sv)) {
    return {"UTF-16", !declared.empty() && !wide};
  }
  if (starts_with("<\0"sv)) return {"UTF-16LE", !declared.empty() && !wide};
  if (starts_with("\0<"sv)) return {"UTF-16BE", !declared.empty() && !wide};
  if (wide) return {"UTF-8", true};
  return {};
}

/// The name of an encoding of 16 bits as a converter knows it, of bytes that begin so; empty:
/// another.
std::string wide_encoding(const char* encoding, std::string_view bytes) {
  if (encoding == nullptr || !std::string_view(encoding).starts_with("UTF-16")) return {};
  return bytes.starts_with("\xFE\xFF") || std::string_view(encoding) == "UTF-16BE" ? "UTF-16BE"
                                                                                   : "UTF-16LE";
}

}  // namespace

XmlInput::XmlInput(ByteSource source, XmlEvents& events, RepairCallback on_repair,
                   std::string_view kind)
    : source_(std::move(source)), on_repair_(on_repair), repair_(std::move(on_repair)) {
  bytes_.resize(kXmlPieceBytes);
  bytes_.resize(source_.read(bytes_.data(), bytes_.size()));
  if (bytes_.empty()) {
    throw Error(ErrorCode::format, source_.name(),
                fmt::format("is empty; give a file of {}", kind));
  }
  const XmlEncoding encoding = find_encoding(bytes_);
  wide_ = wide_encoding(encoding.name, bytes_);
  // A declaration behind white space does not reach the parser.
  const std::string declared = bytes_.starts_with("<") ? std::string() : declared_encoding(bytes_);
  const char* const name =
      encoding.name != nullptr || declared.empty() ? encoding.name : declared.c_str();
  parser_.emplace(events, source_.name(), wide_.empty() ? name : "UTF-8");
  if (encoding.contradicted) {
    report("encoding that the bytes contradict: read as what they are", encoding.name);
  }
}

std::size_t XmlInput::read() {
  const std::size_t room = parser_->piece_size();
  const std::size_t kept = bytes_.size();
  if (kept < room) {
    bytes_.resize(room);
    bytes_.resize(kept + source_.read(bytes_.data() + kept, room - kept));
  }
  const std::size_t size = bytes_.size();
  const bool last = size < room;
  ended_ = last;
  parse(last);
  return size;
}

/// The bytes read, as UTF-8; half a character stays.
std::string XmlInput::take_utf16(bool last) {
  std::size_t whole = bytes_.size();
  if (!last) {
    whole -= whole % 2;
    const std::size_t high = whole - (wide_ == "UTF-16LE" ? 1 : 2);
    if (whole >= 2 && (static_cast<unsigned char>(bytes_[high]) & 0xFCU) == 0xD8U) whole -= 2;
  }
  Decoded decoded = decode(std::string_view(bytes_).substr(0, whole), wide_, std::string::npos);
  if (decoded.replaced > 0) {
    throw Error(ErrorCode::encoding, parser_->place(),
                fmt::format("broken XML: not valid {}; convert the file to UTF-8", wide_));
  }
  bytes_.erase(0, whole);
  return std::move(decoded.text);
}

void XmlInput::parse(bool last) {
  std::string repaired;
  if (wide_.empty()) {
    repair_.add(bytes_, last, repaired);
    bytes_.clear();
  } else {
    repair_.add(take_utf16(last), last, repaired);
  }
  std::ranges::copy(repaired, parser_->buffer(std::max<std::size_t>(repaired.size(), 1)));
  parser_->parse(repaired.size(), last);
}

void XmlInput::report(std::string_view kind, std::string_view detail) const {
  constexpr std::size_t kMaxShown = 60;
  if (!on_repair_) return;
  on_repair_({kind, std::string(detail.substr(0, kMaxShown)), parser_->line(), parser_->column()});
}

}  // namespace thalign
