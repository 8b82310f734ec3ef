// The beads and what may be done to them. A bead is never changed: an edit replaces a run of beads
// by others, so that undoing it is putting the old ones back.

const DOUBTFUL = 0.5, SURE = 0.9;

let nextId = 0;

/** A bead. `spans`: of source and target, null where there is none; `texts`: edited texts, null
 * where that of the document holds; `doubt`: the confidence of the aligner that it stems from. */
function makeBead(fields) {
  return {spans: [null, null], texts: [null, null], score: null, confidence: '1.0000', mark: null,
          right: false, moved: false, deleted: false, doubt: 1, ...fields, id: nextId++};
}

/** What a person did to a bead, as outputs name it; null: nothing. */
function stateOf(bead) {
  if (bead.deleted) return 'deleted';
  if (bead.texts[0] !== null || bead.texts[1] !== null) return 'edited';
  if (bead.moved) return 'corrected';
  return bead.right ? 'right' : null;
}

const isNull = (bead) => !bead.spans[0] || !bead.spans[1];
const isDoubtful = (bead) => bead.doubt < DOUBTFUL && stateOf(bead) === null;

class Beads {
  /** `needTexts`: a bead must have text on both sides, as units of a memory have. */
  constructor(sides, list, needTexts) {
    this.sides = sides;
    this.list = list;
    this.needTexts = needTexts;
    this.done = [];
    this.undone = [];
    this.onChange = () => {};
  }

  text(bead, side) { return bead.texts[side] ?? this.sides[side].of(bead.spans[side]); }
  indexOf(id) { return this.list.findIndex((bead) => bead.id === id); }

  /** Puts `added` in the place of `count` beads from `at` on. */
  replace(at, count, added) {
    this.done.push({at, removed: this.put(at, count, added), added});
    this.undone = [];
    this.onChange();
  }

  /** Returns the beads that `added` replace. */
  put(at, count, added) {
    const removed = this.list.slice(at, at + count);
    this.list = [...this.list.slice(0, at), ...added, ...this.list.slice(at + count)];
    return removed;
  }

  undo() { return this.takeBack(this.done, this.undone, 'added', 'removed'); }
  redo() { return this.takeBack(this.undone, this.done, 'removed', 'added'); }

  /** Puts the beads `after` of the last edit of `from` in the place of those `before`. Returns the
   * first of them; null if there is no edit. */
  takeBack(from, to, before, after) {
    const edit = from.pop();
    if (!edit) return null;
    this.put(edit.at, edit[before].length, edit[after]);
    to.push(edit);
    this.onChange();
    return edit[after][0];
  }

  /** A bead of other spans: what the aligner said of the old ones holds no longer. */
  moved(from, spans, texts = [null, null]) {
    return makeBead({spans, texts, moved: true, doubt: from.doubt});
  }

  /** Puts `added` in the place of beads, unless one of them lacks what it needs. */
  replaceMoved(at, count, added) {
    if (this.needTexts && added.some(isNull)) return 'needsTexts';
    this.replace(at, count, added);
    return null;
  }

  /** Whether the texts of two beads on one side are of different places. */
  areApart(first, second, side) {
    const spans = [first.spans[side], second.spans[side]];
    return spans[0] !== null && spans[1] !== null && this.sides[side].areApart(...spans);
  }

  /** Moves the boundary after bead `at` on one side by a word, on (1) or back (-1). Returns what is
   * wrong, by its name in `WORDS`, or null. */
  moveBoundary(at, side, direction) {
    const [first, second] = [this.list[at], this.list[at + 1]];
    if (!first || !second) return 'noNeighbour';
    if (first.texts[side] !== null || second.texts[side] !== null) return 'editedSide';
    const text = this.sides[side];
    const giver = (direction > 0 ? second : first).spans[side];
    if (!giver) return 'nothingThere';
    if (this.areApart(first, second, side)) return 'apart';
    const cuts = text.cuts(giver);
    const cut = direction > 0 ? cuts[0] ?? giver[1] : cuts[cuts.length - 1] ?? giver[0];
    const begin = (first.spans[side] ?? giver)[0], end = (second.spans[side] ?? giver)[1];
    const spansOf = (bead, span) => bead.spans.map((old, i) => i === side ? span : old);
    const parts = [[first, text.trimmed(begin, cut)], [second, text.trimmed(cut, end)]];
    const added = parts.map(([bead, span]) => this.moved(bead, spansOf(bead, span), bead.texts))
        .filter((bead) => bead.spans[0] || bead.spans[1]);
    return this.replaceMoved(at, 2, added);
  }

  /** Splits bead `at`; `cuts`: where, by side, undefined where the best place is meant. */
  split(at, cuts) {
    const bead = this.list[at];
    if (bead.texts[0] !== null || bead.texts[1] !== null) return 'editedSide';
    const halves = bead.spans.map((span, side) => {
      if (!span) return [null, null];
      const text = this.sides[side];
      const cut = cuts[side] ?? text.middle(span);
      if (cut === undefined) return [span, null];
      return [text.trimmed(span[0], cut), text.trimmed(cut, span[1])];
    });
    if (!halves[0][1] && !halves[1][1]) return 'cannotSplit';
    return this.replaceMoved(
        at, 1, [0, 1].map((half) => this.moved(bead, [halves[0][half], halves[1][half]])));
  }

  /** Merges beads `at` and `at` + 1. */
  merge(at) {
    const [first, second] = [this.list[at], this.list[at + 1]];
    if (!first || !second) return 'noNeighbour';
    if ([0, 1].some((side) => this.areApart(first, second, side))) return 'apart';
    const spans = [0, 1].map((side) => {
      const [a, b] = [first.spans[side], second.spans[side]];
      return a && b ? [a[0], b[1]] : a ?? b;
    });
    const texts = [0, 1].map((side) => {
      if (first.texts[side] === null && second.texts[side] === null) return null;
      return [this.text(first, side), this.text(second, side)].filter((text) => text !== '').join(' ');
    });
    const merged = this.moved(first, spans, texts);
    merged.doubt = Math.min(first.doubt, second.doubt);
    this.replace(at, 2, [merged]);
    return null;
  }

  /** Makes two null beads of bead `at`. */
  unlink(at) {
    const bead = this.list[at];
    if (isNull(bead)) return 'alreadyNull';
    return this.replaceMoved(at, 1, [
      this.moved(bead, [bead.spans[0], null], [bead.texts[0], null]),
      this.moved(bead, [null, bead.spans[1]], [null, bead.texts[1]]),
    ]);
  }

  /** Sets fields of bead `at`. */
  set(at, fields) { this.replace(at, 1, [makeBead({...this.list[at], ...fields})]); }

  edit(at, side, written) {
    const bead = this.list[at];
    const plain = written.replace(/\r\n?/g, '\n').trim();
    const text = plain === '' || plain === this.sides[side].of(bead.spans[side]) ? null : plain;
    if (text === bead.texts[side]) return;
    this.set(at, {texts: bead.texts.map((old, i) => i === side ? text : old)});
  }

  statistics() {
    const sum = this.list.reduce((all, bead) => all + Number(bead.confidence), 0);
    return {
      beads: this.list.length,
      nulls: this.list.filter(isNull).length,
      doubtful: this.list.filter(isDoubtful).length,
      checked: this.list.filter((bead) => stateOf(bead) !== null).length,
      mean: this.list.length === 0 ? '-' : (sum / this.list.length).toFixed(2),
    };
  }
}
