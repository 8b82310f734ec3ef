// SPDX-License-Identifier: Apache-2.0
#include "cli/align/folder_list.h"

#include <fmt/format.h>

#include <filesystem>
#include <set>
#include <span>
#include <string>

#include "cli/align/pair_output.h"
#include "cli/base/messages.h"
#include "cli/input/folder.h"
#include "corpus/naming/name_pairs.h"
#include "text/error.h"

namespace thalign::cli {
namespace {

namespace fs = std::filesystem;

/// The files of a folder, by their paths below it.
std::vector<std::string> paths_below(const std::string& folder) {
  std::vector<std::string> paths;
  for (const std::string& path : files_below(folder)) {
    paths.push_back(fs::path(path).lexically_relative(folder).string());
  }
  return paths;
}

Language source_language(const AlignSettings& settings) {
  if (const auto source = parse_tag("--source-lang", settings.source.tag)) return *source;
  const auto target = parse_tag("--target-lang", settings.target.tag);
  return target == Language::thai ? Language::english : Language::thai;
}

void report_alone(const Notes& notes, const std::string& folder, std::span<const std::string> paths,
                  std::span<const std::size_t> alone) {
  NoticeSums sums;
  std::vector<Notice> notices;
  for (const std::size_t file : alone) {
    const std::string path = (fs::path(folder) / paths[file]).string();
    notes.detail(fmt::format("{}: has no counterpart", path));
    notices.push_back({.where = path,
                       .text = "has no counterpart by its name",
                       .of_many = "have no counterpart by their names"});
  }
  sums.add(notices);
  sums.report(notes);
}

/// Names outputs by what the names of a pair have in common; by the source where that is taken.
class OutputNames {
 public:
  explicit OutputNames(const AlignSettings& settings)
      : folder_(settings.output.path),
        extension_(choose_format(settings.output.format, "-", align_formats()).extension) {}

  std::string operator()(const std::string& source) {
    std::string name = name_key(source).key;
    if (name.empty() || name.ends_with('/') || !taken_.insert(name).second) {
      name = source;
      taken_.insert(name);
    }
    const fs::path path = folder_ / (name + extension_);
    std::error_code error;
    fs::create_directories(path.parent_path(), error);  // if it fails, so does the output
    return path.string();
  }

 private:
  fs::path folder_;
  std::string extension_;
  std::set<std::string> taken_;
};

}  // namespace

bool is_output_folder(const AlignSettings& settings) {
  const fs::path path = settings.output.path;
  if (path == "-") return false;
  return fs::is_directory(path) || path.extension().empty();
}

std::vector<BatchLine> folder_list(const AlignSettings& settings) {
  std::vector<std::string> source = paths_below(settings.source.path);
  std::vector<std::string> target = paths_below(settings.target.path);
  if (fs::equivalent(settings.source.path, settings.target.path)) {
    // A file of no language would be its own counterpart.
    const auto has_none = [](const std::string& path) { return !name_key(path).language; };
    std::erase_if(source, has_none);
    std::erase_if(target, has_none);
  }
  const NamePairs found = pair_by_name(source, target, source_language(settings));
  const Notes notes(settings.messages);
  report_alone(notes, settings.source.path, source, found.source_alone);
  report_alone(notes, settings.target.path, target, found.target_alone);
  if (found.pairs.empty()) {
    throw Error(ErrorCode::format,
                fmt::format("{}, {}", settings.source.path, settings.target.path),
                "no two files have names that belong together; pair them by content with thalign "
                "pair, and give its list to --batch");
  }
  const bool own_outputs = is_output_folder(settings);
  OutputNames output(settings);
  std::vector<BatchLine> lines;
  for (const auto& [from, to] : found.pairs) {
    lines.push_back({.place = source[from],
                     .source = (fs::path(settings.source.path) / source[from]).string(),
                     .target = (fs::path(settings.target.path) / target[to]).string(),
                     .output = own_outputs ? output(source[from]) : std::string()});
  }
  return lines;
}

}  // namespace thalign::cli
