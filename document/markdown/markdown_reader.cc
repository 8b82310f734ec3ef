// SPDX-License-Identifier: Apache-2.0
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include "document/decode_text.h"
#include "document/readers.h"
#include "text/error.h"

namespace thalign {
namespace {

/// The tree of a document takes many times its size.
constexpr std::size_t kMaxMarkdownBytes = std::size_t{16} << 20U;

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeMarkdownParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

std::unique_ptr<cmark_node, FreeNode> parse_markdown(std::string_view text) {
  static const bool is_registered = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return true;
  }();
  (void)is_registered;
  const std::unique_ptr<cmark_parser, FreeMarkdownParser> parser(
      cmark_parser_new(CMARK_OPT_FOOTNOTES));
  for (const char* const name : {"table", "strikethrough", "autolink", "tasklist"}) {
    if (cmark_syntax_extension* const extension = cmark_find_syntax_extension(name)) {
      cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  std::unique_ptr<cmark_node, FreeNode> root(cmark_parser_finish(parser.get()));
  if (!root) throw std::bad_alloc();
  return root;
}

/// The settings between two lines `---` or `+++` that a document begins with, those lines included.
std::string_view front_matter(std::string_view text) {
  for (const std::string_view fence : {"---", "+++"}) {
    const auto first = std::min(text.find('\n'), text.size());
    if (!text.starts_with(fence) ||
        text.substr(0, first).find_first_not_of(" \t\r", fence.size()) != std::string_view::npos) {
      continue;
    }
    for (std::size_t line = first + 1; line < text.size();) {
      const auto end = std::min(text.find('\n', line), text.size());
      std::string_view content = text.substr(line, end - line);
      content = content.substr(0, content.find_last_not_of(" \t\r") + 1);
      line = std::min(end + 1, text.size());
      if (content == fence || (fence == "---" && content == "...")) return text.substr(0, line);
    }
  }
  return {};
}

/// Escapes `[^` where no label of a footnote follows: cmark-gfm 0.29 takes it for one up to the
/// next bracket, finds no such note, and loses what stands on further lines.
std::string with_other_carets_escaped(std::string_view text) {
  constexpr std::string_view kOpening = "[^";
  std::string result;
  for (;;) {
    const auto at = text.find(kOpening);
    result += text.substr(0, at);
    if (at == std::string_view::npos) return result;
    text.remove_prefix(at + kOpening.size());
    const auto end = text.find_first_of("[] \t\r\n");
    const bool is_label = end != std::string_view::npos && end > 0 && text[end] == ']';
    const std::size_t backslashes = result.size() - (result.find_last_not_of('\\') + 1);
    if (!is_label && backslashes % 2 == 0) result += '\\';
    result += kOpening;
  }
}

/// Walks the tree of a document and makes its blocks.
class MarkdownBlocks {
 public:
  MarkdownBlocks(const DocumentReadOptions& options, std::size_t lines_before)
      : options_(options), lines_before_(lines_before) {}

  StructuredDocument read(cmark_node* root) && {
    const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(root));
    for (;;) {
      const cmark_event_type event = cmark_iter_next(iterator.get());
      if (event == CMARK_EVENT_DONE) return std::move(document_);
      cmark_node* const node = cmark_iter_get_node(iterator.get());
      if (event == CMARK_EVENT_ENTER) {
        enter(node);
      } else {
        leave(node);
      }
    }
  }

 private:
  /// The library names no type of a footnote.
  static std::string_view type_of(cmark_node* node) {
    if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION) return "footnote";
    return cmark_node_get_type_string(node);
  }
  static std::string_view literal_of(cmark_node* node) {
    const char* const literal = cmark_node_get_literal(node);
    return literal == nullptr ? "" : literal;
  }
  static bool holds_text(std::string_view type) {
    return type == "paragraph" || type == "heading" || type == "table_cell";
  }

  void enter(cmark_node* node) {
    const std::string_view type = type_of(node);
    if (type == "image") ++images_;
    if (type == "strong") ++bold_;
    if (type == "emph") ++italic_;
    if (type == "link") ++links_;
    if (type == "list") ++lists_;
    if (type == "footnote") ++notes_;
    if (holds_text(type)) begin(node, type);
    if (type == "html_block") add_html(node);
    if (images_ > 0) return;
    if (type == "text" || type == "code") append(literal_of(node));
    if (type == "softbreak") append(" ");
    if (type == "linebreak" || (type == "html_inline" && literal_of(node).starts_with("<br"))) {
      append("\n");
    }
  }

  void leave(cmark_node* node) {
    const std::string_view type = type_of(node);
    if (type == "image") --images_;
    if (type == "strong") --bold_;
    if (type == "emph") --italic_;
    if (type == "link") --links_;
    if (type == "list") --lists_;
    if (type == "footnote") --notes_;
    if (holds_text(type)) document_.add(std::move(block_), std::exchange(text_, {}));
  }

  void append(std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(text_.size());
    text_ += text;
    InlineFormats formats = bold_ > 0 ? inline_bit(InlineFormat::bold) : InlineFormats{0};
    if (italic_ > 0) formats |= inline_bit(InlineFormat::italic);
    if (links_ > 0) formats |= inline_bit(InlineFormat::link);
    add_inlines(block_.inlines, {begin, static_cast<std::uint32_t>(text_.size())}, formats);
  }

  std::string place(cmark_node* node) const {
    const int line = std::max(cmark_node_get_start_line(node), 1);
    return fmt::format("line {}", lines_before_ + static_cast<std::size_t>(line));
  }

  void begin(cmark_node* node, std::string_view type) {
    block_ = {.place = place(node)};
    text_.clear();
    if (type == "heading") {
      block_.kind = BlockKind::heading;
      block_.level = static_cast<std::uint8_t>(cmark_node_get_heading_level(node));
    } else if (type == "table_cell") {
      block_.kind = BlockKind::table_cell;
    } else if (notes_ > 0) {
      block_.kind = BlockKind::note;
    } else if (lists_ > 0) {
      block_.kind = BlockKind::list_item;
      block_.level = static_cast<std::uint8_t>(std::min<std::size_t>(lists_, 99));
    }
  }

  /// HTML of its own, as a page in a page.
  void add_html(cmark_node* node) {
    DocumentReadOptions page = options_;
    page.encoding = "UTF-8";
    page.whole_page = true;
    const StructuredDocument html = read_html(literal_of(node), page);
    for (Block block : html.blocks()) {
      block.place = place(node);
      const ByteRange range = block.range;
      document_.add(std::move(block), html.text().substr(range.begin, range.size()));
    }
  }

  const DocumentReadOptions& options_;
  std::size_t lines_before_;  ///< those of the front matter
  StructuredDocument document_;
  Block block_;
  std::string text_;
  std::size_t images_ = 0, lists_ = 0, notes_ = 0;  ///< that are open
  std::size_t bold_ = 0, italic_ = 0, links_ = 0;   ///< the same
};

}  // namespace

StructuredDocument read_markdown(std::string_view bytes, const DocumentReadOptions& options) {
  const Document text = decode_text(bytes, options);
  if (text.text().size() > kMaxMarkdownBytes) {
    throw Error(ErrorCode::limit, options.name,
                fmt::format("has more than {} MiB; split it", kMaxMarkdownBytes >> 20U));
  }
  const std::string_view settings = front_matter(text.text());
  const auto lines = static_cast<std::size_t>(std::ranges::count(settings, '\n'));
  const auto root = parse_markdown(with_other_carets_escaped(text.text().substr(settings.size())));
  StructuredDocument document = MarkdownBlocks(options, lines).read(root.get());
  note_decoding(text, options, document);
  return document;
}

}  // namespace thalign
