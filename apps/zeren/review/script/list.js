// The tasks as a list beside the text: who does what, how surely, and what was checked.
let listed = [];

function listRow(task, at) {
  const owners = task.o.slice(0, 3).flatMap((owner) => [letter(owner.s), `${owner.n} `]);
  if (task.o.length > 3) owners.push(filled(words.more, task.o.length - 3));
  const sure = weakest[at] < 100 ? make("small", weakest[at] < LOW ? "low" : "faint", ` ${weakest[at]}%`) : "";
  const who = make("span", task.o.length ? "who" : "who low", ...(owners.length ? owners : [words.nobody]), sure);
  const go = press("jump", "", () => goTo(taskReading.get(at)));
  go.append(make("b", "", task.p), short(task.n), who);
  const item = make("li", "", tickButton(at), go);
  item.dataset.at = String(at);
  return item;
}

function drawList() {
  const panel = document.getElementById("list");
  const wish = panel.querySelector("select")?.value ?? "all";
  const sought = (panel.querySelector("input")?.value ?? "").trim();
  if (!listed.length) {
    const choice = make("select");
    for (const [code, text] of [["all", words.list_all], ["doubt", words.list_doubt], ["open", words.list_open], ["nobody", words.nobody]]) {
      const option = make("option", "", text);
      option.value = code;
      choice.append(option);
    }
    const search = make("input");
    Object.assign(search, { type: "search", placeholder: words.search });
    choice.addEventListener("change", drawList);
    search.addEventListener("input", drawList);
    listed = tasks.map(listRow);
    panel.append(make("div", "sift", choice, search), make("ul", "tasks", ...listed));
  }
  const fits = {
    all: () => true,
    doubt: (at) => weakest[at] < bound(),
    open: (at) => !isTicked(at),
    nobody: (at) => !tasks[at].o.length,
  }[wish];
  listed.forEach((item, at) => {
    const text = tasks[at].n + tasks[at].p + tasks[at].o.map((owner) => owner.n).join(" ");
    item.hidden = !fits(at) || !text.includes(sought);
  });
}

function showInList(at) {
  for (const item of listed) item.classList.toggle("here", Number(item.dataset.at) === at);
  if (at !== null && listed[at] && !document.getElementById("list").hidden) listed[at].scrollIntoView({ block: "nearest" });
}

/** Show one of the panels beside the text. */
function turnTo(name) {
  for (const tab of document.querySelectorAll("[data-tab]")) {
    const chosen = tab.dataset.tab === name;
    tab.setAttribute("aria-selected", String(chosen));
    document.getElementById(tab.dataset.tab).hidden = !chosen;
  }
  if (name === "list") drawList();
  if (name === "basket") drawBasket();
}
for (const tab of document.querySelectorAll("[data-tab]")) tab.addEventListener("click", () => turnTo(tab.dataset.tab));
