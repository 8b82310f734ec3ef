// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <streambuf>
#include <vector>

namespace thalign::cli {

/// Compresses what is written to it by gzip, the same bytes on any machine, and hands it on. What
/// is flushed may stay in the compressor: only `finish()` makes a whole file.
class GzipBuffer : public std::streambuf {
 public:
  /// Requires: `out` outlives the buffer. Throws `std::bad_alloc`.
  explicit GzipBuffer(std::streambuf& out);
  GzipBuffer(const GzipBuffer&) = delete;
  GzipBuffer& operator=(const GzipBuffer&) = delete;
  ~GzipBuffer() override;

  /// Writes what is left and the end of the file; to be called once. Errors are those of `out`.
  void finish();

 protected:
  int_type overflow(int_type character) override;

 private:
  bool compress(int mode);

  struct Compressor;
  std::streambuf& out_;
  std::unique_ptr<Compressor> compressor_;
  std::vector<char> plain_, packed_;
};

}  // namespace thalign::cli
