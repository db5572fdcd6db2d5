// Lighthouse's mobile profile of the page, served with its sidecars as a host does: when its frame is
// painted, when it answers, and the three scores.

import { createServer } from "node:http";
import { resolve } from "node:path";
import lighthouse from "lighthouse";
import { chromium } from "playwright-core";
import sirv from "sirv";
import { freePort } from "../port.mjs";
import { quantile, row } from "./common.mjs";

const DIST = resolve(process.env.DIST ?? new URL("../../dist", import.meta.url).pathname);
const TIMES = Number(process.env.TIMES ?? 3);

const server = createServer(sirv(DIST, { brotli: true, gzip: true }));
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const address = `http://127.0.0.1:${server.address().port}/`;

async function audit() {
  // Chromium's debugger, which Lighthouse speaks to.
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", `--remote-debugging-port=${port}`],
  });
  const onlyCategories = ["performance", "accessibility", "best-practices"];
  const { lhr } = await lighthouse(address, { port, logLevel: "error", onlyCategories });
  await browser.close();
  return lhr;
}

const runs = [];
for (let run = 0; run < TIMES; run++) runs.push(await audit());
server.close();
server.closeAllConnections();

const median = (of) => quantile(runs.map(of), 0.5);
const seconds = (id) => median((lhr) => lhr.audits[id].numericValue / 1000);
row("first paint of the page's frame, Lighthouse mobile", seconds("first-contentful-paint"), "s", 1);
row("interactive, Lighthouse mobile", seconds("interactive"), "s", 2);
for (const id of ["performance", "accessibility", "best-practices"]) {
  const score = Math.round(100 * median((lhr) => lhr.categories[id].score));
  row(`what ${id} lacks of 100, Lighthouse mobile`, 100 - score, "points", 0);
}
for (const lhr of runs.slice(0, 1)) {
  const failed = Object.values(lhr.audits).filter(({ score, scoreDisplayMode }) => score !== null && score < 1 && scoreDisplayMode !== "informative");
  for (const { id, score, displayValue = "" } of failed) console.error(`  below 1: ${id} ${score} ${displayValue}`);
}
