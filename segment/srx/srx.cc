#include "segment/srx/srx.h"

#include <expat.h>
#include <fmt/format.h>
#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>

#include "segment/srx/icu_text.h"
#include "text/error.h"

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
  return fmt::format("'{}' is no regular expression of ICU ({} at character {}); correct it",
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

/// Builds a file from the events of expat. The handlers are called from C and must not throw: they
/// keep the first problem and stop the parser.
class SrxReader {
 public:
  explicit SrxReader(const std::string& name)
      : name_(name), parser_(XML_ParserCreateNS(nullptr, kSeparator)) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetEntityDeclHandler(parser_.get(), on_entity);
  }

  SrxFile read(std::string_view bytes) && {
    constexpr std::size_t kPiece = std::size_t{1} << 20;
    for (std::size_t at = 0; at <= bytes.size(); at += kPiece) {
      const std::string_view piece = bytes.substr(at, kPiece);
      const bool last = at + piece.size() == bytes.size();
      const XML_Status status = XML_Parse(
          parser_.get(), piece.data(), static_cast<int>(piece.size()), last ? XML_TRUE : XML_FALSE);
      if (!problem_.empty()) throw Error(ErrorCode::format, problem_place_, problem_);
      if (status == XML_STATUS_ERROR)
        throw Error(ErrorCode::format, place(),
                    fmt::format("no well-formed XML ({}); correct it",
                                XML_ErrorString(XML_GetErrorCode(parser_.get()))));
      if (last) break;
    }
    check_maps();
    return std::move(file_);
  }

 private:
  struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };
  using Attributes = const XML_Char**;

  static SrxReader& self(void* data) { return *static_cast<SrxReader*>(data); }
  static void on_start(void* data, const XML_Char* name, Attributes attributes) {
    self(data).start(self(data).local_name(name), attributes);
  }
  static void on_end(void* data, const XML_Char* name) {
    self(data).end(self(data).local_name(name));
  }
  static void on_text(void* data, const XML_Char* text, int size) {
    if (self(data).pattern_ != nullptr)
      self(data).pattern_->append(text, static_cast<std::size_t>(size));
  }
  static void on_entity(void* data, const XML_Char* /*name*/, int /*is_parameter*/,
                        const XML_Char* /*value*/, int /*size*/, const XML_Char* /*base*/,
                        const XML_Char* /*system*/, const XML_Char* /*public*/,
                        const XML_Char* /*notation*/) {
    self(data).fail("declares an entity, which SRX has no use for; take it out");
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

  std::string place() const {
    return fmt::format("{}:{}:{}", name_, XML_GetCurrentLineNumber(parser_.get()),
                       XML_GetCurrentColumnNumber(parser_.get()) + 1);
  }

  void fail(std::string message) { fail(place(), std::move(message)); }
  void fail(std::string where, std::string message) {
    if (!problem_.empty()) return;
    problem_ = std::move(message);
    problem_place_ = std::move(where);
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  void start(std::string_view element, Attributes attributes) {
    if (depth_++ == 0) return start_root(element, attributes);
    if (pattern_ != nullptr) return fail("a pattern holds an element; close the pattern before it");
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
    if (element != "srx") return fail("is no SRX: the outermost element must be srx");
    const std::optional<std::string> version = attribute(attributes, "version");
    if (version != "2.0")
      fail(fmt::format("is SRX of version '{}'; convert it to version 2.0", version.value_or("")));
  }

  void start_language(Attributes attributes) {
    const std::optional<std::string> name = attribute(attributes, "languagerulename");
    if (in_language_) return fail("languagerule stands inside of another; close that one first");
    if (!name) return fail("languagerule has no languagerulename; name it");
    if (std::ranges::find(file_.languages_, *name, &SrxFile::LanguageRule::name) !=
        file_.languages_.end()) {
      return fail(fmt::format("languagerule '{}' is there twice; rename one", *name));
    }
    file_.languages_.push_back({*name, {}});
    in_language_ = true;
  }

  void start_rule(Attributes attributes) {
    if (!in_language_) return fail("rule stands outside of a languagerule; put it into one");
    if (in_rule_) return fail("rule stands inside of another; close that one first");
    const std::string breaks = attribute(attributes, "break").value_or("yes");
    if (breaks != "yes" && breaks != "no")
      return fail(fmt::format("break is '{}'; make it yes or no", breaks));
    file_.languages_.back().rules.push_back({breaks == "yes", {}, {}, place()});
    in_rule_ = true;
  }

  void start_pattern(std::string_view element) {
    if (!in_rule_)
      return fail(fmt::format("{} stands outside of a rule; put it into one", element));
    SrxRule& rule = file_.languages_.back().rules.back();
    pattern_ = element == "beforebreak" ? &rule.before : &rule.after;
    if (!pattern_->empty()) return fail(fmt::format("{} is there twice; take one out", element));
    pattern_place_ = place();
  }

  void start_map(Attributes attributes) {
    const std::optional<std::string> pattern = attribute(attributes, "languagepattern");
    const std::optional<std::string> rule_name = attribute(attributes, "languagerulename");
    if (!pattern || !rule_name)
      return fail("languagemap needs languagepattern and languagerulename; give both");
    if (std::string error = pattern_error(*pattern); !error.empty()) return fail(std::move(error));
    file_.maps_.push_back({*pattern, *rule_name, place()});
  }

  void end(std::string_view element) {
    --depth_;
    if (element == "languagerule") in_language_ = false;
    if (element == "rule") in_rule_ = false;
    if (element != "beforebreak" && element != "afterbreak") return;
    if (pattern_ == nullptr) return;
    if (std::string error = pattern_error(*pattern_); !error.empty())
      fail(pattern_place_, std::move(error));
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
                    fmt::format("there is no languagerule '{}'; correct the name", map.rule_name));
      }
    }
  }

  const std::string& name_;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser> parser_;
  SrxFile file_;
  int depth_ = 0;
  bool in_language_ = false;
  bool in_rule_ = false;
  std::string* pattern_ = nullptr;  // what text is read into
  std::string pattern_place_;
  std::string problem_, problem_place_;
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
