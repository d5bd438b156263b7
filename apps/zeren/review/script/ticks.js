// What a person has ticked and written down so far: kept in the browser, under the fingerprint of the file.
const memory = { ticks: {}, entries: [], person: "" };
try {
  Object.assign(memory, JSON.parse(localStorage.getItem(key) ?? "{}"));
  memory.person ||= localStorage.getItem("zeren-person") ?? "";
} catch {
  // A browser that keeps nothing for files: all holds until the page is closed.
}

function remember() {
  try {
    localStorage.setItem(key, JSON.stringify(memory));
    localStorage.setItem("zeren-person", memory.person);
  } catch {
    // As above.
  }
}

/** A tick holds as long as the task is read in the same way. */
const tickName = (at) => `${tasks[at].p} ${tasks[at].r}`;
const isTicked = (at) => Boolean(tasks[at].v || memory.ticks[tickName(at)]);

function tick(at, wanted = !isTicked(at)) {
  if (tasks[at].v) return;
  if (wanted) memory.ticks[tickName(at)] = 1;
  else delete memory.ticks[tickName(at)];
  remember();
  showTick(at);
  showProgress();
}

function showTick(at) {
  for (const mark of taskMarks[at]) mark.classList.toggle("ticked", isTicked(at));
  for (const button of document.querySelectorAll(`[data-tick="${at}"]`)) button.setAttribute("aria-pressed", String(isTicked(at)));
}

function showProgress() {
  const done = tasks.filter((_, at) => isTicked(at)).length;
  document.getElementById("progress").textContent = filled(words.progress, done, tasks.length);
  const bar = document.getElementById("progress-bar");
  if (bar) Object.assign(bar, { max: Math.max(1, tasks.length), value: done });
  document.getElementById("count").textContent = memory.entries.length ? String(memory.entries.length) : "";
}

function tickButton(at) {
  const button = press("tick", words.tick, () => tick(at));
  button.dataset.tick = String(at);
  button.title = words.tick_why;
  button.setAttribute("aria-pressed", String(isTicked(at)));
  return button;
}
