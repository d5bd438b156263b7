// What the page's theme says, for canvases and for our own colours, and the fonts a canvas has to wait for.

/** A variable of Streamlit's theme as seen by an element. */
export function themed(element, name, otherwise) {
  return getComputedStyle(element).getPropertyValue(`--st-${name}`).trim() || otherwise;
}

/** The font families for a canvas: cytoscape takes names without quotation marks. */
export function fontFamily(element) {
  return themed(element, "font", "sans-serif").replaceAll(/["']/g, "");
}

/** Whether the ground is dark, by the luminance of the theme's background. */
export function isDark(element) {
  const probe = document.createElement("span");
  probe.style.color = themed(element, "background-color", "#ffffff");
  element.append(probe);
  const [red, green, blue] = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number);
  probe.remove();
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/** Colours of Okabe and Ito by role, darker on light ground and lighter on dark ground. */
export function roleColours(dark) {
  return dark
    ? { accountable: "#f07b3f", lead: "#f5b942", responsible: "#56b4e9", joint: "#e79bc6", support: "#a3a9b3", supervise: "#e6dc5a" }
    : { accountable: "#b3470b", lead: "#c97a00", responsible: "#0066a5", joint: "#b5508c", support: "#7b828c", supervise: "#8a7d00" };
}

/** Line style by role: no meaning by colour alone. */
export const roleLines = {
  accountable: "solid", lead: "solid", responsible: "solid", joint: "dashed", support: "dotted", supervise: "dashed",
};

/** Resolves when the font slices for the text have arrived, or after `wait` milliseconds. */
export function fontsFor(element, text, wait = 1500) {
  const family = themed(element, "font", "sans-serif");
  const late = new Promise((done) => setTimeout(done, wait));
  const loads = ["400", "600"].map((weight) => document.fonts.load(`${weight} 14px ${family}`, text));
  return Promise.race([Promise.allSettled(loads), late]);
}

/** The element where a component draws, made once; the style sheet goes in beside it. */
export function stage(parent, css, className) {
  const sheet = document.createElement("style");
  sheet.textContent = css;
  const root = document.createElement("div");
  root.className = className;
  parent.append(sheet, root);
  return root;
}

/** An element with a class, text as a text node only, and attributes. */
export function make(tag, className = "", text = "", attributes = {}) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
