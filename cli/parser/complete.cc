// SPDX-License-Identifier: Apache-2.0
#include "cli/parser/complete.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/parser/command.h"
#include "cli/parser/option_groups.h"

namespace thalign::cli {
namespace {

using Candidate = Completion::Candidate;

/// Where the words before the last one lead.
struct Place {
  const CLI::App* command;
  const CLI::Option* value_of = nullptr;  ///< the option whose value comes next
  std::size_t positionals = 0;            ///< arguments of the command given so far
  bool only_positionals = false;          ///< "--" was given
};

const CLI::Option* find_option(const CLI::App& command, const std::string& name) {
  for (const CLI::Option* const option : command.get_options()) {
    if (option->nonpositional() && option->check_name(name)) return option;
  }
  return nullptr;
}

void follow(Place& place, const std::string& word) {
  if (place.value_of != nullptr) {
    place.value_of = nullptr;
  } else if (word == "--") {
    place.only_positionals = true;
  } else if (word.starts_with('-') && word != "-" && !place.only_positionals) {
    const CLI::Option* const option = find_option(*place.command, word);
    if (option != nullptr && option->get_expected_min() > 0) place.value_of = option;
  } else if (const CLI::App* const inner = find_command(*place.command, word)) {
    place = {inner};
  } else {
    ++place.positionals;
  }
}

void add_value(Completion& completion, const CLI::Option& option, const std::string& before) {
  const std::string type = option.get_type_name();
  for (const std::string& word : choices(option)) {
    completion.candidates.push_back({before + word, ""});
  }
  if (type == "TAG") {
    completion.candidates.push_back({before + "th", "Thai"});
    completion.candidates.push_back({before + "en", "English"});
  }
  if (type.starts_with("FILE")) completion.paths = Completion::Paths::files;
  if (type == "FOLDER") completion.paths = Completion::Paths::folders;
}

void add_options(Completion& completion, const CLI::App& command) {
  for (const CLI::Option* const option : command.get_options()) {
    if (option->get_group().empty()) continue;
    for (const std::string& name : option->get_lnames()) {
      completion.candidates.push_back({"--" + name, option->get_description()});
    }
    if (!option->get_lnames().empty()) continue;
    for (const std::string& name : option->get_snames()) {
      completion.candidates.push_back({"-" + name, option->get_description()});
    }
  }
}

void add_arguments(Completion& completion, const Place& place) {
  for (const std::string& name : command_names(*place.command)) {
    completion.candidates.push_back({name, summary(*find_command(*place.command, name))});
  }
  std::size_t skip = place.positionals;
  for (const CLI::Option* const option : place.command->get_options()) {
    if (option->nonpositional()) continue;
    if (skip == 0 || option->get_expected_max() > 1) {
      add_value(completion, *option, "");
      return;
    }
    --skip;
  }
}

}  // namespace

Completion complete(const CLI::App& program, const std::vector<std::string>& words) {
  const std::string last = words.empty() || words.back() == "=" ? std::string() : words.back();
  Place place{&program};
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i] != "=") follow(place, words[i]);
  }
  Completion completion;
  const std::size_t equals = last.starts_with("--") ? last.find('=') : std::string::npos;
  if (place.value_of != nullptr) {
    add_value(completion, *place.value_of, "");
  } else if (equals != std::string::npos) {
    const CLI::Option* const option = find_option(*place.command, last.substr(0, equals));
    if (option != nullptr) add_value(completion, *option, last.substr(0, equals + 1));
  } else if (last.starts_with('-') && !place.only_positionals) {
    add_options(completion, *place.command);
  } else {
    add_arguments(completion, place);
  }
  std::erase_if(completion.candidates,
                [&](const Candidate& candidate) { return !candidate.word.starts_with(last); });
  return completion;
}

}  // namespace thalign::cli
