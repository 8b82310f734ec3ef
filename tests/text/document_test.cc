// SPDX-License-Identifier: Apache-2.0
#include "text/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "text/error.h"

namespace thalign {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

/// UTF-16 of `text`, without a byte order mark.
std::string utf16(std::u16string_view text, bool little_endian) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8U);
    const char low = static_cast<char>(unit & 0xFFU);
    bytes += little_endian ? low : high;
    bytes += little_endian ? high : low;
  }
  return bytes;
}

/// 8-bit Thai of `text`: ASCII and the Thai block only.
std::string thai8(std::u16string_view text) {
  std::string bytes;
  for (const char16_t unit : text) bytes += static_cast<char>(unit < 0x80 ? unit : unit - 0x0D60);
  return bytes;
}

std::string text_of(std::string bytes, DecodeOptions options = {}) {
  const Document document = Document::from_bytes(std::move(bytes), std::move(options));
  return std::string(document.text());
}

struct Refusal {
  ErrorCode code = ErrorCode::io;
  std::string message = "no error";
};

Refusal refusal(std::string bytes, DecodeOptions options = {}) {
  if (options.name.empty()) options.name = "in.txt";
  try {
    Document::from_bytes(std::move(bytes), std::move(options));
  } catch (const Error& error) {
    return {error.code(), error.what()};
  }
  return {};
}

constexpr std::u16string_view kThaiSentence = u"ประชาชนเดินทางกลับบ้าน";
constexpr std::string_view kThaiSentenceUtf8 = "ประชาชนเดินทางกลับบ้าน";

TEST(DocumentTest, Utf8IsTakenAsItIs) {
  const std::string text = "สวัสดี\r\nHello\tthere 😀\n";
  const Document document = Document::from_bytes(text, {.name = "a.txt"});
  EXPECT_EQ(document.text(), text);
  EXPECT_EQ(document.name(), "a.txt");
  EXPECT_EQ(document.encoding(), "UTF-8");
  EXPECT_EQ(document.replaced(), 0U);
}

TEST(DocumentTest, EmptyAndBlankTexts) {
  for (const std::string text : {"", " ", "\n\n\t\u00A0"}) {
    const Document document = Document::from_bytes(text, {.language = Language::thai});
    EXPECT_EQ(document.text(), text);
    EXPECT_EQ(document.language(), Language::thai);
  }
  EXPECT_EQ(text_of("\xEF\xBB\xBF"), "");
  EXPECT_EQ(text_of("\xFF\xFE"), "");
}

TEST(DocumentTest, NulAndControlCharactersStay) {
  const std::string text("a\0b\x01\x1F\x7F z and more letters", 25);
  EXPECT_EQ(text_of(text), text);
  const std::string zeros(1000, '\0');
  EXPECT_EQ(text_of(zeros), zeros);
}

TEST(DocumentTest, ByteOrderMarkDecides) {
  const std::string text(kThaiSentenceUtf8);
  EXPECT_EQ(text_of("\xEF\xBB\xBF" + text), text);
  const Document little =
      Document::from_bytes("\xFF\xFE" + utf16(kThaiSentence, true), {.encoding = "windows-874"});
  EXPECT_EQ(little.text(), text);
  EXPECT_EQ(little.encoding(), "UTF-16LE");
  const Document big = Document::from_bytes("\xFE\xFF" + utf16(kThaiSentence, false));
  EXPECT_EQ(big.text(), text);
  EXPECT_EQ(big.encoding(), "UTF-16BE");
  const Document utf32 = Document::from_bytes(std::string("\xFF\xFE\0\0\x01\x0E\0\0", 8));
  EXPECT_EQ(utf32.text(), "ก");
  EXPECT_EQ(utf32.encoding(), "UTF-32LE");
}

TEST(DocumentTest, Utf16BeyondTheFirstPlaneAndLong) {
  std::u16string units;
  std::string text;
  for (int i = 0; i < 10'000; ++i) {
    units += i % 3 == 0 ? u"😀" : u"ก";
    text += i % 3 == 0 ? "😀" : "ก";
  }
  EXPECT_EQ(text_of("\xFF\xFE" + utf16(units, true)), text);
  EXPECT_EQ(text_of("\xFF\xFE" + utf16(u"x" + units, true)), "x" + text);
}

TEST(DocumentTest, DeclaredEncodings) {
  const struct {
    std::string name, bytes, text, canonical;
  } cases[] = {
      {"utf8", "ก", "ก", "UTF-8"},
      {"UTF-16LE", utf16(u"กx", true), "กx", "UTF-16LE"},
      {"utf-16be", utf16(u"กx", false), "กx", "UTF-16BE"},
      {"windows-874", "\xA1\x80\x93\xFB", "ก€“๛", "windows-874"},
      {"tis-620", "\xA1\xD2", "กา", "windows-874"},
      {"ISO-8859-11", "\xA1\xA0\xD2", "ก\u00A0า", "windows-874"},
      {"windows-1252", "caf\xE9 \x96 \x93z\x94", "café – “z”", "windows-1252"},
      {"latin1", "caf\xE9", "café", "ISO-8859-1"},
      {"Shift_JIS", "\x93\xFA\x96\x7B", "日本", "Shift_JIS"},
      {"windows-1251", "\xCC\xE8\xF0", "Мир", "windows-1251"},
  };
  for (const auto& c : cases) {
    const Document document = Document::from_bytes(c.bytes, {.encoding = c.name});
    EXPECT_EQ(document.text(), c.text) << c.name;
    EXPECT_EQ(document.encoding(), c.canonical) << c.name;
  }
}

TEST(DocumentTest, RecognisesThaiOfEightBits) {
  for (const std::u16string& text :
       {std::u16string(u"สวัสดี"), std::u16string(kThaiSentence),
        std::u16string(u"รายงานประจำปี 2567\nThe English name is Annual Report.\nหน้า 1")}) {
    const Document document = Document::from_bytes(thai8(text), {.name = "a"});
    EXPECT_EQ(document.encoding(), "windows-874");
    EXPECT_EQ(document.text(), text_of("\xFF\xFE" + utf16(text, true)));
    EXPECT_EQ(document.language(), Language::thai);
  }
}

TEST(DocumentTest, RecognisesWesternTextOfEightBits) {
  const Document accents = Document::from_bytes("The caf\xE9 opens early and closes late.");
  EXPECT_EQ(accents.text(), "The café opens early and closes late.");
  EXPECT_EQ(accents.encoding(), "windows-1252");
  const Document quotes =
      Document::from_bytes("It\x92s a \x93quoted\x94 word \x96 the ministry\x92s report says so.");
  EXPECT_EQ(quotes.text(), "It’s a “quoted” word – the ministry’s report says so.");
  EXPECT_EQ(quotes.language(), Language::english);
}

TEST(DocumentTest, DamagedUtf8IsRefusedWithItsOffset) {
  const Refusal broken = refusal("สวัสดี\xFF ครับ");
  EXPECT_EQ(broken.code, ErrorCode::encoding);
  EXPECT_THAT(broken.message, AllOf(StartsWith("in.txt: byte 18: not valid UTF-8"),
                                    HasSubstr("--replace-invalid"), HasSubstr("--encoding NAME")));
  EXPECT_THAT(refusal("\xEF\xBB\xBF"
                      "abc\x80")
                  .message,
              StartsWith("in.txt: byte 6: not valid UTF-8"));
  EXPECT_THAT(refusal("สวัสดี ครั\xE0\xB8").message, StartsWith("in.txt: byte 28: not valid UTF-8"));
  EXPECT_THAT(refusal("abc\xE9", {.encoding = "UTF-8"}).message,
              StartsWith("in.txt: byte 3: not valid UTF-8"));
}

TEST(DocumentTest, DamagedUtf8IsReplacedAndCounted) {
  const Document document =
      Document::from_bytes("สวัสดี\xFF\xFE ครั\xE0\xB8 บ", {.replace_invalid = true});
  EXPECT_EQ(document.text(), "สวัสดี\uFFFD\uFFFD ครั\uFFFD บ");
  EXPECT_EQ(document.replaced(), 3U);
  const Document marked = Document::from_bytes("\xEF\xBB\xBF\x80z", {.replace_invalid = true});
  EXPECT_EQ(marked.text(), "\uFFFDz");
  EXPECT_EQ(marked.replaced(), 1U);
}

TEST(DocumentTest, InvalidUtf16) {
  const std::string mark = "\xFF\xFE";
  const std::string lone_lead =
      mark + utf16(u"ab", true) + std::string("\x00\xD8", 2) + utf16(u"c", true);
  const std::string lone_trail = mark + utf16(u"a", true) + std::string("\x00\xDC", 2);
  const std::string odd = mark + utf16(u"กข", true) + "\x01";
  const std::string lead_at_end = mark + utf16(u"abc", true) + std::string("\x3D\xD8", 2);
  EXPECT_THAT(refusal(lone_lead).message, StartsWith("in.txt: byte 6: not valid UTF-16LE"));
  EXPECT_THAT(refusal(lone_trail).message, StartsWith("in.txt: byte 4: not valid UTF-16LE"));
  EXPECT_THAT(refusal(odd).message, StartsWith("in.txt: byte 6: not valid UTF-16LE"));
  EXPECT_THAT(refusal(lead_at_end).message, StartsWith("in.txt: byte 8: not valid UTF-16LE"));
  EXPECT_EQ(refusal(odd).code, ErrorCode::encoding);
  const Document replaced = Document::from_bytes(lone_lead, {.replace_invalid = true});
  EXPECT_EQ(replaced.text(), "ab\uFFFDc");
  EXPECT_EQ(replaced.replaced(), 1U);
  EXPECT_EQ(text_of(odd, {.replace_invalid = true}), "กข\uFFFD");
}

TEST(DocumentTest, InvalidBytesFarIntoTheText) {
  for (const std::size_t before : {4094U, 4095U, 4096U, 4097U, 100'000U}) {
    const std::string mark = "\xFE\xFF";
    const std::string bytes = mark + utf16(std::u16string(before, u'ก'), false) +
                              std::string("\xD8\0", 2) + utf16(u"z", false);
    EXPECT_THAT(
        refusal(bytes).message,
        StartsWith("in.txt: byte " + std::to_string(2 + 2 * before) + ": not valid UTF-16BE"));
  }
}

TEST(DocumentTest, BytesUndefinedInAWindowsCodePage) {
  EXPECT_THAT(refusal("\xA1\xA2\xDB\xA1", {.encoding = "TIS-620"}).message,
              StartsWith("in.txt: byte 2: not valid windows-874"));
  EXPECT_THAT(refusal("ab\x81", {.encoding = "windows-1252"}).message,
              StartsWith("in.txt: byte 2: not valid windows-1252"));
  const Document document = Document::from_bytes(
      "\xA1\xDB\xFF\xA1", {.encoding = "windows-874", .replace_invalid = true});
  EXPECT_EQ(document.text(), "ก\uFFFD\uFFFDก");
  EXPECT_EQ(document.replaced(), 2U);
}

TEST(DocumentTest, InvalidMultibyteText) {
  EXPECT_THAT(refusal("ok \x93", {.encoding = "Shift_JIS"}).message,
              StartsWith("in.txt: byte 3: not valid Shift_JIS"));
}

TEST(DocumentTest, UnknownEncodingName) {
  const Refusal unknown = refusal("abc", {.encoding = "klingon-8"});
  EXPECT_EQ(unknown.code, ErrorCode::encoding);
  EXPECT_THAT(unknown.message,
              AllOf(StartsWith("in.txt: unknown encoding \"klingon-8\""), HasSubstr("--encoding")));
}

TEST(DocumentTest, Utf16WithoutAMark) {
  for (const bool little_endian : {true, false}) {
    const std::string name = little_endian ? "UTF-16LE" : "UTF-16BE";
    for (const std::u16string_view text : {std::u16string_view(u"Hello, world"), kThaiSentence}) {
      const Refusal unmarked = refusal(utf16(text, little_endian));
      EXPECT_EQ(unmarked.code, ErrorCode::encoding);
      EXPECT_EQ(unmarked.message, "in.txt: looks like " + name +
                                      " without a byte order mark; give --encoding " + name);
    }
  }
}

TEST(DocumentTest, EncodingNotRecognised) {
  const Refusal other = refusal("\x8A\xBF\x8E\x9A\x82\xF0\x93\xFA\x96{\x8C\xEA\x82\xC5");
  EXPECT_EQ(other.code, ErrorCode::encoding);
  EXPECT_THAT(other.message,
              AllOf(StartsWith("in.txt: byte 0: not UTF-8"), HasSubstr("give --encoding NAME")));
}

TEST(DocumentTest, NoNameInTheMessage) {
  try {
    Document::from_bytes("abc\xFF", {.encoding = "UTF-8"});
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), StartsWith("byte 3: not valid UTF-8"));
  }
}

TEST(DocumentTest, LanguageByTheScript) {
  EXPECT_EQ(Document::from_bytes("Hello").language(), Language::english);
  EXPECT_EQ(Document::from_bytes("สวัสดี").language(), Language::thai);
  EXPECT_EQ(Document::from_bytes("บริษัท Google ประเทศไทย").language(), Language::thai);
  EXPECT_EQ(Document::from_bytes("The word แมว means cat in the Thai language").language(),
            Language::english);
  EXPECT_EQ(Document::from_bytes("12 34").language(), Language::english);
}

TEST(DocumentTest, LanguageGiven) {
  EXPECT_EQ(Document::from_bytes("สวัสดี", {.language = Language::english}).language(),
            Language::english);
  EXPECT_EQ(Document::from_bytes("12", {.language = Language::thai}).language(), Language::thai);
  for (const std::string text : {"Hello", "日本", "12 é"}) {
    const Refusal no_thai = refusal(text, {.language = Language::thai});
    EXPECT_EQ(no_thai.code, ErrorCode::language) << text;
    EXPECT_THAT(no_thai.message, StartsWith("in.txt: has letters but none of them Thai")) << text;
  }
}

TEST(DocumentTest, JoinedLinesLeadBackToTheTextAsItCame) {
  const Document document = Document::from_bytes("one\n  two\nthree", {.name = "a"});
  const std::array joins{LineJoin{{3, 6}, true}, LineJoin{{9, 10}, false}};
  const Document joined = Document::joined(document, joins);
  EXPECT_EQ(joined.text(), "one twothree");
  EXPECT_EQ(joined.original_text(), "one\n  two\nthree");
  EXPECT_EQ(joined.name(), "a");
  EXPECT_EQ(joined.original({0, 3}), (ByteRange{0, 3}));
  EXPECT_EQ(joined.original({4, 7}), (ByteRange{6, 9})) << "nothing of the line end at its edges";
  EXPECT_EQ(joined.original({7, 12}), (ByteRange{10, 15}));
  EXPECT_EQ(joined.original({0, 12}), (ByteRange{0, 15}));
  EXPECT_EQ(joined.original({7, 7}), (ByteRange{10, 10}));
  EXPECT_EQ(joined.from_original(3), 3U);
  EXPECT_EQ(joined.from_original(5), 4U) << "removed";
  EXPECT_EQ(joined.from_original(6), 4U);
  EXPECT_EQ(joined.from_original(10), 7U);
  ASSERT_EQ(joined.joints().size(), 2U);
  EXPECT_EQ(joined.joints()[0].at, 4U);
  EXPECT_TRUE(joined.joints()[0].space);
  EXPECT_EQ(joined.joints()[1].at, 7U);
  EXPECT_FALSE(joined.joints()[1].space);
}

TEST(DocumentTest, WithoutJoinsTheOriginalIsTheText) {
  const Document document = Document::joined(Document::from_bytes("one\ntwo"), {});
  EXPECT_EQ(document.original_text(), document.text());
  EXPECT_EQ(document.original({1, 5}), (ByteRange{1, 5}));
  EXPECT_EQ(document.from_original(5), 5U);
}

}  // namespace
}  // namespace thalign
