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

namespace thalign::models {

std::string_view lexicon() {
  return {thalign_model_lexicon,
          static_cast<std::size_t>(thalign_model_lexicon_end - thalign_model_lexicon)};
}

}  // namespace thalign::models
