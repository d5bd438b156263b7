// The network of bodies and tasks: draws what Python placed, and tells Python what was clicked, expanded or hidden.
import cytoscape from "cytoscape";
import css from "./network.css";
import { growBusiest } from "./growth.js";
import { History } from "./history.js";
import { styles } from "./looks.js";
import { fontsFor, isDark, make, roleColours, roleLines, stage } from "./theme.js";
import { Toolbar } from "./toolbar.js";

const drawn = new WeakMap();

class Network {
  constructor(parent) {
    this.root = stage(parent, css, "network");
    this.bar = new Toolbar(this);
    this.canvas = make("div", "canvas", "", { tabindex: "0", role: "application" });
    this.tip = make("div", "tip");
    this.legend = make("div", "legend");
    this.root.append(this.bar.element, this.canvas, this.legend, this.tip);
    this.history = new History(() => {
      this.applyHidden();
      this.keepHidden();
    });
    this.arrangement = null;
    this.kept = { hidden: "", pinned: "" };
  }

  start() {
    this.cy = cytoscape({
      container: this.canvas, layout: { name: "preset" }, minZoom: 0.05, maxZoom: 4,
      boxSelectionEnabled: true, selectionType: "single",
    });
    this.listen();
    new ResizeObserver(() => this.cy.resize()).observe(this.canvas);
  }

  listen() {
    const { cy } = this;
    cy.on("tap", "node", ({ target }) => this.component.setTriggerValue("picked", target.id()));
    cy.on("tap", "edge", ({ target }) => this.component.setTriggerValue("picked", target.id()));
    cy.on("dbltap", "node", ({ target }) => this.component.setTriggerValue("expanded", target.id()));
    cy.on("mouseover", "node, edge", (event) => this.hover(event));
    cy.on("mousemove", (event) => this.moveTip(event));
    cy.on("mouseout", "node, edge", () => this.leave());
    cy.on("select unselect", () => this.bar.enable());
    cy.on("zoom", () => {
      this.waiting ??= requestAnimationFrame(() => this.grow());
    });
    this.canvas.addEventListener("mouseleave", () => this.leave());
    this.canvas.addEventListener("keydown", (event) => this.key(event));
  }

  grow() {
    this.waiting = null;
    growBusiest(this.cy);
  }

  key(event) {
    const actions = {
      Delete: () => this.hide(), h: () => this.hide(), p: () => this.pin(), z: () => this.history.undo(),
      y: () => this.history.redo(), f: () => this.fit(), "+": () => this.zoom(1.25), "-": () => this.zoom(0.8),
      e: () => this.expand(),
    };
    const action = actions[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  }

  async update(component) {
    this.component = component;
    const { data } = component;
    const turn = (this.turn = (this.turn ?? 0) + 1);
    this.canvas.style.height = `${data.height}px`;
    await fontsFor(this.root, data.nodes.map((node) => node.label).join(""));
    if (turn !== this.turn) return;
    if (!this.cy) this.start();
    this.bar.draw(data.words);
    this.drawLegend(data.legend);
    this.canvas.setAttribute("aria-label", data.words.network);
    this.cy.style(styles(this.root, isDark(this.root)));
    this.merge(data);
    if (this.arrangement === null) this.recall(data);
    this.applyHidden();
    this.mark(data.selected);
    if (this.arrangement !== data.arrangement) this.frame(data);
    this.arrangement = data.arrangement;
    this.grow();
    this.root.dataset.nodes = String(this.cy.nodes().length);
  }

  /** Brings the drawing to the new elements: what stays keeps its place unless the arrangement changed. */
  merge(data) {
    const { cy } = this;
    const wanted = new Set([...data.nodes, ...data.edges].map((item) => item.id));
    const moved = this.arrangement !== data.arrangement;
    if (moved && this.arrangement !== null) this.forget();
    cy.batch(() => {
      cy.elements().filter((element) => !wanted.has(element.id())).remove();
      for (const node of data.nodes) {
        const position = { x: node.x, y: node.y };
        const known = cy.getElementById(node.id);
        if (known.empty()) cy.add({ group: "nodes", data: { ...node }, position });
        else {
          known.data(node);
          if (moved) known.position(position);
        }
      }
      for (const edge of data.edges) if (cy.getElementById(edge.id).empty()) cy.add({ group: "edges", data: { ...edge } });
    });
  }

  /** Hides and pins what the address says. */
  recall({ hidden, pinned }) {
    this.kept = { hidden: [...hidden].sort().join(","), pinned: [...pinned].sort().join(",") };
    this.history.start(hidden);
    for (const place of pinned) {
      const [id, x, y] = place.split(":");
      const node = this.cy.getElementById(id);
      if (node.empty()) continue;
      node.position({ x: Number(x), y: Number(y) }).addClass("pinned").lock();
    }
  }

  /** Another arrangement begins with nothing hidden or pinned. */
  forget() {
    this.history.clear();
    this.cy.nodes(".pinned").removeClass("pinned").unlock();
    this.keepHidden();
    this.keepPinned();
  }

  /** Tells Python what is hidden, where that changed, for the address. */
  keepHidden() {
    this.keep("hidden", [...this.history.hidden()].sort());
  }

  /** Tells Python what is pinned and where. */
  keepPinned() {
    const place = (node) => `${node.id()}:${Math.round(node.position("x"))}:${Math.round(node.position("y"))}`;
    this.keep("pinned", this.cy.nodes(".pinned").map(place).sort());
  }

  keep(name, list) {
    const text = list.join(",");
    if (text === this.kept[name]) return;
    this.kept[name] = text;
    this.component.setTriggerValue(name, text || "-");
  }

  frame(data) {
    this.cy.resize();
    this.fit();
    const smallest = data.smallest ?? 0;
    if (this.cy.zoom() >= smallest) return;
    const box = this.cy.elements().boundingBox();
    this.cy.zoom(smallest);
    this.cy.pan({ x: 20 - box.x1 * smallest, y: 20 - box.y1 * smallest });
  }

  fit() {
    this.cy.fit(this.cy.elements(":visible"), 24);
    if (this.cy.zoom() > 1.6) this.cy.zoom({ level: 1.6, renderedPosition: this.centre() });
  }

  centre() {
    return { x: this.cy.width() / 2, y: this.cy.height() / 2 };
  }

  zoom(factor) {
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: this.centre() });
  }

  mark(id) {
    this.cy.elements().unselect();
    if (id) this.cy.getElementById(id).select();
    this.bar.enable();
  }

  hide() {
    const ids = this.cy.$("node:selected").map((node) => node.id());
    if (ids.length) this.history.push(ids);
  }

  applyHidden() {
    if (!this.cy) return;
    const hidden = this.history.hidden();
    this.cy.batch(() => this.cy.nodes().forEach((node) => node.toggleClass("hidden", hidden.has(node.id()))));
    this.bar.enable();
  }

  /** Pinned nodes cannot be dragged; their places stand in the address. */
  pin() {
    const nodes = this.cy.$("node:selected");
    if (nodes.empty()) return;
    const pinned = !nodes.first().hasClass("pinned");
    nodes.toggleClass("pinned", pinned);
    nodes[pinned ? "lock" : "unlock"]();
    this.keepPinned();
  }

  expand() {
    const [node] = this.cy.$("node:selected").toArray();
    if (node) this.component.setTriggerValue("expanded", node.id());
  }

  search(text) {
    const query = text.trim().toLowerCase();
    this.cy.nodes().removeClass("found");
    this.bar.tell("");
    if (!query) return;
    const hits = this.cy.nodes().filter((node) => `${node.data("label")} ${node.data("words")} ${node.data("forms")}`.toLowerCase().includes(query));
    hits.addClass("found");
    this.bar.tell(String(hits.length));
    if (hits.length) this.cy.animate({ center: { eles: hits }, duration: 200 });
  }

  hover({ target, renderedPosition }) {
    const near = target.isNode() ? target.closedNeighborhood() : target.union(target.connectedNodes());
    this.cy.batch(() => this.cy.elements().not(near).addClass("dim"));
    this.tip.textContent = target.data("words") || target.data("label");
    this.tip.style.display = "block";
    if (renderedPosition) this.moveTip({ renderedPosition });
  }

  /** Beside the pointer, on the side where there is room. */
  moveTip({ renderedPosition }) {
    if (this.tip.style.display !== "block" || !renderedPosition) return;
    const { x, y } = renderedPosition;
    const right = x > this.cy.width() / 2;
    const below = y > this.cy.height() / 2;
    this.tip.style.left = right ? "" : `${x + 14}px`;
    this.tip.style.right = right ? `${this.cy.width() - x + 14}px` : "";
    this.tip.style.top = below ? "" : `${this.canvas.offsetTop + y + 14}px`;
    this.tip.style.bottom = below ? `${this.root.clientHeight - this.canvas.offsetTop - y + 14}px` : "";
  }

  leave() {
    this.cy.elements().removeClass("dim");
    this.tip.style.display = "none";
  }

  drawLegend(legend) {
    const colours = roleColours(isDark(this.root));
    this.legend.replaceChildren(...legend.map(({ role, kind, label }) => {
      const item = make("span", "item");
      const swatch = make("i", role ? "line" : `shape ${kind}`);
      if (role) swatch.style.borderTop = `3px ${roleLines[role]} ${colours[role]}`;
      item.append(swatch, make("span", "", label));
      return item;
    }));
  }
}

export default function (component) {
  const { parentElement } = component;
  if (!drawn.has(parentElement)) drawn.set(parentElement, new Network(parentElement));
  drawn.get(parentElement).update(component);
}
