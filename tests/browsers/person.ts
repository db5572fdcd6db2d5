// The tests' words for what a person does and sees, in any browser.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test as base } from "@playwright/test";
import { Site } from "../browser/host.ts";
import { hosted } from "../browser/hosted.ts";
import { type Driver, type Part, called, sought } from "./driver.ts";
import { firefox } from "./firefox.ts";
import { webkit } from "./webkit.ts";

export { expect };

/** What is shown is asked for this often until it is as expected, in milliseconds. */
const OFTEN = { intervals: [20] };

const DRIVERS: Record<string, () => Promise<Driver>> = {
  firefox: () => firefox(process.env.FIREFOX ?? "/usr/bin/firefox-esr"),
  webkit: () => webkit(process.env.WEBKIT_DRIVER ?? "/usr/bin/WebKitWebDriver"),
};

export class Person {
  constructor(
    readonly browser: Driver,
    /** Another page, whose field is a way to the clipboard and back. */
    readonly notes: string,
  ) {}

  /** What is asked of the part's element; null while it is not there. */
  look<Value>(part: Part, ask: (element: HTMLElement) => Value): Promise<Value | null> {
    const expression = `((element) => element ? (${ask})(element) : null)(${sought(part)})`;
    return this.browser.run(expression) as Promise<Value | null>;
  }

  /** What the part says as it is read; null while it is not there or not shown. */
  text(part: Part): Promise<string | null> {
    return this.look(part, (element) =>
      element.getClientRects().length ? element.innerText.replace(/\s+/g, " ").trim() : null,
    );
  }

  async sees(part: Part, text: string | RegExp) {
    const said = expect.poll(() => this.text(part), { message: JSON.stringify(part), ...OFTEN });
    await (typeof text === "string" ? said.toBe(text) : said.toMatch(text));
  }

  async findsTyped(part: Part, text: string) {
    const value = () => this.look(part, (field) => (field as HTMLInputElement).value);
    await expect.poll(value, { message: JSON.stringify(part), ...OFTEN }).toBe(text);
  }

  /** The focus is in the part, so that keys go there. */
  async isAt(part: Part) {
    const isFocused = () => this.look(part, (element) => element.ownerDocument.activeElement === element);
    await expect.poll(isFocused, { message: `focus: ${JSON.stringify(part)}`, ...OFTEN }).toBe(true);
  }

  /** Copies the text elsewhere, and pastes it by keyboard. */
  async pastes(text: string, into: Part) {
    await this.browser.openTab(this.notes);
    await this.browser.click("textarea");
    await this.browser.run(called((text) => void (document.querySelector("textarea")!.value = text), text));
    await this.browser.press("Control+A", "Control+C");
    await this.browser.closeTab();
    await this.browser.click(into);
    await this.browser.press("Control+V");
  }

  /** What the clipboard holds, pasted elsewhere. */
  async copied(): Promise<string> {
    await this.browser.openTab(this.notes);
    await this.browser.click("textarea");
    await this.browser.press("Control+V");
    const text = await this.look("textarea", (field) => (field as HTMLTextAreaElement).value);
    await this.browser.closeTab();
    return text!;
  }

  /** The text of the file that a click on the part offers. */
  async saves(part: Part, name: RegExp): Promise<string> {
    await this.browser.click(part);
    const saved = () => readdirSync(this.browser.downloads).filter((file) => name.test(file));
    await expect.poll(saved, { message: `a file ${name}`, ...OFTEN }).toHaveLength(1);
    const read = () => readFileSync(join(this.browser.downloads, saved()[0]!), "utf8");
    // A browser may make the file before it fills it.
    await expect.poll(read, OFTEN).not.toBe("");
    return read();
  }

  /** Drops a file as a drag from the desktop would. */
  async drops(name: string, text: string, onto: string) {
    const drop = (name: string, text: string, onto: string) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], name, { type: "text/plain" }));
      const init = { dataTransfer, bubbles: true, cancelable: true };
      const target = document.querySelector(onto)!;
      for (const type of ["dragenter", "dragover", "drop"]) target.dispatchEvent(new DragEvent(type, init));
    };
    await this.browser.run(called(drop, name, text, onto));
  }

  /** How far the page that the part is on can be pushed sideways. */
  sideways(part: Part): Promise<number | null> {
    return this.look(part, ({ ownerDocument: { documentElement } }) => documentElement.scrollWidth - documentElement.clientWidth);
  }
}

export const test = base.extend<{ sound: void }, { person: Person; site: Site; hostedAt: string }>({
  site: [async ({}, use) => Site.serve(use), { scope: "worker" }],

  /** The page as a careful host serves it. */
  hostedAt: [
    async ({}, use) => {
      const { port, close } = await hosted();
      await use(`http://127.0.0.1:${port}/`);
      await close();
    },
    { scope: "worker" },
  ],

  person: [
    async ({ site }, use, { project }) => {
      const browser = await DRIVERS[project.name]!();
      await use(new Person(browser, site.page("<textarea></textarea>")));
      await browser.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],

  sound: [
    async ({ person }, use) => {
      await use();
      expect(await person.browser.faults(), "the page's faults").toEqual([]);
      expect(person.browser.elsewhere(), "requests to elsewhere").toEqual([]);
    },
    { auto: true },
  ],
});
