// What the page weighs as a server with Brotli sends it, what it loads by itself and what once
// somebody touches it: a table, and a failure above the budget unless `--no-budget` is given.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import budget from "./budget.json" with { type: "json" };
import { loads } from "./first-load.mjs";

const DIST = "dist";

function weigh(name) {
  const bytes = readFileSync(join(DIST, name));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return { name, raw: bytes.length, brotli: brotliCompressSync(bytes, { params }).length };
}

function total(name, files) {
  const sum = (key) => files.reduce((whole, file) => whole + file[key], 0);
  return { name, raw: sum("raw"), brotli: sum("brotli") };
}

function print(rows) {
  const width = Math.max(...rows.map((row) => row.name.length));
  const line = (name, ...cells) =>
    console.log(name.padEnd(width), ...cells.map((cell) => cell.toLocaleString("en").padStart(11)));
  line("bytes", "as it is", "brotli 11");
  for (const { name, raw, brotli } of rows) line(name, raw, brotli);
}

const { first, later } = loads(DIST);
const totals = {
  firstLoadBrotliBytes: total("first load", first.map(weigh)),
  wholeBrotliBytes: total("and all that is loaded once it is wanted", [...first, ...later].map(weigh)),
};
print([...first.map(weigh), totals.firstLoadBrotliBytes, ...later.map(weigh), totals.wholeBrotliBytes]);

for (const [bound, { name, brotli }] of Object.entries(totals)) {
  if (process.argv.includes("--no-budget") || brotli <= budget[bound]) continue;
  console.error(`${name}: ${brotli - budget[bound]} bytes over the ${budget[bound]} of tests/size/budget.json.`);
  process.exitCode = 1;
}
