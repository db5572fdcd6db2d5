// The page with the headers that hosting/_headers ships: it starts under them, each file is sent as
// docs/hosting.md says, and other sites frame it only where they are named.

import type { Page } from "@playwright/test";
import { loads } from "../size/first-load.mjs";
import { SHORT_OF_VCPU } from "./calculator.ts";
import { framedBy, headersOf, hosted, site } from "./hosted.ts";
import { DIST, expect, test as base } from "./page.ts";

const test = base.extend<{ frame: (html: (src: string) => string, options?: { named: boolean }) => Promise<string> }, {}>({
  origin: [
    async ({}, use) => {
      const { port, close } = await hosted();
      await use(`http://127.0.0.1:${port}`);
      await close();
    },
    { scope: "worker" },
  ],

  /** Opens a page of another site that frames the compact page, and says where that site is. */
  frame: async ({ page, faults }, use) => {
    const ends: (() => Promise<void>)[] = [];
    await use(async (html, { named } = { named: true }) => {
      let src = "";
      const docs = await site(() => html(src));
      const origin = `http://localhost:${docs.port}`;
      const calculator = await hosted(named ? framedBy(origin) : framedBy());
      src = `http://127.0.0.1:${calculator.port}/?embed=1`;
      ends.push(docs.close, calculator.close);
      await page.goto(origin);
      // Both are servers of this test's own, and none that the page may ask.
      faults.expect(new RegExp(`another origin: http://(localhost:${docs.port}|127.0.0.1:${calculator.port})/`));
      return origin;
    });
    for (const end of ends) await end();
  },
});

const box = (page: Page) => page.frameLocator("iframe").getByLabel("Exports and the welcome email");
const verdict = (page: Page) => page.frameLocator("iframe").getByRole("region", { name: "Verdict" });

/** By clipboard and keyboard: only the host's page may write to the clipboard beforehand. */
async function paste(page: Page, origin: string, text: string) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin });
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await box(page).click();
  await page.keyboard.press("Control+V");
}

test("starts under the headers, with no violation of the policy", async ({ page }) => {
  for (const path of ["/", "/index.html", "/?embed=1"]) {
    const response = await page.goto(path);
    expect(response!.headers()["content-security-policy"]).toContain("frame-ancestors 'self'");
    await expect(page.getByLabel("Exports and the welcome email")).toBeVisible();
  }
});

const TYPES: Record<string, string> = {
  html: "text/html;charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  wasm: "application/wasm",
};

for (const name of Object.values(loads(DIST)).flat()) {
  for (const [accepted, encoding] of [["br, gzip", "br"], ["gzip", "gzip"], ["identity", undefined]]) {
    test(`${name.replace(/-\w{16}/, "-…")} for ${accepted}`, async ({ request }) => {
      const response = await request.get(`/${name}`, { headers: { "Accept-Encoding": accepted! } });
      const headers = response.headers();
      const kind = name.split(".").at(-1)!;
      expect(headers["content-encoding"]).toBe(encoding);
      expect(headers["content-type"]).toBe(TYPES[kind]);
      expect(headers.vary).toBe("Accept-Encoding");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      const isPage = kind === "html";
      expect(headers["cache-control"]).toBe(isPage ? "no-cache" : "public, max-age=31536000, immutable");
      expect(headers["access-control-allow-origin"]).toBe(isPage ? undefined : "*");
    });
  }
}

for (const path of [
  "/",
  "/index.html",
  "/byoc-readiness.html",
  "/byoc-readiness",
  "/boot-0123456789abcdef.js",
  "/main-0123456789abcdef.css",
  "/byoc-readiness-0123456789abcdef_bg.wasm",
  "/embed/0.1.0/embed.js",
  "/embed/0.1.0/byoc_readiness_bg.wasm",
  "/embed/0.1.0/style.js",
  "/embed/0.1.0/integrity.json",
]) {
  test(`no header is set twice for ${path}, and how long it is kept is said`, () => {
    const names = headersOf(path).map(([name]) => name);
    expect(names).toEqual([...new Set(names)]);
    expect(names).toContain("Cache-Control");
  });
}

test("a released file may be loaded from anywhere, and is kept for good", () => {
  for (const name of ["embed.js", "byoc_readiness_bg.wasm", "integrity.json"]) {
    const headers = Object.fromEntries(headersOf(`/embed/0.1.0/${name}`));
    expect(headers["Access-Control-Allow-Origin"]).toBe("*");
    expect(headers["Cross-Origin-Resource-Policy"]).toBe("cross-origin");
    expect(headers["Cache-Control"]).toBe("public, max-age=31536000, immutable");
  }
});

test("a sandboxed frame on another site starts, has its style sheet and reads a paste", async ({ page, frame }) => {
  const origin = await frame((src) => `<iframe width="800" height="700" sandbox="allow-scripts" src="${src}"></iframe>`);
  await expect(verdict(page).locator(".word")).toHaveText("Start here");
  expect(await page.frames()[1].evaluate(() => self.origin)).toBe("null");
  expect(await page.frames()[1].evaluate(() => document.styleSheets.length)).toBe(1);
  await paste(page, origin, SHORT_OF_VCPU);
  await expect(verdict(page).locator(".word")).toHaveText("Not ready");
  await expect(verdict(page).locator(".sentence")).toContainText("vCPU is short by 16");
});

for (const sandbox of ["", 'sandbox="allow-scripts"']) {
  test(`a named site may hand the clipboard on to the frame (${sandbox || "no sandbox"})`, async ({ page, frame }) => {
    const origin = await frame(
      (src) => `<iframe width="800" height="700" allow="clipboard-write" ${sandbox} src="${src}"></iframe>`,
    );
    await paste(page, origin, SHORT_OF_VCPU);
    const calculator = page.frameLocator("iframe");
    await calculator.getByRole("button", { name: /^Copy/ }).first().click();
    await expect(calculator.getByRole("status").getByText("Copied")).toBeVisible();
  });
}

test("without that, what is to be copied is selected", async ({ page, frame, faults }) => {
  const origin = await frame((src) => `<iframe width="800" height="700" sandbox="allow-scripts" src="${src}"></iframe>`);
  await paste(page, origin, SHORT_OF_VCPU);
  const calculator = page.frameLocator("iframe");
  await calculator.getByRole("button", { name: /^Copy/ }).first().click();
  await expect(calculator.getByRole("status").getByText(/Selected/)).toBeVisible();
  faults.expect(/Clipboard API has been blocked/);
});

test("a site that is not named cannot frame it", async ({ page, frame, faults }) => {
  await frame((src) => `<iframe src="${src}"></iframe>`, { named: false });
  await expect.poll(() => page.frames()[1].url()).toBe("chrome-error://chromewebdata/");
  faults.expect(/frame-ancestors 'self'/);
});

test("a site that is not named cannot frame it in a sandbox either", async ({ page, frame, faults }) => {
  await frame((src) => `<iframe sandbox="allow-scripts" src="${src}"></iframe>`, { named: false });
  await expect.poll(() => page.frames()[1].url()).toBe("chrome-error://chromewebdata/");
  faults.expect(/frame-ancestors 'self'/);
});

test("a named site may frame it without a sandbox", async ({ page, frame }) => {
  await frame((src) => `<iframe width="800" height="700" src="${src}"></iframe>`);
  await expect(verdict(page).locator(".word")).toHaveText("Start here");
});

for (const sandbox of ["", 'sandbox="allow-scripts"']) {
  test(`a page of its own host may frame it (${sandbox || "no sandbox"})`, async ({ page }) => {
    const body = `<!doctype html><link rel="icon" href="data:,"><iframe ${sandbox} src="/?embed=1"></iframe>`;
    await page.route("**/docs", (route) => route.fulfill({ contentType: "text/html", body }));
    await page.goto("/docs");
    await expect(verdict(page).locator(".word")).toHaveText("Start here");
  });
}
