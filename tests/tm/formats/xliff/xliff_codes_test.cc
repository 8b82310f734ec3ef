// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/xliff/xliff_codes.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace thalign {
namespace {

/// Name, value, ..., and the null behind them.
using Attributes = std::vector<const char*>;

/// A side of a unit as its content comes.
class Side {
 public:
  explicit Side(XliffCodeNumbers& numbers, XliffText::Data data = {}) : data_(std::move(data)) {
    text_.start(variant_, data_, numbers);
  }
  Side& begin(std::string_view name, Attributes attributes = {}) {
    attributes.push_back(nullptr);
    text_.begin(name, attributes.data());
    return *this;
  }
  Side& end() {
    text_.end();
    return *this;
  }
  Side& text(std::string_view piece) {
    text_.text(piece);
    return *this;
  }
  std::size_t depth() const { return text_.depth(); }
  const Variant& finish() {
    text_.finish();
    return variant_;
  }

 private:
  XliffText::Data data_;
  XliffText text_;
  Variant variant_;
};

TEST(XliffCodesTest, BothSidesHaveOneNumberForOneId) {
  XliffCodeNumbers numbers;
  EXPECT_EQ(numbers.number("b"), "1");
  EXPECT_EQ(numbers.number("a"), "2");
  EXPECT_EQ(numbers.number("b"), "1");
  numbers.clear();
  EXPECT_EQ(numbers.number("a"), "1");
}

TEST(XliffCodesTest, ACodeOf12HasItsNativeTextInside) {
  XliffCodeNumbers numbers;
  Side side(numbers);
  side.begin("bpt", {"id", "7"})
      .text("<b>")
      .end()
      .text("ฝน")
      .begin("ept", {"id", "7"})
      .text("</b>");
  EXPECT_EQ(side.depth(), 1U);
  side.end();
  const Variant& variant = side.finish();
  EXPECT_EQ(variant.text, "ฝน");
  EXPECT_EQ(variant.markup, "<bpt i=\"1\" x=\"1\">&lt;b&gt;</bpt>ฝน<ept i=\"1\">&lt;/b&gt;</ept>");
}

TEST(XliffCodesTest, ACodeOf2HasItInTheDataOfTheUnit) {
  XliffCodeNumbers numbers;
  Side side(numbers, {{"d1", "[b]"}, {"d2", "[/b]"}, {"d3", "[br]"}});
  side.begin("pc", {"id", "1", "dataRefStart", "d1", "dataRefEnd", "d2"})
      .text("a")
      .end()
      .begin("ph", {"id", "2", "dataRef", "d3"})
      .end()
      .begin("ph", {"id", "3", "dataRef", "none"})
      .end();
  EXPECT_EQ(side.finish().markup,
            "<bpt i=\"1\" x=\"1\">[b]</bpt>a<ept i=\"1\">[/b]</ept><ph x=\"2\">[br]</ph>"
            "<ph x=\"3\"></ph>");
}

TEST(XliffCodesTest, AnIsolatedCodeHasAPosition) {
  XliffCodeNumbers numbers;
  Side side(numbers);
  side.begin("sc", {"id", "1", "isolated", "yes"}).end().text("a");
  side.begin("ec", {"id", "2", "isolated", "yes"}).end();
  EXPECT_EQ(side.finish().markup, "<it pos=\"begin\" x=\"1\"></it>a<it pos=\"end\" x=\"2\"></it>");
}

TEST(XliffCodesTest, AnEndIsPairedByTheIdOfItsBeginning) {
  XliffCodeNumbers numbers;
  Side side(numbers);
  side.begin("sc", {"id", "9"}).end().text("a").begin("ec", {"startRef", "9"}).end();
  EXPECT_EQ(side.finish().markup, "<bpt i=\"1\" x=\"1\"></bpt>a<ept i=\"1\"></ept>");
}

TEST(XliffCodesTest, MarksLoseTheirTagsAndNamedCharactersAreText) {
  XliffCodeNumbers numbers;
  Side side(numbers);
  side.begin("mrk", {"mtype", "term"}).text("ฝน").end().begin("cp", {"hex", "000B"}).end();
  side.begin("cp", {"hex", "0001"}).end().text("ตก");
  const Variant& variant = side.finish();
  EXPECT_EQ(variant.text, "ฝน\nตก");
  EXPECT_EQ(variant.markup, "") << "no code is left";
}

TEST(XliffCodesTest, AnAttributeThatIsMissingIsEmpty) {
  Attributes attributes = {"a", "1", "b", "a", nullptr};
  EXPECT_EQ(xliff_attribute(attributes.data(), "b"), "a");
  EXPECT_EQ(xliff_attribute(attributes.data(), "1"), "") << "values are no names";
}

}  // namespace
}  // namespace thalign
