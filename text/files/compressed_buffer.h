// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <streambuf>
#include <vector>

#include "text/files/compression.h"

namespace thalign {

/// Compresses what is written to it and hands it on. What is flushed may stay in the compressor:
/// only `finish()` makes a whole file.
class CompressedBuffer : public std::streambuf {
 public:
  /// Requires: `out` outlives the buffer; `compression` is not `none`. Throws `std::bad_alloc`.
  CompressedBuffer(std::streambuf& out, Compression compression);

  /// Writes what is left and the end of the file; to be called once. Errors are those of `out`.
  void finish();

 protected:
  int_type overflow(int_type character) override;

 private:
  bool compress(bool last);

  std::streambuf& out_;
  std::unique_ptr<Compressor> compressor_;
  std::vector<char> plain_, packed_;
};

}  // namespace thalign
