// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <exception>
#include <limits>
#include <memory>
#include <new>
#include <string>
#include <utility>

#include "document/html/html_blocks.h"
#include "document/html/html_encoding.h"
#include "document/readers.h"
#include "text/document.h"
#include "text/error.h"
#include "text/unicode/utf8.h"

namespace thalign {
namespace {

struct FreeParser {
  void operator()(htmlParserCtxtPtr parser) const { htmlFreeParserCtxt(parser); }
};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// Whether an inline style hides the element.
bool hides(std::string_view style) {
  std::string plain;
  for (const char c : style) {
    if (std::isspace(static_cast<unsigned char>(c)) == 0) plain += c;
  }
  return plain.find("display:none") != std::string::npos;
}

/// `attributes`: name, value, name, value, ..., null; a value may be null.
HtmlAttributes attributes_of(const xmlChar** attributes) {
  HtmlAttributes result;
  if (attributes == nullptr) return result;
  for (; *attributes != nullptr; attributes += 2) {
    const std::string_view name = view(attributes[0]);
    const std::string_view value = view(attributes[1]);
    if (name == "id") result.id = value;
    if (name == "class") result.classes = value;
    if (name == "role") result.role = value;
    if (name == "lang" || name == "xml:lang") result.language = value;
    if (name == "hidden" || (name == "aria-hidden" && value == "true") ||
        (name == "style" && hides(value))) {
      result.hidden = true;
    }
  }
  return result;
}

/// A run of libxml2's HTML parser that gives its events to `HtmlBlocks`.
class HtmlRun {
 public:
  explicit HtmlRun(const DocumentReadOptions& options)
      : name_(options.name), blocks_(options.whole_page) {}

  StructuredDocument parse(const std::string& text) {
    if (text.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
      throw Error(ErrorCode::limit, name_, "has more than 2 GiB; split it");
    }
    if (text.empty()) return {};
    parser_.reset(htmlCreateMemoryParserCtxt(text.data(), static_cast<int>(text.size())));
    if (!parser_) throw std::bad_alloc();
    htmlCtxtUseOptions(parser_.get(), HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOERROR |
                                          HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    htmlSAXHandler handler = {};
    handler.startElement = begin;
    handler.endElement = end;
    handler.characters = characters;
    handler.ignorableWhitespace = characters;
    handler.cdataBlock = characters;
    *parser_->sax = handler;
    parser_->userData = this;
    xmlSwitchEncoding(parser_.get(), XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(parser_.get());
    if (thrown_) std::rethrow_exception(thrown_);
    return blocks_.finish();
  }

 private:
  /// What is thrown must not pass through C.
  template <typename Work>
  static void guarded(void* self, Work work) {
    auto& run = *static_cast<HtmlRun*>(self);
    if (run.thrown_) return;
    try {
      work(run);
    } catch (...) {
      run.thrown_ = std::current_exception();
      xmlStopParser(run.parser_.get());
    }
  }
  static void begin(void* self, const xmlChar* name, const xmlChar** attributes) {
    guarded(self, [&](HtmlRun& run) {
      if (run.blocks_.depth() >= HtmlBlocks::kMaxDepth) {
        throw Error(ErrorCode::format, fmt::format("{}:{}", run.name_, run.line()),
                    fmt::format("elements are nested deeper than {}; correct the page",
                                HtmlBlocks::kMaxDepth));
      }
      run.blocks_.begin(view(name), attributes_of(attributes));
    });
  }
  static void end(void* self, const xmlChar* name) {
    guarded(self, [&](HtmlRun& run) { run.blocks_.end(view(name)); });
  }
  static void characters(void* self, const xmlChar* text, int size) {
    guarded(self, [&](HtmlRun& run) {
      const std::string_view piece(reinterpret_cast<const char*>(text),
                                   static_cast<std::size_t>(size));
      // The parser stands at the end of the piece.
      const auto lines = static_cast<std::size_t>(std::ranges::count(piece, '\n'));
      run.blocks_.text(piece, run.line() - std::min(lines, run.line() - 1));
    });
  }

  std::size_t line() const {
    return static_cast<std::size_t>(std::max(xmlSAX2GetLineNumber(parser_.get()), 1));
  }

  std::string name_;
  HtmlBlocks blocks_;
  std::unique_ptr<htmlParserCtxt, FreeParser> parser_;
  std::exception_ptr thrown_;
};

/// The page without tags that libxml2 2.9 takes for elements that stay open, as they stand between
/// any two words of a Thai page, and with blanks for the NULs it stops at.
std::string without_void_tags(std::string_view page) {
  constexpr std::array<std::string_view, 3> kVoidTags{"<wbr", "<source", "<track"};
  std::string result;
  result.reserve(page.size());
  for (std::size_t i = 0; i < page.size();) {
    const auto next = page.find_first_of(std::string_view("<\0", 2), i);
    result += page.substr(i, next - i);
    if (next == std::string_view::npos) break;
    i = next;
    const std::string_view rest = page.substr(i);
    const bool is_void = std::ranges::any_of(kVoidTags, [&](std::string_view tag) {
      return rest.size() > tag.size() &&
             std::ranges::equal(rest.substr(0, tag.size()), tag, {},
                                [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }) &&
             std::string_view(" \t\r\n/>").find(rest[tag.size()]) != std::string_view::npos;
    });
    const auto end = is_void ? rest.find('>') : std::string_view::npos;
    if (end != std::string_view::npos) {
      i += end + 1;
    } else {
      result += page[i] == '\0' ? ' ' : page[i];
      ++i;
    }
  }
  return result;
}

/// The page as UTF-8: what the user says, else a byte order mark, else what the page says.
Document decode_page(std::string_view bytes, const DocumentReadOptions& options,
                     std::string* wrong_declaration) {
  DecodeOptions decode{.name = options.name,
                       .encoding = options.encoding,
                       .replace_invalid = options.replace_invalid};
  if (!decode.encoding.empty()) return Document::from_bytes(std::string(bytes), decode);
  decode.encoding = declared_html_encoding(bytes);
  if (decode.encoding.empty()) return Document::from_bytes(std::string(bytes), decode);
  // A page that was saved as UTF-8 often keeps its old declaration.
  const Utf8Check utf8 = check_utf8(bytes);
  if (decode.encoding != "UTF-8" && utf8.valid() && utf8.characters > 0) {
    *wrong_declaration = std::exchange(decode.encoding, "UTF-8");
  }
  try {
    return Document::from_bytes(std::string(bytes), decode);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::encoding) throw;
    *wrong_declaration = std::exchange(decode.encoding, {});
    return Document::from_bytes(std::string(bytes), decode);
  }
}

}  // namespace

StructuredDocument read_html(std::string_view bytes, const DocumentReadOptions& options) {
  std::string wrong_declaration;
  const Document page = decode_page(bytes, options, &wrong_declaration);
  StructuredDocument document = HtmlRun(options).parse(without_void_tags(page.text()));
  if (!wrong_declaration.empty()) {
    document.add_note(fmt::format("declares the encoding {}, but is {} (override with --encoding)",
                                  wrong_declaration, page.encoding()));
  }
  if (page.replaced() > 0) {
    document.add_note(fmt::format("{} invalid {} replaced by U+FFFD", page.replaced(),
                                  page.replaced() == 1 ? "sequence" : "sequences"));
  }
  return document;
}

}  // namespace thalign
