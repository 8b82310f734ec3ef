#include "cli/commands/tm/import_report.h"

#include <fmt/format.h>

#include "cli/base/messages.h"

namespace thalign::cli {

std::string import_report(const ImportCounts& counts) {
  std::string report = fmt::format("{} {} read: {} stored", counts.read,
                                   counts.read == 1 ? "unit" : "units", counts.stored);
  if (counts.present > 0) report += fmt::format(", {} there already", counts.present);
  if (counts.updated > 0) report += fmt::format(", {} updated", counts.updated);
  if (counts.left_out > 0)
    report += fmt::format(", {} left out without text in two languages", counts.left_out);
  return report;
}

void report_progress(MemoryWriter& writer, std::ostream& out, const std::string& name) {
  writer.on_commit([&out, name](const ImportCounts& counts) {
    out << fmt::format("{}: {} units are safe\n", shown(name), counts.read) << std::flush;
  });
}

}  // namespace thalign::cli
