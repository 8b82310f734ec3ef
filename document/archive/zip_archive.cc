// SPDX-License-Identifier: Apache-2.0
#include "document/archive/zip_archive.h"

#include <fmt/format.h>
#include <zip.h>

#include <array>
#include <new>
#include <utility>

#include "text/error.h"

namespace thalign {
namespace {

struct ClosePart {
  void operator()(zip_file_t* part) const { zip_fclose(part); }
};

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

void ZipArchive::read(const std::string& part,
                      const std::function<void(std::string_view)>& take) const {
  zip_stat_t stat = {};
  if (zip_stat(archive_.get(), part.c_str(), 0, &stat) != 0) {
    throw Error(ErrorCode::format, name_,
                fmt::format("has no part {}; the document is damaged, or of another kind", part));
  }
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
    throw Error(ErrorCode::format, name_, "is encrypted; save it without a password");
  }
  const std::unique_ptr<zip_file_t, ClosePart> file(zip_fopen_index(archive_.get(), stat.index, 0));
  if (!file) throw Error(ErrorCode::format, place(part), kDamaged);
  // Sizes in the archive may lie: what counts is what comes out.
  std::array<char, std::size_t{1} << 16U> buffer;
  std::uint64_t read = 0;
  for (;;) {
    const zip_int64_t size = zip_fread(file.get(), buffer.data(), buffer.size());
    if (size < 0) throw Error(ErrorCode::format, place(part), kDamaged);
    read += static_cast<std::uint64_t>(size);
    if (read > kMaxPartBytes ||
        (read > kMinCheckedBytes && read > kMaxPackingRatio * stat.comp_size)) {
      throw Error(ErrorCode::limit, place(part),
                  fmt::format("unpacks to more than {} MiB; no document of text does: check where "
                              "it comes from",
                              (read - 1) >> 20U));
    }
    take({buffer.data(), static_cast<std::size_t>(size)});
    if (size == 0) return;
  }
}

std::string ZipArchive::read(const std::string& part) const {
  std::string bytes;
  read(part, [&](std::string_view piece) { bytes += piece; });
  return bytes;
}

}  // namespace thalign
