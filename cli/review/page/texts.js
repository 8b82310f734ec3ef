// The two texts of the page: words, and offsets as outputs have them. Positions are those of
// JavaScript strings (UTF-16); outputs count code points of the text as it came.

const SPACE = /[\s\u0085\u200b\ufeff\u001c-\u001f]/;

/** The last entry of ascending `numbers` that is at most `value`; -1 if there is none. */
function lastAtMost(numbers, value) {
  let low = 0, high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] <= value) low = middle + 1; else high = middle;
  }
  return low - 1;
}

class SideText {
  /** `data`: document, language, text, words (lengths from one beginning to the next), joints
   * (position and code points that the original is ahead from there on). */
  constructor(data) {
    this.document = data.document;
    this.language = data.language;
    this.text = data.text;
    this.words = [];
    let at = 0;
    for (const step of data.words) this.words.push(at += step);
    this.jointPlaces = data.joints.map((joint) => joint[0]);
    this.jointAhead = data.joints.map((joint) => joint[1]);
    this.pairs = [];  // positions of the second halves of surrogate pairs
    for (const match of this.text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) {
      this.pairs.push(match.index + 1);
    }
  }

  /** Code points of the text as it came before position `at`, where a character begins. */
  offset(at) {
    const joint = lastAtMost(this.jointPlaces, at);
    return at - (lastAtMost(this.pairs, at - 1) + 1) + (joint < 0 ? 0 : this.jointAhead[joint]);
  }

  /** `span` as offsets of outputs; the end exclusive. */
  offsets(span) {
    const last = span[1] - (this.pairs[lastAtMost(this.pairs, span[1] - 1)] === span[1] - 1 ? 2 : 1);
    return [this.offset(span[0]), this.offset(last) + 1];
  }

  of(span) { return span ? this.text.slice(span[0], span[1]) : ''; }

  /** `span` without white space at its edges; null if nothing is left. */
  trimmed(begin, end) {
    while (begin < end && SPACE.test(this.text[begin])) ++begin;
    while (begin < end && SPACE.test(this.text[end - 1])) --end;
    return begin < end ? [begin, end] : null;
  }

  /** Beginnings of words inside `span`, its own not counted. */
  cuts(span) {
    if (!span) return [];
    return this.words.slice(lastAtMost(this.words, span[0]) + 1, lastAtMost(this.words, span[1] - 1) + 1);
  }

  /** Where `span` is best cut in two: at the space that is nearest to its middle, else a word. */
  middle(span) {
    const cuts = this.cuts(span);
    const spaced = cuts.filter((cut) => SPACE.test(this.text[cut - 1]));
    const best = spaced.length > 0 ? spaced : cuts;
    const middle = (span[0] + span[1]) / 2;
    return best.reduce((a, b) => Math.abs(b - middle) < Math.abs(a - middle) ? b : a, best[0]);
  }
}
