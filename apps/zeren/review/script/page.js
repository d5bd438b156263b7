// Picks marks, shows their cards, filters, and goes from place to place by button and key.
function taskLink(at) {
  const task = tasks[at];
  const button = press("jump", "", () => goTo(taskReading.get(at)));
  button.append(make("b", "", task.p), short(task.n));
  return make("li", "", button);
}

function ownersOf(task) {
  if (!task.o.length) return make("span", "low", words.nobody);
  const items = task.o.map((owner) => {
    const evidence = [owner.z, owner.c < 100 ? `${owner.c}%` : "", owner.x || owner.c < LOW ? owner.e : ""].filter(Boolean);
    return make("li", "", letter(owner.s), owner.n, " ", make("small", owner.c < LOW ? "low" : "faint", evidence.join(" · ")));
  });
  return make("ul", "", ...items);
}

function limitsOf(task) {
  return task.d.length ? make("ul", "", ...task.d.map((text) => make("li", "", text))) : make("span", "faint", words.no_limit);
}

/** What a form about a reading is filled in with. */
function givenOf(reading) {
  if (!reading.t.length) return { at: reading.g.number ?? "", quote: reading.n, fields: reading.g, values: {} };
  const [at] = reading.t;
  const values = {
    body: { body: reading.n, role: reading.s },
    deadline: { limit: reading.n, type: reading.s, day: reading.g.date ?? "", start: reading.g.start ?? "" },
    instrument: { name: reading.n },
  }[reading.k];
  return { at: tasks[at].p, quote: quoteOf(tasks[at].n), task: at, tasks: reading.t, values: values ?? {} };
}

function describe(reading) {
  const sign = reading.k === "body" ? letter(reading.s) : null;
  const list = make("dl");
  for (const [label, value] of reading.f) row(list, label, value);
  row(list, words.confidence, sureness(reading.c));
  if (reading.e) row(list, words.reason, reading.e);
  const ticked = reading.k === "task" ? tickButton(reading.t[0]) : null;
  const part = make("section", "reading", make("div", "what", sign, make("b", "", reading.h), reading.z, ticked), make("h2", "", reading.n), list);
  if (reading.k === "task") {
    row(list, words.owners, ownersOf(tasks[reading.t[0]]));
    row(list, words.limits, limitsOf(tasks[reading.t[0]]));
  } else if (reading.t.length) {
    const links = reading.t.slice(0, SHOWN).map(taskLink);
    const rest = reading.t.length - SHOWN;
    if (rest > 0) links.push(make("li", "faint", filled(words.more, rest)));
    row(list, words.tasks, make("ul", "", ...links));
  }
  part.append(fix(reading.k, givenOf(reading)) ?? "");
  return part;
}

/** The text of a paragraph, or the cell of a row that has the most to say. */
function fullest(block) {
  const texts = [...block.querySelectorAll("td, .text")];
  return texts.sort((one, other) => other.textContent.length - one.textContent.length)[0];
}

/** The card of a paragraph, row or cell without a mark: what it was taken for, and how to make it a task. */
function describeBlock(block, cell) {
  const gutter = block.querySelector(".gutter");
  const text = (cell ?? block).textContent.trim();
  const list = make("dl");
  if (gutter.title) row(list, words.reason, gutter.title);
  const part = make("section", "reading", make("div", "what", make("b", "", gutter.textContent)), make("h2", "", short(text, 80)), list);
  part.append((text && fix("block", { block: true, quote: text, values: {} })) ?? "");
  return part;
}

/** The card of the plan itself: what it says of itself, to be corrected. */
function describePlan() {
  const list = make("dl");
  for (const [name, label] of about.plan) row(list, label, plan[name] || "—");
  const part = fix("plan", { fields: plan, values: {} });
  part.open = true;
  return make("section", "reading", make("h2", "", plan.title), list, part);
}

let current = null;

function show(...parts) {
  chosen = "";
  turnTo("card");
  card.replaceChildren(...parts);
  card.parentElement.scrollTop = 0;
}

/** The task of the mark picked; null where there is none. */
function currentTask() {
  const under = current ? over.get(current).filter((at) => readings[at].t.length) : [];
  return under.length ? readings[under.find((at) => readings[at].k === "task") ?? under[0]].t[0] : null;
}

function pick(mark) {
  current = mark;
  const numbers = over.get(mark);
  const owned = new Set(numbers.flatMap((at) => (readings[at].k === "task" ? [] : readings[at].t)));
  const task = readings[numbers[0]].k === "task" ? readings[numbers[0]].t[0] : null;
  for (const other of marks) {
    const under = over.get(other);
    other.classList.toggle("picked", under.includes(numbers[0]) && (task === null || under[0] === numbers[0]));
    other.classList.toggle("same", task !== null ? readings[under[0]].k !== "task" && readings[under[0]].t.includes(task)
      : under.some((at) => readings[at].k === "task" && owned.has(readings[at].t[0])) && !under.includes(numbers[0]));
  }
  const parts = numbers.slice(0, SHOWN).map((at) => describe(readings[at]));
  if (document.getElementById("list").hidden) show(...parts);
  else card.replaceChildren(...parts);
  showInList(currentTask());
}

function goTo(at) {
  const mark = marks.find((other) => over.get(other).includes(at));
  if (mark) reach(mark);
}

function reach(mark) {
  mark.scrollIntoView({ block: "center" });
  (stops.includes(mark) ? mark : stops.find((stop) => over.get(stop).some((at) => over.get(mark).includes(at))))?.focus({ preventScroll: true });
  pick(mark);
}

function step(direction, wanted = () => true) {
  const from = current ? marks.indexOf(current) : direction > 0 ? -1 : marks.length;
  const ahead = direction > 0 ? marks.slice(from + 1) : marks.slice(0, Math.max(from, 0)).reverse();
  const mark = [...ahead, ...(direction > 0 ? marks : [...marks].reverse())].find((other) => other.tabIndex === 0 && wanted(other));
  if (mark) reach(mark);
  return Boolean(mark);
}

/** Per cent below which a mark counts as doubtful: what the reader chose, or where nothing is chosen our own bound. */
const bound = () => (Number(below.value) > 100 ? LOW : Number(below.value));
const isDoubtful = (mark) => over.get(mark).some((at) => least[at] < bound());
const isOpen = (mark) => over.get(mark).some((at) => readings[at].k === "task" && !isTicked(readings[at].t[0]));

/** Goes round the places of one sort that are no marks. */
function round(places) {
  let place = -1;
  return () => {
    if (!places.length) return;
    place = (place + 1) % places.length;
    const block = places[place].closest("tr, .block");
    places[place].scrollIntoView({ block: "center" });
    clear();
    for (const other of paper.querySelectorAll(".found")) other.classList.remove("found");
    places[place].classList.add("found");
    show(describeBlock(block, places[place] === block ? fullest(block) : places[place]));
  };
}

function settle() {
  const at = currentTask();
  if (at === null) return;
  tick(at);
  if (isTicked(at)) step(1, isOpen);
}

const moves = {
  on: () => step(1),
  back: () => step(-1),
  doubt: () => step(1, isDoubtful),
  open: () => step(1, isOpen),
  unread: round([...document.querySelectorAll(".is-not_understood[id]")]),
  loose: round([...document.querySelectorAll(".loose")]),
};

function clear() {
  current = null;
  for (const mark of marks) mark.classList.remove("picked", "same");
  card.replaceChildren(...hint);
  showInList(null);
}

const hint = [...card.childNodes];
const keys = {
  j: moves.on, k: moves.back, d: moves.doubt, u: moves.unread, n: moves.open, g: moves.loose, c: settle,
  l: () => turnTo("list"), b: () => turnTo("basket"), Escape: () => { clear(); turnTo("card"); },
};

function sieve() {
  paper.classList.toggle("sieved", Number(below.value) <= 100);
  for (const mark of marks) mark.classList.toggle("doubt", isDoubtful(mark));
}

paper.addEventListener("click", (event) => {
  const words = getSelection().isCollapsed ? "" : String(getSelection()).trim();
  if (words && card.querySelector(".reading")) return;
  const mark = event.target.closest(".m");
  if (mark && !words) return pick(mark);
  const block = event.target.closest("tr, .block:not(.wide)");
  if (!block?.querySelector(".gutter")?.textContent) return;
  clear();
  show(describeBlock(block, event.target.closest("td") ?? fullest(block)));
  chosen = words;
});
paper.addEventListener("focusin", (event) => {
  if (event.target.matches(".m")) pick(event.target);
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("select, input, textarea")) return;
  if ((event.key === "Enter" || event.key === " ") && event.target.matches(".m")) {
    event.preventDefault();
    pick(event.target);
    return;
  }
  keys[event.key]?.();
});
for (const button of document.querySelectorAll("[data-go]")) button.addEventListener("click", () => moves[button.dataset.go]());
document.querySelector("[data-plan]").addEventListener("click", () => show(describePlan()));
for (const chip of document.querySelectorAll("[data-kind]")) {
  chip.addEventListener("click", () => {
    const shown = chip.getAttribute("aria-pressed") !== "true";
    chip.setAttribute("aria-pressed", String(shown));
    paper.classList.toggle(`no-${chip.dataset.kind}`, !shown);
  });
}
below.addEventListener("change", sieve);
sieve();
tasks.forEach((_, at) => isTicked(at) && showTick(at));
showProgress();
