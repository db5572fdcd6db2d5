// Pages that are not the calculator's and have it in them: the examples, and what a test writes.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import sirv from "sirv";
import { TODAY, expect, test as base } from "./calculator.ts";

export { expect };

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What the policy of a careful host page must allow, as docs/embedding.md has it. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'";

/** The custom element's module, as pages name it. */
export const EMBED = "/dist/embed/0.1.0/embed.js";

/** The loader of the frame. */
export const FRAME = "/dist/embed/0.1.0/frame.js";

/** The project's files, and pages that a test writes, on an origin of their own. */
export class Site {
  readonly #pages = new Map<string, { body: string; policy: string | undefined }>();

  constructor(readonly origin: string) {}

  static async serve(use: (site: Site) => Promise<void>) {
    // A frame without an origin of its own may load the files, too.
    const allow = { "access-control-allow-origin": "*" };
    const files = sirv(ROOT, { dev: true, setHeaders: (response) => void response.setHeaders(new Map(Object.entries(allow))) });
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? "/", "http://host");
      const page = site.#pages.get(pathname);
      if (!page) return files(request, response, () => void response.writeHead(404).end());
      if (page.policy) response.setHeader("content-security-policy", page.policy);
      response.setHeader("content-type", "text/html; charset=utf-8").end(page.body);
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const site = new Site(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await use(site);
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }

  /** The address of a page with this body. */
  page(body: string, policy?: string): string {
    const path = `/written/${this.#pages.size}`;
    const head = '<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><body>';
    this.#pages.set(path, { body: head + body, policy });
    return this.origin + path;
  }

  /** The address of a file of the project. */
  file(path: string): string {
    return `${this.origin}/${path}`;
  }

  /** The `<script>` that brings the custom element. */
  get element(): string {
    return `<script type="module" src="${this.origin}${EMBED}"></script>`;
  }
}

export const test = base.extend<{ allowed: void }, { site: Site; elsewhere: Site }>({
  site: [async ({}, use) => Site.serve(use), { scope: "worker" }],
  /** Another origin. */
  elsewhere: [async ({}, use) => Site.serve(use), { scope: "worker" }],

  allowed: [
    async ({ page, faults, site, elsewhere }, use) => {
      faults.allow(site.origin);
      faults.allow(elsewhere.origin);
      await page.clock.setFixedTime(TODAY);
      await use();
    },
    { auto: true },
  ],
});

/** Ten rounds of it leave no element and no listener behind, and hardly any memory. */
export async function expectNothingHeld(page: Page, round: () => Promise<void>) {
  // What is made once and kept, such as code that was compiled, is made by then.
  for (let warm = 0; warm < 3; warm += 1) await round();
  const before = await held(page);
  for (let time = 0; time < 10; time += 1) await round();
  const after = await held(page);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes);
  expect(after.bytes - before.bytes).toBeLessThan(1_000_000);
}

/** What a page holds on to once all that can be collected was. */
export async function held(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  // Twice: what a finalizer lets go of is collected the next time.
  for (let round = 0; round < 2; round += 1) await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  await session.detach();
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { nodes: of("Nodes"), listeners: of("JSEventListeners"), bytes: of("JSHeapUsedSize") };
}
