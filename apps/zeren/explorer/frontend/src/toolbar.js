// The buttons over the network and its field to search in.
import { savePng, saveSvg } from "./saving.js";
import { make } from "./theme.js";

export class Toolbar {
  constructor(network) {
    this.network = network;
    this.element = make("div", "bar", "", { role: "toolbar" });
    this.count = make("span", "count", "", { "aria-live": "polite" });
    this.words = "";
  }

  /** Draws the buttons anew where the language changed. */
  draw(words) {
    const text = JSON.stringify(words);
    if (this.words !== text) {
      this.words = text;
      this.element.replaceChildren(...this.buttons(words));
    }
    this.enable();
  }

  buttons(words) {
    const { network } = this;
    const { history } = network;
    const field = make("input", "search", "", { type: "search", placeholder: words.search, "aria-label": words.search });
    field.addEventListener("input", () => network.search(field.value));
    const button = (name, act, kind = "") => {
      const element = make("button", kind, words[name], { type: "button", "data-act": name });
      element.addEventListener("click", act);
      return element;
    };
    this.undo = button("undo", () => history.undo());
    this.redo = button("redo", () => history.redo());
    return [
      field, this.count, button("expand", () => network.expand(), "needs-node"), button("hide", () => network.hide(), "needs-node"),
      button("pin", () => network.pin(), "needs-node"), this.undo, this.redo, make("span", "gap"),
      button("fit", () => network.fit()), button("zoom_in", () => network.zoom(1.25)), button("zoom_out", () => network.zoom(0.8)),
      button("png", () => savePng(network.cy, network.root)), button("svg", () => saveSvg(network.cy, network.root)),
    ];
  }

  /** Says how many were found; nothing: an empty text. */
  tell(text) {
    this.count.textContent = text;
  }

  /** Only what can be done now can be pressed. */
  enable() {
    if (!this.undo) return;
    const { cy, history } = this.network;
    const none = !cy || cy.$("node:selected").empty();
    this.element.querySelectorAll(".needs-node").forEach((element) => { element.disabled = none; });
    this.undo.disabled = !history.canUndo();
    this.redo.disabled = !history.canRedo();
  }
}
