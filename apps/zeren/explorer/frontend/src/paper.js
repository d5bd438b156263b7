// The document with its readings marked in place. Everything of the document becomes text nodes, nothing becomes markup.
import css from "./paper.css";
import { isDark, make, stage } from "./theme.js";

const drawn = new WeakMap();

/** Cuts a text at every start and end of its marks: pieces with the marks that cover each. Offsets are code points. */
export function pieces(text, marks) {
  const points = [...text];
  const cuts = new Set([0, points.length]);
  for (const mark of marks) {
    cuts.add(Math.max(0, Math.min(points.length, mark.start)));
    cuts.add(Math.max(0, Math.min(points.length, mark.end)));
  }
  const places = [...cuts].sort((one, other) => one - other);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1];
    const covering = marks.filter((mark) => mark.start <= start && mark.end >= end && mark.end > mark.start);
    return { text: points.slice(start, end).join(""), marks: covering };
  });
}

class Paper {
  constructor(parent) {
    this.root = stage(parent, css, "paper");
    this.frame = make("div", "frame", "", { tabindex: "0" });
    this.legend = make("div", "legend");
    this.root.append(this.legend, this.frame);
    this.frame.addEventListener("click", (event) => this.click(event));
    this.frame.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.click(event);
    });
  }

  update(component) {
    this.component = component;
    const { data } = component;
    this.frame.style.maxHeight = data.height ? `${data.height}px` : "none";
    this.frame.setAttribute("aria-label", data.words.document);
    this.root.classList.toggle("dark", isDark(this.root));
    this.legend.replaceChildren(...data.legend.map(({ kind, label }) => make("mark", kind, label)));
    const signature = JSON.stringify([data.blocks, data.marks]);
    if (signature !== this.signature) this.draw(data);
    if (data.focus !== this.focus || signature !== this.signature) this.show(data.focus);
    this.signature = signature;
    this.focus = data.focus;
  }

  draw({ blocks, marks }) {
    this.places = new Map();
    for (const mark of marks) {
      const place = `${mark.block}|${mark.row ?? ""}|${mark.column ?? ""}`;
      if (!this.places.has(place)) this.places.set(place, []);
      this.places.get(place).push(mark);
    }
    this.frame.replaceChildren(...blocks.map((block) => (block.rows ? this.table(block) : this.paragraph(block))));
  }

  paragraph(block) {
    if (block.skipped) return make("p", "skipped", block.text);
    const element = make("p", block.level ? `level-${Math.min(block.level, 4)}` : "", "", { "data-block": block.index });
    this.fill(element, block.text, `${block.index}||`);
    return element;
  }

  table(block) {
    const table = make("table", "", "", { "data-block": block.index });
    for (const row of block.rows) {
      const line = make("tr", row.head ? "head" : "");
      for (const cell of row.cells) {
        const element = make("td", "", "", { colspan: cell.across, rowspan: cell.down });
        this.fill(element, cell.text, `${block.index}|${row.index}|${cell.column}`);
        line.append(element);
      }
      table.append(line);
    }
    const frame = make("div", "wide");
    frame.append(table);
    return frame;
  }

  fill(element, text, place) {
    for (const piece of pieces(text, this.places.get(place) ?? [])) {
      if (!piece.marks.length) {
        element.append(document.createTextNode(piece.text));
        continue;
      }
      const inner = piece.marks.reduce((one, other) => (other.end - other.start <= one.end - one.start ? other : one));
      const mark = make("mark", piece.marks.map((item) => item.kind).join(" "), piece.text, {
        title: piece.marks.map((item) => item.title).join("\n"), tabindex: "0", "data-mark": inner.id,
      });
      mark.dataset.marks = JSON.stringify(piece.marks.map((item) => item.id));
      element.append(mark);
    }
  }

  show(id) {
    this.frame.querySelectorAll(".focus").forEach((mark) => mark.classList.remove("focus"));
    if (!id) return;
    const found = [...this.frame.querySelectorAll("mark")].filter((mark) => JSON.parse(mark.dataset.marks).includes(id));
    found.forEach((mark) => mark.classList.add("focus"));
    if (found.length) this.scrollTo(found[0]);
  }

  scrollTo(mark) {
    const [frame, place] = [this.frame.getBoundingClientRect(), mark.getBoundingClientRect()];
    this.frame.scrollTop += place.top - frame.top - frame.height / 3;
  }

  click({ target }) {
    const mark = target.closest("mark");
    if (mark) this.component.setTriggerValue("picked", mark.dataset.mark);
  }
}

export default function (component) {
  const { parentElement } = component;
  if (!drawn.has(parentElement)) drawn.set(parentElement, new Paper(parentElement));
  drawn.get(parentElement).update(component);
}
