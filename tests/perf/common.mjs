// What the scripts of this folder have in common: the rows that `cargo xtask bench` puts into its
// table, a page to measure in, and an export of a whole account.

import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { resolve } from "node:path";
import { chromium } from "playwright-core";
import sirv from "sirv";

const FIXTURES = new URL("../fixtures/", import.meta.url);

/** Prints a row: what was measured, in which unit, and what it must not exceed. */
export function row(what, measured, unit, bound, note = "") {
  console.log(JSON.stringify({ what, measured, unit, bound, note }));
}

/** The value below which this share of them lies. */
export function quantile(values, share) {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/** Serves `folder` and hands a page at its root to `measure`. */
export async function inChromium(folder, measure) {
  const root = resolve(process.env.BUILT ?? new URL("../../", import.meta.url).pathname, folder);
  const server = createServer(sirv(root));
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    const origin = `http://127.0.0.1:${server.address().port}`;
    await page.route("**/nothing.html", (route) =>
      route.fulfill({ body: "<!doctype html><title>nothing</title>", contentType: "text/html" }));
    return await measure(page, origin);
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

export const fixture = (name) => readFileSync(new URL(name, FIXTURES), "utf8");

export const fixtures = (pattern) => readdirSync(FIXTURES).filter((name) => pattern.test(name)).sort();

/** Every quota of the samples once, and as many others like them as make `count`: what an account has. */
export function quotas(count) {
  const known = new Map();
  for (const name of fixtures(/^list-service-quotas\..*json\.txt$/)) {
    for (const quota of JSON.parse(fixture(name)).Quotas) known.set(quota.QuotaArn, quota);
  }
  const own = [...known.values()];
  return Array.from({ length: count }, (_, index) => {
    const quota = own[index % own.length];
    if (index < own.length) return quota;
    const code = `L-${(0x10000000 + (index * 2654435761) % 0xe0000000).toString(16).toUpperCase()}`;
    return {
      ...quota,
      QuotaArn: quota.QuotaArn.replace(quota.QuotaCode, code),
      QuotaCode: code,
      QuotaName: `${quota.QuotaName} ${index}`,
    };
  });
}

/** As the AWS CLI prints them. */
export const exported = (quotas) =>
  JSON.stringify({ Quotas: quotas }, null, 4).replace(/("Value": \d+)(?=,?\n)/g, "$1.0");
