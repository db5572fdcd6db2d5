// Text that is written from right to left, and signs that turn a line around, in whatever is pasted,
// chosen or typed: they reorder nothing beside them, and make nothing read otherwise.

import type { Locator } from "@playwright/test";
import { EMAIL, type File, expect, limit, test } from "./calculator.ts";

const HEBREW = "מכסות של הלקוח.json";
const ARABIC = "حساب الإنتاج";

/** "invoice‮nosj.exe" reads "invoiceexe.json". */
const TURNED = "quotas\u202Enosj.exe";

/** A license email in Arabic, whose dates and figures an Arabic letter before them would turn around. */
const ARABIC_EMAIL = `مرحبا دانا،

معرف الترخيص: License ID: lic-0042-abcd-9f3e
Core size: 80
Validity period: 2026-11-01 to 2027-11-01
`;

/** A limit with a name beside it that is written from right to left, on one line. */
const TAGGED = `{"Owner": "${ARABIC}", "${ARABIC}": "שם", "QuotaArn": "arn:aws:servicequotas:us-west-2:123456789012:vpc/L-F678F1CE", "Value": 5}`;

/** From left to right where each of these words is drawn, within the element. */
async function drawn(place: Locator, ...words: string[]): Promise<number[]> {
  await expect(place).toContainText(words[0]);
  return place.evaluate((element, words) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (texts.nextNode()) nodes.push(texts.currentNode as Text);
    return words.map((word) => {
      const node = nodes.find((node) => node.data.includes(word));
      if (!node) throw new Error(`no “${word}” in “${element.textContent}”`);
      const range = document.createRange();
      range.setStart(node, node.data.indexOf(word));
      range.setEnd(node, node.data.indexOf(word) + word.length);
      return Math.round(range.getBoundingClientRect().left);
    });
  }, words);
}

const sorted = (numbers: number[]) => [...numbers].sort((a, b) => a - b);

test.beforeEach(({ calculator }) => calculator.arrives());

const file = (name: string, text: string): File => ({ name, text });

test("a file's name from right to left leaves the line behind it where it is", async ({ calculator }) => {
  await calculator.choose(file(HEBREW, limit("vpc/L-F678F1CE", 5)));
  const row = calculator.row("vpc");
  await row.open();
  const pointer = row.pointer("Limit");
  const [name, comma, number] = await drawn(pointer, "מכסות", ", line", "1");
  expect(name).toBeLessThan(comma);
  expect(comma).toBeLessThan(number);
});

test("a name of digits and Hebrew stays one name, before what follows it", async ({ calculator }) => {
  await calculator.choose(file("2026 דוח 3", EMAIL));
  const [name, line] = await drawn(calculator.license("Core size").origin, "דוח", ", line");
  expect(name).toBeLessThan(line);
  // Its own direction is kept within it: the first figure of a Hebrew name stands on its right.
  const [first, last] = await drawn(calculator.license("Core size").origin, "2026", "3");
  expect(first).toBeGreaterThan(last);
});

test("a sign that turns a name around is shown, and turns nothing", async ({ page, calculator }) => {
  await calculator.choose(file(TURNED, limit("vpc/L-F678F1CE", 5)));
  const shown = "quotas[U+202E]nosj.exe";
  await expect(page.locator(".source .name")).toHaveText(shown);
  await expect(page.getByRole("button", { name: `Remove: ${shown}` })).toBeVisible();
  await calculator.row("vpc").open();
  await expect(calculator.row("vpc").pointer("Limit")).toHaveText(`${shown}, line 1`);
  expect(await page.locator("body").innerText()).not.toContain("\u202E");
});

test("a sign in a line that turns a figure around is shown in the excerpt", async ({ calculator }) => {
  // "Value": 5 reads as if it were a comment, and 50 as 05.
  await calculator.box.fill(limit("vpc/L-F678F1CE", 50).replace('"Value"', '"Note":"\u202E","Value"'));
  const row = calculator.row("vpc");
  await row.open();
  await expect(row.excerpt("Limit")).toContainText('"Note":"[U+202E]","Value":50');
  const [note, value, figure] = await drawn(row.excerpt("Limit"), "Note", "Value", ":50");
  expect([note, value, figure]).toEqual(sorted([note, value, figure]));
});

test("a name in a line leaves its figures in order", async ({ calculator }) => {
  await calculator.box.fill(TAGGED);
  const row = calculator.row("vpc");
  await row.open();
  const places = await drawn(row.excerpt("Limit"), "Owner", '": "', "حساب", '", "', "שם", "QuotaArn", '"Value"', ": 5");
  expect(places).toEqual(sorted(places));
});

test("a date behind Arabic words reads as it stands there", async ({ calculator }) => {
  await calculator.choose(file("welcome.txt", ARABIC_EMAIL.replace("License ID", "تاريخ 2026-11-24, License ID")));
  await calculator.license("License ID").expectRead("…9f3e", "welcome.txt, line 3");
  await calculator.license("Valid until").expectRead("2027-11-01", "welcome.txt, line 5");
});

test("what is typed from right to left is told back as one piece", async ({ calculator }) => {
  const row = calculator.row("vcpu");
  await row.state("Limit", "ליבות");
  const told = calculator.notices.filter({ hasText: "is not a figure" }).locator("span").last();
  const [row_, typed, says] = await drawn(told, "vCPU", "ליבות", "is not");
  expect([row_, typed, says]).toEqual(sorted([row_, typed, says]));
  await row.state("Limit", "64\u202E21");
  await expect(calculator.notices.filter({ hasText: "is not a figure" })).toContainText("“64[U+202E]21”");
});

test("a link's text that nobody's page writes is shown plainly", async ({ calculator }) => {
  await calculator.box.fill('{"\u202Eevil": 1, "other": 2}');
  await expect(calculator.page.locator(".source .notice").first()).toContainText("[U+202E]evil");
});

test("fields take each line's own direction", async ({ calculator }) => {
  const row = calculator.row("vcpu");
  await row.open();
  for (const field of [calculator.box, row.field("Limit"), calculator.license("License ID").input]) {
    await expect(field).toHaveCSS("unicode-bidi", "plaintext");
  }
});

for (const page of ["/", "/?embed=1"]) {
  test(`a page around that is written from right to left changes nothing on ${page}`, async ({ page: browser, calculator }) => {
    await browser.goto(page);
    await calculator.arrives();
    await browser.evaluate(() => (document.documentElement.dir = "rtl"));
    await expect(browser.locator(".calculator")).toHaveCSS("direction", "ltr");
    await expect(calculator.box).toBeVisible();
  });
}
