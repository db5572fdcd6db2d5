// The Node example as a CI job runs it: what it prints, and the code that it exits with.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("../../examples/node/check.mjs", import.meta.url));
const HAND_OVER = new URL("../hand_over/", import.meta.url);

const folder = mkdtempSync(join(tmpdir(), "byoc-check-"));
after(() => rmSync(folder, { recursive: true }));

/** Runs the script in a folder that holds these files. */
function check(words, files = {}) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...words], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** What was pasted for a report of tests/hand_over/, with the report itself. */
function handedOver(name) {
  const toml = readFileSync(new URL(`${name}.toml`, HAND_OVER), "utf8");
  const report = JSON.parse(readFileSync(new URL(`${name}.json`, HAND_OVER), "utf8"));
  return { texts: Array.from(toml.matchAll(/^text = '''\n([^]*?)'''/gm), ([, text]) => text), report };
}

const CONFIRMED = {
  "license-details-confirmed": "yes",
  "operating-system": "yes",
  "terraform-installed": "yes",
  "zilliz-account": "yes",
  "temporary-credentials": "yes",
  "iam-permissions": "yes",
};

test("exits with 0 where all fits and all is confirmed", () => {
  const { texts: [exported, email], report } = handedOver("ready");
  const answers = JSON.stringify({ today: report.today, answers: CONFIRMED });
  const files = { "quotas.txt": exported, "welcome.eml": email, "answers.json": answers };
  const ran = check(["--answers", "answers.json", "quotas.txt", "welcome.eml"], files);
  assert.equal(ran.stderr, "");
  assert.equal(ran.stdout, `${report.summary}\n`);
  assert.equal(ran.status, 0);
});

test("exits with 3 where something is not known, and names it", () => {
  const { texts: [exported] } = handedOver("ready");
  const ran = check(["quotas.txt"], { "quotas.txt": exported });
  assert.equal(ran.status, 3);
  assert.match(ran.stdout, /^9 of 9 fit, the license is incomplete, 6 confirmations are open\.\n/);
  assert.match(ran.stdout, /\nTo confirm:\n(?: {2}.+\?\n)+/);
});

test("exits with 4 where a row is short, and says by how much and what to do", () => {
  const { texts: [exported, balancers, email], report } = handedOver("not-ready");
  const answers = JSON.stringify({
    today: report.today,
    stated: { memory: { available: "256 GiB" } },
    answers: {
      "license-details-confirmed": "yes",
      "operating-system": "yes",
      "terraform-installed": "no",
      "zilliz-account": "yes",
    },
  });
  const files = { "quotas.txt": exported, "balancers.json": balancers, "welcome.eml": email, "answers.json": answers };
  const ran = check(["quotas.txt", "balancers.json", "welcome.eml", "--answers", "answers.json"], files);
  assert.equal(ran.status, 4);
  assert.ok(ran.stdout.startsWith(`${report.summary}\n`), ran.stdout);
  const short = report.resources.filter(({ status }) => status === "short");
  assert.equal(short.length, 7);
  for (const { explanation, remedy, steps } of short) {
    for (const said of [explanation, steps[0].explanation, remedy?.command ?? ""]) {
      assert.ok(ran.stdout.includes(said), said);
    }
  }
  assert.match(ran.stdout, /Is Terraform installed\? Answered no\./);
});

test("names the line of what could not be read", () => {
  const ran = check(["quotas.txt"], { "quotas.txt": '{"denied":"route53/L-4EA4796A","what":"limit","error":"AccessDeniedException"}' });
  assert.equal(ran.status, 3);
  assert.match(ran.stdout, /^quotas\.txt:1: .*AccessDeniedException/m);
});

test("reads what Windows PowerShell redirected", () => {
  const text = "\ufeff" + handedOver("ready").texts[0];
  const ran = check(["quotas.txt"], { "quotas.txt": Buffer.from(text, "utf16le") });
  assert.match(ran.stdout, /^9 of 9 fit/);
});

test("takes another profile", () => {
  const ran = check(["--profile", "aws-terraform-largest", "quotas.txt"], { "quotas.txt": "vCPU: 87" });
  assert.match(ran.stdout, /88 vCPU is needed/);
  assert.equal(ran.status, 4);
});

/** What a person got wrong, and what must be said of it. */
const WRONG_USE = [
  [[], /^Name at least one file\./],
  [["absent.json"], /absent\.json/],
  [["--strict", "quotas.txt"], /--strict/],
  [["--profile", "gcp", "quotas.txt"], /^profile: "gcp" is no profile/],
  [["--answers", "quotas.txt", "quotas.txt"], /^quotas\.txt is not JSON: /],
  [["--answers", "list.json", "quotas.txt"], /^list\.json holds no object\./],
  [["--answers", "wrong.json", "quotas.txt"], /^answers\.aws-account: expected "yes" or "no"/],
];

for (const [words, says] of WRONG_USE) {
  test(`exits with 2 for \`${["check.mjs", ...words].join(" ")}\``, () => {
    const files = { "quotas.txt": "vCPU: 64", "list.json": "[]", "wrong.json": '{"answers":{"aws-account":"maybe"}}' };
    const ran = check(words, files);
    assert.equal(ran.stdout, "");
    assert.match(ran.stderr, says);
    assert.match(ran.stderr, /\nUsage: /);
    assert.equal(ran.status, 2);
  });
}

test("shows how it is used where that is asked for", () => {
  const ran = check(["--help"]);
  assert.match(ran.stdout, /^Usage: /);
  assert.equal(ran.status, 0);
});
