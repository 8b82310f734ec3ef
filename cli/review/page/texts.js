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

/** Positions from their distances. */
function positionsOf(steps) {
  let at = 0;
  return steps.map((step) => at += step);
}

/** Milliseconds as hours to milliseconds. */
function clock(time) {
  const part = (unit, size, digits = 2) =>
    String(Math.floor(time / unit) % size).padStart(digits, '0');
  return `${part(3600000, Infinity)}:${part(60000, 60)}:${part(1000, 60)}.${part(1, 1000, 3)}`;
}

class SideText {
  /** `data`: document, language, text, words and units (lengths from one beginning to the next;
   * units null: not known), ends (where sentences of a text that marks them end), lines (whether units are lines), joints (position and code points that
   * the original is ahead from there on), times (begin, end, and their milliseconds), apart
   * (whether lines are texts of different places). */
  constructor(data) {
    this.document = data.document;
    this.language = data.language;
    this.text = data.text;
    this.words = positionsOf(data.words);
    this.units = data.units && positionsOf(data.units);
    this.ends = positionsOf(data.ends ?? []);
    this.lineEnds = data.lines ?
        [...data.text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index) : null;
    this.times = data.times;
    this.apart = data.apart;
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

  /** The number of the line of position `at`; null where lines are not counted. */
  line(at) { return this.lineEnds && lastAtMost(this.lineEnds, at - 1) + 1; }

  /** Whether a sentence that is known to end does so inside `span`. */
  hasInnerEnd(span) {
    return span !== null && (this.ends[lastAtMost(this.ends, span[1] - 1)] ?? 0) > span[0];
  }

  /** When `span` is heard or shown; null if nothing is known of that. */
  time(span) {
    if (this.times.length === 0 || !span) return null;
    return span.map((at) => clock(this.timeAt(at))).join(' --> ');
  }

  /** As `time_at` of the library: between the times of the range around `at`, by bytes. */
  timeAt(at) {
    const index = lastAtMost(this.times.map((range) => range[0]), at);
    const [begin, end, first, last] = this.times[Math.max(0, index)];
    if (at <= begin) return first;
    if (at >= end) return last;
    const bytes = (to) => new TextEncoder().encode(this.text.slice(begin, to)).length;
    return first + Math.floor(bytes(at) / bytes(end) * (last - first));
  }

  areApart(first, second) {
    return this.apart && this.text.slice(first[1], second[0]).includes('\n');
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
