// What is done to beads, and what the page hands out and keeps.

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
