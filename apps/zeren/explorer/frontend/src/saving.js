// The picture as a file.
import { toSvg } from "./svg.js";
import { make, themed } from "./theme.js";

const LARGEST = 8000;

function save(blob, name) {
  const link = make("a", "", "", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

const ground = (root) => themed(root, "background-color", "#ffffff");

export function savePng(cy, root) {
  save(cy.png({ output: "blob", full: true, scale: 2, bg: ground(root), maxWidth: LARGEST, maxHeight: LARGEST }), "zeren.png");
}

export function saveSvg(cy, root) {
  save(new Blob([toSvg(cy, ground(root), themed(root, "font", "sans-serif"))], { type: "image/svg+xml" }), "zeren.svg");
}
