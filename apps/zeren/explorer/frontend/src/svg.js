// The picture as SVG, written from what is drawn: lines, boxes and wrapped labels.
const escape = (text) => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** Lines of at most `width` pixels, counting a wide character as one em and others as 0.55. */
function wrap(text, width, size) {
  const lines = [];
  for (const part of text.split("\n")) {
    let line = "";
    let length = 0;
    for (const letter of part) {
      const step = size * (letter.codePointAt(0) > 0x2e7f ? 1 : 0.55);
      if (line && length + step > width) {
        lines.push(line);
        line = "";
        length = 0;
      }
      line += letter;
      length += step;
    }
    lines.push(line);
  }
  return lines;
}

function line(edge) {
  const [from, to] = [edge.sourceEndpoint(), edge.targetEndpoint()];
  const dash = { dashed: "6 4", dotted: "2 3" }[edge.style("line-style")] ?? "none";
  return `<line x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}" stroke="${edge.style("line-color")}" ` +
    `stroke-width="${parseFloat(edge.style("width"))}" stroke-dasharray="${dash}" opacity="0.75"/>`;
}

function box(node) {
  const { x, y } = node.position();
  const [width, height] = [node.width(), node.height()];
  const size = parseFloat(node.style("font-size"));
  const lines = wrap(node.data("label"), Number(node.data("textWidth")), size);
  const first = node.data("kind") === "tray" ? y - height / 2 + size * 1.4 : y - ((lines.length - 1) * size * 1.2) / 2 + size * 0.35;
  const words = lines.map((text, index) => `<tspan x="${x}" y="${first + index * size * 1.2}">${escape(text)}</tspan>`).join("");
  return `<g><rect x="${x - width / 2}" y="${y - height / 2}" width="${width}" height="${height}" rx="6" ` +
    `fill="${node.style("background-color")}" stroke="${node.style("border-color")}" stroke-width="${parseFloat(node.style("border-width"))}"/>` +
    `<text font-size="${size}" font-weight="${node.style("font-weight")}" fill="${node.style("color")}" text-anchor="middle">${words}</text></g>`;
}

export function toSvg(cy, ground, font) {
  const shown = cy.elements(":visible");
  const area = shown.boundingBox();
  const frame = [area.x1 - 20, area.y1 - 20, area.w + 40, area.h + 40];
  const nodes = shown.nodes().sort((one, other) => (one.data("kind") === "tray" ? -1 : 0) - (other.data("kind") === "tray" ? -1 : 0));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${frame.join(" ")}" font-family="${escape(font)}">` +
    `<rect x="${frame[0]}" y="${frame[1]}" width="${frame[2]}" height="${frame[3]}" fill="${ground}"/>` +
    shown.edges().map(line).join("") + nodes.map(box).join("") + "</svg>";
}
