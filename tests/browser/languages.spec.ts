// The page in each language: which one it speaks, that a person can choose another and loses nothing by
// it, and that what programs read is the same in all of them.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { Calculator, DIST, EMAIL, SHORT_OF_VCPU, TODAY, test as calculatorTest } from "./calculator.ts";
import { EMBED, FRAME, expect, test } from "./host.ts";

interface Speaks {
  name: string;
  title: string;
  start: string;
  notReady: string;
  /** vCPU is short by 16. */
  short: string;
  /** 342 days from the day of the tests to 2027-11-01. */
  license: string;
  until: string;
}

const ENGLISH: Speaks = {
  name: "English",
  title: "BYOC readiness",
  start: "Start here",
  notReady: "Not ready",
  short: "vCPU is short by 16",
  license: "Active, 342 days left",
  until: "2027-11-01",
};
const OTHERS: Record<string, Speaks> = {
  "zh-CN": {
    name: "简体中文",
    title: "BYOC 就绪评估",
    start: "从这里开始",
    notReady: "未就绪",
    short: "vCPU 缺 16",
    license: "有效，剩余 342 天",
    until: "2027年11月1日",
  },
  ja: {
    name: "日本語",
    title: "BYOC 準備状況チェック",
    start: "ここから開始",
    notReady: "準備未完了",
    short: "vCPU が 16 不足",
    license: "有効、残り 342 日",
    until: "2027年11月1日",
  },
};
const ALL: Record<string, Speaks> = { en: ENGLISH, ...OTHERS };

const languages = (within: Page | Locator) => within.locator("#language");

/** The verdict's word, in whatever language. */
const word = (calculator: Calculator) => calculator.root.locator(".verdict .word:not(noscript *)");

/** The verdict's word and sentence, the license's state, and its end, with both sources entered. */
async function expectSpoken(calculator: Calculator, speaks: Speaks) {
  await expect(word(calculator)).toHaveText(speaks.notReady);
  await expect(calculator.root.locator(".sentence")).toContainText(speaks.short);
  await expect(calculator.root.locator("#license .state")).toHaveText(speaks.license);
  await expect(calculator.root.locator('[data-detail="validUntil"] dd')).toHaveText(speaks.until);
  // What a row is short of stands out, whatever its column is called.
  const colour = (figure: string) =>
    calculator.root.locator(`[data-row="vcpu"] [data-figure="${figure}"]`).evaluate((cell) => getComputedStyle(cell).color);
  expect(await colour("shortfall")).not.toBe(await colour("limit"));
}

/** Puts in an export and the welcome email. */
async function enter(calculator: Calculator) {
  const box = calculator.root.locator("#box");
  await expect(box).toBeVisible();
  await box.fill(`${SHORT_OF_VCPU}\n\n${EMAIL}`);
}

/** What is handed over for programs, as it is saved. */
async function saved(page: Page, button: string) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
  return readFileSync(await download.path(), "utf8");
}

/** The files of languages that a page asks for. */
function asked(page: Page) {
  const urls: string[] = [];
  page.on("request", (request) => {
    const name = /\/(language-[^/]*)$/.exec(request.url())?.[1];
    if (name) urls.push(name.replace(/-[0-9a-f]{16}/, ""));
  });
  return urls;
}

calculatorTest.describe("the page", () => {
  calculatorTest.beforeEach(({ page }) => page.clock.setFixedTime(TODAY));

  for (const [tag, speaks] of Object.entries(OTHERS)) {
    calculatorTest(`speaks ${tag} where its address asks for it`, async ({ page }) => {
      const files = asked(page);
      await page.goto(`/?lang=${tag}`);
      const calculator = new Calculator(page);
      await expect(word(calculator)).toHaveText(speaks.start);
      await expect(page).toHaveTitle(speaks.title);
      await expect(page.locator("html")).toHaveAttribute("lang", tag);
      await expect(page.locator(".page")).toHaveAttribute("lang", tag);
      await expect(languages(page)).toHaveValue(tag);
      await enter(calculator);
      await expectSpoken(calculator, speaks);
      expect(files).toEqual([`language-${tag}.js`]);
    });

    calculatorTest(`has no fault that axe finds in ${tag}`, async ({ page }) => {
      await page.goto(`/?lang=${tag}`);
      const calculator = new Calculator(page);
      await enter(calculator);
      await expectSpoken(calculator, speaks);
      await page.locator("details").evaluateAll((all) => all.forEach((it) => it.toggleAttribute("open", true)));
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target)])).toEqual([]);
    });
  }

  calculatorTest("speaks another language once it is chosen, with what was entered", async ({ page }) => {
    await page.goto("/");
    const calculator = new Calculator(page);
    await enter(calculator);
    await expectSpoken(calculator, ENGLISH);
    await calculator.root.locator('[data-check="aws-account"] .yes-no button').first().click();
    await page.locator("#toggle-public-ip").click();
    await page.locator('[data-row="public-ip"] input').first().fill("5");
    const files = asked(page);
    const box = await page.locator("#box").inputValue();
    const reports = [await saved(page, "#save-json")];
    const tables = [await saved(page, "#save-csv")];
    const scripts = [await page.locator(".ways-out .copy pre").first().textContent()];
    for (const [tag, speaks] of Object.entries({ ...OTHERS, en: ENGLISH })) {
      await languages(page).selectOption(tag);
      await expectSpoken(calculator, speaks);
      await expect(languages(page)).toBeFocused();
      await expect(page.locator("html")).toHaveAttribute("lang", tag);
      await expect(page.locator("#box")).toHaveValue(box);
      await expect(page.locator('[data-row="public-ip"] input').first()).toHaveValue("5");
      expect(new URL(page.url()).search + new URL(page.url()).hash).toBe("");
      reports.push(await saved(page, "#save-json"));
      tables.push(await saved(page, "#save-csv"));
      scripts.push(await page.locator(".ways-out .copy pre").first().textContent());
    }
    expect(files).toEqual(["language-zh-CN.js", "language-ja.js"]);
    expect(new Set(reports).size, "reports").toBe(1);
    expect(new Set(tables).size, "tables").toBe(1);
    expect(new Set(scripts).size, "scripts").toBe(1);
    expect(scripts[0]).toContain("#!/usr/bin/env bash");
  });

  calculatorTest("leaves open what is unfolded, and closed what is not", async ({ page }) => {
    await page.goto("/");
    const calculator = new Calculator(page);
    await enter(calculator);
    const isOpen = () =>
      page.locator("#app").evaluate((app) =>
        [...app.querySelectorAll("details, [aria-expanded]")].map((it) =>
          it instanceof HTMLDetailsElement ? it.open : it.getAttribute("aria-expanded") === "true",
        ),
      );
    await page.locator("#toggle-public-ip").click();
    await page.locator("details.what-if summary").click();
    await page.locator(".folds summary").first().click();
    await page.locator(".more-of:visible").first().click();
    const open = await isOpen();
    expect(open.filter(Boolean).length).toBeGreaterThanOrEqual(4);
    await languages(page).selectOption("ja");
    await expectSpoken(calculator, OTHERS.ja);
    await expect.poll(isOpen).toEqual(open);
    await expect(languages(page)).toBeFocused();
    await page.locator("details.what-if summary").click();
    const closed = await isOpen();
    await languages(page).selectOption("en");
    await expectSpoken(calculator, ENGLISH);
    await expect.poll(isOpen).toEqual(closed);
  });

  calculatorTest("stays in a call", async ({ page }) => {
    await page.goto("/");
    const calculator = new Calculator(page);
    await enter(calculator);
    await page.locator("#call-mode").click();
    const asked = page.locator("#call [aria-current=step]");
    const which = await asked.getAttribute("data-item");
    await languages(page).selectOption("ja");
    await expect(word(calculator)).toHaveText(OTHERS.ja.notReady);
    await expect(page.locator("#call-mode")).toHaveAttribute("aria-pressed", "true");
    await expect(asked).toHaveAttribute("data-item", which!);
    await expect(languages(page)).toBeFocused();
  });

  calculatorTest("goes on in the language that was chosen, until its address asks for another", async ({ page }) => {
    await page.goto("/");
    const calculator = new Calculator(page);
    await enter(calculator);
    await languages(page).selectOption("ja");
    await expectSpoken(calculator, OTHERS.ja);
    await page.reload();
    await expectSpoken(calculator, OTHERS.ja);
    await page.goto("/?lang=zh-CN");
    await expectSpoken(calculator, OTHERS["zh-CN"]);
    await page.goto("/");
    await languages(page).selectOption("en");
    await page.reload();
    await expectSpoken(calculator, ENGLISH);
  });

  calculatorTest("answers a choice that is made before it has come", async ({ page }) => {
    let go = () => {};
    const released = new Promise<void>((resolve) => (go = resolve));
    await page.route("**/*.wasm", async (route) => (await released, route.continue()));
    await page.goto("/");
    await languages(page).selectOption("ja");
    go();
    await expect(word(new Calculator(page))).toHaveText(OTHERS.ja.start);
    await expect(languages(page)).toHaveValue("ja");
  });

  calculatorTest("says so in that language where it does not arrive, and speaks English", async ({ page, faults }) => {
    await page.route("**/language-ja-*.js", (route) => route.abort());
    await page.goto("/?lang=ja");
    const calculator = new Calculator(page);
    await expect(word(calculator)).toHaveText(ENGLISH.start);
    const missed = page.getByRole("status").filter({ hasText: "日本語を読み込めなかった" });
    await expect(missed).toHaveAttribute("lang", "ja");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await enter(calculator);
    await languages(page).selectOption("zh-CN");
    await expectSpoken(calculator, OTHERS["zh-CN"]);
    await expect(missed).toHaveCount(0);
    faults.expect(/ERR_FAILED|Failed to fetch|dynamically imported/);
  });

  calculatorTest("writes the message to the customer and the report in its language", async ({ page }) => {
    await page.goto("/?lang=zh-CN");
    const calculator = new Calculator(page);
    await enter(calculator);
    await page.locator(".ask details").nth(1).locator("summary").click();
    await expect(page.locator(".ask details").nth(1).locator("pre")).toContainText("您好");
    const report = await saved(page, "#save-markdown");
    expect(report).toContain("# BYOC 就绪评估");
    expect(report).toContain("**日期**：2026年11月24日");
    expect(await saved(page, "#save-svg")).toContain("未就绪");
  });
});

/** What a browser wishes for, and what it gets. */
const WISHES: Record<string, string> = {
  "zh-CN": "zh-CN",
  "zh-Hans-SG": "zh-CN",
  "ja-JP": "ja",
  "en-GB": "en",
  "zh-TW": "en",
  "zh-Hant-HK": "en",
  "de-DE": "en",
};
for (const [locale, tag] of Object.entries(WISHES)) {
  calculatorTest.describe(`a browser that wishes for ${locale}`, () => {
    calculatorTest.use({ locale });

    calculatorTest(`is spoken to in ${tag}`, async ({ page }) => {
      const files = asked(page);
      await page.goto("/");
      await page.locator("#box").focus();
      await expect(page.locator("#app[data-drawn]")).toHaveCount(0);
      await expect(word(new Calculator(page))).toHaveText(ALL[tag]?.start ?? "");
      await expect(page.locator("html")).toHaveAttribute("lang", tag);
      expect(files).toEqual(tag === "en" ? [] : [`language-${tag}.js`]);
    });
  });
}

test.describe("on other pages", () => {
  test("each element speaks its own language, or that of the page around it", async ({ page, site }) => {
    const elements = ["", 'lang="ja"', 'lang="zh-CN"'].map((lang) => `<byoc-readiness loading="eager" ${lang}></byoc-readiness>`);
    await page.goto(site.page(`<script type="module" src="${site.origin}${EMBED}"></script><main><h1>Host</h1>${elements.join("")}</main>`));
    const all = await Promise.all(
      [ENGLISH, OTHERS.ja, OTHERS["zh-CN"]].map(async (speaks, at) => {
        const calculator = new Calculator(page, page.locator("byoc-readiness").nth(at));
        await expect(word(calculator)).toHaveText(speaks.start);
        return { calculator, speaks };
      }),
    );
    for (const { calculator } of all) await enter(calculator);
    for (const { calculator, speaks } of all) await expectSpoken(calculator, speaks);
  });

  test("an element whose language is chosen, or set, keeps what was entered", async ({ page, site }) => {
    await page.goto(site.page(`${site.element}<main><h1>Host</h1><byoc-readiness loading="eager"></byoc-readiness></main>`));
    const element = page.locator("byoc-readiness");
    const calculator = new Calculator(page, element);
    await enter(calculator);
    await languages(element).selectOption("ja");
    await expectSpoken(calculator, OTHERS.ja);
    await expect(languages(element)).toBeFocused();
    await element.evaluate((it) => it.setAttribute("lang", "zh-CN"));
    await expectSpoken(calculator, OTHERS["zh-CN"]);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    const report = await element.evaluate((it) => (it as HTMLElement & { report?: { summary: string } }).report?.summary);
    expect(report).toContain(ENGLISH.short);
  });

  test("a frame speaks the language that its loader is given", async ({ page, site }) => {
    await page.goto(site.page(`<main><h1>Host</h1><script src="${site.origin}${FRAME}" data-lang="ja"></script></main>`));
    const calculator = new Calculator(page, page.frameLocator("iframe.byoc-readiness"));
    await expect(word(calculator)).toHaveText(OTHERS.ja.start);
  });
});

test.describe("the one file", () => {
  test("holds every language, and asks for nothing", async ({ page, context, faults }) => {
    faults.allow("null");
    await context.setOffline(true);
    const { href } = pathToFileURL(`${DIST}/byoc-readiness.html`);
    await page.goto(`${href}?lang=zh-CN`);
    const calculator = new Calculator(page);
    await enter(calculator);
    await expectSpoken(calculator, OTHERS["zh-CN"]);
    await languages(page).selectOption("ja");
    await expectSpoken(calculator, OTHERS.ja);
  });
});
