// The page: what is shown, and what keys and buttons do.

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

const beads = new Beads(sides, givenBeads());
const outputs = new Outputs(page, beads);
const storageKey = `thalign-review-${page.id}`;

let words = WORDS.en;
let chosen = beads.list[0]?.id;
let activeSide = 0;
let cuts = [undefined, undefined];  // where the chosen bead is to be split
let view = [];                      // numbers of the beads shown
let saveTimer = 0, unsaved = false;

// --- what is shown

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

// --- edits

/** Does an edit of the chosen bead, says what came of it, and chooses the bead at `at` + `then`. */
function edit(name, work, then = 0) {
  const at = beads.indexOf(chosen);
  if (at < 0) return;
  const wrong = work(at);
  if (wrong) return say(words[wrong]);
  cuts = [undefined, undefined];
  say(words.done[name]);
  chosen = beads.list[Math.max(0, Math.min(at + then, beads.list.length - 1))]?.id;
  refreshView();
  choose(chosen);
}

/** Of a pair only: in a memory units have no neighbours. */
const ofPair = (work) => () => page.kind === 'pair' ? work() : say(words.memory);

function moveEnd(direction) {
  edit('move', (at) => beads.moveBoundary(at, activeSide, direction));
}
function moveBegin(direction) {
  const before = beads.list.length;
  edit('move', (at) => {
    if (at === 0) return 'noNeighbour';
    const wrong = beads.moveBoundary(at - 1, activeSide, direction);
    if (!wrong && beads.list.length < before) chosen = beads.list[at - 1].id;
    return wrong;
  });
}

function moveCut(step) {
  const bead = beads.list[beads.indexOf(chosen)];
  if (!bead) return;
  const places = sides[activeSide].cuts(bead.spans[activeSide]);
  if (places.length === 0) return say(words.cannotSplit);
  const now = cuts[activeSide] ?? sides[activeSide].middle(bead.spans[activeSide]);
  const moved = cuts[activeSide] === undefined ? 0 : step;
  const index = Math.max(0, Math.min(places.length - 1, places.indexOf(now) + moved));
  cuts[activeSide] = places[index];
  choose(chosen);
}

function toggle(field, names) {
  const bead = beads.list[beads.indexOf(chosen)];
  if (!bead) return;
  edit(bead[field] ? names[1] : names[0], (at) => beads.set(at, {[field]: !bead[field]}));
}

/** Marks the chosen bead as right and goes on to the next of the view. */
function markRight() {
  const bead = beads.list[beads.indexOf(chosen)];
  if (!bead) return;
  const next = beads.list[view[chosenIndex() + 1]];
  toggle('right', ['right', 'unsure']);
  if (!bead.right && next) choose(next.id);
}

function step(name) {
  const edited = name === 'undo' ? beads.undo() : beads.redo();
  if (!edited) return;
  chosen = edited.id;
  cuts = [undefined, undefined];
  say(words.done[name]);
  refreshView();
  choose(chosen);
}

function chooseSide(side) {
  activeSide = side;
  choose(chosen);
}

function openEdit() {
  const at = beads.indexOf(chosen);
  const bead = beads.list[at];
  if (!bead) return;
  if (!bead.spans[activeSide]) return say(words.nothingThere);
  const dialog = byId('edit');
  const area = dialog.querySelector('textarea');
  const title = words.editTitle(words.sides[activeSide], at + 1);
  dialog.querySelector('h2').textContent = title;
  area.setAttribute('aria-label', title);
  area.lang = sides[activeSide].language;
  area.value = beads.text(bead, activeSide);
  dialog.showModal();
  area.focus();
}

function closeEdit(keep) {
  const written = byId('edit').querySelector('textarea').value;
  byId('edit').close();
  if (keep) edit('edit', (at) => beads.edit(at, activeSide, written));
  choose(chosen);
}

// --- outputs

function download(name, text, type) {
  const link = element('a', '');
  link.href = URL.createObjectURL(new Blob([text], {type}));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  say(words.saved(name));
}

const DOWNLOADS = {
  tmx: () => download(`${page.name}.tmx`, outputs.tmx(), 'application/xml'),
  tsv: () => download(`${page.name}.tsv`, outputs.tsv(), 'text/tab-separated-values'),
  corrections: () => download(`${page.name}.corrections.jsonl`, outputs.corrections(false), 'application/jsonl'),
  mine: () => download(`${page.name}.mine.jsonl`, outputs.corrections(true), 'application/jsonl'),
  save: () => download(`${page.name}.work.json`, outputs.work(), 'application/json'),
};

/** Takes all beads of `list` as one edit, which can be undone. */
function takeBeads(list) {
  beads.replace(0, beads.list.length, list);
  chosen = list[0]?.id;
  refreshView();
  choose(chosen, false);
}

async function openFile(file) {
  const list = outputs.readWork(await file.text());
  if (!list) return say(words.wrongFile);
  takeBeads(list);
  say(words.opened);
}

function keep() {
  unsaved = true;
  clearTimeout(saveTimer);
  saveTimer = setTimeout(saveNow, 300);
}
function saveNow() {
  if (!unsaved) return;
  unsaved = false;
  try {
    localStorage.setItem(storageKey, outputs.work());
  } catch {
    say(words.notSaved);
  }
}
function restore() {
  let text = null;
  try {
    text = localStorage.getItem(storageKey);
  } catch {
    return;
  }
  const list = text === null ? null : outputs.readWork(text);
  if (!list) return;
  beads.list = list;
  chosen = list[0]?.id;
  say(words.restored);
}
function restart() {
  if (!window.confirm(words.restartAsk)) return;
  takeBeads(givenBeads());
}

// --- keys and buttons

const COMMANDS = {
  next: [['j', 'ArrowDown'], () => go(1)],
  previous: [['k', 'ArrowUp'], () => go(-1)],
  first: [['Home'], () => go(-view.length)],
  last: [['End'], () => go(view.length)],
  pageDown: [['PageDown'], () => go(10)],
  pageUp: [['PageUp'], () => go(-10)],
  doubt: [['n'], goDoubtful],
  source: [['ArrowLeft', 'h'], () => chooseSide(0)],
  target: [['ArrowRight', 'l'], () => chooseSide(1)],
  endForward: [[']'], ofPair(() => moveEnd(1))],
  endBack: [['['], ofPair(() => moveEnd(-1))],
  beginBack: [['{'], ofPair(() => moveBegin(-1))],
  beginForward: [['}'], ofPair(() => moveBegin(1))],
  cutBack: [[','], ofPair(() => moveCut(-1))],
  cutForward: [['.'], ofPair(() => moveCut(1))],
  split: [['s'], ofPair(() => edit('split', (at) => beads.split(at, cuts)))],
  merge: [['m'], ofPair(() => edit('merge', (at) => beads.merge(at)))],
  mergeBack: [['M'], ofPair(() => edit('merge', (at) => at > 0 ? beads.merge(at - 1) : 'noNeighbour', -1))],
  unlink: [['u'], ofPair(() => edit('unlink', (at) => beads.unlink(at)))],
  delete: [['d', 'Delete'], () => toggle('deleted', ['delete', 'keep'])],
  right: [['r', ' '], markRight],
  edit: [['e', 'Enter'], openEdit],
  undo: [['z', 'Ctrl+z'], () => step('undo')],
  redo: [['y', 'Ctrl+y', 'Ctrl+Z'], () => step('redo')],
  search: [['/'], () => byId('search').focus()],
  filter: [['f'], () => cycle('filter')],
  order: [['o'], () => cycle('order')],
  tmx: [['t'], DOWNLOADS.tmx],
  corrections: [['c'], DOWNLOADS.corrections],
  save: [['Ctrl+s'], DOWNLOADS.save],
  help: [['?'], () => byId('help').showModal()],
};
const ACTIONS = ['right', 'endBack', 'endForward', 'beginForward', 'beginBack', 'split', 'merge',
                 'unlink', 'edit', 'delete'];
const KEYS = new Map(Object.values(COMMANDS).flatMap(([keys, work]) => keys.map((key) => [key, work])));

function cycle(id) {
  const list = byId(id);
  list.selectedIndex = (list.selectedIndex + 1) % list.options.length;
  refreshView();
  go(0);
}

/** The key by its place on an English keyboard where another layout is on. */
const PLACES = {
  BracketLeft: '[{', BracketRight: ']}', Comma: ',<', Period: '.>', Slash: '/?', Space: '  ',
};
function keyOf(event) {
  let {key} = event;
  if (key.length === 1 && key > '~') {
    const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
    if (letter) key = event.shiftKey ? letter : letter.toLowerCase();
    else key = PLACES[event.code]?.[event.shiftKey ? 1 : 0] ?? key;
  }
  return (event.ctrlKey || event.metaKey ? 'Ctrl+' : '') + key;
}

function onKey(event) {
  if (event.isComposing || event.altKey || document.querySelector('dialog[open]')) return;
  const inField = event.target.closest('input, select, textarea');
  if (inField) {
    if (event.key === 'Escape' || (event.key === 'Enter' && event.target.id === 'search')) {
      event.preventDefault();
      choose(chosenIndex() >= 0 ? chosen : beads.list[view[0]]?.id);
    }
    return;
  }
  if (event.target.closest('button, summary') && ['Enter', ' '].includes(event.key)) return;
  const work = KEYS.get(keyOf(event));
  if (!work) return;
  event.preventDefault();
  work();
}

/** A click chooses a bead and a side; on a word of the chosen bead, the place to split. */
function onClick(event) {
  const row = event.target.closest('.row');
  if (!row) return;
  const id = Number(row.dataset.bead);
  const cell = event.target.closest('.text');
  if (cell) activeSide = Number(cell.dataset.side);
  if (cell && id === chosen && page.kind === 'pair') {
    const cut = clickedCut(event, cell);
    if (cut !== undefined) cuts[activeSide] = cut;
  }
  choose(id);
}

function clickedCut(event, cell) {
  const bead = beads.list[beads.indexOf(chosen)];
  const span = bead.spans[activeSide];
  if (!span || bead.texts[activeSide] !== null) return undefined;
  const at = document.caretPositionFromPoint ?
      document.caretPositionFromPoint(event.clientX, event.clientY) :
      document.caretRangeFromPoint?.(event.clientX, event.clientY);
  const node = at?.offsetNode ?? at?.startContainer;
  if (!node || !cell.contains(node)) return undefined;
  const range = document.createRange();
  range.setStart(cell, 0);
  range.setEnd(node, at.offset ?? at.startOffset);
  const places = sides[activeSide].cuts(span);
  return places[lastAtMost(places, span[0] + range.toString().length)] ?? places[0];
}

function fillChoices(id, names, label) {
  const list = byId(id);
  const {value} = list;
  list.replaceChildren(...Object.entries(names).map(([key, text]) => {
    const option = element('option', '', text);
    option.value = key;
    return option;
  }));
  if (value) list.value = value;
  list.setAttribute('aria-label', label);
}

function shownKey(key) {
  const names = {' ': 'Space', ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→'};
  return names[key] ?? key;
}

function fillWords() {
  words = WORDS[byId('language').value] ?? WORDS.en;
  document.documentElement.lang = byId('language').value;
  byId('search').placeholder = words.search;
  byId('search').setAttribute('aria-label', words.search);
  byId('language').setAttribute('aria-label', words.language);
  byId('list').setAttribute('aria-label', words.list);
  byId('controls').setAttribute('aria-label', words.controls);
  byId('actions').setAttribute('aria-label', words.actions);
  byId('file').setAttribute('aria-label', words.open);
  fillChoices('filter', words.filters, words.filter);
  fillChoices('order', words.orders, words.order);
  for (const id of ['undo', 'redo', ...Object.keys(DOWNLOADS), 'open', 'restart']) {
    byId(id).textContent = words[id];
  }
  byId('downloads').firstElementChild.textContent = words.downloads;
  byId('help-button').textContent = words.help;
  byId('edit-save').textContent = words.ok;
  byId('edit-cancel').textContent = words.cancel;
  byId('help').querySelector('h2').textContent = words.help;
  byId('help').querySelector('form button').textContent = words.close;
  byId('help').querySelector('tbody').replaceChildren(...Object.entries(COMMANDS).map(([name, [keys]]) => {
    const shown = keys.flatMap((key) => [element('kbd', '', shownKey(key)), ' ']);
    return element('tr', '', element('td', '', ...shown), element('td', '', words.keys[name]));
  }));
  byId('actions').replaceChildren(...ACTIONS.map((name) => {
    const [[key], work] = COMMANDS[name];
    const button = element('button', '', words.keys[name], ' ', element('kbd', '', shownKey(key)));
    button.dataset.action = name;
    button.addEventListener('click', work);
    return button;
  }));
}

function showAgain() {
  rows.heights.clear();
  refreshView();
}

function start() {
  document.title = page.title;
  byId('title').textContent = page.title;
  byId('notes').replaceChildren(...page.notes.map((note) => element('li', '', note)));
  byId('language').value = navigator.language.startsWith('th') ? 'th' : 'en';
  fillWords();
  restore();
  beads.onChange = keep;
  for (const id of ['filter', 'order']) {
    byId(id).addEventListener('change', () => { refreshView(); byId('list').scrollTop = 0; go(0); });
  }
  byId('search').addEventListener('input', showAgain);
  byId('language').addEventListener('change', () => { fillWords(); showAgain(); });
  byId('undo').addEventListener('click', () => step('undo'));
  byId('redo').addEventListener('click', () => step('redo'));
  byId('help-button').addEventListener('click', () => byId('help').showModal());
  for (const [id, work] of Object.entries(DOWNLOADS)) byId(id).addEventListener('click', work);
  byId('open').addEventListener('click', () => byId('file').click());
  byId('file').addEventListener('change', (event) => {
    if (event.target.files.length > 0) openFile(event.target.files[0]);
    event.target.value = '';
  });
  byId('restart').addEventListener('click', restart);
  byId('edit-save').addEventListener('click', () => closeEdit(true));
  byId('edit-cancel').addEventListener('click', () => closeEdit(false));
  byId('edit').addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) closeEdit(true);
  });
  byId('rows').addEventListener('click', onClick);
  document.addEventListener('keydown', onKey);
  window.addEventListener('beforeprint', () => rows.renderAll());
  window.addEventListener('afterprint', () => rows.forget());
  window.addEventListener('pagehide', saveNow);
  refreshView();
  choose(chosen);
}

start();
