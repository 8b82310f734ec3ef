#include "cli/io/unit_output.h"

#include <fmt/format.h>

#include "cli/io/bitext_formats.h"
#include "cli/io/exit_code.h"
#include "tm/formats/writers.h"

namespace thalign::cli {

UnitOutput::UnitOutput(std::string_view format, const std::string& path,
                       std::span<const std::string> inputs)
    : format_(format), path_(path), inputs_(inputs.begin(), inputs.end()) {
  if (format != "moses") {
    open(path);
  } else if (path == "-") {
    throw UsageError("moses: is two files; give the beginning of their names by -o");
  }
}

std::ostream& UnitOutput::open(const std::string& path) {
  refuse_output_over_input(path, inputs_);
  return files_.emplace_back(path).stream();
}

std::unique_ptr<UnitWriter> UnitOutput::writer(const TmxOptions& tmx,
                                               const std::string& target_language) {
  if (format_ != "moses") {
    return make_unit_writer(files_.front().stream(), format_, tmx, target_language);
  }
  std::ostream& source = open(path_ + "." + tmx.source_language);
  return make_moses_writer(source, open(path_ + "." + target_language));
}

void UnitOutput::flush() {
  for (OutputFile& file : files_) file.stream().flush();
}

void UnitOutput::commit() {
  for (OutputFile& file : files_) file.commit();
}

void tell_dropped(const Notes& notes, const WriteStatistics& statistics, const std::string& output,
                  std::string_view format) {
  if (statistics.characters_dropped == 0) return;
  notes.tell(fmt::format("{}: {} {} left out, which {} can't carry", output_name(output),
                         statistics.characters_dropped,
                         statistics.characters_dropped == 1 ? "character" : "characters", format));
}

}  // namespace thalign::cli
