// SPDX-License-Identifier: Apache-2.0
#include "cli/corpus/collection_terms.h"

#include <optional>
#include <ostream>
#include <utility>

#include "text/error.h"
#include "text/ordered_work.h"

namespace thalign::cli {
namespace {

/// A document that was read, or why it could not be.
struct ReadItem {
  CollectionItem item;
  std::string name;
  DocumentTerms terms;
  bool known = false;
  std::string error;
};

ReadItem read_item(CollectionItem item, const Collection& collection, const TermReading& reading) {
  ReadItem result;
  try {
    result.name = collection.name(item);
    if (const DocumentTerms* const saved = reading.saved.find(item.key, item.stamp)) {
      result.terms = *saved;
      result.known = true;
    } else {
      result.terms = document_terms(collection.read(item), reading.lexicon);
    }
  } catch (const Error& error) {
    result.error = error.what();
  }
  item.line = {};
  result.item = std::move(item);
  return result;
}

}  // namespace

CollectionTerms read_terms(Collection& collection, const TermReading& reading) {
  CollectionTerms result;
  Progress progress("documents", collection.size(), reading.show);
  std::size_t done = 0;
  OrderedWork<CollectionItem, ReadItem>(
      reading.threads, [&] { return collection.next(); },
      [&](CollectionItem item) { return read_item(std::move(item), collection, reading); },
      [&](ReadItem read) {
        progress.update(++done);
        if (!read.error.empty()) {
          progress.clear();
          print_message(read.error);
          ++result.failed;
          return;
        }
        if (reading.save != nullptr)
          *reading.save << SavedTerms::record(read.item.key, read.item.stamp, read.terms);
        result.known += read.known ? 1 : 0;
        result.names.push_back(std::move(read.name));
        if (collection.is_lines()) {
          result.places.push_back(std::move(read.item.place));
          result.offsets.push_back(read.item.offset);
        }
        result.terms.add(read.terms.terms);
      })
      .run();
  return result;
}

}  // namespace thalign::cli
