// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace thalign {

/// A part of a Word document: the element `w:ELEMENT` with `content`.
inline std::string word_part(const std::string& element, const std::string& content) {
  return "<?xml version='1.0'?><w:" + element +
         " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
         "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>" +
         content + "</w:" + element + ">";
}

/// A part of an OpenDocument file: the element `office:NAME` with `content`.
inline std::string odf_part(const std::string& name, const std::string& content) {
  return "<office:" + name +
         " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
         "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
         "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
         "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "
         "xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0' "
         "xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'>" +
         content + "</office:" + name + ">";
}

}  // namespace thalign
