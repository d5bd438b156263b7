// Letters that stay readable in a wide view.
const MOST = 1.8;
const READABLE = 0.62;
const BUSIEST = 12;

/** The busiest bodies grow while one zooms out: their boxes and letters, as far as there is room. */
export function growBusiest(cy) {
  const wanted = Math.max(1, Math.min(MOST, READABLE / cy.zoom()));
  const nodes = cy.nodes(":visible").filter((node) => node.data("kind") !== "tray");
  const busiest = nodes.filter((node) => node.data("size") && !node.data("badge"))
    .sort((one, other) => other.data("weight") - one.data("weight")).slice(0, BUSIEST);
  const factors = new Map();
  for (const node of busiest) factors.set(node.id(), room(node, nodes, wanted, factors));
  cy.batch(() => busiest.forEach((node) => {
    const factor = factors.get(node.id());
    node.style({
      "font-size": node.data("size") * factor, width: node.data("width") * factor, height: node.data("height") * factor,
      "text-max-width": node.data("textWidth") * factor, "z-index": 10,
    });
  }));
}

/** How much a node may grow, from 1 to what is wanted, before it covers another. */
function room(node, nodes, wanted, factors) {
  const { x, y } = node.position();
  let factor = wanted;
  nodes.forEach((other) => {
    if (other === node) return;
    const place = other.position();
    const grown = factors.get(other.id()) ?? 1;
    const across = (2 * Math.abs(place.x - x) - other.data("width") * grown - 4) / node.data("width");
    const down = (2 * Math.abs(place.y - y) - other.data("height") * grown - 4) / node.data("height");
    factor = Math.min(factor, Math.max(across, down));
  });
  return Math.max(1, factor);
}
