// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>
#include <utility>

#include "text/language.h"
#include "tm/formats/po/po_message.h"
#include "tm/formats/readers.h"
#include "tm/language_tag.h"
#include "tm/output.h"

namespace thalign {
namespace {

/// The value of a field of the header, whose lines are "Name: value"; empty: there is none.
std::string header_field(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const auto end = std::min(header.find('\n'), header.size());
    const std::string_view line = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    if (line.size() > name.size() && line[name.size()] == ':' &&
        same_tag(line.substr(0, name.size()), name)) {
      return single_line(line.substr(name.size() + 1));
    }
  }
  return {};
}

/// "th-TH" of "th_TH.UTF-8"; empty if `written` is no tag.
std::string tag_of_locale(std::string written) {
  written.resize(std::min(written.find_first_of(".@"), written.size()));
  std::ranges::replace(written, '_', '-');
  return is_language_tag(written) ? canonical_tag(written) : std::string();
}

class PoReader : public UnitReader {
 public:
  PoReader(LineSource lines, UnitReadOptions options)
      : messages_(std::move(lines)), options_(std::move(options)), languages_(options_.languages) {}

  std::size_t line() const override { return message_.line; }

  const TranslationUnit* next() override {
    while (form_ == forms_.size()) {
      auto message = messages_.next();
      if (!message) return nullptr;
      message_ = std::move(*message);
      forms_.clear();
      form_ = 0;
      if (message_.text.empty() && !message_.context && !message_.obsolete) {
        read_header();
      } else if (is_wanted()) {
        list_forms();
      }
    }
    make_unit();
    ++form_;
    return &unit_;
  }

 private:
  void read_header() {
    if (message_.translations.empty()) return;
    const std::string& header = message_.translations.front();
    const std::string type = header_field(header, "Content-Type");
    if (const auto at = type.find("charset=");
        options_.encoding.empty() && at != std::string::npos) {
      const std::string charset = type.substr(at + 8);
      if (charset != "CHARSET") messages_.decode_as(charset);
    }
    const std::string target = tag_of_locale(header_field(header, "Language"));
    const std::string source = tag_of_locale(header_field(header, "X-Source-Language"));
    if (!target.empty()) languages_.target = target;
    if (!source.empty()) languages_.source = source;
    if (languages_.source.empty() && !languages_.target.empty()) {
      languages_.source = same_tag(primary_subtag(languages_.target), "en") ? "und" : "en";
    }
  }

  bool is_wanted() const {
    if (std::ranges::all_of(message_.translations, &std::string::empty)) {
      report("message without translation: left out");
      return false;
    }
    if (options_.unfinished) return true;
    if (message_.fuzzy) report("fuzzy translation: left out; --unfinished reads such");
    if (message_.obsolete && !message_.fuzzy) {
      report("obsolete message: left out; --unfinished reads such");
    }
    return !message_.fuzzy && !message_.obsolete;
  }

  void report(std::string_view kind) const {
    constexpr std::size_t kMaxShownBytes = 60;
    if (!options_.on_repair) return;
    options_.on_repair({kind,
                        message_.text.size() > kMaxShownBytes ? "" : single_line(message_.text),
                        message_.line, 1});
  }

  /// Which texts translate each other: the singular has the first form, the plural all others, and
  /// the only one where the language has one.
  void list_forms() {
    const std::vector<std::string>& translations = message_.translations;
    if (!translations.front().empty()) forms_.emplace_back(&message_.text, 0U);
    if (!message_.plural || *message_.plural == message_.text) return;
    for (std::size_t i = translations.size() == 1 ? 0 : 1; i < translations.size(); ++i) {
      if (!translations[i].empty()) forms_.emplace_back(&*message_.plural, i);
    }
  }

  void make_unit() {
    const auto& [text, form] = forms_[form_];
    unit_ = {.variants = {{.language = languages_.source, .text = *text},
                          {.language = languages_.target, .text = message_.translations[form]}}};
    std::vector<Property>& properties = unit_.about.properties;
    if (message_.context) properties.push_back({"x-po-context", *message_.context});
    if (message_.plural) properties.push_back({"x-po-plural", std::to_string(form)});
    for (const std::string& reference : message_.references) {
      properties.push_back({"x-po-reference", reference});
    }
    if (message_.fuzzy) properties.push_back({"x-po-state", "fuzzy"});
    if (message_.obsolete) properties.push_back({"x-po-state", "obsolete"});
    for (const std::string& note : message_.notes) unit_.about.notes.push_back({note});
  }

  PoMessages messages_;
  const UnitReadOptions options_;
  LanguagePair languages_;
  PoMessage message_;
  std::vector<std::pair<const std::string*, std::size_t>> forms_;  ///< of the message: text, form
  std::size_t form_ = 0;                                           ///< the next one
  TranslationUnit unit_;
};

}  // namespace

std::unique_ptr<UnitReader> make_po_reader(ByteSource source, const UnitReadOptions& options) {
  LineSource lines(std::move(source), {.encoding = options.encoding});
  return std::make_unique<PoReader>(std::move(lines), options);
}

}  // namespace thalign
