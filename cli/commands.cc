#include "cli/commands.h"

namespace thalign::cli {

void add_commands(CLI::App& program, Commands& commands) {
  add_align_command(program, commands);
  add_segment_command(program, commands);
  add_convert_command(program, commands);
  add_evaluate_command(program, commands);
  add_lexicon_commands(program, commands);
  add_bench_command(program, commands);
  add_tm_commands(program, commands);
  add_config_commands(program, commands);
  add_manual_command(program, commands);
  add_complete_command(program, commands);
}

}  // namespace thalign::cli
