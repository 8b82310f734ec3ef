#include <fmt/format.h>

#include <algorithm>

#include "tm/formats/csv.h"
#include "tm/formats/line_reader.h"
#include "tm/unit_marks.h"

namespace thalign {
namespace {

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return text;
}

class CsvReader : public UnitReader {
 public:
  CsvReader(ByteSource source, LanguagePair languages)
      : lines_(std::move(source)), languages_(std::move(languages)) {
    first_ = read_record();
    if (!first_) return;
    for (const std::string& cell : *first_) names_.push_back(lower(cell));
    if (std::ranges::count(names_, "source") == 1 && std::ranges::count(names_, "target") == 1) {
      first_.reset();
    } else {
      names_ = {"source", "target"};
    }
  }

  std::size_t line() const override { return first_line_; }

  const TranslationUnit* next() override {
    for (;;) {
      const auto record = first_ ? std::exchange(first_, std::nullopt) : read_record();
      if (!record) return nullptr;
      unit_ = LineReader::make_unit(languages_);
      for (std::size_t i = 0; i < std::min(record->size(), names_.size()); ++i) {
        set(names_[i], (*record)[i]);
      }
      const auto flags =
          static_cast<std::size_t>(std::ranges::find(names_, "flags") - names_.begin());
      if (flags < record->size()) set_flag(unit_, (*record)[flags]);
      if (!unit_.variants[0].missing() || !unit_.variants[1].missing()) return &unit_;
    }
  }

 private:
  using Record = std::vector<std::string>;

  void set(const std::string& name, const std::string& cell) {
    Variant& source = unit_.variants[0];
    Variant& target = unit_.variants[1];
    if (name == "source") source.text = cell;
    if (name == "target") target.text = cell;
    if (name == "source_language" && !cell.empty()) source.language = cell;
    if (name == "target_language" && !cell.empty()) target.language = cell;
    if (name == "source_document") source.document = cell;
    if (name == "target_document") target.document = cell;
    if (name == "id") unit_.id = cell;
    if (name == "notes" && !cell.empty()) unit_.about.notes = {{cell}};
    if (name == "confidence" && !cell.empty()) {
      unit_.confidence = parse_number(cell);
      if (!unit_.confidence) lines_.fail(0, "the confidence is not a number; correct or empty it");
    }
  }

  /// The cells of the next record, which may take several lines; nothing after the last one.
  std::optional<Record> read_record() {
    const auto line = lines_.next();
    if (!line) return std::nullopt;
    first_line_ = lines_.number();
    std::string text(*line);
    if (separator_ == '\0') separator_ = find_separator(text);
    Record record;
    for (std::size_t at = 0;;) {
      std::string cell = text.substr(at, 1) == "\"" ? quoted(text, at) : plain(text, at);
      if (cell.starts_with('\'') && needs_apostrophe(cell)) cell.erase(0, 1);
      record.push_back(std::move(cell));
      if (at >= text.size()) return record;
      if (text[at] != separator_) {
        lines_.fail(0, "a quoted cell goes on after its closing quote; double quotes inside cells");
      }
      ++at;
    }
  }

  std::string plain(const std::string& text, std::size_t& at) const {
    const std::size_t end = std::min(text.find(separator_, at), text.size());
    const std::size_t begin = std::exchange(at, end);
    return text.substr(begin, end - begin);
  }

  /// The cell that begins with the quote at `at`; takes further lines as long as it is open.
  std::string quoted(std::string& text, std::size_t& at) {
    const std::size_t opened = lines_.number();
    std::string cell;
    for (++at;;) {
      const std::size_t quote = text.find('"', at);
      if (quote == std::string::npos) {
        cell.append(text, at).append(lines_.ended_with_crlf() ? "\r\n" : "\n");
        const auto line = lines_.next();
        if (!line || cell.size() > kMaxCellBytes) {
          lines_.fail(0, fmt::format("the quote opened in line {} is not closed", opened));
        }
        text = *line;
        at = 0;
        continue;
      }
      cell.append(text, at, quote - at);
      at = quote + 1;
      if (at >= text.size() || text[at] != '"') return cell;
      cell += '"';
      ++at;
    }
  }

  static char find_separator(std::string_view line) {
    const auto count = [&](char c) { return std::ranges::count(line, c); };
    if (count('\t') > 0 && count(',') == 0) return '\t';
    return count(';') > count(',') ? ';' : ',';
  }

  static constexpr std::size_t kMaxCellBytes = 1U << 24U;

  LineSource lines_;
  const LanguagePair languages_;
  char separator_ = '\0';
  std::optional<Record> first_;
  std::size_t first_line_ = 0;  ///< of the record read last
  std::vector<std::string> names_;
  TranslationUnit unit_;
};

}  // namespace

std::unique_ptr<UnitReader> make_csv_reader(ByteSource source, LanguagePair languages) {
  return std::make_unique<CsvReader>(std::move(source), std::move(languages));
}

}  // namespace thalign
