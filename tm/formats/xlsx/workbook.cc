// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/xlsx/workbook.h"

#include <fmt/format.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "text/error.h"
#include "text/files/office_xml.h"
#include "tm/line_source.h"

namespace thalign {
namespace {

constexpr std::size_t kMaxWorkbookBytes = std::size_t{256} << 20U;
constexpr std::size_t kMaxSharedBytes = std::size_t{128} << 20U;
constexpr std::size_t kMaxSharedStrings = std::size_t{8} << 20U;
constexpr std::size_t kMaxStyles = 65536;  // Excel's own limit is 65,490

/// The list of sheets: the name of each, and the identifier of its relation.
class WorkbookEvents : public OfficeEvents {
 public:
  struct Sheet {
    std::string name, relation;
    bool hidden;
  };
  std::vector<Sheet> sheets;
  bool from_1904 = false;

 private:
  void begin_element(std::string_view name, const OfficeAttributes& attributes) override {
    if (name == "x:workbookPr") {
      from_1904 = attributes["date1904"] == "1" || attributes["date1904"] == "true";
    }
    if (name != "x:sheet") return;
    const std::string_view state = attributes["state"];
    sheets.push_back({std::string(attributes["name"]), std::string(attributes["id"]),
                      state == "hidden" || state == "veryHidden"});
  }
  void end_element(std::string_view /*name*/) override {}
  void add_text(std::string_view /*piece*/) override {}
};

/// Texts that cells share; how they are read in Japanese (rPh) is left out.
class StringEvents : public OfficeEvents {
 public:
  StringEvents(SharedStrings& strings, const std::string& name) : strings_(strings), name_(name) {}

 private:
  void begin_element(std::string_view name, const OfficeAttributes& /*attributes*/) override {
    if (name == "x:rPh") return skip();
    if (name == "x:si") strings_.begin();
    in_text_ = name == "x:t" && strings_.count() > 0;
    if (strings_.count() > kMaxSharedStrings) {
      throw Error(ErrorCode::limit, name_,
                  fmt::format("has more than {} texts; save the sheet as CSV", kMaxSharedStrings));
    }
  }
  void end_element(std::string_view name) override {
    if (name == "x:t" && in_text_) strings_.append(unescaped_cell(std::exchange(text_, {})));
    in_text_ = false;
  }
  void add_text(std::string_view piece) override {
    if (!in_text_) return;
    text_ += piece;
    if (strings_.size() + text_.size() > kMaxSharedBytes) {
      throw Error(ErrorCode::limit, name_,
                  fmt::format("has more than {} MiB of texts; save the sheet as CSV",
                              kMaxSharedBytes >> 20U));
    }
  }

  SharedStrings& strings_;
  const std::string& name_;
  std::string text_;
  bool in_text_ = false;
};

/// The number format of each style of cells.
class StyleEvents : public OfficeEvents {
 public:
  std::vector<CellFormat> styles;

 private:
  void begin_element(std::string_view name, const OfficeAttributes& attributes) override {
    if (name == "x:cellXfs") in_cells_ = true;
    const auto id = parse_index(attributes["numFmtId"]);
    if (!id) return;
    if (name == "x:numFmt") codes_[*id] = parse_cell_format(attributes["formatCode"]);
    if (name != "x:xf" || !in_cells_ || styles.size() >= kMaxStyles) return;
    const auto code = codes_.find(*id);
    styles.push_back(code == codes_.end() ? builtin_cell_format(*id) : code->second);
  }
  void end_element(std::string_view name) override {
    if (name == "x:cellXfs") in_cells_ = false;
  }
  void add_text(std::string_view /*piece*/) override {}

  std::map<std::uint32_t, CellFormat> codes_;
  bool in_cells_ = false;
};

std::string read_all(ByteSource& source) {
  constexpr std::size_t kWorkbookPieceBytes = 1U << 16U;
  std::string bytes;
  for (std::size_t before = 0;; before = bytes.size()) {
    bytes.resize(before + kWorkbookPieceBytes);
    bytes.resize(before + source.read(bytes.data() + before, kWorkbookPieceBytes));
    if (bytes.size() < before + kWorkbookPieceBytes) return bytes;
    if (bytes.size() > kMaxWorkbookBytes) {
      throw Error(
          ErrorCode::limit, source.name(),
          fmt::format("is larger than {} MiB; save the sheet as CSV", kMaxWorkbookBytes >> 20U));
    }
  }
}

/// Throws `Error` (format) if the bytes are of another kind than a workbook.
void check_kind(std::string_view bytes, const std::string& name) {
  const auto refuse = [&](const char* what) { throw Error(ErrorCode::format, name, what); };
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    refuse("is an old workbook (XLS) or has a password; save it as XLSX without one");
  }
  if (!bytes.starts_with("PK")) {
    refuse("is not an XLSX workbook; name its format with the option for it, or save it as XLSX");
  }
  if (bytes.substr(0, 200).find("opendocument.spreadsheet") != std::string_view::npos) {
    refuse("is an OpenDocument sheet (ODS); save it as XLSX or CSV");
  }
}

}  // namespace

void SharedStrings::append(std::string_view piece) {
  text_.insert(text_.end(), piece.begin(), piece.end());
}

std::optional<std::string> SharedStrings::find(std::size_t index) const {
  if (index >= begins_.size()) return std::nullopt;
  const std::size_t end = index + 1 < begins_.size() ? begins_[index + 1] : text_.size();
  const auto begin = text_.begin();
  return std::string(begin + static_cast<std::ptrdiff_t>(begins_[index]),
                     begin + static_cast<std::ptrdiff_t>(end));
}

Workbook::Workbook(ByteSource source) : name_(source.name()), bytes_(read_all(source)) {
  check_kind(bytes_, name_);
  archive_ = std::make_unique<ZipArchive>(bytes_, name_);
  read_parts();
}

void Workbook::read_parts() {
  std::string main;
  for (const OfficeRelation& relation : office_relations(*archive_, "")) {
    if (relation.type == "officeDocument") main = relation.target;
  }
  if (main.empty()) main = "xl/workbook.xml";
  if (main.ends_with(".bin")) {
    throw Error(ErrorCode::format, name_, "is a binary workbook (XLSB); save it as XLSX");
  }
  WorkbookEvents workbook;
  parse_part(*archive_, main, workbook);
  from_1904_ = workbook.from_1904;
  std::map<std::string, std::string> sheet_parts;
  for (const OfficeRelation& relation : office_relations(*archive_, main)) {
    if (relation.type == "worksheet") sheet_parts[relation.id] = relation.target;
    if (!archive_->has(relation.target)) continue;
    if (relation.type == "sharedStrings") {
      StringEvents events(strings_, name_);
      parse_part(*archive_, relation.target, events);
    } else if (relation.type == "styles") {
      StyleEvents events;
      parse_part(*archive_, relation.target, events);
      styles_ = std::move(events.styles);
    }
  }
  for (auto& [name, relation, hidden] : workbook.sheets) {
    const auto part = sheet_parts.find(relation);  // charts and dialogues are none
    if (part != sheet_parts.end()) sheets_.push_back({std::move(name), part->second, hidden});
  }
  if (sheets_.empty()) throw Error(ErrorCode::format, name_, "is not a workbook with sheets");
}

std::string Workbook::shown(std::string_view stored, std::size_t style) const {
  return shown_number(stored, style < styles_.size() ? styles_[style] : CellFormat(), from_1904_);
}

std::string unescaped_cell(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t escape = std::min(text.find("_x", at), text.size());
    result += text.substr(at, escape - at);
    at = escape;
    if (at == text.size()) break;
    std::uint32_t unit = 0;
    const std::string_view digits = text.substr(at + 2, 4);
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
    const bool is_escape = error == std::errc() && digits.size() == 4 && end == digits.data() + 4 &&
                           text.substr(at + 6, 1) == "_" && (unit < 0xD800 || unit > 0xDFFF);
    if (is_escape) {
      if (unit != 0) icu::UnicodeString(static_cast<UChar32>(unit)).toUTF8String(result);
      at += 7;
    } else {
      result += text[at++];
    }
  }
  return result;
}

}  // namespace thalign
