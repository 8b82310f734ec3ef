// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libstemmer.h>

#include <memory>
#include <new>
#include <string_view>

namespace thalign {

/// Cuts English words to their stems, so that "countries" and "country" are one symbol (Snowball's
/// English stemmer, https://snowballstem.org/algorithms/english/stemmer.html).
class Stemmer {
 public:
  Stemmer() : stemmer_(sb_stemmer_new("english", "UTF_8")) {
    if (!stemmer_) throw std::bad_alloc();
  }

  /// Valid until the next call.
  std::string_view operator()(std::string_view word) {
    const sb_symbol* const stem =
        sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                        static_cast<int>(word.size()));
    if (stem == nullptr) throw std::bad_alloc();
    return {reinterpret_cast<const char*>(stem),
            static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
  }

 private:
  struct Delete {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
  };
  std::unique_ptr<sb_stemmer, Delete> stemmer_;
};

}  // namespace thalign
