// SPDX-License-Identifier: Apache-2.0
#include "cli/parser/manual.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>
#include <vector>

#include "cli/parser/command.h"
#include "cli/parser/help.h"
#include "cli/parser/option_groups.h"

namespace thalign::cli {
namespace {

/// `text` so that roff prints it as it is.
std::string escaped(std::string_view text) {
  std::string result;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) result += "\\&";
    line_begins = c == '\n';
    if (c == '\\') {
      result += "\\e";
    } else if (c == '-') {
      result += "\\-";
    } else {
      result += c;
    }
  }
  return result;
}

/// The parts of a description: what stands between its first line and its examples, and these.
struct Description {
  std::string text, examples;
};

Description description(const CLI::App& command) {
  constexpr std::string_view kExamplesHeading = "Examples:\n";
  const std::string all = command.get_description();
  const std::size_t text = std::min(all.find('\n'), all.size());
  const std::size_t examples = all.find(kExamplesHeading);
  if (examples == std::string::npos) return {all.substr(text), ""};
  return {all.substr(text, examples - text), all.substr(examples + kExamplesHeading.size())};
}

std::string without_blank_edges(std::string_view text) {
  const std::size_t begin = text.find_first_not_of('\n');
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of('\n') - begin + 1));
}

/// Lines as they are, without what indents them.
std::string example_block(std::string_view lines) {
  std::string block = ".EX\n";
  for (const std::string& line : CLI::detail::split(std::string(lines), '\n')) {
    block += escaped(line.substr(std::min(line.find_first_not_of(' '), line.size()))) + "\n";
  }
  return block + ".EE\n";
}

std::string paragraphs(const std::string& text) {
  std::string result;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    const std::string paragraph = without_blank_edges(text.substr(begin, end - begin));
    if (!paragraph.empty()) {
      result += fmt::format("{}{}\n", result.empty() ? "" : ".PP\n", escaped(paragraph));
    }
    begin = end + 2;
  }
  return result;
}

/// What an option takes: "NAME", or "tmx|tsv".
std::string value_name(const CLI::Option& option) {
  std::string words;
  for (const std::string& word : choices(option)) words += (words.empty() ? "" : "|") + word;
  if (!words.empty()) return words;
  const std::string type = option.get_type_name();
  return type.substr(0, type.find(':'));
}

std::string option_entry(const CLI::Option& option) {
  std::string names;
  for (const std::string& name : option.get_snames()) names += ", \\fB\\-" + escaped(name) + "\\fR";
  for (const std::string& name : option.get_lnames()) {
    names += ", \\fB\\-\\-" + escaped(name) + "\\fR";
  }
  if (names.empty()) names = "  \\fI" + escaped(option.get_name()) + "\\fR";
  const bool takes_value = option.get_expected_max() > 0 && option.nonpositional();
  const std::string value =
      takes_value ? fmt::format(" \\fI{}\\fR", escaped(value_name(option))) : std::string();
  const std::string usual = option.get_default_str().empty() || !takes_value
                                ? std::string()
                                : fmt::format(" (default: {})", escaped(option.get_default_str()));
  return fmt::format(".TP\n{}{}\n{}{}\n", names.substr(2), value, escaped(option.get_description()),
                     usual);
}

std::string option_entries(const CLI::App& command) {
  std::string positional, named;
  for (const CLI::Option* const option : command.get_options()) {
    if (option->get_group().empty()) continue;
    (option->nonpositional() ? named : positional) += option_entry(*option);
  }
  return positional + named;
}

std::string command_entries(const CLI::App& command) {
  std::string entries;
  for (const CLI::App* const inner : command.get_subcommands({})) {
    if (inner->get_group().empty()) continue;
    entries += fmt::format(".TP\n\\fB{}\\fR(1)\n{}\n", escaped(manual_name(*inner)),
                           escaped(summary(*inner)));
  }
  return entries.empty() ? entries : ".SH COMMANDS\n" + entries;
}

/// The page with lines of text broken at spaces, as roff sources are written; examples stay.
std::string in_short_lines(const std::string& page) {
  constexpr std::size_t kLineBytes = 80;
  std::string result;
  bool example = false, term = false;
  for (const std::string& line : CLI::detail::split(page.substr(0, page.size() - 1), '\n')) {
    if (line == ".EX" || line == ".EE") example = line == ".EX";
    std::string_view rest = line;
    while (!example && !term && !rest.starts_with('.') && rest.size() > kLineBytes) {
      const std::size_t space = rest.rfind(' ', kLineBytes);
      // A line that began with either would be a request.
      if (space == std::string_view::npos || space + 1 == rest.size() || rest[space + 1] == '.' ||
          rest[space + 1] == '\'') {
        break;
      }
      result.append(rest.substr(0, space)).append("\n");
      rest.remove_prefix(space + 1);
    }
    result.append(rest).append("\n");
    term = line == ".TP";  // what it explains is the next line
  }
  return result;
}

std::string synopsis(const CLI::App& command) {
  std::string line = fmt::format("\\fB{}\\fR", escaped(full_name(command)));
  if (!command.get_subcommands({}).empty()) return line + " \\fICOMMAND\\fR ...\n";
  line += " [\\fIOPTIONS\\fR]";
  for (const CLI::Option* const option : command.get_options()) {
    if (option->nonpositional()) continue;
    const std::string name = fmt::format("\\fI{}\\fR", escaped(option->get_name()));
    line += option->get_required() ? " " + name : " [" + name + "]";
    if (option->get_expected_max() > 1) line += "...";
  }
  return line + "\n";
}

constexpr std::string_view kFiles =
    ".SH FILES\n.TP\n\\fI$XDG_CONFIG_HOME/thalign/config.toml\\fR\nSettings; usually\n"
    "\\fI~/.config/thalign/config.toml\\fR.\n";

/// The pages of the command above, of those beside and below it, and of the formats.
std::string see_also(const CLI::App& command) {
  std::vector<std::string> names;
  const CLI::App* const parent = command.get_parent();
  if (parent != nullptr) names.push_back(manual_name(*parent));
  for (const CLI::App* const around : {parent, &command}) {
    if (around == nullptr) continue;
    for (const CLI::App* const other : around->get_subcommands({})) {
      if (other != &command && !other->get_group().empty()) names.push_back(manual_name(*other));
    }
  }
  std::ranges::sort(names);
  std::string text = ".SH SEE ALSO\n";
  for (const std::string& name : names) text += fmt::format(".BR {} (1),\n", escaped(name));
  return text + ".BR thalign\\-formats (5)\n";
}

}  // namespace

std::string manual_name(const CLI::App& command) {
  std::string name = full_name(command);
  std::ranges::replace(name, ' ', '-');
  return name;
}

std::string manual_page(const CLI::App& command) {
  const std::string name = manual_name(command);
  std::string title = name;
  std::ranges::transform(title, title.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  const Description parts = description(command);
  const std::string text = paragraphs(parts.text);
  std::string page =
      fmt::format(".TH {} 1 \"{}\" \"thalign {}\" \"thalign\"\n.SH NAME\n{} \\- {}\n",
                  escaped(title), THALIGN_DATE, THALIGN_VERSION, name, escaped(summary(command)));
  page += ".SH SYNOPSIS\n" + synopsis(command);
  if (!text.empty()) page += ".SH DESCRIPTION\n" + text;
  if (!parts.examples.empty())
    page += ".SH EXAMPLES\n" + example_block(without_blank_edges(parts.examples));
  page += command_entries(command);
  page += ".SH OPTIONS\n" + option_entries(command);
  page += ".SH EXIT STATUS\n";
  for (const ExitCodeMeaning& meaning : kExitCodeMeanings) {
    page += fmt::format(".TP\n{}\n{}\n", meaning.code, escaped(meaning.text));
  }
  page +=
      ".SH ENVIRONMENT\nAny long option can be set by a variable of the environment or\n"
      "in a configuration file; see \\fBthalign\\-config\\fR(1).\n";
  page += kFiles;
  return in_short_lines(page + see_also(command));
}

}  // namespace thalign::cli
