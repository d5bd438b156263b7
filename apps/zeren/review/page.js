"use strict";
// Picks marks, shows their cards, filters. Every word from the document goes in as text, never as markup.
const { readings, tasks, words } = JSON.parse(document.getElementById("data").textContent);
const paper = document.getElementById("paper");
const card = document.getElementById("card");
const below = document.getElementById("below");
const marks = [...paper.querySelectorAll(".m")];
const over = new Map(marks.map((mark) => [mark, mark.dataset.r.split(" ").map(Number)]));
const stops = marks.filter((mark) => mark.tabIndex === 0);
const taskReading = new Map(readings.flatMap((reading, at) => (reading.k === "task" ? [[reading.t[0], at]] : [])));
/** The least confidence a mark stands for: its own, and for a task that of the owners no words of the text name. */
const least = readings.map((reading) => {
  const owners = reading.k === "task" ? tasks[reading.t[0]].o.filter((owner) => owner.x) : [];
  return Math.min(reading.c, ...owners.map((owner) => owner.c));
});
const LOW = 85;
const SHOWN = 8;

function make(tag, className = "", ...content) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content.filter((item) => item !== null && item !== ""));
  return element;
}

function letter(role) {
  const tag = make("b", `tag r-${role}`);
  tag.dataset.t = document.querySelector(`.legend .tag.r-${role}`)?.dataset.t ?? "";
  return tag;
}

function sureness(percent) {
  const meter = make("meter");
  Object.assign(meter, { min: 0, max: 100, low: 70, high: LOW, optimum: 100, value: percent });
  return make("span", percent < LOW ? "low" : "", meter, `${percent}%`);
}

function short(text, size = 46) {
  const points = [...text];
  return points.length > size ? points.slice(0, size).join("") + "…" : text;
}

function row(list, label, ...value) {
  list.append(make("dt", "", label), make("dd", "", ...value));
}

function taskLink(at) {
  const task = tasks[at];
  const button = make("button", "jump", make("b", "", task.p), short(task.n));
  button.type = "button";
  button.addEventListener("click", () => goTo(taskReading.get(at)));
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

function toml(fields) {
  return ["[[decision]]", ...fields.map(([key, value]) => `${key} = ${JSON.stringify(value)}`)].join("\n");
}

function entries(reading) {
  const task = tasks[reading.t[0]];
  const where = [["at", task.p], ["quote", [...task.n].slice(0, 40).join("")]];
  const who = [["person", ""], ["reason", ""]];
  const forms = {
    body: [
      [["action", "role"], ...where, ["body", reading.n], ["role", reading.s], ...who],
      [["action", "name"], ...where, ["body", reading.n], ["name", ""], ...who],
      [["action", "remove"], ...where, ["body", reading.n], ...who],
    ],
    task: [
      [["action", "add"], ...where, ["body", ""], ["role", "lead"], ...who],
      [["action", "split"], ...where, ["before", [""]], ...who],
      [["action", "not-a-task"], ...where, ...who],
    ],
    deadline: [
      [["action", "deadline"], ...where, ["limit", reading.n], ["type", reading.s], ["day", ""], ...who],
      [["action", "remove-deadline"], ...where, ["limit", reading.n], ...who],
    ],
  };
  return (forms[reading.k] ?? []).map(toml);
}

function fix(texts) {
  if (!texts.length) return null;
  const details = make("details", "fix", make("summary", "", words.correct), make("p", "faint", words.correct_how));
  for (const text of texts) {
    const copy = make("button", "", words.copy);
    copy.type = "button";
    copy.addEventListener("click", () => navigator.clipboard?.writeText(text + "\n").then(() => copy.replaceChildren(words.copied)));
    details.append(make("pre", "", text), copy);
  }
  return details;
}

function describe(reading) {
  const sign = reading.k === "body" ? letter(reading.s) : null;
  const list = make("dl");
  for (const [label, value] of reading.f) row(list, label, value);
  row(list, words.confidence, sureness(reading.c));
  if (reading.e) row(list, words.reason, reading.e);
  const part = make("section", "reading", make("div", "what", sign, make("b", "", reading.h), reading.z), make("h2", "", reading.n), list);
  if (reading.k === "task") {
    row(list, words.owners, ownersOf(tasks[reading.t[0]]));
    row(list, words.limits, limitsOf(tasks[reading.t[0]]));
  } else if (reading.t.length) {
    const links = reading.t.slice(0, SHOWN).map(taskLink);
    const rest = reading.t.length - SHOWN;
    if (rest > 0) links.push(make("li", "faint", words.more.replace("#", rest)));
    row(list, words.tasks, make("ul", "", ...links));
  }
  part.append(fix(reading.t.length ? entries(reading) : []) ?? "");
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
  const text = (cell ?? block).textContent;
  const list = make("dl");
  if (gutter.title) row(list, words.reason, gutter.title);
  const part = make("section", "reading", make("div", "what", make("b", "", gutter.textContent)), make("h2", "", short(text, 80)), list);
  part.append(fix(text.trim() ? [toml([["action", "task"], ["quote", text.trim()], ["person", ""], ["reason", ""]])] : []) ?? "");
  return part;
}

let current = null;

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
  card.replaceChildren(...numbers.slice(0, SHOWN).map((at) => describe(readings[at])));
  card.scrollTop = 0;
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
}

/** Per cent below which a mark counts as doubtful: what the reader chose, or where nothing is chosen our own bound. */
const bound = () => (Number(below.value) > 100 ? LOW : Number(below.value));
const isDoubtful = (mark) => over.get(mark).some((at) => least[at] < bound());

const unread = [...document.querySelectorAll(".is-not_understood[id]")];
let unreadAt = -1;

const moves = {
  on: () => step(1),
  back: () => step(-1),
  doubt: () => step(1, isDoubtful),
  unread: () => {
    if (!unread.length) return;
    unreadAt = (unreadAt + 1) % unread.length;
    location.hash = unread[unreadAt].id;
    unread[unreadAt].scrollIntoView({ block: "center" });
    const block = unread[unreadAt];
    clear();
    card.replaceChildren(describeBlock(block, fullest(block)));
  },
};

function clear() {
  current = null;
  for (const mark of marks) mark.classList.remove("picked", "same");
  card.replaceChildren(...hint);
}

const hint = [...card.childNodes];
const keys = { j: moves.on, k: moves.back, d: moves.doubt, u: moves.unread, Escape: clear };

function sieve() {
  paper.classList.toggle("sieved", Number(below.value) <= 100);
  for (const mark of marks) mark.classList.toggle("doubt", isDoubtful(mark));
}

paper.addEventListener("click", (event) => {
  const mark = event.target.closest(".m");
  if (mark) return pick(mark);
  const block = event.target.closest("tr, .block:not(.wide)");
  if (!block?.querySelector(".gutter")?.textContent) return;
  clear();
  card.replaceChildren(describeBlock(block, event.target.closest("td") ?? fullest(block)));
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
for (const chip of document.querySelectorAll("[data-kind]")) {
  chip.addEventListener("click", () => {
    const shown = chip.getAttribute("aria-pressed") !== "true";
    chip.setAttribute("aria-pressed", String(shown));
    paper.classList.toggle(`no-${chip.dataset.kind}`, !shown);
  });
}
below.addEventListener("change", sieve);
sieve();
