// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/input/input.h"
#include "cli/output/temporary_file.h"
#include "text/document.h"
#include "text/files/file.h"
#include "text/language.h"

namespace thalign::cli {

/// A document of a collection, before it is read.
struct CollectionItem {
  std::string place;        ///< "FILE" or "FILE:LINE", for messages
  std::string key;          ///< of its saved terms: the file, or a hash of the line
  std::uint64_t stamp = 0;  ///< changes when the document does
  std::size_t offset = 0;   ///< of a line: where it begins in its file
  std::string line = {};    ///< of a file of JSON lines, or empty
};

/// The documents of a folder and of those below it, by path, or of a file of JSON lines, in order.
/// A line is an object with a field "text" and, if it has a name, "id". Files whose names begin
/// with a full stop are left out. Lines that are compressed, or come through a pipe, are copied to
/// a temporary file without a name, so that they can be read again.
class Collection {
 public:
  /// `options`: how documents are read; `options.path`: the folder or the file. Throws `Error`
  /// (io).
  Collection(const InputOptions& options, Language language);

  const std::string& path() const& { return options_.path; }
  const std::string& path() const&& = delete;
  Language language() const { return language_; }
  /// Whether it is a file of JSON lines.
  bool is_lines() const { return lines_.has_value(); }
  /// Number of documents of a folder; 0 for JSON lines: not known.
  std::size_t size() const { return paths_.size(); }
  /// The next document; nothing after the last. Throws `Error` (io).
  std::optional<CollectionItem> next();
  /// What the document is called in outputs: the path of the file; or the field "id" of the line,
  /// else its place. Throws `Error` (format). May be called from any thread.
  std::string name(const CollectionItem& item) const;
  /// Reads a document. May be called from any thread. Throws `Error`.
  Document read(const CollectionItem& item) const;
  /// How to read the document at a place again. Throws `Error`.
  InputOptions input_at(const std::string& place, std::size_t offset) const;
  /// Its text. Throws `Error`.
  std::string text_at(const std::string& place, std::size_t offset) const;

 private:
  bool next_line(std::string& line);
  std::string line_at(std::size_t offset) const;

  InputOptions options_;
  Language language_;
  std::vector<std::string> paths_;
  std::size_t next_ = 0, offset_ = 0;
  std::string lines_path_;  ///< to read lines again; empty: a folder
  std::unique_ptr<TemporaryFile> copy_;
  std::optional<ByteReader> lines_;
  std::string buffer_;
  std::size_t consumed_ = 0;
};

}  // namespace thalign::cli
