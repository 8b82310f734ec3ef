#include "train/name_list.h"

#include <algorithm>
#include <fstream>

#include "text/language.h"

namespace thalign {

std::vector<NamePair> read_name_list(const std::filesystem::path& path) {
  std::vector<NamePair> names;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> columns;
    for (std::size_t begin = 0; begin <= line.size();) {
      const std::size_t end = std::min(line.find('\t', begin), line.size());
      columns.push_back(line.substr(begin, end - begin));
      begin = end + 1;
    }
    if (columns.back() == "False") continue;
    if (columns.back() == "True") columns.pop_back();
    if (columns.size() < 2) continue;
    const std::optional<double> thai = thai_share(columns[columns.size() - 2]);
    if (!thai.has_value() || *thai == 0.0) continue;
    names.push_back({columns[columns.size() - 2], columns.back()});
  }
  return names;
}

}  // namespace thalign
