// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <vector>

#include "tm/memory/memory.h"
#include "tm/memory/memory_filter.h"
#include "tm/translation_unit.h"

namespace thalign::test {

/// A path for a memory of its own, removed with all that belongs to it.
class MemoryPath {
 public:
  MemoryPath()
      : folder_(std::filesystem::temp_directory_path() /
                ("thalign-" + std::to_string(::getpid()) + "-" +
                 std::to_string(reinterpret_cast<std::uintptr_t>(this)))) {
    std::filesystem::create_directory(folder_);
  }
  MemoryPath(const MemoryPath&) = delete;
  MemoryPath& operator=(const MemoryPath&) = delete;
  ~MemoryPath() { std::filesystem::remove_all(folder_); }
  std::filesystem::path path() const { return folder_ / "test.memory"; }

 private:
  std::filesystem::path folder_;
};

inline Date day(int number) { return Date(std::chrono::days(number)); }

inline TranslationUnit pair(const std::string& thai, const std::string& english,
                            const std::string& document = {}) {
  TranslationUnit unit;
  unit.variants.push_back({.language = "th", .text = thai, .document = document});
  unit.variants.push_back({.language = "en", .text = english, .document = document});
  return unit;
}

inline ImportCounts add(Memory& memory, const std::vector<TranslationUnit>& units,
                        Date now = day(10), std::size_t batch = 0) {
  MemoryWriter writer(memory, now, batch);
  for (const TranslationUnit& unit : units) writer.add(unit);
  return writer.finish();
}

inline std::vector<TranslationUnit> all(const Memory& memory,
                                        const MemoryFilter& filter = MemoryFilter()) {
  std::vector<TranslationUnit> units;
  memory.visit(filter, [&](UnitNumber, const TranslationUnit& unit) {
    units.push_back(unit);
    return true;
  });
  return units;
}

}  // namespace thalign::test
