// What the page's first load weighs as a server with Brotli sends it: a table, and a failure
// above the budget unless `--no-budget` is given.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import budget from "./budget.json" with { type: "json" };
import { firstLoad } from "./first-load.mjs";

const DIST = "dist";

function weigh(name) {
  const bytes = readFileSync(join(DIST, name));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return { name, raw: bytes.length, brotli: brotliCompressSync(bytes, { params }).length };
}

function total(files) {
  const sum = (key) => files.reduce((whole, file) => whole + file[key], 0);
  return { name: "first load", raw: sum("raw"), brotli: sum("brotli") };
}

function print(rows) {
  const width = Math.max(...rows.map((row) => row.name.length));
  const line = (name, ...cells) =>
    console.log(name.padEnd(width), ...cells.map((cell) => cell.toLocaleString("en").padStart(11)));
  line("bytes", "as it is", "brotli 11");
  for (const { name, raw, brotli } of rows) line(name, raw, brotli);
}

const files = firstLoad(DIST).map(weigh);
const all = total(files);
print([...files, all]);

const bound = budget.firstLoadBrotliBytes;
if (!process.argv.includes("--no-budget") && all.brotli > bound) {
  console.error(`The first load is ${all.brotli - bound} bytes over the ${bound} of tests/size/budget.json.`);
  process.exitCode = 1;
}
