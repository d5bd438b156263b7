// A list with heads that sort and rows that can be picked, by pointer and by keyboard. Text nodes only.
import css from "./listing.css";
import { isDark, make, stage } from "./theme.js";

const drawn = new WeakMap();

/** Numbers by size, everything else by its letters in the page's language; empty cells last. */
function compare(one, other, language) {
  if (one === other) return 0;
  if (one === null || one === "") return 1;
  if (other === null || other === "") return -1;
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one).localeCompare(String(other), language, { numeric: true });
}

class Listing {
  constructor(parent) {
    this.root = stage(parent, css, "listing");
    this.frame = make("div", "frame");
    this.root.append(this.frame);
    this.frame.addEventListener("click", (event) => this.click(event));
    this.frame.addEventListener("keydown", (event) => this.key(event));
  }

  update(component) {
    this.component = component;
    const { data } = component;
    this.data = data;
    this.frame.style.maxHeight = data.height ? `${data.height}px` : "none";
    this.root.classList.toggle("dark", isDark(this.root));
    this.root.classList.toggle("pickable", data.pickable);
    const signature = JSON.stringify([data.columns, data.rows]);
    if (signature !== this.signature) {
      this.sorted = null;
      this.draw();
    }
    this.signature = signature;
    this.select(data.selected);
  }

  order() {
    if (!this.sorted) return this.data.rows;
    const { column, down } = this.sorted;
    const language = this.data.language;
    return [...this.data.rows].sort((one, other) => compare(one.cells[column], other.cells[column], language) * (down ? -1 : 1));
  }

  draw() {
    const { columns, label } = this.data;
    const table = make("table", "", "", { "aria-label": label });
    const head = make("tr");
    columns.forEach((column, index) => {
      const direction = this.sorted?.column === index ? (this.sorted.down ? "descending" : "ascending") : "none";
      const cell = make("th", column.kind, "", { scope: "col", "aria-sort": direction });
      const button = make("button", "", column.label, { type: "button", "data-sort": String(index) });
      cell.append(button);
      if (column.width) cell.style.width = column.width;
      head.append(cell);
    });
    const body = make("tbody");
    this.order().forEach((row, place) => body.append(this.line(row, columns, place)));
    const top = make("thead");
    top.append(head);
    table.append(top, body);
    this.frame.replaceChildren(table);
    this.root.dataset.rows = String(this.data.rows.length);
  }

  line(row, columns, place) {
    const line = make("tr", row.tone ?? "", "", { "data-row": row.id });
    if (this.data.pickable) line.tabIndex = place === 0 ? 0 : -1;
    columns.forEach((column, index) => {
      const value = row.cells[index];
      const cell = make("td", column.kind, value === null ? "" : String(value));
      if (column.kind === "bar" && typeof value === "number") cell.append(this.bar(value, column.most));
      line.append(cell);
    });
    return line;
  }

  bar(value, most) {
    const track = make("i", "track");
    const filled = make("i", "filled");
    filled.style.width = `${Math.max(0, Math.min(100, (100 * value) / (most || 1)))}%`;
    track.append(filled);
    return track;
  }

  select(id) {
    this.frame.querySelectorAll("tr.selected").forEach((line) => line.classList.remove("selected"));
    if (!id) return;
    const line = this.frame.querySelector(`tr[data-row="${CSS.escape(id)}"]`);
    line?.classList.add("selected");
    if (line && id !== this.shown) line.scrollIntoView({ block: "nearest" });
    this.shown = id;
  }

  click({ target }) {
    const sort = target.closest("[data-sort]");
    if (sort) {
      const column = Number(sort.dataset.sort);
      this.sorted = { column, down: this.sorted?.column === column && !this.sorted.down };
      this.draw();
      this.select(this.data.selected);
      return;
    }
    const line = target.closest("tr[data-row]");
    if (line && this.data.pickable) this.component.setTriggerValue("picked", line.dataset.row);
  }

  key(event) {
    const line = event.target.closest("tr[data-row]");
    if (!line) return;
    const next = { ArrowDown: line.nextElementSibling, ArrowUp: line.previousElementSibling }[event.key];
    if (event.key === "Enter" || event.key === " ") line.click();
    else if (next) {
      line.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    } else return;
    event.preventDefault();
  }
}

export default function (component) {
  const { parentElement } = component;
  if (!drawn.has(parentElement)) drawn.set(parentElement, new Listing(parentElement));
  drawn.get(parentElement).update(component);
}
