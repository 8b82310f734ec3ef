// SPDX-License-Identifier: Apache-2.0
#include "segment/english/english_words.h"

#include <algorithm>
#include <array>

namespace thalign {
namespace {

constexpr std::array<std::string_view, 56> kEnglishTitles = {
    "adm",  "ald",    "amb",   "asst", "atty",  "brig", "capt", "chas",    "cllr", "cmdr",
    "col",  "cpl",    "cpt",   "dep",  "det",   "dipl", "dr",   "drs",     "fr",   "gen",
    "gens", "geo",    "gov",   "govs", "h.e",   "hon",  "insp", "jas",     "jos",  "lt",
    "maj",  "messrs", "mlle",  "mme",  "mr",    "mrs",  "ms",   "mx",      "pfc",  "pres",
    "prof", "profs",  "pvt",   "rep",  "reps",  "rev",  "rt",   "sec-gen", "sen",  "sens",
    "sgt",  "supt",   "supts", "thos", "v.adm", "wm"};
static_assert(std::ranges::is_sorted(kEnglishTitles));

constexpr std::array<std::string_view, 13> kInner = {
    "approx", "ca", "cf", "e.g", "esp", "excl", "i.e", "incl", "resp", "v", "viz", "vs", "w.r.t"};
static_assert(std::ranges::is_sorted(kInner));

constexpr std::array<std::string_view, 43> kNumbered = {
    "apr", "apt", "art", "arts", "aug",  "bk",  "c",    "ch",   "chap",  "cl",  "dec",
    "eq",  "ext", "feb", "fig",  "figs", "jan", "jul",  "jun",  "mar",   "n",   "no",
    "nos", "nov", "nr",  "oct",  "op",   "p",   "par",  "para", "paras", "ph",  "pop",
    "pp",  "pt",  "rs",  "sec",  "sect", "sep", "sept", "tel",  "vol",   "vols"};
static_assert(std::ranges::is_sorted(kNumbered));

constexpr std::array<std::string_view, 95> kMayEnd = {
    "a.d",  "a.m",   "al",    "ariz", "ark",   "assn",  "assoc", "ave",  "b.c",  "b.c.e", "b.e",
    "bldg", "blvd",  "bn",    "bros", "c.e",   "calif", "co",    "colo", "conn", "corp",  "ctr",
    "dept", "dist",  "div",   "e.u",  "eds",   "est",   "ff",    "fla",  "fri",  "ft",    "govt",
    "hr",   "hrs",   "hwy",   "ibid", "illus", "inc",   "inst",  "intl", "jr",   "kan",   "km",
    "lat",  "lb",    "lbs",   "ln",   "ltd",   "m.d",   "md",    "mfg",  "mi",   "mich",  "minn",
    "mon",  "mt",    "nat'l", "natl", "nev",   "okla",  "oz",    "p.m",  "pa",   "pct",   "penn",
    "ph.d", "pl",    "plc",   "pty",  "rd",    "snr",   "sq",    "sqq",  "sr",   "st",    "sta",
    "ste",  "tbsp",  "tenn",  "tex",  "thu",   "thurs", "tsp",   "tue",  "tues", "u.k",   "u.n",
    "u.s",  "u.s.a", "univ",  "va",   "vt",    "wash",  "wis"};
static_assert(std::ranges::is_sorted(kMayEnd));

constexpr std::array<std::string_view, 6> kEnding = {"etc", "mass", "sat", "sun", "wed", "yrs"};
static_assert(std::ranges::is_sorted(kEnding));

constexpr std::array<std::string_view, 200> kSentenceOpeners = {"a",
                                                                "about",
                                                                "according",
                                                                "actually",
                                                                "additionally",
                                                                "after",
                                                                "again",
                                                                "all",
                                                                "also",
                                                                "although",
                                                                "always",
                                                                "among",
                                                                "an",
                                                                "and",
                                                                "another",
                                                                "any",
                                                                "anyway",
                                                                "apparently",
                                                                "are",
                                                                "aren't",
                                                                "as",
                                                                "at",
                                                                "because",
                                                                "before",
                                                                "besides",
                                                                "between",
                                                                "both",
                                                                "but",
                                                                "by",
                                                                "can't",
                                                                "clearly",
                                                                "could",
                                                                "couldn't",
                                                                "currently",
                                                                "despite",
                                                                "did",
                                                                "didn't",
                                                                "do",
                                                                "does",
                                                                "doesn't",
                                                                "don't",
                                                                "during",
                                                                "each",
                                                                "earlier",
                                                                "even",
                                                                "every",
                                                                "everyone",
                                                                "everything",
                                                                "few",
                                                                "finally",
                                                                "first",
                                                                "following",
                                                                "for",
                                                                "from",
                                                                "furthermore",
                                                                "had",
                                                                "has",
                                                                "hasn't",
                                                                "have",
                                                                "haven't",
                                                                "he",
                                                                "he'd",
                                                                "he'll",
                                                                "he's",
                                                                "hence",
                                                                "her",
                                                                "here",
                                                                "his",
                                                                "how",
                                                                "however",
                                                                "i",
                                                                "i'd",
                                                                "i'll",
                                                                "i'm",
                                                                "i've",
                                                                "if",
                                                                "in",
                                                                "indeed",
                                                                "instead",
                                                                "is",
                                                                "isn't",
                                                                "it",
                                                                "it'll",
                                                                "it's",
                                                                "its",
                                                                "just",
                                                                "later",
                                                                "let",
                                                                "let's",
                                                                "likewise",
                                                                "many",
                                                                "maybe",
                                                                "meanwhile",
                                                                "moreover",
                                                                "most",
                                                                "my",
                                                                "nearly",
                                                                "never",
                                                                "nevertheless",
                                                                "no",
                                                                "nobody",
                                                                "nonetheless",
                                                                "not",
                                                                "nothing",
                                                                "now",
                                                                "obviously",
                                                                "of",
                                                                "often",
                                                                "on",
                                                                "once",
                                                                "one",
                                                                "only",
                                                                "or",
                                                                "otherwise",
                                                                "our",
                                                                "over",
                                                                "overall",
                                                                "perhaps",
                                                                "please",
                                                                "previously",
                                                                "recently",
                                                                "second",
                                                                "several",
                                                                "she",
                                                                "she'll",
                                                                "she's",
                                                                "should",
                                                                "shouldn't",
                                                                "similarly",
                                                                "since",
                                                                "so",
                                                                "some",
                                                                "somebody",
                                                                "someone",
                                                                "something",
                                                                "sometimes",
                                                                "soon",
                                                                "still",
                                                                "such",
                                                                "thanks",
                                                                "that",
                                                                "that's",
                                                                "the",
                                                                "their",
                                                                "then",
                                                                "there",
                                                                "there's",
                                                                "therefore",
                                                                "these",
                                                                "they",
                                                                "they'd",
                                                                "they'll",
                                                                "they're",
                                                                "this",
                                                                "those",
                                                                "though",
                                                                "through",
                                                                "thus",
                                                                "to",
                                                                "today",
                                                                "tomorrow",
                                                                "two",
                                                                "under",
                                                                "unfortunately",
                                                                "unless",
                                                                "unlike",
                                                                "until",
                                                                "usually",
                                                                "was",
                                                                "wasn't",
                                                                "we",
                                                                "we'll",
                                                                "we're",
                                                                "we've",
                                                                "were",
                                                                "what",
                                                                "what's",
                                                                "whatever",
                                                                "when",
                                                                "whenever",
                                                                "where",
                                                                "where's",
                                                                "wherever",
                                                                "whether",
                                                                "which",
                                                                "while",
                                                                "who",
                                                                "who's",
                                                                "why",
                                                                "with",
                                                                "without",
                                                                "won't",
                                                                "would",
                                                                "wouldn't",
                                                                "yes",
                                                                "yesterday",
                                                                "yet",
                                                                "you",
                                                                "you're",
                                                                "your"};
static_assert(std::ranges::is_sorted(kSentenceOpeners));

constexpr std::array<std::string_view, 20> kSubjects = {
    "but", "he",    "i",     "i'm",  "i've",    "it",   "it's", "my",    "she", "so",
    "the", "there", "these", "they", "they're", "this", "we",   "we're", "you", "you're"};
static_assert(std::ranges::is_sorted(kSubjects));

constexpr std::array<std::string_view, 24> kPhraseOpeners = {
    "a",  "an", "and", "are", "as",   "at",  "by",    "for", "from", "in",   "into",  "is",
    "of", "on", "or",  "our", "that", "the", "their", "to",  "was",  "were", "which", "with"};
static_assert(std::ranges::is_sorted(kPhraseOpeners));

constexpr std::array<std::string_view, 33> kSpeechVerbs = {
    "added",     "adds",    "agreed",    "announced", "answered", "argued",    "asked",
    "asks",      "claimed", "continued", "cried",     "declared", "exclaimed", "explained",
    "insisted",  "joked",   "noted",     "recalled",  "remarked", "replied",   "reported",
    "responded", "said",    "says",      "shouted",   "stated",   "suggested", "told",
    "tweeted",   "warned",  "wondered",  "wrote",     "yelled"};
static_assert(std::ranges::is_sorted(kSpeechVerbs));

constexpr std::array<std::string_view, 46> kEmoticons = {
    "(:",  "):",  "-_-",  "8)",  ":$",  ":'(",  ":')", ":(",  ":)",  ":))", ":)))", ":*",
    ":-(", ":-)", ":-))", ":-/", ":-D", ":-P",  ":/",  ":D",  ":O",  ":P",  ":S",   ":[",
    ":\\", ":]",  ":o",   ":p",  ":|",  ";)",   ";))", ";-)", ";D",  ";P",  "</3",  "<3",
    "=(",  "=)",  "=D",   "O_o", "XD",  "\\o/", "^^",  "^_^", "o_O", "xD"};
static_assert(std::ranges::is_sorted(kEmoticons));

constexpr std::array kAbbreviationKinds = {AbbreviationKind::title, AbbreviationKind::inner,
                                           AbbreviationKind::numbered, AbbreviationKind::may_end,
                                           AbbreviationKind::ending};

bool has(std::span<const std::string_view> list, std::string_view text) {
  return std::ranges::binary_search(list, text);
}

}  // namespace

std::span<const std::string_view> english_abbreviations(AbbreviationKind kind) {
  switch (kind) {
    case AbbreviationKind::title:
      return kEnglishTitles;
    case AbbreviationKind::inner:
      return kInner;
    case AbbreviationKind::numbered:
      return kNumbered;
    case AbbreviationKind::may_end:
      return kMayEnd;
    case AbbreviationKind::ending:
      return kEnding;
  }
  return {};
}

std::optional<AbbreviationKind> english_abbreviation(std::string_view folded) {
  for (const AbbreviationKind kind : kAbbreviationKinds) {
    if (has(english_abbreviations(kind), folded)) return kind;
  }
  return std::nullopt;
}

bool opens_english_sentence(std::string_view folded) { return has(kSentenceOpeners, folded); }
std::span<const std::string_view> english_sentence_openers() { return kSentenceOpeners; }
bool is_english_subject(std::string_view folded) { return has(kSubjects, folded); }
bool opens_english_phrase(std::string_view folded) { return has(kPhraseOpeners, folded); }
bool is_english_speech_verb(std::string_view folded) { return has(kSpeechVerbs, folded); }
bool is_emoticon(std::string_view chunk) {
  constexpr std::string_view kEmoji = "\xF0\x9F";  // what their UTF-8 begins with
  return chunk.starts_with(kEmoji) || has(kEmoticons, chunk);
}

}  // namespace thalign
