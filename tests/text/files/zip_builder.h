// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <zip.h>

#include <array>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace thalign {

/// A ZIP archive of the parts (name, bytes), encrypted if there is a password.
inline std::string zip_of(const std::vector<std::pair<std::string, std::string>>& parts,
                          const char* password = nullptr) {
  zip_error_t error = {};
  zip_source_t* const made = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* const archive = zip_open_from_source(made, ZIP_CREATE | ZIP_TRUNCATE, &error);
  if (archive == nullptr) throw std::runtime_error("can't make an archive");
  zip_source_keep(made);
  for (const auto& [name, bytes] : parts) {
    zip_source_t* const part = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), part, ZIP_FL_OVERWRITE);
    if (name == "mimetype") {
      zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
    }
    if (password != nullptr) {
      zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_TRAD_PKWARE,
                              password);
    }
  }
  if (zip_close(archive) != 0) throw std::runtime_error("can't finish the archive");
  std::string result;
  zip_source_open(made);
  std::array<char, 65536> buffer = {};
  for (zip_int64_t size = 0; (size = zip_source_read(made, buffer.data(), buffer.size())) > 0;) {
    result.append(buffer.data(), static_cast<std::size_t>(size));
  }
  zip_source_close(made);
  zip_source_free(made);
  return result;
}

}  // namespace thalign
