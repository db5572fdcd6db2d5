// Firefox, by WebDriver BiDi.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ElementHandle, type KeyInput, type Page, launch } from "puppeteer-core";
import { type Driver, type Part, sought } from "./driver.ts";

export async function firefox(executablePath: string): Promise<Driver> {
  const downloads = mkdtempSync(join(tmpdir(), "byoc-firefox-"));
  const browser = await launch({
    browser: "firefox",
    executablePath,
    headless: true,
    extraPrefsFirefox: { "browser.download.dir": downloads, "browser.download.folderList": 2 },
  });
  const seen: string[] = [];
  const elsewhere: string[] = [];

  function watched(page: Page): Page {
    page.on("console", (message) => {
      if (message.type() === "error") seen.push(`console: ${message.text()}`);
    });
    // What breaks the policy is told as an error, too.
    page.on("pageerror", (error) => seen.push(`uncaught: ${error}`));
    page.on("request", (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (!["about:", "blob:", "data:", "file:"].includes(protocol) && hostname !== "127.0.0.1") {
        elsewhere.push(request.url());
      }
    });
    return page;
  }

  const tabs: Page[] = [watched((await browser.pages())[0] ?? (await browser.newPage()))];
  const tab = () => tabs.at(-1)!;

  async function element(part: Part): Promise<ElementHandle<HTMLInputElement>> {
    const found = (await tab().evaluateHandle(sought(part))).asElement();
    if (!found) throw new Error(`not there: ${JSON.stringify(part)}`);
    return found as ElementHandle<HTMLInputElement>;
  }

  return {
    downloads,
    async open(url) {
      await tab().goto(url);
    },
    async reload() {
      await tab().reload();
    },
    async openTab(url) {
      tabs.push(watched(await browser.newPage()));
      await tab().goto(url);
    },
    async closeTab() {
      await tabs.pop()!.close();
      await tab().bringToFront();
    },
    resize: (width, height) => tab().setViewport({ width, height }),
    picture: async () => Buffer.from(await tab().screenshot()),
    run: (expression) => tab().evaluate(expression),
    async click(part) {
      await (await element(part)).click();
    },
    async press(...keys) {
      for (const key of keys) {
        const held = key.split("+") as KeyInput[];
        const last = held.pop()!;
        for (const modifier of held) await tab().keyboard.down(modifier);
        await tab().keyboard.press(last);
        for (const modifier of held.reverse()) await tab().keyboard.up(modifier);
      }
    },
    type: (text) => tab().keyboard.type(text),
    async upload(part, ...paths) {
      await (await element(part)).uploadFile(...paths);
    },
    async faults() {
      // An answer from each page comes after all that it has reported until then.
      await Promise.all(tabs.map((page) => page.evaluate(() => true)));
      return seen;
    },
    elsewhere: () => elsewhere,
    async close() {
      await browser.close();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}
