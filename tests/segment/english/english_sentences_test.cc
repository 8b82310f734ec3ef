// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tests/segment/boundaries.h"

namespace thalign {
namespace {

/// A text with `|` where each sentence but the first begins, and what it is an example of.
struct Case {
  std::string_view category;
  std::string_view text;
};

constexpr std::array kCases = {
    Case{"full stops", "The ferry was late. |Nobody minded. |We drank tea."},
    Case{"question marks", "Is the bridge open? |I could not see it."},
    Case{"exclamation marks", "Mind the step! |The floor is wet."},
    Case{"company with an exclamation mark", "Shares of Zing! Inc. rose on Monday."},
    Case{"title after an exclamation mark", "Hurry up! |Mr. Lane has the keys."},
    Case{"speech verb in the next line", "A sign said \"Is it late?\" |Ann\nasked the clerk."},
    Case{"four dots", "The ferry was late .... |Nobody minded."},
    Case{"no mark", "The ferry was late"},
    Case{"two spaces", "The ferry was late.  |Nobody minded."},
    Case{"one large initial", "The plans were drawn by Lena R. Hofmann in 1931."},
    Case{"two initials", "The author, P. J. Tanner, lives by the sea."},
    Case{"initials of all names", "Poems by T. S. E. Ward were read aloud."},
    Case{"small abbreviation of a page", "The map stands on p. 17 of the guide."},
    Case{"pages", "Compare pp. 30-41 with the appendix."},
    Case{"small company", "Was Nora and co. invited to the opening?"},
    Case{"small company at the end", "Ask Nora and co. |They keep the keys."},
    Case{"company inside", "The house was sold by Pratt & Co. before the war."},
    Case{"company at the end", "The house was sold by Pratt & Co. |It stood empty for years."},
    Case{"corporation", "Shares of Delta Freight Inc. rose on Monday."},
    Case{"corporation at the end",
         "She sold her shares of Delta Freight Inc. |The price fell later."},
    Case{"mountains", "From the terrace one sees Mt. Kinley."},
    Case{"saints and streets", "St. Mary's Church is on 12th st. near the mill."},
    Case{"possessive of an abbreviation", "That is Adam Reed Jr.'s bicycle."},
    Case{"junior inside", "Adam Reed Jr. teaches in Leeds."},
    Case{"country inside", "They toured the U.S.A. by bus."},
    Case{"country at the end", "They moved to the U.S. |Where do you live?"},
    Case{"union at the end", "Norway is not in the E.U. |What about Iceland?"},
    Case{"country as an attribute", "He worked for the U.S. Treasury in the nineties."},
    Case{"country before small letters", "She lived in the U.K. for a decade."},
    Case{"titles", "Dr. Okoye met Mrs. Lund and Prof. Adeyemi."},
    Case{"ranks", "Gen. Sato thanked Lt. Col. Baker and Sgt. Diaz."},
    Case{"plural titles", "Sens. Ruth Okafor and Paul Lind voted against it."},
    Case{"police titles", "Det. Maria Solis took the report."},
    Case{"excellencies", "The fair was opened by H.E. Mr. Anan Suksai."},
    Case{"time inside", "Around 7 a.m. Mr. Lund opened the shop."},
    Case{"time at the end", "Mr. Lund had closed the shop by 7 p.m. |Mrs. Lund went home."},
    Case{"time and zone", "The match starts at 8 p.m. ET on Friday."},
    Case{"time before a pronoun", "The bus leaves at 6 a.m. |It is never full."},
    Case{"degrees", "Ana Ruiz, Ph.D., and Omar Haddad, M.D., spoke first."},
    Case{"months", "The lease ends on Oct. 31 and may be renewed."},
    Case{"month at the end", "The lease ends in Oct. |After that we move."},
    Case{"numbers", "Rooms No. 5 and No. 8 are closed; see Fig. 3 and Vol. II."},
    Case{"no as an answer", "Was it locked? |No. |It stood open."},
    Case{"Latin abbreviations", "Bring fruit, e.g. Apples or pears, i.e. Things that keep."},
    Case{"law cases", "The court cited Stone v. Harbour Trust twice."},
    Case{"and so on", "We bought nails, screws, etc. |The shop then closed."},
    Case{"and so on inside", "Nails, screws, etc. were cheap."},
    Case{"Buddhist Era", "The temple was built in B.E. 2431 and restored later."},
    Case{"amounts", "The ticket costs $12.50 in the week."},
    Case{"amount at the end", "The ticket costs $12.50. |It is valid all day."},
    Case{"year at the end", "The mill burnt down in 1908. |It was rebuilt."},
    Case{"number that opens a sentence", "It was a long day. |12 guests came and 9 stayed."},
    Case{"versions", "Version 4.0.2 mends what 4.0.1 broke. |Update soon."},
    Case{"coordinates", "The cairn is at N\u00B0. 52.117.3. |Bring a map."},
    Case{"brackets inside", "He sings (He was a choirboy once.) at every party."},
    Case{"sentence in brackets", "The path is steep. |(See the map on page 4.) |Wear boots."},
    Case{"e-mail", "Write to Ida.Moe@example.org. |She answers fast."},
    Case{"web address",
         "The form is at: https://forms.example.org/new.form/a.html. |Please send it."},
    Case{"host name", "It is on www.example.org. |Nobody reads it."},
    Case{"single quotes inside", "He smiled at her, 'It is done.' he said."},
    Case{"double quotes inside", "He smiled at her, \"It is done.\" he said."},
    Case{"quotes at the end", "He smiled at her, \"It is done.\" |She gave him the keys."},
    Case{"typographic quotes", "“We are full.” |The porter shut the door."},
    Case{"question in a quote", "“Where is the key?” she asked."},
    Case{"question and a name", "\"Where is the key?\" Ida asked."},
    Case{"quote and bracket", "(He said “Stop.”) |Then it was still."},
    Case{"doubled exclamation marks", "Goal!! |What a match."},
    Case{"doubled question marks", "Really?? |Who told you?"},
    Case{"question and exclamation", "You did what?! |Are you well?"},
    Case{"exclamation and question", "You did what!? |Are you well?"},
    Case{"name with an exclamation mark", "He sells pies at Wham! in the old town."},
    Case{"list with a bracket", "1) Fill the kettle |2) Warm the pot |3) Wait"},
    Case{"list with stop and bracket", "1.) Fill the kettle. |2.) Warm the pot."},
    Case{"list with full stops", "1. Fill the kettle. |2. Warm the pot."},
    Case{"list of lines", "1. Fill the kettle\n|2. Warm the pot\n|3. Wait"},
    Case{"list with letters", "a. Fill the kettle\n|b. Warm the pot\n|c. Wait"},
    Case{"Roman numerals", "IV. Opening hours\n\n|V. Prices"},
    Case{"bullets", "• Fill the kettle |• Warm the pot"},
    Case{"bullets and numbers", "• 9. Fill the kettle |• 10. Warm the pot"},
    Case{"bullets of lines", "- tents\n|- ropes\n|- lamps"},
    Case{"wrapped line", "The ferry was late because\nthe tide was out."},
    Case{"wrapped line with a space", "The night was \ncold and still."},
    Case{"wrapped at a name",
         "The committee has asked the owner of the mill, who lives in the old town of\n"
         "Bergen, to repair the roof before winter comes, and has offered to pay for a\n"
         "third of the cost."},
    Case{"wrapped after a title",
         "The letter that was found in the attic last week is said to be by Dr.\n"
         "Lund, who lived here until the beginning of the war and then moved on."},
    Case{"list of small words", "tents\n|ropes and lamps\n|stoves, pans\n"},
    Case{"headings",
         "Opening hours\n|The museum is open every day.\n\n|Prices\n|Children pay half."},
    Case{"I at the end", "We get along, you and I. |Did you meet Carl I. Berg?"},
    Case{"ellipsis inside", "I thought ... well, it may be."},
    Case{"spaced ellipsis inside", "I thought . . . well, it may . . . be so."},
    Case{"ellipsis of four dots", "I had not meant it.... |He left the room."},
    Case{"spaced ellipsis of four dots", "It goes on like this . . . . |Next comes the chorus."},
    Case{"ellipsis in brackets", "“The tower [...] leans to the west [...]” (Reed 55)."},
    Case{"ellipsis at a quote's end", "It says the stairs “will be mended some day. . . .”"},
    Case{"no white space", "Who is there?|It is me!|We are late."},
    Case{"no white space after a number", "He paid 1,250.|That is a lot."},
    Case{"semicolons and colons", "Three came: Ida, Omar and Lena; the rest stayed away."},
    Case{"careless small letters", "we loved this place. |the soup was hot. |i will be back"},
    Case{"all large", "WORST HOTEL EVER. |DO NOT STAY HERE! |THE STAFF IS RUDE."},
    Case{"emoticons", "Lovely soup :) |We will be back."},
    Case{"emoticon after a mark", "Lovely soup. :) |We will be back."},
    Case{"emoji", "Lovely soup! \U0001F600 |We will be back."},
    Case{"signature", "See you on Monday.\n\n|Thanks,\n|Ida Moe\n|Harbour Office"},
    Case{"mail header", "From: Ida Moe\n|To: Omar Haddad\n|Subject: Keys"},
};

std::vector<std::string> wanted(std::string_view text) {
  std::vector<std::string> sentences = {""};
  for (const char c : text) {
    if (c == '|') {
      while (sentences.back().ends_with(' ') || sentences.back().ends_with('\n'))
        sentences.back().pop_back();
      sentences.emplace_back();
    } else {
      sentences.back() += c;
    }
  }
  while (sentences.back().ends_with('\n')) sentences.back().pop_back();
  return sentences;
}

TEST(EnglishSentencesTest, Cases) {
  static_assert(kCases.size() >= 60);
  for (const Case& example : kCases) {
    std::string text(example.text);
    std::erase(text, '|');
    EXPECT_EQ(test::sentences_of(test::segmented(Language::english, text)), wanted(example.text))
        << example.category;
  }
}

}  // namespace
}  // namespace thalign
