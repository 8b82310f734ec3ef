// SPDX-License-Identifier: Apache-2.0
#include "text/files/xml_parser.h"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <new>
#include <string_view>
#include <utility>

#include "text/error.h"
#include "text/unicode/encoding.h"

namespace thalign {
namespace {

constexpr std::array<std::string_view, 5> kPredefinedEntities{"lt", "gt", "amp", "apos", "quot"};

/// The character that byte `value` stands for; -1: none by itself.
int character_of(unsigned value, const std::string& encoding) {
  const char byte = static_cast<char>(value);
  const Decoded decoded = decode({&byte, 1}, encoding, 8);
  if (decoded.replaced > 0 || decoded.text.empty()) return -1;
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(decoded.text[i]); };
  switch (decoded.text.size()) {
    case 1:
      return at(0);
    case 2:
      return (at(0) & 0x1F) << 6 | (at(1) & 0x3F);
    case 3:
      return (at(0) & 0x0F) << 12 | (at(1) & 0x3F) << 6 | (at(2) & 0x3F);
    default:
      return -1;
  }
}

/// Whether some character of the encoding takes two bytes, which a table of bytes can't express.
bool is_multibyte(const std::string& encoding) {
  for (unsigned lead = 0x81; lead < 0xFF; ++lead) {
    if (character_of(lead, encoding) >= 0) continue;
    const std::array pair{static_cast<char>(lead), '\xA1'};
    if (decode({pair.data(), pair.size()}, encoding, 8).replaced == 0) return true;
  }
  return false;
}

int unknown_encoding(void* /*data*/, const XML_Char* name, XML_Encoding* info) {
  try {
    const std::string encoding = canonical_encoding(name);
    if (encoding.empty() || encoding.starts_with("UTF-") || is_multibyte(encoding)) {
      return XML_STATUS_ERROR;
    }
    for (unsigned byte = 0; byte < 256; ++byte) info->map[byte] = character_of(byte, encoding);
    info->data = nullptr;
    info->convert = nullptr;
    info->release = nullptr;
    return XML_STATUS_OK;
  } catch (...) {
    return XML_STATUS_ERROR;
  }
}

std::string_view advice(XML_Error error) {
  switch (error) {
    case XML_ERROR_NO_ELEMENTS:
    case XML_ERROR_UNCLOSED_TOKEN:
      return "the file is cut off; get it whole";
    case XML_ERROR_UNKNOWN_ENCODING:
    case XML_ERROR_INCORRECT_ENCODING:
      return "convert the file to UTF-8";
    default:
      return "correct the file there";
  }
}

// expat 2.9 has these functions with 64 bits and calls the others deprecated. That the parser is a
// template parameter lets the compiler look for what there is.

template <typename Parser>
std::size_t line_number(Parser parser) {
  if constexpr (requires { XML_GetCurrentLineNumber64(parser); })
    return XML_GetCurrentLineNumber64(parser);
  else
    return XML_GetCurrentLineNumber(parser);
}

template <typename Parser>
std::size_t column_number(Parser parser) {
  if constexpr (requires { XML_GetCurrentColumnNumber64(parser); })
    return XML_GetCurrentColumnNumber64(parser);
  else
    return XML_GetCurrentColumnNumber(parser);
}

/// The bytes of what is reported, empty where expat doesn't know them.
template <typename Parser>
std::string_view current_bytes(Parser parser) {
  if constexpr (requires { XML_GetCurrentByteCount64(parser); }) {
    std::int64_t offset = 0;
    std::uint64_t size = 0;
    const char* const input = XML_GetInputContext64(parser, &offset, &size);
    if (input == nullptr) return {};
    return {input + offset, static_cast<std::size_t>(XML_GetCurrentByteCount64(parser))};
  } else {
    int offset = 0;
    int size = 0;
    const char* const input = XML_GetInputContext(parser, &offset, &size);
    if (input == nullptr) return {};
    return {input + offset, static_cast<std::size_t>(XML_GetCurrentByteCount(parser))};
  }
}

}  // namespace

/// The functions expat calls. What they throw waits in `thrown_` until C is left.
struct XmlParser::Callbacks {
  template <typename Work>
  static void guarded(void* self, Work work) {
    auto& parser = *static_cast<XmlParser*>(self);
    parser.reported_ = true;
    if (parser.thrown_) return;
    try {
      work(parser);
    } catch (...) {
      parser.thrown_ = std::current_exception();
      XML_StopParser(parser.parser_.get(), XML_FALSE);
    }
  }
  static void begin(void* self, const XML_Char* name, const XML_Char** attributes) {
    guarded(self, [&](XmlParser& parser) {
      if (parser.has_external_dtd_ && *attributes != nullptr) parser.check_attribute_entities();
      parser.events_.begin(name, attributes);
    });
  }
  static void end(void* self, const XML_Char* name) {
    guarded(self, [&](XmlParser& parser) { parser.events_.end(name); });
  }
  static void text(void* self, const XML_Char* piece, int size) {
    guarded(self, [&](XmlParser& parser) {
      parser.events_.text({piece, static_cast<std::size_t>(size)});
    });
  }
  static void skipped(void* self, const XML_Char* name, int is_parameter_entity) {
    if (is_parameter_entity != 0) return;
    guarded(self, [&](XmlParser& parser) { parser.events_.unknown_entity(name); });
  }
  static void doctype(void* self, const XML_Char* /*name*/, const XML_Char* system,
                      const XML_Char* /*public_id*/, int /*has_internal_subset*/) {
    static_cast<XmlParser*>(self)->has_external_dtd_ = system != nullptr;
  }
  static void entity(void* self, const XML_Char* name, int is_parameter_entity,
                     const XML_Char* /*value*/, int /*size*/, const XML_Char* /*base*/,
                     const XML_Char* /*system*/, const XML_Char* /*public_id*/,
                     const XML_Char* /*notation*/) {
    guarded(self, [&](XmlParser& parser) {
      if (is_parameter_entity != 0 || std::ranges::count(kPredefinedEntities, name) > 0) return;
      throw Error(
          ErrorCode::format, parser.place(),
          fmt::format("declares the entity '{}', and thalign expands none; replace it by its "
                      "text and remove the declaration",
                      name));
    });
  }
};

void XmlParser::Free::operator()(XML_ParserStruct* parser) const { XML_ParserFree(parser); }

XmlParser::XmlParser(XmlEvents& events, std::string name, const char* encoding,
                     char namespace_separator)
    : events_(events),
      name_(std::move(name)),
      parser_(namespace_separator == '\0' ? XML_ParserCreate(encoding)
                                          : XML_ParserCreateNS(encoding, namespace_separator)) {
  if (!parser_) throw std::bad_alloc();
  XML_ParserStruct* const parser = parser_.get();
  XML_SetUserData(parser, this);
  XML_SetElementHandler(parser, Callbacks::begin, Callbacks::end);
  XML_SetCharacterDataHandler(parser, Callbacks::text);
  XML_SetSkippedEntityHandler(parser, Callbacks::skipped);
  XML_SetStartDoctypeDeclHandler(parser, Callbacks::doctype);
  XML_SetEntityDeclHandler(parser, Callbacks::entity);
  XML_SetUnknownEncodingHandler(parser, unknown_encoding, nullptr);
}

char* XmlParser::buffer(std::size_t size) {
  void* const room = XML_GetBuffer(parser_.get(), static_cast<int>(size));
  if (room == nullptr) throw std::bad_alloc();
  return static_cast<char*>(room);
}

void XmlParser::parse(std::size_t size, bool last) {
  constexpr std::size_t kLargestPiece = 1U << 24U;
  reported_ = false;
  const XML_Status status =
      XML_ParseBuffer(parser_.get(), static_cast<int>(size), last ? XML_TRUE : XML_FALSE);
  if (thrown_) std::rethrow_exception(thrown_);
  if (status != XML_STATUS_OK) fail();
  piece_size_ = reported_ ? kSmallestPiece : std::min(2 * piece_size_, kLargestPiece);
}

std::size_t XmlParser::line() const { return line_number(parser_.get()); }

std::size_t XmlParser::column() const { return column_number(parser_.get()) + 1; }

std::string XmlParser::place() const { return fmt::format("{}:{}:{}", name_, line(), column()); }

/// Where an external DTD is named, expat leaves references to unknown entities out of attribute
/// values without a word; here they are refused.
void XmlParser::check_attribute_entities() const {
  const std::string_view tag = current_bytes(parser_.get());
  for (auto at = tag.find('&'); at != std::string_view::npos; at = tag.find('&', at + 1)) {
    std::string name;
    for (const char c : tag.substr(at + 1)) {
      if (c == ';') break;
      if (c != '\0') name += c;  // UTF-16
    }
    if (name.starts_with('#') || std::ranges::count(kPredefinedEntities, name) > 0) continue;
    throw Error(
        ErrorCode::format, place(),
        fmt::format("an attribute holds the unknown entity '&{};'; replace it by its text", name));
  }
}

void XmlParser::fail() const {
  const XML_Error error = XML_GetErrorCode(parser_.get());
  if (error == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
  const bool of_encoding =
      error == XML_ERROR_UNKNOWN_ENCODING || error == XML_ERROR_INCORRECT_ENCODING;
  throw Error(of_encoding ? ErrorCode::encoding : ErrorCode::format, place(),
              fmt::format("broken XML: {}; {}", XML_ErrorString(error), advice(error)));
}

}  // namespace thalign
