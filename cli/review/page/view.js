// What is shown: the beads of the view, as rows, and the chosen one.

const byId = (id) => document.getElementById(id);

/** An element with a class and children; strings become text, never markup. */
function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

const page = JSON.parse(byId('data').textContent);
const sides = [new SideText(page.source), new SideText(page.target)];

/** The beads of the page as it came. */
function givenBeads() {
  return page.beads.map(([sourceBegin, sourceEnd, targetBegin, targetEnd, score, confidence, more]) =>
    makeBead({
      spans: [
        sourceBegin < sourceEnd ? [sourceBegin, sourceEnd] : null,
        targetBegin < targetEnd ? [targetBegin, targetEnd] : null,
      ],
      score, confidence, doubt: Number(confidence), ...more,
    }));
}

const beads = new Beads(sides, givenBeads(), page.kind === 'memory');
const outputs = new Outputs(page, beads);
const storageKey = `thalign-review-${page.id}`;

let words = WORDS.en;
let chosen = beads.list[0]?.id;
let activeSide = 0;
let cuts = [undefined, undefined];  // where the chosen bead is to be split
let view = [];                      // numbers of the beads shown
let saveTimer = 0, unsaved = false;

function say(text) {
  byId('status').textContent = text;
}

const FILTERS = {
  all: () => true,
  doubtful: isDoubtful,
  nulls: isNull,
  mine: (bead) => stateOf(bead) !== null,
  marked: (bead) => bead.mark !== null,
};

/** Whether `bead` has the text that is searched for. */
function isFound(bead, wanted) {
  return wanted === '' || [0, 1].some((side) => beads.text(bead, side).toLowerCase().includes(wanted));
}

function estimate(bead) {
  const columns = Math.max(10, byId('list').clientWidth / 20);
  const longest = Math.max(beads.text(bead, 0).length, beads.text(bead, 1).length);
  return 11 + 26 * Math.max(2, Math.ceil(longest / columns));
}

function refreshView() {
  const passes = FILTERS[byId('filter').value] ?? FILTERS.all;
  const wanted = byId('search').value.trim().toLowerCase();
  view = [];
  beads.list.forEach((bead, number) => {
    if (passes(bead) && isFound(bead, wanted)) view.push(number);
  });
  if (byId('order').value === 'doubt') {
    view.sort((a, b) => beads.list[a].doubt - beads.list[b].doubt || a - b);
  }
  if (beads.indexOf(chosen) < 0 && view.length > 0) chosen = beads.list[view[0]].id;
  byId('list').setAttribute('aria-rowcount', view.length);
  rows.clear();
  rows.show(view.map((number) => {
    const bead = beads.list[number];
    return {id: bead.id, number, bead, estimate: estimate(bead)};
  }));
  byId('statistics').textContent = words.statistics({...beads.statistics(), shown: view.length});
  byId('undo').disabled = beads.done.length === 0;
  byId('redo').disabled = beads.undone.length === 0;
  if (view.length === 0) say(words.none);
}

/** Adds `text`, what is searched for marked in it. */
function addText(cell, text, cut) {
  const wanted = byId('search').value.trim().toLowerCase();
  const addPart = (part) => {
    const lower = part.toLowerCase();
    let at = 0;
    if (wanted !== '' && lower.length === part.length) {
      for (let found; (found = lower.indexOf(wanted, at)) >= 0; at = found + wanted.length) {
        cell.append(part.slice(at, found), element('mark', '', part.slice(found, found + wanted.length)));
      }
    }
    cell.append(part.slice(at));
  };
  if (cut === undefined) return addPart(text);
  addPart(text.slice(0, cut));
  cell.append(element('span', 'cut'));
  addPart(text.slice(cut));
}

function textCell(bead, side) {
  const text = beads.text(bead, side);
  const cell = element('div', 'text');
  cell.setAttribute('role', 'gridcell');
  cell.dataset.side = side;
  cell.lang = text === '' ? document.documentElement.lang : sides[side].language;
  cell.dir = 'auto';
  if (text === '') {
    cell.classList.add('missing');
    cell.append(words.missing);
    return cell;
  }
  if (bead.texts[side] !== null) {
    cell.classList.add('edited');
    cell.title = sides[side].of(bead.spans[side]);
  }
  const cut = bead.id === chosen && bead.texts[side] === null && cuts[side] !== undefined ?
      cuts[side] - bead.spans[side][0] : undefined;
  if (bead.id === chosen && side === activeSide) cell.classList.add('active');
  addText(cell, text, cut);
  return cell;
}

function aboutCell(bead, number) {
  const confidence = Number(bead.confidence);
  const about = element('div', 'about', element('b', '', String(number + 1)), ' ');
  about.setAttribute('role', 'gridcell');
  about.classList.add(confidence >= SURE ? 'sure' : confidence >= DOUBTFUL ? 'likely' : 'doubtful');
  about.append(element('span', 'value', confidence.toFixed(2)));
  const bar = element('span', 'bar', element('i', ''));
  bar.firstChild.style.width = `${Math.round(confidence * 100)}%`;
  bar.setAttribute('role', 'img');
  bar.setAttribute('aria-label', `${words.confidence} ${confidence.toFixed(2)}`);
  about.append(bar);
  const state = stateOf(bead);
  if (state !== null) about.append(element('div', 'state', words.states[state]));
  if (bead.mark && state === null) {
    about.append(element('div', 'mark', words.marks[bead.mark[0]] ?? bead.mark[0]));
  }
  return about;
}

function makeRow({bead, number}) {
  const row = element('div', 'row', aboutCell(bead, number), textCell(bead, 0), textCell(bead, 1));
  row.setAttribute('role', 'row');
  row.setAttribute('aria-selected', bead.id === chosen);
  row.setAttribute('aria-label', `${words.bead} ${number + 1}`);
  row.tabIndex = bead.id === chosen ? 0 : -1;
  row.dataset.bead = bead.id;
  if (bead.id === chosen) row.classList.add('chosen');
  if (bead.deleted) row.classList.add('deleted');
  return row;
}

const rows = new Rows(byId('list'), byId('rows'), makeRow);

/** Where the chosen bead stands in the view; -1 if it is not shown. */
const chosenIndex = () => view.indexOf(beads.indexOf(chosen));

function choose(id, focus = true) {
  if (id === undefined) return;
  const before = chosen;
  if (id !== chosen) cuts = [undefined, undefined];
  chosen = id;
  rows.refresh(before);
  rows.refresh(id);
  rows.render();
  const index = chosenIndex();
  if (index >= 0) rows.reveal(index);
  if (focus) rows.shown.get(id)?.focus({preventScroll: true});
}

function go(step) {
  if (view.length === 0) return;
  const index = chosenIndex();
  const next = Math.min(view.length - 1, Math.max(0, index < 0 ? 0 : index + step));
  choose(beads.list[view[next]].id);
}

function goDoubtful() {
  const index = chosenIndex();
  const order = [...view.slice(index + 1), ...view.slice(0, index + 1)];
  const next = order.find((number) => isDoubtful(beads.list[number]));
  if (next === undefined) return say(words.none);
  choose(beads.list[next].id);
}
