#!/usr/bin/env node
// Says whether quota exports show an AWS account to be ready, in words and by the exit code.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import init, { assess } from "byoc-readiness";

const USAGE = `Usage: node check.mjs [options] quotas.json [more files]

  --answers FILE   what no export says, as JSON: any fields of AssessInput
  --profile ID     other requirements than the document's: aws-terraform-minimum, …
  --region REGION  another Region than the profile's

Exits with 0 when ready, 3 when incomplete, 4 when not ready, 2 when used wrongly.`;

const EXIT = { ready: 0, incomplete: 3, "not-ready": 4 };
const WRONG_USE = 2;

/** What the person got wrong, as against what the program did. */
class WrongUse extends Error {}

try {
  const input = read(process.argv.slice(2));
  if (input === null) {
    console.log(USAGE);
  } else {
    const wasm = new URL(import.meta.resolve("byoc-readiness/byoc_readiness_bg.wasm"));
    await init({ module_or_path: readFileSync(wasm) });
    const report = assessed(input);
    print(report);
    process.exitCode = EXIT[report.verdict];
  }
} catch (error) {
  if (!(error instanceof WrongUse)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = WRONG_USE;
}

/** The arguments as an input of `assess`; null when only the usage is asked for. */
function read(words) {
  const { values, positionals } = wrongUseOf(() =>
    parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        answers: { type: "string" },
        profile: { type: "string" },
        region: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    }),
  );
  if (values.help) return null;
  if (positionals.length === 0) throw new WrongUse("Name at least one file.");
  const { answers, help, ...options } = values;
  return {
    today: today(),
    ...(answers === undefined ? {} : answersOf(answers)),
    ...options,
    sources: positionals.map((path) => ({ name: basename(path), text: textOf(path) })),
  };
}

function answersOf(path) {
  const text = textOf(path);
  const answers = wrongUseOf(() => JSON.parse(text), `${path} is not JSON`);
  if (typeof answers !== "object" || answers === null || Array.isArray(answers)) {
    throw new WrongUse(`${path} holds no object.`);
  }
  return answers;
}

/** A file's text. Windows PowerShell redirects into UTF-16, which begins with a mark that says so. */
function textOf(path) {
  const bytes = wrongUseOf(() => readFileSync(path));
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? "utf-16le" : "utf-8").decode(bytes);
}

/** `assess` throws only for an input of the wrong shape, and names the field. */
function assessed(input) {
  return wrongUseOf(() => assess(input));
}

function print({ summary, resources, sources, checks }) {
  console.log(summary);
  for (const row of resources.filter(({ status }) => status === "short")) {
    console.log(`\n${row.label} (${row.service}): ${row.explanation}`);
    for (const step of row.steps) console.log(`  → ${step.explanation}`);
    if (row.remedy) console.log(`  ${row.remedy.command}`);
  }
  for (const check of checks.filter(({ outcome }) => outcome === "fail")) {
    console.log(`\n${check.label} ${check.explanation}`);
  }
  const unknown = resources.filter(({ status }) => status === "missing" || status === "unverified");
  list("Unknown", unknown.map((row) => `${row.label} (${row.service})`));
  list("To confirm", checks.filter(({ outcome }) => outcome === "open").map(({ label }) => label));
  const unread = sources.flatMap(({ name, problems }) => problems.map((problem) => ({ name, ...problem })));
  if (unread.length > 0) console.log();
  for (const { name, line, message } of unread) {
    console.log(`${line === null ? name : `${name}:${line}`}: ${message}`);
  }
}

function list(heading, items) {
  if (items.length > 0) console.log(`\n${heading}:\n${items.map((item) => `  ${item}`).join("\n")}`);
}

/** The day here, as 2026-11-24. */
function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function wrongUseOf(action, what) {
  try {
    return action();
  } catch (error) {
    throw new WrongUse(what === undefined ? error.message : `${what}: ${error.message}`);
  }
}
