// SPDX-License-Identifier: Apache-2.0
#include "cli/input/config_file.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>

#include "text/error.h"
#include "text/files/file.h"

namespace thalign::cli {
namespace {

constexpr std::string_view kBlank = " \t\r";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

/// One line of a file, which knows where it is.
struct Line {
  const std::string& file;
  std::size_t number;  ///< 1-based
  std::string_view text;

  /// "FILE:LINE:COLUMN" of `part`, a view into the line; columns count bytes from 1.
  std::string place(std::string_view part) const {
    return fmt::format("{}:{}:{}", file, number, part.data() - text.data() + 1);
  }
  [[noreturn]] void fail(std::string_view part, std::string_view what) const {
    throw Error(ErrorCode::format, place(part), std::string(what));
  }
};

/// Fails if anything but a comment follows a value or a section.
void expect_end(const Line& line, std::string_view rest) {
  rest = trimmed(rest);
  if (rest.empty() || rest.front() == '#') return;
  line.fail(rest, "something follows the value; put texts in quotes and comments after #");
}

std::string quoted(const Line& line, std::string_view text) {
  const char quote = text.front();
  std::string value;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == quote) {
      expect_end(line, text.substr(i + 1));
      return value;
    }
    const bool escape = quote == '"' && text[i] == '\\' && i + 1 < text.size();
    if (escape) ++i;
    value += text[i];
  }
  line.fail(text, "the quote does not end; close it");
}

std::string parse_value(const Line& line, std::string_view text) {
  if (!text.empty() && (text.front() == '"' || text.front() == '\'')) return quoted(line, text);
  const std::string_view value = trimmed(text.substr(0, text.find('#')));
  if (value.empty()) line.fail(text, "the value is missing; write KEY = VALUE");
  const std::size_t end = value.find_first_of(kBlank);
  if (end != std::string_view::npos) expect_end(line, value.substr(end));
  return std::string(value);
}

std::string parse_section(const Line& line, std::string_view text) {
  const std::size_t close = text.find(']');
  if (close == std::string_view::npos) line.fail(text, "the section does not end; write [COMMAND]");
  expect_end(line, text.substr(close + 1));
  return std::string(trimmed(text.substr(1, close - 1)));
}

}  // namespace

std::vector<ConfigEntry> parse_config(std::string_view text, const std::string& name) {
  std::vector<ConfigEntry> entries;
  std::string section;
  for (std::size_t begin = 0, number = 1; begin < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const Line line{name, number, text.substr(begin, end - begin)};
    begin = end + 1;
    const std::string_view content = trimmed(line.text);
    if (content.empty() || content.front() == '#') continue;
    if (content.front() == '[') {
      section = parse_section(line, content);
      continue;
    }
    const std::size_t equals = content.find('=');
    if (equals == std::string_view::npos) line.fail(content, "not a setting; write KEY = VALUE");
    const std::string_view rest = content.substr(equals + 1);
    const std::size_t value = std::min(rest.find_first_not_of(kBlank), rest.size());
    entries.push_back({section, std::string(trimmed(content.substr(0, equals))),
                       parse_value(line, rest.substr(value)), line.place(content)});
  }
  return entries;
}

std::string config_path() {
  if (const char* const given = std::getenv("THALIGN_CONFIG")) return given;
  const char* const xdg = std::getenv("XDG_CONFIG_HOME");
  if (xdg != nullptr && *xdg != '\0') return std::string(xdg) + "/thalign/config.toml";
  const char* const home = std::getenv("HOME");
  if (home == nullptr || *home == '\0') return {};
  return std::string(home) + "/.config/thalign/config.toml";
}

std::vector<ConfigEntry> read_config(const std::string& path) {
  std::error_code error;
  const bool named = std::getenv("THALIGN_CONFIG") != nullptr;
  if (path.empty() || (!named && !std::filesystem::exists(path, error))) return {};
  return parse_config(read_file(path), path);
}

}  // namespace thalign::cli
