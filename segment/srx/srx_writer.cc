// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "segment/english/english_words.h"
#include "segment/srx/srx.h"
#include "segment/thai/thai_words.h"
#include "text/files/xml_escape.h"

namespace thalign {
namespace {

/// White space: the \s of Java has no U+00A0.
constexpr std::string_view kAnySpace = "[\\s\\u00A0]";
/// White space of a line, and the digits of both languages.
constexpr std::string_view kSpace = "[ \\t\\u00A0]+";
constexpr std::string_view kThaiDigit = "[0-9\u0E50-\u0E59]";
constexpr std::string_view kSentenceMarks = "[.?!\u2026]+[\"'\u201D\u2019\u00BB)\\]}]*";

/// Connectives after a space that nearly always open a sentence of written Thai.
constexpr std::array<std::string_view, 13> kThaiSentenceOpeners = {
    "ทั้งนี้",    "นอกจากนี้", "นอกจากนั้น", "อย่างไรก็ตาม", "อย่างไรก็ดี", "ดังนั้น",     "ในโอกาสนี้",
    "โอกาสนี้", "ในการนี้",  "ต่อมา",     "จากนั้น",      "ต่อจากนั้น",  "ขณะเดียวกัน"};

std::string regex_escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '.' || c == '%') result += '\\';
    result += c;
  }
  return result;
}

/// "(?:a|b|c)".
std::string any_of(std::initializer_list<std::span<const std::string_view>> lists) {
  std::string result = "(?:";
  for (const std::span<const std::string_view> list : lists) {
    for (const std::string_view text : list) {
      if (result.size() > 3) result += '|';
      result += regex_escaped(text);
    }
  }
  return result + ')';
}

class Writer {
 public:
  void begin(std::string_view name) {
    text_ += fmt::format("      <languagerule languagerulename=\"{}\">\n", name);
  }
  void end() { text_ += "      </languagerule>\n"; }
  void no_break(std::string_view before, std::string_view after) { rule("no", before, after); }
  void breaks(std::string_view before, std::string_view after) { rule("yes", before, after); }
  std::string text() && { return std::move(text_); }

 private:
  void rule(std::string_view breaks, std::string_view before, std::string_view after) {
    text_ += fmt::format(
        "        <rule break=\"{}\">\n"
        "          <beforebreak>{}</beforebreak>\n"
        "          <afterbreak>{}</afterbreak>\n"
        "        </rule>\n",
        breaks, xml_escaped(before), xml_escaped(after));
  }

  std::string text_;
};

std::string abbreviations(std::initializer_list<AbbreviationKind> kinds) {
  std::string result;
  for (const AbbreviationKind kind : kinds) {
    result += result.empty() ? "" : "|";
    const std::string list = any_of({english_abbreviations(kind)});
    result += list.substr(3, list.size() - 4);
  }
  return fmt::format("\\b(?i:{})\\.", result);
}

/// A space and a word written large that does not open sentences.
std::string large_but_no_opener() {
  std::string openers;
  for (const std::string_view word : english_sentence_openers()) {
    openers += openers.empty() ? "" : "|";
    openers += word;
  }
  return fmt::format("{}(?!(?i:{})\\b)\\p{{Lu}}", kSpace, openers);
}

void write_english(Writer& out) {
  using enum AbbreviationKind;
  const std::string space(kSpace);
  const std::string small = space + "\\p{Ll}";
  const std::string no_opener = large_but_no_opener();
  out.begin("English");
  out.no_break(abbreviations({title, inner}), space);
  out.no_break(abbreviations({numbered}), space + "(?:[0-9]|[IVXLC]{2,}\\b)");
  out.no_break(abbreviations({may_end}), space + "[0-9]");
  out.no_break(abbreviations({numbered, may_end, ending}), small);
  out.no_break(abbreviations({may_end}), no_opener);
  for (const std::string_view initials :
       {"\\b\\p{Lu}\\.", "\\b(?:\\p{L}{1,3}\\.)+\\p{L}{1,3}\\."}) {
    out.no_break(initials, small);
    out.no_break(initials, no_opener);
  }
  out.no_break("(?:\\.\\.\\.|\u2026)[\"'\u201D\u2019)\\]]*", small);
  out.no_break("[.?!][\"'\u201D\u2019)\\]}]+", small);
  out.no_break("^\\s*\\(?(?:[0-9]{1,3}|\\p{L}|[ivxIVX]+)[.)]{1,2}", space);
  out.no_break("[.?!]", space + "[,.;:!?)\\]}/>]");
  out.breaks(kSentenceMarks, kAnySpace);
  out.breaks("", "\\s*\\n\\s*\\n");
  out.end();
}

void write_thai(Writer& out) {
  const std::string space(kSpace);
  const std::string begin = "(?:^|[\\s(\u201C\"])";
  out.begin("Thai");
  out.no_break(any_of({thai_openers_of_more()}), space);
  out.no_break(begin + any_of({thai_titles()}) + "\\S{0,20}", space);
  out.no_break(begin + any_of({thai_abbreviations_before_names()}), space);
  out.no_break(std::string(kThaiDigit), space + any_of({thai_counters()}));
  out.no_break(any_of({thai_words_before_numbers()}), space + std::string(kThaiDigit));
  out.no_break(begin + "\\(?(?:[0-9\u0E50-\u0E59]{1,3}|[\u0E01-\u0E2E])[.)]{1,2}", space);
  out.no_break("", space + "[\u0E46\u0E2F,;:!?)\\]}%]");
  // Lookaround: programs that search for matches one after the other find each space so.
  out.no_break("(?<=\\([^()\\n]{0,200})", "\\s(?=[^()\\n]{0,200}\\))");
  out.no_break("(?<=\u201C[^\u201C\u201D\\n]{0,50})", "\\s(?=[^\u201C\u201D\\n]{0,50}\u201D)");
  out.breaks("", space + any_of({kThaiSentenceOpeners}));
  out.breaks("[?!\u2026]+[\"'\u201D\u2019)\\]]*", kAnySpace);
  out.breaks("", "\\s*\\n");
  out.end();
}

}  // namespace

std::string own_srx() {
  Writer rules;
  write_english(rules);
  write_thai(rules);
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">\n"
      "  <header segmentsubflows=\"yes\" cascade=\"no\"/>\n"
      "  <body>\n"
      "    <languagerules>\n"
      "{}"
      "    </languagerules>\n"
      "    <maprules>\n"
      "      <languagemap languagepattern=\"[Ee][Nn].*\" languagerulename=\"English\"/>\n"
      "      <languagemap languagepattern=\"[Tt][Hh].*\" languagerulename=\"Thai\"/>\n"
      "    </maprules>\n"
      "  </body>\n"
      "</srx>\n",
      std::move(rules).text());
}

}  // namespace thalign
