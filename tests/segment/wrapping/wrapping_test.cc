// SPDX-License-Identifier: Apache-2.0
#include "segment/wrapping/wrapping.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>

#include "tests/segment/wrapping/wrap.h"
#include "text/words.h"

namespace thalign {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string joined(std::string_view text, WrappedLines lines = WrappedLines::recognise) {
  const Document document =
      Document::from_bytes(std::string(text), {.name = "text", .encoding = "UTF-8"});
  const Document result = unwrapped(document, find_wrapping(text, lines));
  return std::string(result.text());
}

std::string without_spaces(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  return text;
}

/// Bytes that differ between two texts of equal characters but for white space: the spaces and line
/// ends that one of them has and the other has not.
std::size_t differences(std::string_view a, std::string_view b) {
  std::size_t count = 0;
  std::size_t j = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (j < b.size() && a[i] == b[j]) {
      ++j;
    } else if (a[i] == ' ' || a[i] == '\n') {
      ++count;
      if (j < b.size() && (b[j] == ' ' || b[j] == '\n')) ++j;
    } else {
      ++count;
      --i;
      ++j;
    }
  }
  return count;
}

class WidthTest : public testing::TestWithParam<std::uint32_t> {};

TEST_P(WidthTest, EnglishIsAsItWasBeforeItWasWrapped) {
  const std::string text = wrapped(kEnglishProse, GetParam(), Breaks::spaces);
  ASSERT_NE(text, kEnglishProse);
  EXPECT_EQ(joined(text), kEnglishProse);
  EXPECT_NEAR(find_wrapping(text).columns, GetParam(), 3);
}

TEST_P(WidthTest, ThaiBrokenAnywhereIsNearlyAsItWas) {
  const std::string text = wrapped(kThaiProse, GetParam(), Breaks::letters);
  const std::string result = joined(text);
  EXPECT_EQ(without_spaces(result), without_spaces(std::string(kThaiProse)));
  const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
  EXPECT_LE(differences(result, kThaiProse), 1 + lines / 8) << result;
}

TEST_P(WidthTest, ThaiBrokenAtSpacesIsNearlyAsItWas) {
  if (GetParam() < 50) GTEST_SKIP() << "hardly a line has a space";
  const std::string text = wrapped(kThaiProse, GetParam(), Breaks::spaces);
  // So few lines that are broken at spaces could be sentences.
  const bool evident = std::ranges::count(text, '\n') > 12;
  const std::string result = joined(text, evident ? WrappedLines::recognise : WrappedLines::yes);
  EXPECT_EQ(without_spaces(result), without_spaces(std::string(kThaiProse)));
  const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
  EXPECT_LE(differences(result, kThaiProse), 1 + lines / 5) << result;
}

TEST_P(WidthTest, ThaiWordsAcrossLineEndsAreWhole) {
  const std::string text = wrapped(kThaiProse, GetParam(), Breaks::letters);
  const auto count = [](const std::string& all) {
    const Words words(all);
    return static_cast<std::ptrdiff_t>(words.all().size());
  };
  const std::ptrdiff_t whole = count(std::string(kThaiProse));
  EXPECT_NE(count(text), whole) << "line ends inside words";
  EXPECT_LE(std::abs(count(joined(text)) - whole), 1);
}

INSTANTIATE_TEST_SUITE_P(Widths, WidthTest, testing::Values(35, 50, 64, 72, 80, 90, 100));

struct Kept {
  std::string_view name, text;
};

class KeptTest : public testing::TestWithParam<Kept> {};

TEST_P(KeptTest, LineEndsOnPurposeStay) {
  EXPECT_THAT(find_wrapping(GetParam().text).joins, IsEmpty()) << joined(GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, KeptTest,
    testing::Values(
        Kept{"empty", ""}, Kept{"blank", "\n\n \n"}, Kept{"paragraphs", kEnglishProse},
        Kept{"thai_paragraphs", kThaiProse},
        Kept{"sentences",
             "The bus was late again.\nNobody at the stop seemed to mind much.\nA boy sold iced "
             "tea from a bucket.\nThe driver apologised to everyone who got on.\nIt rained.\nWe "
             "reached the harbour just before noon that day.\n"},
        Kept{"thai_sentences",
             "รถเมล์มาสายอีกแล้ว\nคนที่ป้ายดูเหมือนไม่มีใครสนใจเท่าไร\nเด็กชายคนหนึ่งขายชาเย็นจากถัง\n"
             "คนขับขอโทษทุกคนที่ขึ้นรถ\nฝนตก\nเราไปถึงท่าเรือก่อนเที่ยงเล็กน้อย\n"},
        Kept{"poem",
             "The heron stands in evening light,\nAnd counts the ripples one by one;\nHe does not "
             "know of wrong or right,\nNor mourn the setting of the sun.\nThe reeds are bowing to "
             "the breeze,\nThe frogs begin their ancient song,\nAnd shadows gather under "
             "trees\nThat "
             "waited for them all day long.\n"},
        Kept{"subtitles",
             "I told you not to\nopen the window tonight\nbecause the storm\nis coming up the "
             "river,\nand the old roof\nwill never hold it\nif the wind turns\nto the north before "
             "morning.\nGet the lamp, please,\nand wake the boys.\n"},
        Kept{
            "sentences_of_one_length",
            "The clerk reads the first letter aloud.\nThe baker brings two loaves each day.\nThe "
            "river rose again in the evening.\nThe teacher counted thirty-one heads.\nThe drummer "
            "missed the last bus home.\nThe window had been open all night.\nThe farmers asked for "
            "a longer road.\nThe little dog slept under the cart.\n"},
        Kept{"thai_sentences_of_one_length",
             "เสมียนอ่านจดหมายฉบับแรกให้ทุกคนฟัง\nคนทำขนมปังส่งขนมวันละสองแถวเสมอ\n"
             "ตอนเย็นน้ำในแม่น้ำขึ้นสูงอีกครั้ง\nครูนับนักเรียนได้สามสิบเอ็ดคนพอดี\n"
             "มือกลองตกรถเมล์เที่ยวสุดท้ายเมื่อคืน\nหน้าต่างบานนั้นเปิดทิ้งไว้ทั้งคืนเลย\n"
             "ชาวนาขอให้ทำถนนยาวกว่าเดิมอีกหน่อย\nหมาตัวน้อยนอนหลับอยู่ใต้เกวียนเก่า\n"},
        Kept{"numbered_template",
             "The clerk checks the papers of case 1\nThe clerk checks the papers of case 2\nThe "
             "clerk checks the papers of case 3\nThe clerk checks the papers of case 4\nThe clerk "
             "checks the papers of case 5\n"},
        Kept{"fields",
             "1,Somsri,Ban Rai Fah,042111222,shop\n2,Prasit,Nong Bua,042111333,mill\n3,Malee,Ban "
             "Don,042111444,school\n4,Wichai,Ban Rai Fah,042111555,temple\n"},
        Kept{"thai_poem",
             "ยามเย็นนกยางยืนริมฝั่ง      คอยฟังเสียงน้ำไหลในลำธาร\n"
             "ไม่รู้ผิดรู้ถูกมาช้านาน        เพียงเบิกบานกับแสงตะวันรอน\n"},
        Kept{"address",
             "Mrs. Somsri Rakdee\nRai Fah General Store\n12/3 Moo 4, Tambon Nong Bua\nAmphoe "
             "Mueang\nLoei 42000\nThailand\n"},
        Kept{"list",
             "- two sacks of rice\n- a coil of rope, forty metres long\n- nails\n- paint for the "
             "gate, green if they have it\n- a lamp\n"},
        Kept{"small_letters",
             "fresh ginger, sliced\nlime leaves\ncoconut milk from two coconuts\nfish sauce\nfive "
             "small chillies\nsugar\n"},
        Kept{"table", "name\tprice\tweight\nrice\t35\t1 kg\nsalt\t12\t500 g\nsugar\t28\t1 kg\n"},
        Kept{"code",
             "```\nfor (int i = 0; i < count; ++i) {\n  total += prices[i] * amounts[i];\n  if "
             "(total > limit) break;\n}\nreturn total;\n```\n"},
        Kept{"headings",
             "# The dam\n\n## How it was planned, and why it took so long to agree on it\n\n## The "
             "cost\n\n### Money\n"}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(WrappingTest, BlankLinesStay) {
  std::string text = wrapped(kEnglishProse, 60, Breaks::spaces);
  const std::size_t paragraph = text.find("Last spring");
  text.insert(paragraph, "\n");
  const std::string result = joined(text);
  EXPECT_THAT(result, HasSubstr("along the coast.\n\nLast spring"));
}

TEST(WrappingTest, AListInAWrappedTextStays) {
  const std::string text = wrapped(kEnglishProse, 60, Breaks::spaces) +
                           "\nThe villagers asked for:\n- two gates of steel\n- a path along the "
                           "top, wide enough for a cart\n- a bell\n";
  const std::string result = joined(text);
  EXPECT_THAT(result,
              HasSubstr("other villages.\n\nThe villagers asked for:\n- two gates of "
                        "steel\n- a path along the top, wide enough for a cart\n- a bell\n"));
  EXPECT_THAT(result, HasSubstr("Its forty families grow rice, chillies and a little tobacco"));
}

TEST(WrappingTest, QuoteMarksOfMailGoWhereLinesAreJoined) {
  std::string quoted;
  const std::string text = wrapped(kEnglishProse, 64, Breaks::spaces);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at) + 1;
    quoted += "> " + text.substr(at, end - at);
    at = end;
  }
  const std::string result = joined("Dear all,\n\nOn Monday the office wrote:\n\n" + quoted);
  EXPECT_THAT(result, HasSubstr("> The village of Ban Rai Fah lies between two low hills and a "
                                "river that floods nearly every second year."));
  EXPECT_EQ(std::ranges::count(result, '>'), 3) << "one at each paragraph";
}

TEST(WrappingTest, AHyphenThatBreaksAWordGoes) {
  const std::string text =
      "The ministry said on Monday that the new arrange-\nments for the well-known market would be "
      "an-\nnounced before the end of the month, and that\nthe arrangements of last year would "
      "hold "
      "until\nthen. A well-\nknown singer had asked for them in a letter.\n";
  const std::string result = joined(text, WrappedLines::yes);
  EXPECT_THAT(result, HasSubstr("the new arrangements for the well-known market"));
  EXPECT_THAT(result, HasSubstr("would be announced before"));
  EXPECT_THAT(result, Not(HasSubstr("wellknown")));
}

TEST(WrappingTest, LettersOfSeveralWidths) {
  std::string text(kEnglishProse);
  double at = 0.0;
  std::size_t space = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ') space = i;
    const std::string_view thin = "fijlt.,'";
    const std::string_view thick = "mwMW";
    at += thin.find(text[i]) < thin.size() ? 2.2 : (thick.find(text[i]) < thick.size() ? 8 : 5);
    if (at > 300.0) {
      text[space] = '\n';
      i = space;
    }
    if (text[i] == '\n') at = 0.0;
  }
  EXPECT_LE(differences(joined(text), kEnglishProse), 1) << joined(text);
}

TEST(WrappingTest, MarksAboveLettersMayTakeColumns) {
  std::string text;
  std::size_t line = 0;  // characters
  for (std::string_view rest = kThaiProse; !rest.empty();) {
    const std::size_t end = std::min(rest.find_first_of(" \n"), rest.size() - 1);
    const auto word =
        static_cast<std::size_t>(std::ranges::count_if(rest.substr(0, end), [](char c) {
          return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        }));
    if (line > 0 && line + word > 80) {
      text += '\n';
      line = 0;
    } else if (line > 0) {
      text += ' ';
    }
    text += rest.substr(0, end);
    line += word + 1;
    if (rest[end] == '\n') {
      text += '\n';
      line = 0;
    }
    rest.remove_prefix(end + 1);
  }
  EXPECT_NEAR(find_wrapping(text).columns, 80, 3);
  const std::string result = joined(text);
  EXPECT_EQ(without_spaces(result), without_spaces(std::string(kThaiProse)));
  EXPECT_LE(differences(result, kThaiProse), 2) << result;
}

TEST(WrappingTest, LinesThatWereWrappedTwice) {
  const std::string text = wrapped(wrapped(kEnglishProse, 78, Breaks::spaces), 66, Breaks::spaces);
  EXPECT_LE(differences(joined(text), kEnglishProse), 1) << joined(text);
}

/// `text` in pages of `lines` lines with heads and page numbers, as converters of PDF write it.
std::string paged(std::string_view text, int lines, std::string_view page_break) {
  std::string result;
  int line = 0;
  int page = 1;
  for (const char c : text) {
    result += c;
    if (c != '\n' || ++line % lines != 0) continue;
    result += "\n- " + std::to_string(page++) + " -\n";
    result += std::string(page_break) + "Annual report of the village fund\n\n";
  }
  return result;
}

TEST(WrappingTest, ParagraphsGoOnBehindPageBreaks) {
  const std::string text = wrapped(kEnglishProse, 60, Breaks::spaces);
  const std::string result = joined(paged(text, 5, "\f"));
  EXPECT_THAT(result, HasSubstr("in the dry months most of the young people leave to look"));
  EXPECT_THAT(result, HasSubstr("carried away three houses. Mrs. Somsri"));
  EXPECT_THAT(result, HasSubstr("towns along the coast.\n"));
}

TEST(WrappingTest, PagesWithoutFormFeeds) {
  std::mt19937 random(1);
  const auto one_of = [&](auto... words) {
    const std::array<std::string, sizeof...(words)> all = {words...};
    return all[random() % all.size()];
  };
  std::string text;
  for (int i = 0; i < 60; ++i) {
    text += one_of("The clerk", "An old farmer", "Mrs. Somsri", "The teacher") + " of " +
            one_of("Ban Rai Fah", "Nong Bua", "the next village") + " counted " +
            one_of("the sacks", "two carts", "forty chickens", "the lamps") + " and wrote " +
            one_of("it down", "the number into a book", "a long letter") + " before " +
            one_of("noon", "the rain began", "the bus came back") + ".";
    text += i % 20 == 19 ? "\n" : " ";
  }
  const std::string pages = paged(wrapped(text, 60, Breaks::spaces), 15, "");
  ASSERT_THAT(pages, HasSubstr("- 4 -"));
  const std::string result = joined(pages);
  EXPECT_LE(std::ranges::count(result, '-'), 2) << result;
  EXPECT_EQ(without_spaces(result).size(), without_spaces(text).size()) << result;
}

TEST(WrappingTest, HeadsAndFeetStayWhereAParagraphEnds) {
  std::string text = wrapped(kEnglishProse, 60, Breaks::spaces);
  text.insert(text.find("Last spring"), "\n7\n\fThe village fund\n\n");
  const std::string result = joined(text);
  EXPECT_THAT(result, HasSubstr("the coast.\n\n7\n\fThe village fund\n\nLast spring"));
}

TEST(WrappingTest, NobodyEndsALineInsideASyllable) {
  EXPECT_EQ(joined("รายการของที่ต้องซื้อ\nข้าวสาร\nน้ำป\nลาหนึ่งขวด\n"),
            "รายการของที่ต้องซื้อ\nข้าวสาร\nน้ำป\nลาหนึ่งขวด\n");
  EXPECT_EQ(joined("รายการของที่ต้องซื้อ\nข้าวสาร\nน้ำปล\nาหนึ่งขวด\n"),
            "รายการของที่ต้องซื้อ\nข้าวสาร\nน้ำปลาหนึ่งขวด\n");
  EXPECT_EQ(joined("ข้าวสาร\nน้ำมันเ\nครื่องหนึ่งขวด\n"), "ข้าวสาร\nน้ำมันเครื่องหนึ่งขวด\n");
}

TEST(WrappingTest, OneLineEndInsideASyllableOfManyIsASlip) {
  std::string text = "น้ำปล\nาหนึ่งขวด\n";
  for (std::size_t i = 0; i < 25; ++i) text += "ข้าวสารถุงที่" + std::string(i % 5, 'x') + "หนึ่ง\n";
  EXPECT_THAT(joined(text), HasSubstr("น้ำปล\nาหนึ่งขวด\n"));
}

TEST(WrappingTest, SaraAmOfTwoCharactersIsAsThatOfOne) {
  std::string decomposed = wrapped(kThaiProse, 60, Breaks::letters);
  for (std::size_t at = 0; (at = decomposed.find("\u0E33", at)) != std::string::npos;)
    decomposed.replace(at, 3, "\u0E4D\u0E32");
  std::string result = joined(decomposed);
  for (std::size_t at = 0; (at = result.find("\u0E4D\u0E32", at)) != std::string::npos;)
    result.replace(at, 6, "\u0E33");
  EXPECT_EQ(result, joined(wrapped(kThaiProse, 60, Breaks::letters)));
  // A line that begins with either goes on.
  EXPECT_EQ(joined("คนทั้งหมดน\n\u0E33ขวดมา\n"), "คนทั้งหมดน\u0E33ขวดมา\n");
  EXPECT_EQ(joined("คนทั้งหมดน\n\u0E4D\u0E32ขวดมา\n"), "คนทั้งหมดน\u0E4D\u0E32ขวดมา\n");
}

TEST(WrappingTest, HintsDecideAboutShortTexts) {
  const std::string text =
      "สะพานใหม่ของหมู่บ้านไร่ฟ้างามเปิดใช้เมื่อวันจันทร์ที่ผ่านมา หลังจากช่างสามคนทำงานอยู่นานถึง\n"
      "สิบเอ็ดสัปดาห์ ไม่มีใครได้รับบาดเจ็บ\n";
  const Wrapping alone = find_wrapping(text);
  EXPECT_THAT(alone.joins, IsEmpty());
  ASSERT_GT(alone.lacking, 0.0F);
  ASSERT_LT(alone.lacking, 10.0F);
  const Wrapping surely = find_wrapping(text, WrappedLines::recognise,
                                        {.log_odds = alone.lacking + 0.1F, .line_ends = {}});
  EXPECT_EQ(surely.joins.size(), 1U);
  EXPECT_EQ(surely.lacking, 0.0F);
  const auto end = static_cast<std::uint32_t>(text.find('\n'));
  const auto with_hint = [&](float log_ratio) {
    return find_wrapping(text, WrappedLines::recognise,
                         {.log_odds = 0.0F, .line_ends = {{end, log_ratio}}});
  };
  EXPECT_LT(with_hint(2.0F).lacking, alone.lacking);
  EXPECT_GT(with_hint(-2.0F).lacking, alone.lacking);
  EXPECT_EQ(with_hint(alone.lacking + 5.0F).joins.size(), 1U);
}

TEST(WrappingTest, NothingIsJoinedIfNotAskedFor) {
  EXPECT_THAT(find_wrapping(wrapped(kEnglishProse, 60, Breaks::spaces), WrappedLines::no).joins,
              IsEmpty());
}

TEST(WrappingTest, WordsOfUnitsLeadBackToTheWrappedText) {
  const std::string text = wrapped(kThaiProse, 60, Breaks::letters);
  const Document document = unwrapped(Document::from_bytes(text), find_wrapping(text));
  ASSERT_FALSE(document.joints().empty());
  EXPECT_EQ(document.original_text(), text);
  const std::string_view whole = document.text();
  for (std::uint32_t at = 0; at < whole.size(); ++at) {
    if (whole[at] == ' ' || whole[at] == '\n') continue;
    const ByteRange byte = document.original({at, at + 1});
    ASSERT_EQ(byte.size(), 1U);
    ASSERT_EQ(text[byte.begin], whole[at]);
    ASSERT_EQ(document.from_original(byte.begin), at);
  }
}

}  // namespace
}  // namespace thalign
