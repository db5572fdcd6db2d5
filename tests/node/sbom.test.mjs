// What the package says that its WebAssembly is made of.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { buildSync } from "esbuild";

const ROOT = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, ROOT), "utf8");

const text = read("pkg/sbom.cdx.json");
const bom = JSON.parse(text);
const { version } = JSON.parse(read("pkg/package.json"));
const id = ({ name, version }) => `${name}@${version}`;
const idsOf = (scope) => bom.components.filter((component) => component.scope === scope).map(id).sort();

/** The crates that Cargo compiles for the page, but for the package itself. */
function crates(edges) {
  const words = ["--edges", edges, "--target", "wasm32-unknown-unknown", "--package", "byoc-readiness", "--prefix", "none"];
  const tree = execFileSync("cargo", ["tree", "--locked", ...words, "--format", "{p}"], { cwd: ROOT, encoding: "utf8" });
  const named = tree.trim().split("\n").map((line) => line.split(" ", 2).join("@").replace("@v", "@"));
  return [...new Set(named)].filter((name) => name !== `byoc-readiness@${version}`).sort();
}

test("it is CycloneDX, by its published schema", async () => {
  assert.equal(bom.specVersion, "1.5");
  assert.equal(await new Validation.JsonStrictValidator(Spec.Version.v1dot5).validate(text), null);
  // The check does find what is wrong.
  const wrong = text.replace('"type": "library"', '"type": "shelf"');
  assert.notEqual(await new Validation.JsonStrictValidator(Spec.Version.v1dot5).validate(wrong), null);
});

test("it is of this package", () => {
  const { name, version: ours, licenses } = bom.metadata.component;
  assert.deepEqual([name, ours, licenses], ["byoc-readiness", version, [{ expression: "Apache-2.0" }]]);
});

test("its components are the crates that Cargo compiles: those in the WebAssembly, and macros", () => {
  const linked = crates("normal,no-proc-macro");
  assert.deepEqual(idsOf("required"), linked);
  assert.deepEqual([...idsOf("required"), ...idsOf("excluded")].sort(), crates("normal"));
  // A few by hand: a row of Cargo.toml for any target, one for the browser's, and one for tests.
  const names = bom.components.map(({ name }) => name);
  assert.ok(["hifijson", "leptos", "leptos_macro"].every((name) => names.includes(name)));
  assert.ok(!names.includes("proptest") && !names.includes("lexopt"));
});

test("each crate that the WebAssembly names in its messages is in it", () => {
  const wasm = readFileSync(new URL("pkg/byoc_readiness_bg.wasm", ROOT), "latin1");
  const places = wasm.matchAll(/(\/rust\/deps\/)?([\w-]+)-(\d+\.\d+\.\d+[\w.+-]*)\/src\//g);
  // The standard library's own crates come with the compiler.
  const ours = [...places].filter(([, isOfCompiler]) => !isOfCompiler);
  const named = new Set(ours.map(([, , name, version]) => `${name}@${version}`));
  assert.ok([...named].some((crate) => crate.startsWith("leptos@")));
  const required = new Set(idsOf("required"));
  assert.deepEqual([...named].filter((crate) => !required.has(crate)), []);
});

test("each component has its version, license, address, and the checksum of Cargo.lock", () => {
  const packages = read("Cargo.lock").split("[[package]]").slice(1);
  const field = (text, name) => text.match(new RegExp(`^${name} = "(.*)"$`, "m"))?.[1];
  const checksums = new Map(packages.map((one) => [`${field(one, "name")}@${field(one, "version")}`, field(one, "checksum")]));
  for (const component of bom.components) {
    const of = id(component);
    assert.equal(component.purl, `pkg:cargo/${of}`);
    assert.equal(component["bom-ref"], component.purl);
    assert.match(component.licenses[0].expression, /^\(?[A-Z][\w.-]+/, of);
    // A part of the product itself comes from no registry.
    const checksum = checksums.get(of);
    assert.equal(checksum === undefined, component.name.startsWith("byoc-"), of);
    assert.deepEqual(component.hashes, checksum && [{ alg: "SHA-256", content: checksum }], of);
  }
});

test("what depends on what names components of it alone, from the package on", () => {
  const known = new Set([bom.metadata.component, ...bom.components].map((component) => component["bom-ref"]));
  assert.deepEqual(new Set(bom.dependencies.map(({ ref }) => ref)), known);
  for (const { ref, dependsOn } of bom.dependencies) {
    assert.deepEqual(dependsOn.filter((other) => !known.has(other)), [], ref);
  }
  const ours = bom.dependencies.find(({ ref }) => ref === bom.metadata.component["bom-ref"]);
  assert.ok(ours.dependsOn.some((ref) => ref.startsWith("pkg:cargo/leptos@")));
});

test("it says nothing of the day and by chance: its time is that of the sources", () => {
  const seconds = process.env.SOURCE_DATE_EPOCH || execFileSync("git", ["log", "-1", "--format=%ct"], { cwd: ROOT, encoding: "utf8" });
  const built = readFileSync(new URL("dist/byoc-readiness.html", ROOT), "utf8").match(/data-date="(.*?)"/)[1];
  assert.equal(bom.serialNumber, undefined);
  assert.equal(bom.metadata.timestamp.slice(0, 10), built);
  assert.ok(Date.parse(bom.metadata.timestamp) <= Number(seconds) * 1000);
});

test("the web has the same as the package", () => {
  assert.equal(read(`dist/embed/${version}/sbom.cdx.json`), text);
});

test("no package of npm is in the shipped scripts", () => {
  const { metafile } = buildSync({
    absWorkingDir: fileURLToPath(ROOT),
    entryPoints: ["boot", "embed", "frame", "single"].map((name) => `js/${name}.js`),
    bundle: true,
    write: false,
    metafile: true,
    outdir: "nowhere",
    format: "esm",
    // What the build makes, beside them in the package.
    external: ["./byoc_readiness.js", "./style.js", "./language-*.js"],
    define: { HOSTED: "null" },
  });
  const inputs = Object.keys(metafile.inputs);
  assert.ok(inputs.includes("js/page.js"));
  assert.deepEqual(inputs.filter((file) => !file.startsWith("js/")), []);
  assert.equal(JSON.parse(read("pkg/package.json")).dependencies, undefined);
});
