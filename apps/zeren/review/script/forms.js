// Corrections: a form for each kind, the basket of what was written down, and the decisions file made of it.
const HIDDEN = new Set(["reading"]);
const DAYS = new Set(["day", "start", "date"]);

function field(name, required, value) {
  const few = choices[name];
  let input;
  if (name === "join" || few || name === "section") {
    input = make("select");
    const options = name === "section" ? sections.map((title) => [title, title]) : few ?? [];
    if (!required) input.append(make("option", "", ""));
    for (const [code, text] of options) {
      const option = make("option", "", short(text, 60));
      option.value = code;
      input.append(option);
    }
    if (!required) input.firstChild.value = "";
  } else {
    input = make(name === "before" || name === "quote" ? "textarea" : "input");
    if (DAYS.has(name)) input.type = "date";
    if (name === "before") input.placeholder = words.one_a_line;
  }
  input.name = name;
  input.required = required;
  if (value !== undefined && value !== "") input.value = value;
  return make("label", "", make("span", "", labels[name], required ? "" : make("small", "faint", words.optional)), input);
}

/** What stands once may hold for several tasks: whether to correct it in all of them. */
function forAll(count) {
  const box = make("input");
  Object.assign(box, { type: "checkbox", name: "all", checked: true });
  return make("label", "line", box, filled(words.for_all, count));
}

/** The words a person selected in the text since the card was shown: a press elsewhere takes the selection away. */
let chosen = "";
document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  if (!selection.isCollapsed && paper.contains(selection.anchorNode)) chosen = String(selection).trim();
});

function neighbours(at) {
  const list = tasks.map((task, place) => [String(place), `${task.p} ${task.n}`]);
  return list.filter(([place]) => Number(place) !== at).sort((a, b) => Math.abs(a[0] - at) - Math.abs(b[0] - at)).slice(0, 40);
}

function entryForm(form, given, selected) {
  const box = make("form", "entry");
  choices.join = form.needs.includes("join") ? neighbours(given.task) : undefined;
  choices.field = about[form.action];
  const values = { ...given.values };
  const free = ["body", "name", "before", "limit", "value"].find((name) => form.needs.includes(name) && !values[name]);
  if (selected && free) values[free] = selected;
  if (given.block) box.append(field("quote", true, selected || given.quote));
  for (const name of form.needs) box.append(field(name, true, values[name]));
  for (const name of form.may) if (!HIDDEN.has(name)) box.append(field(name, false, values[name]));
  box.append(field("reason", true, ""), field("person", true, memory.person));
  if ((given.tasks?.length ?? 0) > 1) box.append(forAll(given.tasks.length));
  const picker = box.elements.namedItem("field");
  if (picker && given.fields) {
    const show = () => (box.elements.namedItem("value").value = given.fields[picker.value] ?? "");
    picker.addEventListener("change", show);
    box.elements.namedItem("value").required = false;
    show();
  }
  const send = make("button", "main", words.note_down);
  send.type = "submit";
  box.append(send);
  box.addEventListener("submit", (event) => {
    event.preventDefault();
    const data = new FormData(box);
    const all = data.get("all") ? given.tasks : [given.task];
    const entries = all.map((at) => entryOf(form, at === undefined ? given : { ...given, at: tasks[at].p, quote: quoteOf(tasks[at].n) }, data));
    memory.person = entries[0].person;
    memory.entries.push(...entries);
    remember();
    showProgress();
    box.replaceWith(make("p", "good", words.noted), press("", words.basket, () => turnTo("basket")));
  });
  return box;
}

function entryOf(form, given, data) {
  const entry = { action: form.action };
  if (given.at) entry.at = given.at;
  const quote = given.block ? String(data.get("quote")).trim() : form.action === "plan" ? given.fields[data.get("field")] ?? "" : given.quote;
  if (quote) entry.quote = quote;
  for (const name of [...form.needs, ...form.may]) {
    const value = String(data.get(name) ?? "").trim();
    if (name === "before") entry.before = value.split("\n").map((line) => line.trim()).filter(Boolean);
    else if (name === "join") entry.join = [{ at: tasks[value].p, quote: quoteOf(tasks[value].n) }];
    else if (value || (name === "value" && form.needs.includes("value"))) entry[name] = value;
  }
  return { ...entry, person: String(data.get("person")).trim(), reason: String(data.get("reason")).trim() };
}

const quoteOf = (text) => [...text].slice(0, 40).join("");

/** What a card offers to correct: the kinds as buttons, the form of the one chosen below them. */
function fix(target, given) {
  const fitting = forms.filter((form) => form.on.includes(target));
  if (!fitting.length) return null;
  const details = make("details", "fix", make("summary", "", words.correct));
  const bar = make("div", "kinds");
  const room = make("div");
  for (const form of fitting) {
    const button = press("", form.title, () => {
      for (const other of bar.children) other.setAttribute("aria-pressed", String(other === button));
      room.replaceChildren(entryForm(form, given, chosen));
      [...room.querySelectorAll("input, select, textarea")].find((control) => !control.value)?.focus();
    });
    bar.append(button);
  }
  details.append(bar, room);
  return details;
}

function toml(value) {
  if (typeof value === "string") return JSON.stringify(value).replaceAll("\u007f", "\\u007F");
  if (Array.isArray(value)) return `[${value.map(toml).join(", ")}]`;
  return `{ ${Object.entries(value).map(([name, inner]) => `${name} = ${toml(inner)}`).join(", ")} }`;
}

const block = (entry) => ["[[decision]]", ...Object.entries(entry).map(([name, value]) => `${name} = ${toml(value)}`), ""].join("\n");

/** Ticks as entries; those of tasks that something was corrected of wait until the plan has been read again. */
function confirmations() {
  const touched = new Set(memory.entries.map((entry) => entry.at));
  return tasks.flatMap((task, at) =>
    isTicked(at) && !task.v && !touched.has(task.p)
      ? [{ action: "confirm", at: task.p, quote: quoteOf(task.n), reading: task.r, person: memory.person, reason: words.ticked }]
      : [],
  );
}

let withTicks = true;

function decisions() {
  const entries = [...memory.entries, ...(withTicks && memory.person ? confirmations() : [])];
  const before = kept.trim() ? kept.trimEnd() + "\n\n" : "";
  return entries.length ? before + entries.map(block).join("\n") : kept;
}

function save() {
  const link = make("a");
  link.href = URL.createObjectURL(new Blob([decisions()], { type: "application/toml" }));
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function drawBasket() {
  const panel = document.getElementById("basket");
  const list = make("ol", "noted");
  memory.entries.forEach((entry, at) => {
    const title = forms.find((form) => form.action === entry.action)?.title ?? entry.action;
    const drop = press("drop", "×", () => {
      memory.entries.splice(at, 1);
      remember();
      showProgress();
      drawBasket();
    });
    drop.setAttribute("aria-label", words.drop);
    list.append(make("li", "", make("b", "", title), ` ${entry.at ?? ""} ${short(entry.quote ?? entry.field ?? "", 30)}`, drop));
  });
  const person = field("person", true, memory.person);
  person.querySelector("input").addEventListener("change", (event) => {
    memory.person = event.target.value.trim();
    remember();
    drawBasket();
  });
  const ticks = make("input");
  Object.assign(ticks, { type: "checkbox", checked: withTicks });
  ticks.addEventListener("change", () => {
    withTicks = ticks.checked;
    drawBasket();
  });
  const sealed = confirmations().length;
  const text = decisions();
  const copy = press("", words.copy, () => navigator.clipboard?.writeText(text).then(() => copy.replaceChildren(words.copied)));
  const load = press("main", filled(words.save, file), save);
  copy.disabled = load.disabled = text === kept;
  panel.replaceChildren(
    make("p", "faint", words.correct_how),
    memory.entries.length ? list : make("p", "faint", words.none_noted),
    sealed ? make("label", "line", ticks, filled(words.with_ticks, sealed)) : "",
    sealed && !memory.person ? make("p", "low", words.who_ticked) : "",
    person,
    make("div", "buttons", load, copy),
    text.trim() ? make("pre", "", text) : "",
  );
}
