// Whether the time to assess a source grows with its size and no faster, in the browser, for sources
// of several kinds from ten kilobytes up to a hundred megabytes; and how much memory the WebAssembly
// asks for.

import { exported, fixture, inChromium, quotas, row } from "./common.mjs";

const SIZES = [1e4, 1e5, 1e6, 1e7, 1e8];

/** How much longer a megabyte may take in the largest source than in one of a megabyte. */
const BOUND = 1.5;

/** The size whose memory is measured: more than the largest export that was seen. */
const LARGE = 12e6;

/**
 * What it asks for, the text included, as a multiple of the source. A mail takes most, of which what is
 * plain is a text of its own; no mail is as large as that.
 */
const MEMORY = 4.5;

const again = (text) => (size) => text.repeat(Math.ceil(size / text.length));

const each = exported(quotas(1000)).length / 1000;

const instances = JSON.parse(fixture("ec2-describe-instances.json.txt")).Reservations;
const reservations = (times) => JSON.stringify({ Reservations: Array(times).fill(instances).flat() }, null, 4);

const KINDS = {
  "quotas as JSON": (size) => exported(quotas(Math.ceil(size / each))),
  "instances as JSON": (size) => reservations(Math.ceil(size / reservations(1).length)),
  "answers as JSON, one behind another": again(fixture("list-service-quotas.vpc.json.txt")),
  YAML: again(fixture("list-service-quotas.iam.us-east-1.yaml.txt")),
  tables: again(fixture("list-service-quotas.ebs.table.txt")),
  "rows of text": again(fixture("list-service-quotas.ebs.text.txt")),
  mail: again(fixture("byoc-prerequisites.md")),
  "one line of prose": again("what the account has room for, "),
};

await inChromium("pkg", async (page, origin) => {
  for (const [kind, source] of Object.entries(KINDS)) {
    const times = [];
    for (const size of SIZES) {
      const text = source(size);
      await give(page, origin, text, size);
      times.push((await page.evaluate(measure)) / (text.length / 1e6));
    }
    const shown = times.map((time) => time.toFixed(2)).join(", ");
    row(
      `growth in Chromium, ${kind}: a megabyte of 100 MB against one of 1 MB`,
      times[4] / times[2], "×", BOUND, `${shown} ms a MB in 10 kB, 100 kB, 1, 10 and 100 MB`,
    );
    const text = source(LARGE);
    await give(page, origin, text, LARGE);
    row(`memory of the WebAssembly for 12 MB, ${kind}`, (await page.evaluate(memory)) / text.length, "× source", MEMORY);
  }
});

/** Brings a text into a page of its own, so that no size has another one's memory. */
async function give(page, origin, text, size) {
  await page.goto(`${origin}/nothing.html`);
  await page.evaluate((size) => { globalThis.parts = []; globalThis.size = size; }, size);
  // In parts, since one message may not be as large as that.
  for (let at = 0; at < text.length; at += 2e7) {
    await page.evaluate((part) => { globalThis.parts.push(part); }, text.slice(at, at + 2e7));
  }
}

/** In the page: how many bytes the memory has grown by. */
async function memory() {
  const text = globalThis.parts.join("");
  const pkg = await import("/byoc_readiness.js");
  const { memory } = await pkg.default();
  pkg.assess({ sources: [], today: "2026-11-26" });
  const before = memory.buffer.byteLength;
  pkg.assess({ sources: [{ text }], today: "2026-11-26" });
  return memory.buffer.byteLength - before;
}

/** In the page: the shortest of several times, in milliseconds. */
async function measure() {
  const { parts, size } = globalThis;
  const text = parts.join("");
  const pkg = await import("/byoc_readiness.js");
  await pkg.default();
  // Short ones many times over, so that the compilers are done and the clock is fine enough.
  const together = Math.max(1, Math.round(1e5 / size));
  let best = Infinity;
  const until = performance.now() + 1500;
  do {
    const start = performance.now();
    for (let time = 0; time < together; time++) pkg.assess({ sources: [{ text }], today: "2026-11-26" });
    best = Math.min(best, (performance.now() - start) / together);
  } while (performance.now() < until);
  return best;
}
