// What could not be read in a source: the gravest first, what matters less calmer, and of many
// only the first few until all are asked for.

import { expect, limit, test } from "./calculator.ts";

/** A paste with problems of several kinds, ten at least. */
const MANY = [
  "Dear Dana,",
  "2",
  '{"QuotaCode": "L-1216C47A", "Value": "x"}',
  limit("vpc/L-F678F1CE", 5),
  "7",
  '{"Quotas": [], "NextToken": "x"}',
  '{"Foo": 1}',
  "and so on",
  "9",
  "11",
].join("\n\n");

test("of many problems the first four are shown, until all are asked for", async ({ page, calculator }) => {
  await calculator.box.fill(MANY);
  const notices = calculator.source("Pasted text").locator(".notice");
  const all = await notices.count();
  expect(all).toBeGreaterThan(6);
  await expect(notices.filter({ visible: true })).toHaveCount(4);
  await expect(notices.first()).toBeVisible();

  const more = page.getByRole("button", { name: `Show all ${all}` });
  await expect(more).toHaveAttribute("aria-expanded", "false");
  await more.click();
  await expect(notices.filter({ visible: true })).toHaveCount(all);
  const fewer = page.getByRole("button", { name: "Show fewer" });
  await expect(fewer).toBeFocused();
  await expect(fewer).toHaveAttribute("aria-expanded", "true");
  await fewer.click();
  await expect(notices.filter({ visible: true })).toHaveCount(4);
});

test("four problems need no button", async ({ page, calculator }) => {
  await calculator.box.fill("2\n\n3\n\n4\n\n5");
  await expect(calculator.source("Pasted text").locator(".notice").filter({ visible: true })).toHaveCount(4);
  await expect(page.getByRole("button", { name: /^Show all/ })).toBeHidden();
});

test("the gravest problem stands first", async ({ calculator }) => {
  await calculator.box.fill(MANY);
  const severities = await calculator
    .source("Pasted text")
    .locator(".notice")
    .evaluateAll((all) => all.map((it) => (it as HTMLElement).dataset.severity!));
  const gravity = ["error", "warning", "info"];
  expect(severities).toEqual([...severities].sort((a, b) => gravity.indexOf(a) - gravity.indexOf(b)));
  expect(new Set(severities).size).toBeGreaterThan(1);
});

test("a note looks calmer than a warning, and is told by its form, too", async ({ calculator }) => {
  await calculator.box.fill(MANY);
  await calculator.page.getByRole("button", { name: /^Show all/ }).click();
  const look = (severity: string) =>
    calculator.page
      .locator(`.source .notice[data-severity="${severity}"]`)
      .first()
      .evaluate((notice) => {
        const { color, fontSize } = getComputedStyle(notice);
        return { color, size: parseFloat(fontSize), form: getComputedStyle(notice.querySelector(".shape")!).clipPath };
      });
  const [note, warning] = [await look("info"), await look("warning")];
  expect(note.size).toBeLessThan(warning.size);
  expect(note.color).not.toBe(warning.color);
  expect(note.form).not.toBe(warning.form);
});
