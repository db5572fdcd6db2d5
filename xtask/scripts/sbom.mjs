// What the shipped WebAssembly is made of, as CycloneDX: by cargo-cyclonedx, less what it says of
// this machine and less the crates that it takes in for other targets and features.
// Usage: node xtask/scripts/sbom.mjs

import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sourcesDate } from "./sources_date.mjs";

const PACKAGE = "byoc-readiness";
const TARGET = "wasm32-unknown-unknown";

const cargo = (...words) =>
  execFileSync("cargo", words, {
    encoding: "utf8",
    maxBuffer: 1e8,
    stdio: ["ignore", "pipe", "inherit"],
    // With it cargo-cyclonedx draws no random number, either.
    env: { ...process.env, SOURCE_DATE_EPOCH: String(sourcesDate()) },
  });

/** `name@version` of each crate that Cargo compiles along these kinds of edges. */
function crates(edges) {
  const tree = ["--edges", edges, "--target", TARGET, "--package", PACKAGE, "--prefix", "none", "--format", "{p}"];
  const lines = cargo("tree", "--locked", ...tree).trim().split("\n");
  return new Set(lines.map((line) => line.replace(/^(\S+) v(\S+).*/, "$1@$2")));
}

/** cargo-cyclonedx writes beside each manifest of the workspace. */
function described() {
  const { packages } = JSON.parse(cargo("metadata", "--locked", "--no-deps", "--format-version", "1"));
  const name = `${PACKAGE}-sbom-in-the-making`;
  const written = packages.map(({ manifest_path: manifest }) => join(dirname(manifest), `${name}.json`));
  try {
    // Of all targets, since what runs in the compiler is for this machine's.
    const options = ["--target", "all", "--format", "json", "--spec-version", "1.5", "--override-filename", name];
    cargo("cyclonedx", "--quiet", ...options);
    return JSON.parse(readFileSync(`${name}.json`, "utf8"));
  } finally {
    for (const file of written) rmSync(file, { force: true });
  }
}

const compiled = crates("normal");
const linked = crates("normal,no-proc-macro");
const bom = described();

/** By which a component is named wherever it is meant: without Cargo's paths and registries. */
const purl = ({ name, version }) => `pkg:cargo/${name}@${version}`;
const ids = new Map([bom.metadata.component, ...bom.components].map((component) => [component["bom-ref"], component]));
const isCompiled = ({ name, version }) => compiled.has(`${name}@${version}`);

function named(component) {
  const { "bom-ref": _, purl: __, components: ___, scope: ____, ...others } = component;
  // What is not linked is a macro, or part of one: it runs in the compiler.
  const scope = linked.has(`${component.name}@${component.version}`) ? "required" : "excluded";
  return { ...others, "bom-ref": purl(component), purl: purl(component), scope };
}

bom.metadata.component = named(bom.metadata.component);
bom.metadata.tools.push({ name: "rustc", version: execFileSync("rustc", ["--version"], { encoding: "utf8" }).split(" ")[1] });
bom.metadata.properties = [{ name: "cdx:rustc:sbom:target:triple", value: TARGET }];
bom.components = bom.components.filter(isCompiled).map(named);
bom.dependencies = bom.dependencies
  .filter(({ ref }) => isCompiled(ids.get(ref)))
  .map(({ ref, dependsOn = [] }) => ({
    ref: purl(ids.get(ref)),
    dependsOn: dependsOn.map((id) => ids.get(id)).filter(isCompiled).map(purl),
  }));

const missing = compiled.size - bom.components.length - 1;
if (missing !== 0) throw new Error(`cargo-cyclonedx and Cargo differ by ${missing} crates`);

const text = `${JSON.stringify(bom, null, 1)}\n`;
writeFileSync("pkg/sbom.cdx.json", text);
