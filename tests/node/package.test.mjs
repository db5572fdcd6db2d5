// The built package, as a program in Node uses it.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const PACKAGE = new URL("../../pkg/", import.meta.url);
const DIST = new URL("../../dist/", import.meta.url);

const text = (name) => readFileSync(new URL(name, PACKAGE), "utf8");
const manifest = JSON.parse(text("package.json"));
const wasm = readFileSync(new URL("byoc_readiness_bg.wasm", PACKAGE));
// Resolved by the package's own name, so that its `exports` are what finds the files.
const { resolve } = createRequire(new URL("package.json", PACKAGE));

test("its name leads to the module and to the wasm", () => {
  const path = (name) => fileURLToPath(new URL(name, PACKAGE));
  assert.equal(resolve("byoc-readiness"), path("byoc_readiness.js"));
  assert.equal(resolve("byoc-readiness/byoc_readiness_bg.wasm"), path("byoc_readiness_bg.wasm"));
});

test("it starts from the wasm's bytes and tells its version", async () => {
  const { default: init, version } = await import(resolve("byoc-readiness"));
  await init({ module_or_path: wasm });
  assert.equal(version(), manifest.version);
});

test("its name leads to the report's schema, of which the engine's reports are", async () => {
  assert.equal(
    resolve("byoc-readiness/report.schema.json"),
    fileURLToPath(new URL("report.schema.json", PACKAGE)),
  );
  const { assess } = await import(resolve("byoc-readiness"));
  const schema = JSON.parse(text("report.schema.json"));
  const fields = Object.keys(schema.$defs.Report.properties);
  assert.deepEqual(Object.keys(assess({ today: "2026-11-24" })), fields);
});

test("the host's JSON is JavaScript's, byte for byte", async () => {
  const folder = new URL("../hand_over/", import.meta.url);
  const golden = (name) => readFileSync(new URL(name, folder), "utf8");
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".json"))) {
    assert.equal(JSON.stringify(JSON.parse(golden(name)), null, 2), golden(name), name);
  }
  const { assess } = await import(resolve("byoc-readiness"));
  assert.equal(JSON.stringify(assess({ today: "2026-11-26" }), null, 2), golden("empty.json"));
});

/** Each format, and how the name of its golden file ends. */
const ENDINGS = { json: "json", markdown: "md", csv: "csv", svg: "svg", "shell-script": "sh", terraform: "tf" };

test("it renders every format of the hand-over as the host does, byte for byte", async () => {
  const { formats, render } = await import(resolve("byoc-readiness"));
  assert.deepEqual(formats(), Object.keys(ENDINGS));
  for (const [format, ending] of Object.entries(ENDINGS)) {
    const golden = new URL(`../hand_over/empty.${ending}`, import.meta.url);
    // Of an empty assessment there is nothing to ask AWS for.
    const expected = existsSync(golden) ? readFileSync(golden, "utf8") : undefined;
    assert.equal(render(format, { today: "2026-11-26" }), expected, format);
  }
});

test("it renders requests where a row is short", async () => {
  const { render } = await import(resolve("byoc-readiness"));
  const input = {
    today: "2026-11-26",
    sources: [
      { text: '{"QuotaArn": "arn:aws:servicequotas:us-west-2:123456789012:vpc/L-F678F1CE", "Value": 5}' },
      { text: '{"use": "vpc/L-F678F1CE", "region": "us-west-2", "account": "123456789012", "count": 4}' },
    ],
  };
  // 5 less 4 leaves 1 of the 2 that are needed: 6 it is.
  assert.match(render("shell-script", input), /^request VPC .*--desired-value 6$/m);
  assert.match(render("terraform", input), /value\s+= 6/);
});

test("it refuses a format that there is not, and an input of the wrong shape", async () => {
  const { render } = await import(resolve("byoc-readiness"));
  assert.throws(() => render("pdf", { today: "2026-11-26" }), {
    message: 'format: "pdf" is no format; known are json, markdown, csv, svg, shell-script, terraform',
  });
  assert.throws(() => render("csv", {}), { message: "today: is missing" });
});

test("where there is no document, importing the element does nothing", async () => {
  const { ByocReadinessElement } = await import(resolve("byoc-readiness/embed"));
  assert.equal(typeof ByocReadinessElement, "function");
  assert.equal(globalThis.customElements, undefined);
});

test("every file that its manifest names is there, and no other", () => {
  const exported = Object.values(manifest.exports).flatMap((to) => (typeof to === "string" ? to : Object.values(to)));
  const named = new Set([...manifest.files, ...exported.map((path) => path.slice(2)), "LICENSE", "README.md"]);
  assert.deepEqual(readdirSync(PACKAGE).sort(), [...named].sort());
  for (const path of manifest.sideEffects) assert.ok(readdirSync(PACKAGE).includes(path.slice(2)), path);
});

/** Classes for others' use: of Leptos's dependency wasm-streams, and what the page's workers read with. */
const FOREIGN = /^(IntoUnderlying.*|Intake)$/;

test("its declarations name what it exports, and nothing else", async () => {
  const declared = text("byoc_readiness.d.ts").matchAll(/^export (default )?(?:function|class) (\w+)/gm);
  const names = Array.from(declared, ([, isDefault, name]) => (isDefault ? "default" : name));
  const module = await import(resolve("byoc-readiness"));
  const exported = Object.keys(module).filter((name) => !FOREIGN.test(name));
  assert.deepEqual(exported.sort(), names.sort());
});

test("its wasm is the page's, byte for byte", () => {
  const [name, ...others] = readdirSync(DIST).filter((file) => file.endsWith(".wasm"));
  assert.deepEqual(others, []);
  assert.ok(wasm.equals(readFileSync(new URL(name, DIST))));
});

test("it assesses a sample as the page does", async () => {
  const { assess } = await import(resolve("byoc-readiness"));
  const sample = new URL("../fixtures/get-service-quota.L-1216C47A.json.txt", import.meta.url);
  const report = assess({
    sources: [{ name: "vcpu.json", text: readFileSync(sample, "utf8") }],
    stated: { vcpu: { inUse: "1100" } },
    today: "2026-11-24",
  });
  const vcpu = report.resources.find((row) => row.id === "vcpu");
  // The file gives 1152 on its line 8; 1100 in use leaves 52 of the 80 that are needed.
  assert.equal(vcpu.status, "short");
  assert.deepEqual(vcpu.shortfall, { value: 28, unit: "vCPU", text: "28 vCPU" });
  assert.deepEqual(vcpu.evidence, [{ source: 0, line: 8, role: "limit" }]);
  assert.equal(vcpu.remedy.desiredValue, 1180);
  assert.equal(report.verdict, "not-ready");
  assert.equal(report.sources[0].name, "vcpu.json");
});

test("the same input gives the same bytes, and null stands for what is unknown", async () => {
  const { assess } = await import(resolve("byoc-readiness"));
  const input = { sources: [{ text: '{"Quotas": []}' }], today: "2026-11-24" };
  assert.equal(JSON.stringify(assess(input)), JSON.stringify(assess(input)));
  assert.equal(assess(input).resources[0].limit, null);
});

test("it lists its profiles", async () => {
  const { profiles } = await import(resolve("byoc-readiness"));
  const [document, ...others] = profiles();
  assert.deepEqual(others.map((profile) => profile.id), [
    "aws-terraform-minimum", "aws-terraform-largest",
  ]);
  assert.deepEqual(others.map((profile) => profile.rows[0].required.text), ["56 vCPU", "88 vCPU"]);
  assert.equal(document.id, "aws-byoc");
  assert.deepEqual(document.rows.map((row) => row.required.text), [
    "80 vCPU", "448 GiB", "1.3 TB", "550 GB", "1", "2", "1", "1", "2",
  ]);
});

/** A host page's own profile, and the same with a field replaced. */
const OWN = {
  id: "acme",
  title: "Acme",
  source: "https://example.com",
  regions: ["us-west-2"],
  instances: [{ type: "m6i.xlarge", count: 2 }],
  needs: { vpc: "1" },
};
const own = (fields) => ({ today: "2026-11-24", profile: { ...OWN, ...fields } });

test("it assesses against a profile that is brought along", async () => {
  const { assess } = await import(resolve("byoc-readiness"));
  const report = assess({ ...own({}), adjustments: { upgradeSurge: true } });
  assert.deepEqual(report.resources.map((row) => [row.id, row.required.text]), [
    ["vcpu", "12 vCPU"], ["memory", "48 GiB"], ["vpc", "1"],
  ]);
});

/** An input of the wrong shape, and the path that the message must name. */
const WRONG = [
  [{}, "today"],
  [{ today: "tomorrow" }, "today"],
  [{ today: "2026-02-30" }, "today"],
  [{ today: "2026-11-24", sources: [{ text: 5 }] }, "sources[0].text"],
  [{ today: "2026-11-24", stated: { cpu: { limit: "1" } } }, "stated"],
  [{ today: "2026-11-24", answers: { "aws-account": "maybe" } }, "answers"],
  [{ today: "2026-11-24", profile: "gcp" }, "profile"],
  [{ today: "2026-11-24", license: { coreSize: 80 } }, "license.coreSize"],
  [own({ title: undefined }), "profile"],
  [own({ title: " " }), "profile.title"],
  [own({ regions: "us-west-2" }), "profile.regions"],
  [own({ regions: [] }), "profile.regions"],
  [own({ instances: [{ type: "m6i.xlarge", count: -1 }] }), "profile.instances[0].count"],
  [own({ instances: [{ type: "x9.huge", count: 1 }] }), "profile.instances[0].type"],
  [own({ needs: { vpc: 2 } }), "profile.needs.vpc"],
  [own({ needs: { vpc: "two" } }), "profile.needs.vpc"],
  [own({ needs: { vpcs: "2" } }), "profile.needs.vpcs"],
  [own({ needs: { vcpu: "80" } }), "profile.needs.vcpu"],
  [own({ need: {} }), "profile"],
  [{ today: "2026-11-24", adjustments: { instances: [{ type: "t9", count: 1 }] } }, "adjustments.instances[0].type"],
  [{ today: "2026-11-24", adjustments: { needs: { vcpu: "1" } } }, "adjustments.needs.vcpu"],
  [undefined, ""],
];

/** What the message says of it: what was found, and what was expected. */
const SAID = [
  [{ today: "2026-11-24", license: { coreSize: 80 } }, "license.coreSize: expected text, found the number 80"],
  [{ today: 5 }, "today: expected text, found the number 5"],
  [{}, "today: is missing"],
  [undefined, "input: expected an object, found nothing"],
  [own({ title: undefined }), "profile.title: expected text, found nothing"],
  [own({ policies: 1.5 }), "profile.policies: expected a whole number that is not negative, found the number 1.5"],
  [own({ regions: "us-west-2" }), "profile.regions: expected a list or an object, found neither"],
  [own({ instances: {} }), "profile.instances: expected a list, found an object"],
  [own({ instances: [{ type: "m6i.xlarge", count: "2" }] }), 'profile.instances[0].count: expected a whole number that is not negative, found the text "2"'],
  [{ today: "2026-11-24", answers: { "aws-account": "maybe" } }, 'answers.aws-account: expected "yes" or "no", found "maybe"'],
  [{ today: "2026-11-24", stated: { vpc: { limit: 5 } } }, "stated.vpc.limit: expected text, found the number 5"],
  [own({ regions: ["us-west-2", "mars-1"] }), 'profile.regions[1]: "mars-1" is no commercial AWS Region; expected one such as us-west-2'],
  [own({ sourceDate: "2026-13-01" }), 'profile.sourceDate: "2026-13-01" is no date; expected one such as 2026-11-24'],
  [own({ source: "javascript:alert(1)" }), 'profile.source: begins with "javascript:"; expected an address with https or http, or plain words'],
];

for (const [input, says] of SAID) {
  test(`it says: ${says}`, async () => {
    const { assess } = await import(resolve("byoc-readiness"));
    assert.throws(() => assess(input), (error) => error.message === says);
  });
}

for (const [input, path] of WRONG) {
  test(`it refuses ${JSON.stringify(input)} and names ${path || "the input"}`, async () => {
    const { assess } = await import(resolve("byoc-readiness"));
    assert.throws(() => assess(input), (error) => error.message.includes(path));
  });
}
