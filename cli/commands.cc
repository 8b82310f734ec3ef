#include "cli/commands.h"

namespace thalign::cli {

Commands add_commands(CLI::App& program) {
  Commands commands;
  add_align_command(program, commands);
  add_segment_command(program, commands);
  add_evaluate_command(program, commands);
  return commands;
}

}  // namespace thalign::cli
