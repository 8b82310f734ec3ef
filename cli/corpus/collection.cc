// SPDX-License-Identifier: Apache-2.0
#include "cli/corpus/collection.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "cli/input/document_input.h"
#include "cli/input/folder.h"
#include "cli/output/output_file.h"
#include "text/error.h"
#include "text/files/compression.h"
#include "text/files/io_error.h"
#include "text/hash.h"
#include "tm/byte_source.h"

namespace thalign::cli {
namespace {

namespace fs = std::filesystem;

/// Changes when the file does, as far as its size and time say.
std::uint64_t stamp_of(const std::string& path) {
  struct stat status = {};
  if (stat(path.c_str(), &status) != 0) return 0;
  return hash_bytes_64(
      fmt::format("{} {} {}", status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec));
}

nlohmann::json parse_line(const std::string& line, const std::string& place) {
  nlohmann::json object = nlohmann::json::parse(line, nullptr, false);
  if (object.is_discarded() || !object.is_object()) {
    throw Error(ErrorCode::format, place,
                "not a JSON object; write one with the fields \"id\" and \"text\" on each line");
  }
  const auto text = object.find("text");
  if (text == object.end() || !text->is_string()) {
    throw Error(ErrorCode::format, place,
                "has no field \"text\" that is a string; write objects with \"id\" and \"text\"");
  }
  return object;
}

/// The bytes of a file or pipe, expanded, in a file that can be read from any place.
std::unique_ptr<TemporaryFile> expanded_copy(const std::string& path) {
  std::error_code error;
  const fs::path folder = fs::temp_directory_path(error);
  ByteSource source{fs::path(path)};
  try {
    auto copy = std::make_unique<TemporaryFile>((error ? fs::path(".") : folder) / "thalign-lines");
    DescriptorBuffer out(copy->descriptor());
    std::string piece(std::size_t{1} << 20U, '\0');
    while (const std::size_t size = source.read(piece.data(), piece.size())) {
      out.sputn(piece.data(), static_cast<std::streamsize>(size));
      (void)out.pubsync();
      if (out.error() != 0) throw std::system_error(out.error(), std::generic_category());
    }
    return copy;
  } catch (const std::system_error& failure) {
    throw io_error(folder.string(), "write a copy of " + path + " in", failure.code().value(),
                   "check that there is room, or give a file that is not compressed");
  }
}

}  // namespace

Collection::Collection(const InputOptions& options, Language language)
    : options_(options), language_(language) {
  if (fs::is_directory(options.path)) {
    paths_ = files_below(options.path);
    return;
  }
  lines_path_ = options.path;
  if (!fs::is_regular_file(options.path) ||
      compression_of_name(options.path) != Compression::none) {
    copy_ = expanded_copy(options.path);
    lines_path_ = fmt::format("/proc/self/fd/{}", copy_->descriptor());
  }
  lines_.emplace(fs::path(lines_path_));
}

bool Collection::next_line(std::string& line) {
  constexpr std::size_t kPieceBytes = std::size_t{1} << 20U;
  constexpr std::size_t kMostLineBytes = std::size_t{1} << 28U;
  std::size_t searched = consumed_;
  for (;;) {
    const std::size_t end = buffer_.find('\n', searched);
    if (end != std::string::npos) {
      line.assign(buffer_, consumed_, end - consumed_);
      consumed_ = end + 1;
      return true;
    }
    buffer_.erase(0, consumed_);
    consumed_ = 0;
    searched = buffer_.size();
    if (searched > kMostLineBytes) {
      throw Error(ErrorCode::limit, fmt::format("{}:{}", options_.path, next_ + 1),
                  "a line of more than 256 MiB; write each document on a line of its own");
    }
    if (lines_->append_to(buffer_, kPieceBytes) == 0) {
      line = std::exchange(buffer_, {});
      return !line.empty();
    }
  }
}

std::optional<CollectionItem> Collection::next() {
  if (!is_lines()) {
    if (next_ == paths_.size()) return std::nullopt;
    const std::string& path = paths_[next_++];
    return CollectionItem{.place = path, .key = path, .stamp = stamp_of(path)};
  }
  std::string line;
  while (next_line(line)) {
    ++next_;
    const std::size_t offset = std::exchange(offset_, offset_ + line.size() + 1);
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const std::string place = fmt::format("{}:{}", options_.path, next_);
    const std::uint64_t hash = hash_bytes_64(line);
    return CollectionItem{.place = place,
                          .key = fmt::format("{:016x}", hash),
                          .stamp = hash,
                          .offset = offset,
                          .line = std::move(line)};
  }
  return std::nullopt;
}

std::string Collection::name(const CollectionItem& item) const {
  if (!is_lines()) return item.place;
  const nlohmann::json object = parse_line(item.line, item.place);
  const auto id = object.find("id");
  return id != object.end() && id->is_string() ? id->get<std::string>() : item.place;
}

Document Collection::read(const CollectionItem& item) const {
  InputOptions options = options_;
  options.path = item.place;
  if (!is_lines()) {
    InputText text = text_of_document(read_input(item.place), options);
    return decode_document(std::move(text), options, language_);
  }
  nlohmann::json object = parse_line(item.line, item.place);
  options.content = object["text"].get<std::string>();
  return decode_document({.bytes = *options.content}, options, language_);
}

std::string Collection::line_at(std::size_t offset) const {
  std::ifstream file(lines_path_, std::ios::binary);
  file.seekg(static_cast<std::streamoff>(offset));
  std::string line;
  if (!std::getline(file, line)) {
    throw Error(ErrorCode::io, options_.path,
                "can't be read again; leave the file as it is while thalign runs");
  }
  return line;
}

InputOptions Collection::input_at(const std::string& place, std::size_t offset) const {
  InputOptions options = options_;
  options.path = place;
  options.tag = language_tag(language_);
  if (is_lines()) options.content = parse_line(line_at(offset), place)["text"].get<std::string>();
  return options;
}

std::string Collection::text_at(const std::string& place, std::size_t offset) const {
  CollectionItem item{.place = place, .key = {}, .offset = offset};
  if (is_lines()) item.line = line_at(offset);
  const Document document = read(item);
  return std::string(document.text());
}

}  // namespace thalign::cli
