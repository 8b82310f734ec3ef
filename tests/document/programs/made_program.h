// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace thalign {

/// A folder with a shell script in place of a program; removed at the end.
class MadeProgram {
 public:
  MadeProgram(const std::string& name, const std::string& script) {
    std::string path = testing::TempDir() + "made-program-XXXXXX";
    folder_ = ::mkdtemp(path.data());
    std::ofstream(folder_ / name) << "#!/bin/sh\n" << script << "\n";
    std::filesystem::permissions(folder_ / name, std::filesystem::perms::owner_all);
  }
  MadeProgram(const MadeProgram&) = delete;
  MadeProgram& operator=(const MadeProgram&) = delete;
  ~MadeProgram() { std::filesystem::remove_all(folder_); }

  std::string folder() const { return folder_.string(); }

 private:
  std::filesystem::path folder_;
};

}  // namespace thalign
