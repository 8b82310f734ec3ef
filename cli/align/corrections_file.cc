// SPDX-License-Identifier: Apache-2.0
#include "cli/align/corrections_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <utility>
#include <vector>

#include "cli/base/format.h"
#include "cli/input/input.h"
#include "cli/input/unit_input.h"
#include "text/error.h"

namespace thalign::cli {
namespace {

/// The format of a file of corrections.
const UnitFormat& corrections_format(const std::string& path) {
  const std::vector<UnitFormat>& formats = single_file_formats();
  const auto lines = std::ranges::find_if(formats, &UnitFormat::self_contained);
  return choose_format(path == "-" ? lines->name : std::string_view(), path, formats);
}

}  // namespace

CorrectionsFile read_corrections_file(const std::string& path, EditedTexts edited,
                                      const std::string& columns) {
  const UnitFormat& format = corrections_format(path);
  const std::string name = input_name(path);
  const std::string bytes = read_input(path);
  CorrectionsFile file{.head = parse_corrections_head(bytes.substr(0, bytes.find('\n')), name),
                       .edited = edited};
  std::istringstream in(bytes);
  UnitReadOptions options{.columns = columns};
  options.on_repair = [&file](const Repair& repair) { file.repairs.add(repair); };
  const auto units = format.read({.units = ByteSource(in, name)}, options);
  file.corrections = read_corrections(*units, name);
  if (file.corrections.empty())
    throw Error(ErrorCode::format, name, "has no corrections; check that it is the right file");
  return file;
}

}  // namespace thalign::cli
