// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace thalign {

// Terms of the score of a bead and of a null run: name, weight that learning starts from.
// "thai" and "english" name the side a term looks at, whichever is the source.
#define THALIGN_TERMS(X)                                                             \
  X(bead, -2.05)                 /* a bead with text on both sides */                \
  X(length, 2.1)                 /* length model */                                  \
  X(longer_thai, 0.0)            /* log ratio of characters, where Thai is longer */ \
  X(longer_english, 0.0)         /* ... where English is longer */                   \
  X(small, 0.0)                  /* log of how much shorter than a usual bead */     \
  X(large, 0.0)                  /* log of how much longer */                        \
  X(words_of_thai, 0.35)         /* translation score of Thai words */               \
  X(words_of_english, 0.35)      /* ... of English words */                          \
  X(anchors_of_thai, 0.35)       /* ... of Thai numbers, dates, names */             \
  X(anchors_of_english, 0.35)    /* ... of English ones */                           \
  X(opening_of_thai, 0.13)       /* Thai words after the first boundary fit it */    \
  X(opening_of_english, 0.13)    /* English words after it */                        \
  X(closing_of_thai, 0.0)        /* Thai words before the last boundary fit it */    \
  X(closing_of_english, 0.0)     /* English words before it */                       \
  X(strong_opening_of_thai, 0.0) /* ... what speaks strongly, beyond that */         \
  X(strong_opening_of_english, 0.0)                                                  \
  X(strong_closing_of_thai, 0.0)                                                     \
  X(strong_closing_of_english, 0.0)                                                  \
  X(missing_thai_first, 0.0) /* first Thai unit of a bead: what its words lack */    \
  X(missing_english_first, 0.0)                                                      \
  X(missing_thai_last, 0.0) /* last Thai unit */                                     \
  X(missing_english_last, 0.0)                                                       \
  X(found_thai_first, 0.0) /* ... what they find */                                  \
  X(found_english_first, 0.0)                                                        \
  X(found_thai_last, 0.0)                                                            \
  X(found_english_last, 0.0)                                                         \
  X(begin_line_both, 1.8)     /* a bead begins a line on both sides */               \
  X(begin_line_thai, -1.0)    /* ... on the Thai side only */                        \
  X(begin_line_english, -1.0) /* ... on the English side only */                     \
  X(end_line_both, 0.0)       /* a bead ends a line on both sides */                 \
  X(end_line_thai, 0.0)                                                              \
  X(end_line_english, 0.0)                                                           \
  X(lines_0_1, 0.0) /* line ends inside: none of Thai, one of English */             \
  X(lines_0_2, 0.0) /* ... two or more */                                            \
  X(lines_1_0, 0.0)                                                                  \
  X(lines_1_1, 0.0)                                                                  \
  X(lines_1_2, 0.0)                                                                  \
  X(lines_2_0, 0.0)                                                                  \
  X(lines_2_1, 0.0)                                                                  \
  X(lines_2_2, 0.0)                                                                  \
  X(break_thai, 1.125) /* log-odds of a sentence end by the text alone */            \
  X(break_english, 1.125)                                                            \
  X(null_thai_open, -2.1) /* a run of null units begins */                           \
  X(null_english_open, -2.1)                                                         \
  X(null_thai_marks, 2.1) /* ... with a unit of marks alone */                       \
  X(null_english_marks, 2.1)                                                         \
  X(null_thai_begin, -1.1) /* ... inside a line */                                   \
  X(null_english_begin, -1.1)                                                        \
  X(null_thai_end, -1.1) /* a run of null units ends inside a line */                \
  X(null_english_end, -1.1)                                                          \
  X(null_thai_character, -0.007)                                                     \
  X(null_english_character, -0.007)                                                  \
  X(null_thai_unit, 0.0)                                                             \
  X(null_english_unit, 0.0)                                                          \
  X(null_thai_line, 0.0) /* a further line of a run */                               \
  X(null_english_line, 0.0)                                                          \
  X(null_thai_word, 0.0) /* a word whose translation the other text has */           \
  X(null_english_word, 0.0)                                                          \
  X(null_thai_stray, 0.0) /* a word whose translation it lacks */                    \
  X(null_english_stray, 0.0)                                                         \
  X(null_thai_anchor, 0.0) /* a number or name that the other text has */            \
  X(null_english_anchor, 0.0)

enum class Term : std::uint8_t {
#define THALIGN_TERM(name, prior) name,
  THALIGN_TERMS(THALIGN_TERM)
#undef THALIGN_TERM
};

inline constexpr auto kTermNames = std::to_array<std::string_view>({
#define THALIGN_TERM(name, prior) #name,
    THALIGN_TERMS(THALIGN_TERM)
#undef THALIGN_TERM
});

inline constexpr std::size_t kTerms = kTermNames.size();

/// Weights of the terms of the score. All scores are log-likelihood ratios (nats) of "translates"
/// against "unrelated"; higher is better.
struct ScoreWeights {
  std::array<double, kTerms> values = {
#define THALIGN_TERM(name, prior) prior,
      THALIGN_TERMS(THALIGN_TERM)
#undef THALIGN_TERM
  };

  double operator[](Term term) const { return values[static_cast<std::size_t>(term)]; }
  double& operator[](Term term) { return values[static_cast<std::size_t>(term)]; }
  /// The weight of a term of a side: `thai` and the term after it are those of Thai and English.
  double of(Term thai, bool is_thai) const {
    return values[static_cast<std::size_t>(thai) + (is_thai ? 0 : 1)];
  }
};

}  // namespace thalign
