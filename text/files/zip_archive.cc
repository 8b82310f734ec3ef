// SPDX-License-Identifier: Apache-2.0
#include "text/files/zip_archive.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <new>
#include <utility>

#include "text/error.h"

namespace thalign {
namespace {

constexpr std::size_t kZipPieceBytes = std::size_t{1} << 16U;
constexpr const char* kDamaged = "the archive is damaged or cut off; get it whole";

/// What an error of libzip says.
struct ZipError {
  zip_error_t error = {};
  ZipError() { zip_error_init(&error); }
  ZipError(const ZipError&) = delete;
  ZipError& operator=(const ZipError&) = delete;
  ~ZipError() { zip_error_fini(&error); }
};

}  // namespace

void ZipArchive::Close::operator()(zip* archive) const { zip_discard(archive); }

ZipArchive::ZipArchive(std::string_view bytes, std::string name) : name_(std::move(name)) {
  ZipError error;
  zip_source_t* const source =
      zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error.error);
  if (source == nullptr) throw std::bad_alloc();
  archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error.error));
  if (!archive_) {
    zip_source_free(source);
    throw Error(ErrorCode::format, name_, kDamaged);
  }
}

bool ZipArchive::has(const std::string& part) const {
  return zip_name_locate(archive_.get(), part.c_str(), 0) >= 0;
}

ZipPart ZipArchive::open(const std::string& part) const {
  zip_stat_t stat = {};
  if (zip_stat(archive_.get(), part.c_str(), 0, &stat) != 0) {
    throw Error(ErrorCode::format, name_,
                fmt::format("has no part {}; the document is damaged, or of another kind", part));
  }
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
    throw Error(ErrorCode::format, name_, "is encrypted; save it without a password");
  }
  const std::string place = name_ + ": " + part;
  zip_file_t* const file = zip_fopen_index(archive_.get(), stat.index, 0);
  if (file == nullptr) throw Error(ErrorCode::format, place, kDamaged);
  return {file, place, stat.comp_size};
}

std::string ZipArchive::read(const std::string& part) const {
  ZipPart opened = open(part);
  std::string bytes;
  for (std::size_t before = 0;; before = bytes.size()) {
    bytes.resize(before + kZipPieceBytes);
    bytes.resize(before + opened.read(bytes.data() + before, kZipPieceBytes));
    if (bytes.size() < before + kZipPieceBytes) return bytes;
  }
}

void ZipPart::Close::operator()(zip_file* part) const { zip_fclose(part); }

std::size_t ZipPart::read(char* out, std::size_t size) {
  std::size_t filled = 0;
  while (filled < size) {
    const std::size_t room = std::min(size - filled, kZipPieceBytes);
    const zip_int64_t got = zip_fread(part_.get(), out + filled, room);
    if (got < 0) throw Error(ErrorCode::format, place_, kDamaged);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
    read_ += static_cast<std::uint64_t>(got);
    // Sizes in the archive may lie: what counts is what comes out.
    if (read_ > ZipArchive::kMaxPartBytes ||
        (read_ > ZipArchive::kMinCheckedBytes &&
         read_ > ZipArchive::kMaxPackingRatio * packed_bytes_)) {
      throw Error(ErrorCode::limit, place_,
                  fmt::format("unpacks to more than {} MiB; no document of text does: check where "
                              "it comes from",
                              (read_ - 1) >> 20U));
    }
  }
  return filled;
}

}  // namespace thalign
