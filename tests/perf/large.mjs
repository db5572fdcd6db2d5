// What a source of 12 MB costs the page, dropped and pasted: the longest task of its main thread, and
// the most memory that the browser takes meanwhile beyond what it had.

import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { resolve } from "node:path";
import { chromium } from "playwright-core";
import sirv from "sirv";
import { quantile, row } from "./common.mjs";

const SIZE = 12_000_000;
const LONGEST = 50;
const MOST = 4;
const TIMES = Number(process.env.TIMES ?? 3);
const DIST = resolve(process.env.DIST ?? new URL("../../dist", import.meta.url).pathname);
const QUOTAS = readFileSync(new URL("../fixtures/list-service-quotas.ec2.no-paginate.json.txt", import.meta.url), "utf8");
const SOURCE = QUOTAS.replaceAll("–", "-").repeat(Math.ceil(SIZE / QUOTAS.length)).slice(0, SIZE);

const server = createServer(sirv(DIST));
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const address = `http://127.0.0.1:${server.address().port}/`;

/** The browser's processes: the page's, its workers' and all others. */
function family(parent) {
  const above = new Map();
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const status = text(`/proc/${pid}/status`);
    above.set(pid, /PPid:\s+(\d+)/.exec(status)?.[1]);
  }
  const all = new Set([String(parent)]);
  for (let found = 0; found !== all.size; ) {
    found = all.size;
    for (const [pid, parent] of above) if (all.has(parent)) all.add(pid);
  }
  return [...all];
}

/** Kilobytes of their own that these processes hold, and of memory that they share. */
const resident = (pids) =>
  pids.reduce((sum, pid) => {
    const status = text(`/proc/${pid}/status`);
    const of = (kind) => Number(new RegExp(`Rss${kind}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
    return sum + of("Anon") + of("Shmem");
  }, 0);

/** What a file holds; nothing where its process has ended. */
function text(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** One way to give the source, on a fresh page. */
async function measure(way) {
  const browser = await chromium.launchServer({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  const client = await chromium.connect(browser.wsEndpoint());
  const page = await client.newPage();
  await page.goto(address);
  await page.mouse.move(100, 100);
  await page.waitForSelector("#app:not([data-drawn])");
  // What the page is given exists before, as a file and a clipboard do, and the garbage is gone.
  await page.evaluate((size) => {
    globalThis.tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((it) => it.duration))).observe({ type: "longtask" });
    globalThis.source = "";
    globalThis.size = size;
  }, SIZE);
  for (let at = 0; at < SIZE; at += 1 << 20) await page.evaluate((part) => void (source += part), SOURCE.slice(at, at + (1 << 20)));
  await page.evaluate((way) => {
    const data = new DataTransfer();
    const init = { bubbles: true, cancelable: true };
    if (way === "dropped") {
      data.items.add(new File([source], "all.json"));
      globalThis.give = () => document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, ...init }));
    } else {
      data.setData("text/plain", source);
      const box = document.getElementById("box");
      globalThis.give = () => box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, ...init }));
    }
    delete globalThis.source;
  }, way);
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const pids = family(browser.process().pid);
  const before = resident(pids);
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, resident(pids))), 5);
  const longest = await page.evaluate(async () => {
    tasks.length = 0;
    give();
    const arrived = () => document.querySelector(".source:not(.arriving)");
    await new Promise((done) => {
      const look = () => (arrived() ? done() : requestAnimationFrame(look));
      look();
    });
    await new Promise((done) => setTimeout(done, 300));
    return Math.max(0, ...tasks);
  });
  clearInterval(watch);
  await client.close();
  await browser.close();
  return { longest, memory: ((most - before) * 1024) / SIZE };
}

for (const way of ["dropped", "pasted"]) {
  const runs = [];
  for (let run = 0; run < TIMES; run++) runs.push(await measure(way));
  const of = (what) => quantile(runs.map((run) => run[what]), 0.5);
  row(`longest task while 12 MB are ${way}`, of("longest"), "ms", LONGEST, "none over 50 ms shows as 0");
  row(`memory that 12 MB take, ${way}`, of("memory"), "× source", MOST, "all of the browser's processes");
}
server.close();
server.closeAllConnections();
