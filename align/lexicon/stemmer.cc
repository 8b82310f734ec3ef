// SPDX-License-Identifier: Apache-2.0
#include "align/lexicon/stemmer.h"

#include <libstemmer.h>

#include <functional>
#include <memory>
#include <new>
#include <string>
#include <unordered_map>

namespace thalign {
namespace {

class Stemmer {
 public:
  Stemmer() : stemmer_(sb_stemmer_new("english", "UTF_8")) {
    if (!stemmer_) throw std::bad_alloc();
  }

  std::string_view stem(std::string_view word) {
    if (const auto kept = stems_.find(word); kept != stems_.end()) return kept->second;
    if (stems_.size() == kMostStemsKept) stems_.clear();
    return stems_.emplace(word, make(word)).first->second;
  }

 private:
  std::string_view make(std::string_view word) {
    const sb_symbol* const stem =
        sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                        static_cast<int>(word.size()));
    if (stem == nullptr) throw std::bad_alloc();
    return {reinterpret_cast<const char*>(stem),
            static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
  }

  struct Delete {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>()(word);
    }
  };
  std::unique_ptr<sb_stemmer, Delete> stemmer_;
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> stems_;
};

}  // namespace

std::string_view english_stem(std::string_view word) {
  thread_local Stemmer stemmer;
  return stemmer.stem(word);
}

}  // namespace thalign
