#include "cli/help.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <utility>

#include "cli/command.h"

namespace thalign::cli {
namespace {

std::string exit_codes() {
  std::string text = "Exit codes:\n";
  for (const ExitCodeMeaning& meaning : exit_code_meanings) {
    text += fmt::format("  {}  {}\n", meaning.code, meaning.text);
  }
  return text;
}

class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter() { label("SUBCOMMAND", "COMMAND"); }

  std::string make_usage(const CLI::App* app, std::string name) const override {
    return "\n" + CLI::Formatter::make_usage(app, std::move(name));
  }
  std::string make_subcommand(const CLI::App* command) const override {
    return fmt::format("  {:10s} {}\n", command->get_name(), summary(*command));
  }
};

}  // namespace

void set_help(CLI::App& program) {
  program.formatter(std::make_shared<HelpFormatter>());
  program.footer(exit_codes());
}

}  // namespace thalign::cli
