// The responsibility matrix: bodies down, tasks across, a letter for each role; heads stay in sight in both directions.
import css from "./matrix.css";
import { isDark, make, roleColours, stage } from "./theme.js";

const drawn = new WeakMap();
/** Tasks side by side on a sheet of A4. */
const BLOCK = 36;

class Matrix {
  constructor(parent) {
    this.root = stage(parent, css, "matrix");
    this.frame = make("div", "frame");
    this.paper = make("div", "paper");
    this.root.append(this.frame, this.paper);
    addEventListener("beforeprint", () => this.print());
    addEventListener("afterprint", () => this.paper.replaceChildren());
    this.frame.addEventListener("click", (event) => this.click(event));
    this.frame.addEventListener("keydown", (event) => this.key(event));
  }

  update(component) {
    this.component = component;
    const { data } = component;
    this.frame.style.maxHeight = `${data.height}px`;
    const kept = [this.frame.scrollLeft, this.frame.scrollTop];
    const signature = JSON.stringify([data.rows, data.columns, data.cells, data.words]);
    if (signature !== this.signature) this.draw(data);
    this.signature = signature;
    this.colour(data);
    this.select(data.selected);
    [this.frame.scrollLeft, this.frame.scrollTop] = kept;
  }

  draw({ rows, columns, cells, words }) {
    const table = make("table", "", "", { role: "grid", "aria-label": words.matrix });
    const filled = new Map(cells.map((cell) => [`${cell.row}|${cell.column}`, cell]));
    table.append(this.head(columns, words), this.body(rows, columns, filled));
    this.frame.replaceChildren(table);
    this.root.dataset.rows = String(rows.length);
    this.root.dataset.columns = String(columns.length);
  }

  head(columns, words) {
    const head = make("thead");
    const sections = make("tr", "sections");
    sections.append(make("th", "corner", words.section, { scope: "col" }), make("th", "total", ""));
    let last = null;
    for (const column of columns) {
      if (last?.id === column.section) last.cell.colSpan += 1;
      else {
        const cell = make("th", "section", column.section_label, { scope: "colgroup", title: column.section_label });
        sections.append(cell);
        last = { id: column.section, cell };
      }
    }
    const names = make("tr", "tasks");
    names.append(make("th", "corner", words.body, { scope: "col" }), make("th", "total", words.total, { scope: "col" }));
    for (const column of columns) {
      const cell = make("th", column.gap ? "task unowned" : "task", "", { scope: "col", title: column.words, "data-column": column.id });
      const label = make("span", "upright", column.label);
      cell.append(label);
      names.append(cell);
    }
    head.append(sections, names);
    return head;
  }

  body(rows, columns, filled) {
    const body = make("tbody");
    for (const row of rows) {
      const line = make("tr");
      line.append(make("th", `body ${row.kind}`, row.label, { scope: "row", title: row.words, "data-row": row.id }));
      line.append(make("td", "total", String(row.total)));
      for (const column of columns) {
        const cell = filled.get(`${row.id}|${column.id}`);
        const place = make("td", column.gap ? "cell unowned" : "cell", cell?.letter ?? "", {
          "data-row": row.id, "data-column": column.id, tabindex: "-1",
        });
        if (cell) {
          place.dataset.role = cell.role;
          place.title = cell.words;
        }
        line.append(place);
      }
      body.append(line);
    }
    const first = body.querySelector("td.cell");
    if (first) first.tabIndex = 0;
    return body;
  }

  /** For paper the table in blocks of so many tasks as a sheet is wide, each with its heads; empty rows are left out. */
  print() {
    if (!this.root.isConnected) return;
    const { rows, columns, cells, words } = this.component.data;
    const filled = new Map(cells.map((cell) => [`${cell.row}|${cell.column}`, cell]));
    const blocks = [];
    for (let start = 0; start < columns.length; start += BLOCK) {
      const part = columns.slice(start, start + BLOCK);
      const present = rows.filter((row) => part.some((column) => filled.has(`${row.id}|${column.id}`)));
      const table = make("table", "", "", { "aria-label": words.matrix });
      table.append(this.head(part, words), this.body(present, part, filled));
      blocks.push(table);
    }
    this.paper.replaceChildren(...blocks);
  }

  colour({ legend }) {
    const colours = roleColours(isDark(this.root));
    for (const { role } of legend) this.root.style.setProperty(`--role-${role}`, colours[role]);
    this.root.classList.toggle("dark", isDark(this.root));
  }

  select(selected) {
    this.frame.querySelectorAll(".selected").forEach((cell) => cell.classList.remove("selected"));
    if (!selected?.row && !selected?.column) return;
    const parts = [];
    if (selected.row) parts.push(`[data-row="${CSS.escape(selected.row)}"]`);
    if (selected.column) parts.push(`[data-column="${CSS.escape(selected.column)}"]`);
    const exact = selected.row && selected.column ? [parts.join("")] : parts.map((part) => `th${part}`);
    for (const selector of exact) this.frame.querySelectorAll(selector).forEach((cell) => cell.classList.add("selected"));
  }

  click({ target }) {
    const cell = target.closest("[data-row], [data-column]");
    if (cell) this.component.setTriggerValue("picked", { row: cell.dataset.row ?? null, column: cell.dataset.column ?? null });
  }

  key(event) {
    const cell = event.target.closest("td.cell");
    if (!cell) return;
    const place = [...cell.parentElement.children].indexOf(cell);
    const next = {
      ArrowRight: () => cell.nextElementSibling, ArrowLeft: () => cell.previousElementSibling,
      ArrowDown: () => cell.parentElement.nextElementSibling?.children[place],
      ArrowUp: () => cell.parentElement.previousElementSibling?.children[place],
      Home: () => cell.parentElement.querySelector("td.cell"), End: () => cell.parentElement.lastElementChild,
    }[event.key]?.();
    if (event.key === "Enter" || event.key === " ") cell.click();
    else if (!next?.classList.contains("cell")) return;
    else this.move(cell, next);
    event.preventDefault();
  }

  move(from, to) {
    from.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  }
}

export default function (component) {
  const { parentElement } = component;
  if (!drawn.has(parentElement)) drawn.set(parentElement, new Matrix(parentElement));
  drawn.get(parentElement).update(component);
}
