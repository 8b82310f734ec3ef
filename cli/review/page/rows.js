// The list of beads: only the rows that are seen exist. Rows that were shown have their true
// height, the others an estimate.

const SCREENS_AROUND = 0.5;  // rows that are made beyond either edge, in heights of the list

class Rows {
  /** `make`: makes the row of an item. */
  constructor(list, body, make) {
    this.list = list;
    this.body = body;
    this.make = make;
    this.items = [];
    this.heights = new Map();  // by id
    this.shown = new Map();    // id to row
    this.tops = [0];
    this.pending = false;
    list.addEventListener('scroll', () => this.later());
    new ResizeObserver(() => {
      if (list.clientWidth !== this.width) this.forget();
    }).observe(list);
  }

  /** `items`: with an id, and an estimate of their height. */
  show(items) {
    this.items = items;
    this.measureFrom(0);
    this.render();
  }

  forget() {
    this.width = this.list.clientWidth;
    this.heights.clear();
    this.measureFrom(0);
    this.render();
  }

  /** Makes the row of an item anew. */
  refresh(id) {
    this.shown.get(id)?.remove();
    this.shown.delete(id);
    this.heights.delete(id);
  }

  /** Makes the rows that are shown anew; their heights are known. */
  clear() {
    for (const row of this.shown.values()) row.remove();
    this.shown.clear();
  }

  later() {
    if (this.pending) return;
    this.pending = true;
    requestAnimationFrame(() => {
      this.pending = false;
      this.render();
    });
  }

  height(item) { return this.heights.get(item.id) ?? item.estimate; }

  measureFrom(index) {
    const {items, tops} = this;
    tops.length = items.length + 1;
    for (let i = index; i < items.length; ++i) tops[i + 1] = tops[i] + this.height(items[i]);
    this.body.style.height = `${tops[items.length]}px`;
  }

  /** Shows what the list has scrolled to. Rows that turn out higher or lower than was thought must
   * not move what is read, so the first row seen stays where it is. */
  render() {
    const {list, tops, items} = this;
    const around = list.clientHeight * SCREENS_AROUND;
    for (let round = 0; round < 4; ++round) {
      const top = list.scrollTop;
      const first = Math.max(0, lastAtMost(tops, Math.max(0, top - around)));
      const seen = Math.max(0, lastAtMost(tops, top));
      let last = first;
      while (last < items.length && tops[last] < top + list.clientHeight + around) ++last;
      if (!this.place(first, last)) return;
      const offset = top - tops[seen];
      this.measureFrom(first);
      this.position(first, last);
      if (seen < items.length && offset > 0) list.scrollTop = tops[seen] + offset;
    }
  }

  /** Makes the rows `first` to `last`; whether one has another height than was thought. */
  place(first, last) {
    const wanted = new Set();
    const added = [];
    for (let i = first; i < last; ++i) {
      const item = this.items[i];
      wanted.add(item.id);
      if (this.shown.has(item.id)) continue;
      const row = this.make(item, i);
      this.shown.set(item.id, row);
      added.push(row);
    }
    for (const [id, row] of this.shown) {
      if (wanted.has(id)) continue;
      row.remove();
      this.shown.delete(id);
    }
    this.body.append(...added);
    this.position(first, last);
    let changed = false;
    for (let i = first; i < last; ++i) {
      const item = this.items[i];
      if (this.heights.has(item.id)) continue;
      const height = this.shown.get(item.id).offsetHeight;
      if (height !== item.estimate) changed = true;
      this.heights.set(item.id, height);
    }
    return changed;
  }

  position(first, last) {
    for (let i = first; i < last; ++i) {
      const row = this.shown.get(this.items[i].id);
      row.style.transform = `translateY(${this.tops[i]}px)`;
      row.setAttribute('aria-rowindex', i + 1);
    }
  }

  /** Scrolls as little as needed to show item `index`. */
  reveal(index) {
    const {list} = this;
    for (let round = 0; round < 3; ++round) {
      const top = this.tops[index], bottom = this.tops[index + 1];
      if (top < list.scrollTop) list.scrollTop = top;
      else if (bottom > list.scrollTop + list.clientHeight) {
        list.scrollTop = Math.min(top, bottom - list.clientHeight);
      }
      this.render();
    }
  }

  /** All rows, for print. */
  renderAll() {
    this.place(0, this.items.length);
    for (const item of this.items) this.body.append(this.shown.get(item.id));
  }
}
