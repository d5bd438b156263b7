// Bundles the components and copies the font slices into ../static, with the licences of what was bundled.
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const target = join(here, "..", "static");
const modules = join(here, "node_modules");
const fontPackage = join(modules, "@fontsource-variable", "noto-sans-sc");
const shipped = ["cytoscape", "@fontsource-variable/noto-sans-sc"];

async function bundle() {
  await build({
    entryPoints: ["network", "matrix", "listing", "paper"].map((name) => join(here, "src", `${name}.js`)),
    outdir: target,
    bundle: true,
    format: "esm",
    minify: true,
    target: "es2022",
    loader: { ".css": "text" },
    legalComments: "none",
  });
}

/** Every slice of the font with its range of characters, as Streamlit's theme.fontFaces wants it. */
async function fonts() {
  await mkdir(join(target, "fonts"), { recursive: true });
  const sheet = await readFile(join(fontPackage, "index.css"), "utf8");
  const faces = [];
  for (const [, face] of sheet.matchAll(/@font-face\s*{([^}]*)}/g)) {
    const file = /url\(\.\/files\/([^)]+)\)/.exec(face)?.[1];
    const range = /unicode-range:\s*([^;]+);/.exec(face)?.[1];
    if (!file || !range) throw new Error(`a font face without file or range: ${face}`);
    await copyFile(join(fontPackage, "files", file), join(target, "fonts", file));
    faces.push({
      family: "Noto Sans SC Variable", url: `app/static/fonts/${file}`, weight: "100 900", unicodeRange: range.trim(),
    });
  }
  if (faces.length < 50) throw new Error(`only ${faces.length} font faces found: has the font package changed?`);
  await writeFile(join(target, "fonts.json"), JSON.stringify(faces, null, 1) + "\n");
}

async function licences() {
  const parts = [];
  for (const name of shipped) {
    const folder = join(modules, name);
    const about = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${name} has no licence file`);
    parts.push(`${name} ${about.version} (${about.license})\n\n${await readFile(join(folder, file), "utf8")}`);
  }
  await writeFile(join(target, "LICENSES.txt"), parts.join("\n\n----\n\n"));
}

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
await bundle();
await fonts();
await licences();
