// SPDX-License-Identifier: Apache-2.0
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
    const auto thai = std::find_if(columns.begin(), columns.end(), [](const std::string& column) {
      return thai_share(column).value_or(0.0) > 0.0;
    });
    if (columns.end() - thai < 2) continue;
    names.push_back({*thai, *(thai + 1)});
  }
  return names;
}

}  // namespace thalign
