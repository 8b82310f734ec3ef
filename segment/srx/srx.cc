// SPDX-License-Identifier: Apache-2.0
#include "segment/srx/srx.h"

#include <fmt/format.h>
#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "segment/srx/icu_text.h"
#include "text/error.h"
#include "text/files/xml_parser.h"

namespace thalign {
namespace {

constexpr std::string_view kNamespace = "http://www.lisa.org/srx20";
constexpr char kSeparator = '|';

/// What is wrong with a regular expression; empty if nothing is.
std::string pattern_error(std::string_view pattern) {
  UParseError where{};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::RegexPattern> compiled(
      icu::RegexPattern::compile(utf16(pattern), 0, where, status));
  if (U_SUCCESS(status)) return {};
  return fmt::format("'{}' is not a regular expression of ICU ({} at character {}); correct it",
                     pattern, u_errorName(status), where.offset);
}

/// Language tags have no case, and rule files write them in any: OmegaT writes "EN.*".
bool matches_whole(std::string_view pattern, std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::RegexMatcher matcher(utf16(pattern), UREGEX_CASE_INSENSITIVE, status);
  const icu::UnicodeString text = utf16(tag);
  matcher.reset(text);
  return U_SUCCESS(status) && matcher.matches(status) != 0;
}

}  // namespace

/// Builds a file from the events of its XML.
class SrxReader : private XmlEvents {
 public:
  explicit SrxReader(const std::string& name)
      : name_(name), parser_(*this, name, nullptr, kSeparator) {}

  SrxFile read(std::string_view bytes) && {
    constexpr std::size_t kPiece = std::size_t{1} << 20;
    for (std::size_t at = 0; at <= bytes.size(); at += kPiece) {
      const std::string_view piece = bytes.substr(at, kPiece);
      std::ranges::copy(piece, parser_.buffer(kPiece));
      const bool last = at + piece.size() == bytes.size();
      parser_.parse(piece.size(), last);
      if (last) break;
    }
    check_maps();
    return std::move(file_);
  }

 private:
  using Attributes = const char**;

  void begin(std::string_view name, Attributes attributes) override {
    start(local_name(name), attributes);
  }
  void end(std::string_view name) override { finish(local_name(name)); }
  void text(std::string_view piece) override {
    if (pattern_ != nullptr) pattern_->append(piece);
  }
  void unknown_entity(std::string_view name) override {
    fail(fmt::format("unknown entity '&{};'; replace it by its text", name));
  }

  /// The name without its namespace; empty for elements of other namespaces than that of SRX.
  static std::string_view local_name(std::string_view name) {
    const std::size_t separator = name.find(kSeparator);
    if (separator == std::string_view::npos) return name;
    return name.substr(0, separator) == kNamespace ? name.substr(separator + 1) : "";
  }

  static std::optional<std::string> attribute(Attributes attributes, std::string_view name) {
    for (std::size_t i = 0; attributes[i] != nullptr; i += 2) {
      if (name == attributes[i]) return attributes[i + 1];
    }
    return std::nullopt;
  }

  [[noreturn]] void fail(const std::string& message) const { fail(parser_.place(), message); }
  [[noreturn]] static void fail(const std::string& where, const std::string& message) {
    throw Error(ErrorCode::format, where, message);
  }

  void start(std::string_view element, Attributes attributes) {
    if (depth_++ == 0) return start_root(element, attributes);
    if (pattern_ != nullptr) fail("a pattern holds an element; close the pattern before it");
    if (element == "header") {
      file_.cascade_ = attribute(attributes, "cascade") == "yes";
    } else if (element == "languagerule") {
      start_language(attributes);
    } else if (element == "rule") {
      start_rule(attributes);
    } else if (element == "beforebreak" || element == "afterbreak") {
      start_pattern(element);
    } else if (element == "languagemap") {
      start_map(attributes);
    }
  }

  void start_root(std::string_view element, Attributes attributes) {
    if (element != "srx") fail("not an SRX file: the outermost element must be srx");
    const std::optional<std::string> version = attribute(attributes, "version");
    if (version != "2.0")
      fail(fmt::format("is SRX of version '{}'; convert it to version 2.0", version.value_or("")));
  }

  void start_language(Attributes attributes) {
    const std::optional<std::string> name = attribute(attributes, "languagerulename");
    if (in_language_) fail("languagerule stands inside of another; close that one first");
    if (!name) fail("languagerule has no languagerulename; name it");
    if (std::ranges::find(file_.languages_, *name, &SrxFile::LanguageRule::name) !=
        file_.languages_.end()) {
      fail(fmt::format("languagerule '{}' is there twice; rename one", *name));
    }
    file_.languages_.push_back({*name, {}});
    in_language_ = true;
  }

  void start_rule(Attributes attributes) {
    if (!in_language_) fail("rule stands outside of a languagerule; put it into one");
    if (in_rule_) fail("rule stands inside of another; close that one first");
    const std::string breaks = attribute(attributes, "break").value_or("yes");
    if (breaks != "yes" && breaks != "no")
      fail(fmt::format("break is '{}'; make it yes or no", breaks));
    file_.languages_.back().rules.push_back({breaks == "yes", {}, {}, parser_.place()});
    in_rule_ = true;
  }

  void start_pattern(std::string_view element) {
    if (!in_rule_) fail(fmt::format("{} stands outside of a rule; put it into one", element));
    SrxRule& rule = file_.languages_.back().rules.back();
    pattern_ = element == "beforebreak" ? &rule.before : &rule.after;
    if (!pattern_->empty()) fail(fmt::format("{} is there twice; take one out", element));
    pattern_place_ = parser_.place();
  }

  void start_map(Attributes attributes) {
    const std::optional<std::string> pattern = attribute(attributes, "languagepattern");
    const std::optional<std::string> rule_name = attribute(attributes, "languagerulename");
    if (!pattern || !rule_name)
      fail("languagemap needs languagepattern and languagerulename; give both");
    if (const std::string error = pattern_error(*pattern); !error.empty()) fail(error);
    file_.maps_.push_back({*pattern, *rule_name, parser_.place()});
  }

  void finish(std::string_view element) {
    --depth_;
    if (element == "languagerule") in_language_ = false;
    if (element == "rule") in_rule_ = false;
    if (element != "beforebreak" && element != "afterbreak") return;
    if (pattern_ == nullptr) return;
    if (const std::string error = pattern_error(*pattern_); !error.empty())
      fail(pattern_place_, error);
    pattern_ = nullptr;
  }

  void check_maps() const {
    if (file_.maps_.empty())
      throw Error(ErrorCode::format, name_,
                  "has no languagemap; say which rules are for which language");
    for (const SrxFile::LanguageMap& map : file_.maps_) {
      if (std::ranges::find(file_.languages_, map.rule_name, &SrxFile::LanguageRule::name) ==
          file_.languages_.end()) {
        throw Error(ErrorCode::format, map.place,
                    fmt::format("unknown languagerule '{}'; correct the name", map.rule_name));
      }
    }
  }

  const std::string& name_;
  XmlParser parser_;
  SrxFile file_;
  int depth_ = 0;
  bool in_language_ = false;
  bool in_rule_ = false;
  std::string* pattern_ = nullptr;  // what text is read into
  std::string pattern_place_;
};

SrxFile SrxFile::parse(std::string_view bytes, const std::string& name) {
  return SrxReader(name).read(bytes);
}

std::vector<SrxRule> SrxFile::rules(std::string_view tag) const {
  std::vector<SrxRule> result;
  for (const LanguageMap& map : maps_) {
    if (!matches_whole(map.pattern, tag)) continue;
    const auto language = std::ranges::find(languages_, map.rule_name, &LanguageRule::name);
    result.insert(result.end(), language->rules.begin(), language->rules.end());
    if (!cascade_) break;
  }
  return result;
}

}  // namespace thalign
