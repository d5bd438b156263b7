// How nodes and edges of each kind look: shape by kind, line style and colour by role, red double ring for a gap.
import { fontFamily, roleColours, roleLines, themed } from "./theme.js";

const shapes = { body: "round-rectangle", collective: "cut-rectangle", group: "hexagon", task: "round-rectangle", tray: "rectangle" };

function fills(dark) {
  return dark
    ? { body: "#23405f", collective: "#3a3a4a", group: "#4a3560", task: "#2b2f36", tray: "#3d2527" }
    : { body: "#d8e8f7", collective: "#ececf2", group: "#ead9f4", task: "#f7f5ef", tray: "#fdeeee" };
}

export function styles(element, dark) {
  const text = themed(element, "text-color", dark ? "#fafafa" : "#31333f");
  const ground = themed(element, "background-color", dark ? "#0e1117" : "#ffffff");
  const font = fontFamily(element);
  const colours = roleColours(dark);
  const fill = fills(dark);
  const red = dark ? "#ff6b6b" : "#c1272d";
  return [
    {
      selector: "node",
      style: {
        label: "data(label)", color: text, "font-family": font, "font-size": 13, "text-valign": "center",
        "text-halign": "center", "text-wrap": "wrap", "text-max-width": "data(textWidth)", "text-overflow-wrap": "anywhere",
        width: "data(width)", height: "data(height)", "border-width": 1, "border-color": dark ? "#6b7280" : "#9aa3ad",
        "min-zoomed-font-size": 5, "background-color": fill.task, "overlay-opacity": 0,
      },
    },
    ...Object.entries(shapes).map(([kind, shape]) => ({
      selector: `node[kind = "${kind}"]`, style: { shape, "background-color": fill[kind] },
    })),
    { selector: 'node[kind = "body"]', style: { "font-weight": 600, "border-width": 1.5, "border-color": dark ? "#7fb2e5" : "#2f6ea5" } },
    { selector: "node[size]", style: { "font-size": "data(size)" } },
    { selector: 'node[kind = "collective"]', style: { "border-style": "dashed", "font-weight": 600 } },
    { selector: 'node[kind = "group"]', style: { "font-weight": 600 } },
    {
      selector: 'node[kind = "tray"]',
      style: { "text-valign": "top", "text-margin-y": 20, "border-style": "dashed", "border-color": red, "z-index": 0, "font-weight": 600, events: "no" },
    },
    { selector: "node[?gap]", style: { "border-style": "double", "border-width": 5, "border-color": red } },
    { selector: "node.found", style: { "border-width": 5, "border-color": dark ? "#ffd84d" : "#e0a800", "z-index": 20 } },
    { selector: "node.pinned", style: { "underlay-color": text, "underlay-opacity": 0.15, "underlay-padding": 5 } },
    { selector: "node:selected", style: { "border-style": "solid", "border-width": 4, "border-color": dark ? "#b79bff" : "#6a3fd0", "z-index": 30 } },
    { selector: "edge", style: { "curve-style": "straight", width: 1.4, opacity: 0.75, "overlay-opacity": 0 } },
    ...Object.entries(roleLines).map(([role, line]) => ({
      selector: `edge[role = "${role}"]`,
      style: { "line-style": line, "line-color": colours[role], width: role === "lead" || role === "accountable" ? 2.6 : 1.4 },
    })),
    { selector: "edge:selected", style: { width: 4, opacity: 1 } },
    { selector: ".dim", style: { opacity: 0.22 } },
    { selector: ".hidden", style: { display: "none" } },
    { selector: "core", style: { "active-bg-opacity": 0.08, "selection-box-color": ground } },
  ];
}
