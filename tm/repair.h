// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace thalign {

/// Something a reader put right or left out instead of refusing the file.
struct Repair {
  std::string_view kind;             ///< what was done, the same for all of a kind; static
  std::string detail;                ///< the text concerned; may be empty
  std::size_t line = 0, column = 0;  ///< 1-based, columns in characters
};

using RepairCallback = std::function<void(const Repair&)>;

/// Repairs counted by kind, in the order the kinds came first.
class RepairCounts {
 public:
  struct Entry {
    Repair first;
    std::size_t count = 0;
  };

  void add(const Repair& repair) {
    ++total_;
    for (Entry& entry : entries_) {
      if (entry.first.kind != repair.kind) continue;
      ++entry.count;
      return;
    }
    entries_.push_back({repair, 1});
  }
  const std::vector<Entry>& entries() const& { return entries_; }
  const std::vector<Entry>& entries() const&& = delete;
  std::size_t total() const { return total_; }

 private:
  std::vector<Entry> entries_;
  std::size_t total_ = 0;
};

}  // namespace thalign
#pragma GCC visibility pop
