// What every browser test imports in place of `@playwright/test`: the release page on a server of
// its own, and a watch that fails the test on anything that a sound page never does.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { type BrowserContext, test as base, expect } from "@playwright/test";
import sirv from "sirv";

export { expect };

export const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

/** A deep address at which the page is served too: it must not care where it stands. */
export const DEEP = "/some/where/else/";

/** Console errors, uncaught errors, policy violations and requests to other origins. */
class Faults {
  readonly seen: string[] = [];

  private readonly provoked: RegExp[] = [];

  private readonly origins: Set<string>;

  constructor(...origins: string[]) {
    this.origins = new Set(origins);
  }

  /** From here on requests to this origin are none. */
  allow(origin: string) {
    this.origins.add(origin);
  }

  async watch(context: BrowserContext) {
    context.on("console", (message) => {
      if (message.type() === "error") this.seen.push(`console: ${message.text()}`);
    });
    context.on("weberror", (error) => this.seen.push(`uncaught: ${error.error()}`));
    context.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      const leaves = protocol !== "data:" && !this.origins.has(origin);
      if (leaves) this.seen.push(`request to another origin: ${request.url()}`);
    });
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (violation) =>
        console.error(`securitypolicyviolation: ${violation.effectiveDirective}`, violation.blockedURI),
      );
    });
  }

  /** Says that the test itself provokes faults like this; by its end there must be some. */
  expect(pattern: RegExp) {
    this.provoked.push(pattern);
  }

  /** Holds that there were those that the test provoked, and no others. */
  check() {
    const others = this.seen.filter((fault) => !this.provoked.some((pattern) => pattern.test(fault)));
    expect(others, "the page's faults").toEqual([]);
    for (const pattern of this.provoked) expect(this.seen.join("\n"), "a fault that was provoked").toMatch(pattern);
  }
}

/** Built files, and the paths at which the server has them; everything else is not there. */
export interface Served {
  folder: string;
  at: string[];
}

export const test = base.extend<{ faults: Faults }, { served: Served; origin: string }>({
  served: [{ folder: DIST, at: [DEEP, "/"] }, { option: true, scope: "worker" }],

  origin: [
    async ({ served }, use) => {
      const files = sirv(served.folder);
      const server = createServer((request, response) => {
        const url = request.url ?? "";
        const at = served.at.find((at) => url.startsWith(at));
        if (at === undefined) return response.writeHead(404).end();
        request.url = `/${url.slice(at.length)}`;
        files(request, response);
      });
      await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
    { scope: "worker" },
  ],

  baseURL: async ({ origin }, use) => use(origin),

  faults: [
    async ({ context, origin }, use) => {
      const faults = new Faults(origin);
      await faults.watch(context);
      await use(faults);
      // An answer from each page comes after all that the page has reported until then.
      await Promise.allSettled(context.pages().map((page) => page.evaluate(() => true)));
      faults.check();
    },
    { auto: true },
  ],
});
