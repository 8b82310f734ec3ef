#include "models/models.h"

#include <cstdint>

// The files are put in by the assembler: quick to build, and read in place from the program's own
// pages.
#define THALIGN_EMBED(name, file)               \
  __asm__(                                      \
      ".section .rodata\n"                      \
      ".balign 16\n"                            \
      ".global thalign_model_" #name            \
      "\n"                                      \
      "thalign_model_" #name                    \
      ":\n"                                     \
      ".incbin \"" file                         \
      "\"\n"                                    \
      ".global thalign_model_" #name            \
      "_end\n"                                  \
      "thalign_model_" #name                    \
      "_end:\n"                                 \
      ".byte 0\n"                               \
      ".previous\n");                           \
  extern "C" const char thalign_model_##name[]; \
  extern "C" const char thalign_model_##name##_end[]

THALIGN_EMBED(lexicon, THALIGN_MODELS_DIR "/lexicon.bin");
THALIGN_EMBED(score, THALIGN_MODELS_DIR "/score.bin");
THALIGN_EMBED(thai_breaks, THALIGN_MODELS_DIR "/thai_breaks.bin");
THALIGN_EMBED(thai_line_words, THALIGN_MODELS_DIR "/thai_line_words.tsv");
THALIGN_EMBED(transliteration, THALIGN_MODELS_DIR "/transliteration.bin");

namespace thalign::models {
namespace {

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

std::string_view lexicon() { return between(thalign_model_lexicon, thalign_model_lexicon_end); }

std::string_view score() { return between(thalign_model_score, thalign_model_score_end); }

std::string_view thai_breaks() {
  return between(thalign_model_thai_breaks, thalign_model_thai_breaks_end);
}

std::string_view thai_line_words() {
  return between(thalign_model_thai_line_words, thalign_model_thai_line_words_end);
}

std::string_view transliteration() {
  return between(thalign_model_transliteration, thalign_model_transliteration_end);
}

}  // namespace thalign::models
