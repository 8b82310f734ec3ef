#include "cli/help.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <utility>

#include "cli/command.h"

namespace thalign::cli {
namespace {

constexpr const char* exit_codes =
    R"(Exit codes:
  0 done, 2 wrong usage, 3 bad input, 4 a file can't be read or written, 1 a mistake of thalign itself)";

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
  program.footer(exit_codes);
}

}  // namespace thalign::cli
