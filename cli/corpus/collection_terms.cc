// SPDX-License-Identifier: Apache-2.0
#include "cli/corpus/collection_terms.h"

#include <fmt/format.h>

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
  bool is_of_other_language = false;  ///< that is the error
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
    result.is_of_other_language = error.code() == ErrorCode::language;
  }
  item.line = {};
  result.item = std::move(item);
  return result;
}

/// Prints what is wrong with documents. Those of another language wait for one of the right one: if
/// none comes, it is the wrong collection, and that is said once.
class DocumentErrors {
 public:
  void add(const ReadItem& read, Progress& progress) {
    if (read.is_of_other_language && !found_) {
      waiting_.push_back(read.error);
      return;
    }
    progress.clear();
    print_message(read.error);
  }
  void found(Progress& progress) {
    if (std::exchange(found_, true)) return;
    if (!waiting_.empty()) progress.clear();
    for (const std::string& error : std::exchange(waiting_, {})) print_message(error);
  }
  /// Throws `Error` (language): all documents that could be read are of another one.
  void finish(const Collection& collection) const {
    if (waiting_.empty()) return;
    throw Error(ErrorCode::language, collection.path(),
                fmt::format("none of the documents is {}; give the Thai documents first and the "
                            "English ones after them",
                            language_name(collection.language())));
  }

 private:
  bool found_ = false;
  std::vector<std::string> waiting_;
};

}  // namespace

CollectionTerms read_terms(Collection& collection, const TermReading& reading) {
  CollectionTerms result;
  Progress progress("documents", collection.size(), reading.show);
  DocumentErrors errors;
  std::size_t done = 0;
  OrderedWork<CollectionItem, ReadItem>(
      reading.threads, [&] { return collection.next(); },
      [&](CollectionItem item) { return read_item(std::move(item), collection, reading); },
      [&](ReadItem read) {
        progress.update(++done);
        if (!read.error.empty()) {
          errors.add(read, progress);
          ++result.failed;
          return;
        }
        errors.found(progress);
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
  progress.clear();
  errors.finish(collection);
  return result;
}

}  // namespace thalign::cli
