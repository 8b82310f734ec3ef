// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/files/zip_archive.h"
#include "tm/byte_source.h"
#include "tm/formats/xlsx/cell_format.h"

// Not installed.

namespace thalign {

/// Texts that cells share, in the order of the file, without their formatting.
class SharedStrings {
 public:
  /// Requires: all before are shorter than 4 GiB.
  void begin() { begins_.push_back(static_cast<std::uint32_t>(size())); }
  /// Appends to the last one. Requires: one has begun.
  void append(std::string_view piece);
  /// Nothing, if there are not so many.
  std::optional<std::string> find(std::size_t index) const;
  std::size_t count() const { return begins_.size(); }
  std::size_t size() const { return text_.size(); }  ///< in bytes

 private:
  std::deque<char> text_;              ///< of all; grows without being copied
  std::vector<std::uint32_t> begins_;  ///< of each in `text_`
};

/// A workbook of Office Open XML (.xlsx): all but the rows of its sheets. Held in memory, packed.
class Workbook {
 public:
  struct Sheet {
    std::string name;
    std::string part;  ///< of the archive
    bool hidden = false;
  };

  /// Throws `Error`: io; format (no workbook, damaged, encrypted, of another kind, which the
  /// message names); limit (too large).
  explicit Workbook(ByteSource source);
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  const std::string& name() const& { return name_; }
  const std::string& name() const&& = delete;
  const ZipArchive& archive() const& { return *archive_; }
  const ZipArchive& archive() const&& = delete;
  const std::vector<Sheet>& sheets() const& { return sheets_; }
  const std::vector<Sheet>& sheets() const&& = delete;

  std::optional<std::string> shared_string(std::size_t index) const { return strings_.find(index); }
  /// A stored number as a cell of that style shows it.
  std::string shown(std::string_view stored, std::size_t style) const;

 private:
  void read_parts();

  std::string name_;
  std::string bytes_;
  std::unique_ptr<ZipArchive> archive_;
  std::vector<Sheet> sheets_;
  SharedStrings strings_;
  std::vector<CellFormat> styles_;
  bool from_1904_ = false;
};

/// `text` with escapes of Office Open XML such as `_x000D_` as their characters.
std::string unescaped_cell(std::string_view text);

}  // namespace thalign
