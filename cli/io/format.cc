#include "cli/io/format.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <filesystem>

#include "cli/io/exit_code.h"

namespace thalign::cli {
namespace {

std::string names(std::span<const Format> formats) {
  std::string list;
  for (const Format& format : formats) list.append(list.empty() ? "" : ", ").append(format.name);
  return list;
}

std::string lower_ascii(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

}  // namespace

const Format& choose_format(std::string_view given, const std::string& output,
                            std::span<const Format> formats, std::string_view option) {
  if (!given.empty()) {
    const auto found = std::ranges::find(formats, given, &Format::name);
    assert(found != formats.end());
    return *found;
  }
  const std::string extension = lower_ascii(std::filesystem::path(output).extension().string());
  if (extension.empty() || output == "-") return formats.front();
  const auto found = std::ranges::find(formats, extension, &Format::extension);
  if (found != formats.end()) return *found;
  throw UsageError(
      fmt::format("{}: the extension '{}' stands for no format; add {} with one of: {}", output,
                  extension, option, names(formats)));
}

}  // namespace thalign::cli
