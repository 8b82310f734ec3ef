// Keys, buttons and words of the interface; starts the page.

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
  endForward: [[']'], () => moveEnd(1)],
  endBack: [['['], () => moveEnd(-1)],
  beginBack: [['{'], () => moveBegin(-1)],
  beginForward: [['}'], () => moveBegin(1)],
  cutBack: [[','], () => moveCut(-1)],
  cutForward: [['.'], () => moveCut(1)],
  split: [['s'], () => edit('split', (at) => beads.split(at, cuts))],
  merge: [['m'], () => edit('merge', (at) => beads.merge(at))],
  mergeBack: [['M'], () => edit('merge', (at) => at > 0 ? beads.merge(at - 1) : 'noNeighbour', -1)],
  unlink: [['u'], () => edit('unlink', (at) => beads.unlink(at))],
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
  help: [['?'], showHelp],
};
const ACTIONS = ['right', 'endBack', 'endForward', 'beginForward', 'beginBack', 'split', 'merge',
                 'unlink', 'edit', 'delete'];
const KEYS = new Map(Object.values(COMMANDS).flatMap(([keys, work]) => keys.map((key) => [key, work])));

/** The list of keys from its top, though the button at its end has the focus. */
function showHelp() {
  byId('help').showModal();
  byId('help').scrollTop = 0;
}

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
  if (cell && id === chosen) {
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
  byId('help-button').addEventListener('click', showHelp);
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
