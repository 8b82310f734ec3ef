// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "segment/wrapping/text_lines.h"

namespace thalign {

/// Own prose of the tests: a paragraph a line.
inline constexpr std::string_view kEnglishProse =
    "The village of Ban Rai Fah lies between two low hills and a river that floods nearly every "
    "second year. Its forty families grow rice, chillies and a little tobacco, and in the dry "
    "months "
    "most of the young people leave to look for work in the towns along the coast.\n"
    "Last spring the district office offered to build a small dam above the village. Some of the "
    "older farmers were against it, because they remembered how an earlier dam had burst in a "
    "single "
    "night and carried away three houses. Mrs. Somsri, who keeps the only shop, wanted to see the "
    "drawings first. \"Water has no ears,\" she said, \"so we had better use ours.\"\n"
    "In the end the village agreed to a smaller dam with two gates, which cost 1.2 million baht "
    "and "
    "took eleven weeks to build. The first rains came early this year, and the gates held. Nobody "
    "has had to move a single sack of rice since then, and the office now shows the drawings to "
    "other villages.\n";

inline constexpr std::string_view kThaiProse =
    "หมู่บ้านไร่ฟ้าตั้งอยู่ระหว่างเนินเขาเตี้ย ๆ สองลูกกับแม่น้ำสายหนึ่งซึ่งท่วมเกือบทุกสองปี ชาวบ้านสี่สิบครอบครัวปลูกข้าว พริก "
    "และยาสูบเล็กน้อย "
    "ส่วนในหน้าแล้งคนหนุ่มสาวส่วนใหญ่จะออกไปหางานทำตามเมืองชายทะเล "
    "เหลือแต่คนแก่กับเด็กที่ยังเฝ้าบ้านและเลี้ยงไก่อยู่ใต้ถุน\n"
    "เมื่อฤดูใบไม้ผลิที่แล้วที่ว่าการอำเภอเสนอจะสร้างเขื่อนเล็ก ๆ เหนือหมู่บ้าน ชาวนาสูงอายุบางคนคัดค้าน "
    "เพราะยังจำได้ว่าเขื่อนเก่าเคยแตกในคืนเดียวและพัดบ้านไปสามหลัง "
    "นางสมศรีซึ่งเป็นเจ้าของร้านค้าเพียงแห่งเดียวขอดูแบบแปลนก่อน เธอบอกว่าน้ำไม่มีหู พวกเราจึงควรใช้หูของตัวเองให้ดี "
    "และควรถามช่างให้ละเอียดก่อนจะตกลงใจ\n"
    "ในที่สุดหมู่บ้านก็ตกลงให้สร้างเขื่อนขนาดเล็กลงที่มีประตูน้ำสองบาน ใช้งบประมาณ 1.2 "
    "ล้านบาทและใช้เวลาก่อสร้างสิบเอ็ดสัปดาห์ ปีนี้ฝนมาเร็วกว่าปกติแต่ประตูน้ำก็ยังแข็งแรงดี "
    "ตั้งแต่นั้นมาไม่มีใครต้องย้ายกระสอบข้าวเลยแม้แต่กระสอบเดียว และตอนนี้ทางอำเภอก็นำแบบแปลนนี้ไปให้หมู่บ้านอื่นดูด้วย\n";

/// Where the wrapper of the tests breaks lines: at spaces only, or else between any two Thai
/// letters that may be parted.
enum class Breaks : std::uint8_t { spaces, letters };

/// `text` with its lines wrapped at `width` columns, as a program that wraps greedily does.
inline std::string wrapped(std::string_view text, std::uint32_t width, Breaks breaks) {
  std::string result;
  std::size_t line = 0;  // where the line begins in `result`
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    const std::string_view character = text.substr(at, end - at);
    at = end;
    if (character == "\n") {
      result += '\n';
      line = result.size();
      continue;
    }
    const std::string_view current = std::string_view(result).substr(line);
    if (columns(current) + columns(character) > width && columns(character) > 0) {
      if (character == " ") {
        result += '\n';
        line = result.size();
        continue;
      }
      const std::size_t space = current.rfind(' ');
      const bool near =
          space != std::string_view::npos &&
          (breaks == Breaks::spaces || columns(current.substr(space)) < std::max(8U, width / 5));
      constexpr std::string_view kNeverFirst = "ะาำๆฯ)\"";
      constexpr std::string_view kNeverLast = "เแโใไ(";
      const std::string_view last = current.size() > 2 ? current.substr(current.size() - 3) : "";
      if (near) {
        result[line + space] = '\n';
        line += space + 1;
      } else if (breaks == Breaks::letters && !current.empty() &&
                 kNeverFirst.find(character) == std::string_view::npos &&
                 (last.empty() || kNeverLast.find(last) == std::string_view::npos)) {
        result += '\n';
        line = result.size();
      }
    }
    result += character;
  }
  return result;
}

}  // namespace thalign
