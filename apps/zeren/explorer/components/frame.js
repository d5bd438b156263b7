// What Streamlit leaves open about the page as a whole: its language, its own English labels, and where it may ask.
const policy = () => {
  const own = `'self' ws://${location.host} wss://${location.host}`;
  return [
    "default-src 'self'", "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:", "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:", "font-src 'self' data:", `connect-src ${own} data: blob:`, "worker-src 'self' blob:",
    "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-src 'self' blob:",
  ].join("; ");
};

/** From now on nothing is loaded from or sent to another machine, whatever a text may have smuggled in. */
function fence() {
  if (document.head.querySelector("meta[http-equiv='Content-Security-Policy']")) return;
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = policy();
  document.head.append(meta);
}

let said = {};
let waiting = false;

/** Labels that Streamlit has in English only, for those who hear the page or point at its buttons. */
function relabel() {
  waiting = false;
  for (const name of ["aria-label", "placeholder"]) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      const words = said[element.getAttribute(name)];
      if (words) element.setAttribute(name, words);
    }
  }
  const skip = document.querySelector("[data-testid='stSkipToContent']");
  const words = said[skip?.textContent];
  if (words) skip.textContent = words;
}

const watcher = new MutationObserver(() => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(relabel);
});

export default ({ data }) => {
  fence();
  document.documentElement.lang = data.language;
  said = data.said;
  watcher.disconnect();
  if (!Object.keys(said).length) return;
  relabel();
  watcher.observe(document.body, { childList: true, subtree: true });
};
