"use strict";
// The data of the page, its marks, and small makers of elements. Every word of the document goes in as text, never as markup.
const { readings, tasks, words, forms, labels, choices, about, plan, sections, kept, file, key } = JSON.parse(
  document.getElementById("data").textContent,
);
const paper = document.getElementById("paper");
const card = document.getElementById("card");
const below = document.getElementById("below");
const marks = [...paper.querySelectorAll(".m")];
const over = new Map(marks.map((mark) => [mark, mark.dataset.r.split(" ").map(Number)]));
const stops = marks.filter((mark) => mark.tabIndex === 0);
const taskReading = new Map(readings.flatMap((reading, at) => (reading.k === "task" ? [[reading.t[0], at]] : [])));
/** For each task its marks. */
const taskMarks = tasks.map(() => []);
for (const [mark, under] of over) for (const at of under) if (readings[at].k === "task") taskMarks[readings[at].t[0]].push(mark);
/** The least confidence a mark stands for: its own, and for a task that of the owners no words of the text name. */
const least = readings.map((reading) => {
  const owners = reading.k === "task" ? tasks[reading.t[0]].o.filter((owner) => owner.x) : [];
  return Math.min(reading.c, ...owners.map((owner) => owner.c));
});
/** The least confidence of all that was read of a task. */
const weakest = tasks.map((task) => Math.min(100, ...task.o.map((owner) => owner.c)));
readings.forEach((reading) => reading.t.forEach((at) => (weakest[at] = Math.min(weakest[at], reading.c))));
const LOW = 85;
const SHOWN = 8;

function make(tag, className = "", ...content) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content.filter((item) => item !== null && item !== undefined && item !== ""));
  return element;
}

function press(className, text, act) {
  const button = make("button", className, text);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
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

const filled = (text, ...values) => values.reduce((whole, value) => whole.replace("#", value), text);
