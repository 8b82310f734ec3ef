// SPDX-License-Identifier: Apache-2.0
#include "text/files/compression.h"

#include <zlib.h>
#include <zstd.h>

#include <new>
#include <string>

namespace thalign {
namespace {

constexpr int kGzipOnly = 15 + 16;  // the largest window, with the header of gzip

/// Points zlib at what it may read and write.
void set_buffers(z_stream& stream, std::span<const char> in, std::span<char> out) {
  // zlib does not write to its input, but has no const in its interface.
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(in.data()));
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
}

CompressionStep step_of(const z_stream& stream, std::span<const char> in, std::span<char> out,
                        bool ended) {
  return {in.size() - stream.avail_in, out.size() - stream.avail_out, ended};
}

class GzipExpander : public Expander {
 public:
  GzipExpander() {
    if (inflateInit2(&stream_, kGzipOnly) != Z_OK) throw std::bad_alloc();
  }
  GzipExpander(const GzipExpander&) = delete;
  GzipExpander& operator=(const GzipExpander&) = delete;
  ~GzipExpander() override { (void)inflateEnd(&stream_); }

  std::optional<CompressionStep> expand(std::span<const char> in, std::span<char> out) override {
    set_buffers(stream_, in, out);
    const int result = inflate(&stream_, Z_NO_FLUSH);
    if (result != Z_OK && result != Z_BUF_ERROR && result != Z_STREAM_END) return std::nullopt;
    const CompressionStep step = step_of(stream_, in, out, result == Z_STREAM_END);
    if (step.ended) (void)inflateReset(&stream_);
    return step;
  }

 private:
  z_stream stream_{};
};

class GzipCompressor : public Compressor {
 public:
  GzipCompressor() {
    constexpr int kMemory = 8;
    if (deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipOnly, kMemory,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
      throw std::bad_alloc();
    }
  }
  GzipCompressor(const GzipCompressor&) = delete;
  GzipCompressor& operator=(const GzipCompressor&) = delete;
  ~GzipCompressor() override { (void)deflateEnd(&stream_); }

  CompressionStep compress(std::span<const char> in, std::span<char> out, bool last) override {
    set_buffers(stream_, in, out);
    const int result = deflate(&stream_, last ? Z_FINISH : Z_NO_FLUSH);
    return step_of(stream_, in, out, result == Z_STREAM_END);
  }

 private:
  z_stream stream_{};
};

class ZstdExpander : public Expander {
 public:
  ZstdExpander() : stream_(ZSTD_createDCtx(), ZSTD_freeDCtx) {
    if (!stream_) throw std::bad_alloc();
  }

  std::optional<CompressionStep> expand(std::span<const char> in, std::span<char> out) override {
    ZSTD_inBuffer input{in.data(), in.size(), 0};
    ZSTD_outBuffer output{out.data(), out.size(), 0};
    const std::size_t left = ZSTD_decompressStream(stream_.get(), &output, &input);
    if (ZSTD_isError(left) != 0U) return std::nullopt;
    return CompressionStep{input.pos, output.pos, left == 0};
  }

 private:
  std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> stream_;
};

class ZstdCompressor : public Compressor {
 public:
  ZstdCompressor() : stream_(ZSTD_createCCtx(), ZSTD_freeCCtx) {
    if (!stream_ ||
        ZSTD_isError(ZSTD_CCtx_setParameter(stream_.get(), ZSTD_c_checksumFlag, 1)) != 0U) {
      throw std::bad_alloc();
    }
  }

  CompressionStep compress(std::span<const char> in, std::span<char> out, bool last) override {
    ZSTD_inBuffer input{in.data(), in.size(), 0};
    ZSTD_outBuffer output{out.data(), out.size(), 0};
    const std::size_t left =
        ZSTD_compressStream2(stream_.get(), &output, &input, last ? ZSTD_e_end : ZSTD_e_continue);
    if (ZSTD_isError(left) != 0U) throw std::bad_alloc();  // nothing else can go wrong
    return {input.pos, output.pos, last && left == 0};
  }

 private:
  std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> stream_;
};

}  // namespace

Compression compression_of_name(const std::filesystem::path& path) {
  std::string extension = path.extension().string();
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (extension == ".gz") return Compression::gzip;
  return extension == ".zst" ? Compression::zstd : Compression::none;
}

std::filesystem::path uncompressed_name(const std::filesystem::path& path) {
  if (compression_of_name(path) == Compression::none) return path;
  return std::filesystem::path(path).replace_extension();
}

Compression compression_of_content(std::string_view head) {
  using namespace std::string_view_literals;
  if (head.starts_with("\x1F\x8B"sv)) return Compression::gzip;
  return head.starts_with("\x28\xB5\x2F\xFD"sv) ? Compression::zstd : Compression::none;
}

std::unique_ptr<Expander> make_expander(Compression compression) {
  if (compression == Compression::zstd) return std::make_unique<ZstdExpander>();
  return std::make_unique<GzipExpander>();
}

std::unique_ptr<Compressor> make_compressor(Compression compression) {
  if (compression == Compression::zstd) return std::make_unique<ZstdCompressor>();
  return std::make_unique<GzipCompressor>();
}

}  // namespace thalign
