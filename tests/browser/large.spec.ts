// Large sources are read by a worker: the page answers meanwhile, shows how far it is, and stops when
// it is asked to.

import type { Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { Calculator, expect, limit, padding, test as base } from "./calculator.ts";

const MB = 1_000_000;
const VPC = limit("vpc/L-F678F1CE", 5);
const EIP = limit("ec2/L-0263D0A3", 7);

const test = base.extend<{ calculator: Calculator }>({
  calculator: async ({ page }, use) => {
    await page.goto("/");
    const calculator = new Calculator(page);
    await calculator.arrives();
    await use(calculator);
  },
});

/** A text of about this size, with a figure at its end. */
const large = (bytes: number, last = VPC) => `${padding(bytes)}\n${last}`;

/** Files that the page makes itself: a test's are sent to it piece by piece. */
async function choose(page: Page, ...files: { name: string; text: string; times?: number }[]) {
  await page.getByLabel("Choose or drop files").evaluate((input, files) => {
    const data = new DataTransfer();
    for (const { name, text, times = 1 } of files) {
      data.items.add(new File(Array.from({ length: times }, () => text), name));
    }
    (input as HTMLInputElement).files = data.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, files);
}

/** Holds every worker's answer back until it is let go. */
async function held(page: Page) {
  await page.addInitScript(() => {
    const Real = Worker;
    const waiting: (() => void)[] = [];
    let isHeld = true;
    Object.assign(globalThis, {
      letGo: () => {
        isHeld = false;
        for (const go of waiting.splice(0)) go();
      },
      Worker: class extends Real {
        constructor(...of: ConstructorParameters<typeof Worker>) {
          super(...of);
          this.addEventListener("message", (event) => {
            if (!isHeld || "share" in event.data) return;
            event.stopImmediatePropagation();
            waiting.push(() => this.dispatchEvent(new MessageEvent("message", { data: event.data })));
          });
        }
      },
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { letGo: () => void }).letGo());
}

const reading = (page: Page) => page.locator(".source.arriving");

test("a file of 12 MB counts", async ({ page, calculator }) => {
  await choose(page, { name: "all.json", text: large(12 * MB) });
  await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
  await expect(calculator.source("all.json")).toContainText("facts");
  await expect(reading(page)).toHaveCount(0);
});

test("a paste of 12 MB counts, and leaves the box empty", async ({ calculator }) => {
  await calculator.paste(large(12 * MB));
  await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
  await expect(calculator.box).toHaveValue("");
});

test("a text that is cut between the halves of a character comes whole", async ({ page, calculator }) => {
  const odd = `{"name": "${"a".repeat((1 << 20) - 11)}${"😀".repeat(4)}"}`;
  await calculator.paste(`${odd}\n${VPC}`);
  await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
  const saved = page.waitForEvent("download");
  await page.locator("details.assessment summary").click();
  await page.locator("#save").click();
  const { sources } = JSON.parse(readFileSync(await (await saved).path(), "utf8"));
  expect(sources[0].text).toContain("a😀😀😀😀\"");
});

test("a credential in it is masked, and named with its line", async ({ page, calculator }) => {
  await choose(page, { name: "all.txt", text: large(MB, "AKIAIOSFODNN7EXAMPLE") });
  await expect(calculator.source("all.txt")).toContainText("access key ID");
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain("AKIAIOSFODNN7EXAMPLE");
});

test("one that is packed is unpacked by the worker", async ({ page, calculator }) => {
  const packed = gzipSync(large(3 * MB));
  await calculator.choose({ name: "all.json.gz", text: packed });
  await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
  await expect(reading(page)).toHaveCount(0);
});

test.describe("while it is read", () => {
  test("the page says so, takes other sources, and keeps the order in which they came", async ({ page }) => {
    const letGo = await held(page);
    await page.goto("/");
    const calculator = new Calculator(page);
    await calculator.arrives();
    await choose(page, { name: "first.json", text: large(MB, limit("vpc/L-F678F1CE", 3)) });
    await expect(reading(page)).toContainText(/Reading first\.json, 1,\d{3} kB…/);
    await expect(reading(page).getByRole("progressbar", { name: /^Reading first\.json/ })).toBeVisible();
    await calculator.box.fill(`${VPC}\n${EIP}`);
    await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
    await letGo();
    await expect(calculator.source("first.json")).toBeVisible();
    // What came later counts.
    await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
    await expect(calculator.row("public-ip").figure("Limit")).toHaveText("7");
  });

  test("it can be stopped, and what comes behind it is read all the same", async ({ page }) => {
    const letGo = await held(page);
    await page.goto("/");
    const calculator = new Calculator(page);
    await calculator.arrives();
    await choose(page, { name: "large.json", text: large(MB) }, { name: "small.json", text: EIP });
    await page.getByRole("button", { name: "Stop reading: large.json" }).click();
    await expect(reading(page)).toHaveCount(0);
    await expect(calculator.box).toBeFocused();
    await expect(calculator.source("small.json")).toBeVisible();
    await letGo();
    await expect(calculator.sources.locator(".name")).toHaveText(["small.json"]);
    await expect(calculator.row("vpc").figure("Limit")).not.toHaveText("5");
  });

  test("when everything is cleared it does not come", async ({ page }) => {
    const letGo = await held(page);
    await page.goto("/");
    const calculator = new Calculator(page);
    await calculator.arrives();
    await calculator.box.fill(EIP);
    await choose(page, { name: "large.json", text: large(MB) });
    await expect(reading(page)).toBeVisible();
    await calculator.clear.click();
    await expect(reading(page)).toHaveCount(0);
    await letGo();
    await calculator.box.fill(EIP);
    await expect(calculator.row("public-ip").figure("Limit")).toHaveText("7");
    await expect(calculator.source("large.json")).toHaveCount(0);
  });
});

test("over 64 MB it is refused, with what to do, and nothing else is lost", async ({ page, calculator }) => {
  await calculator.box.fill(EIP);
  await choose(page, { name: "huge.json", text: padding(MB), times: 65 });
  await expect(calculator.source("huge.json")).toContainText(/This is \d\d MB, and at most 64 MB are read at once\. Make it smaller/);
  await expect(calculator.row("public-ip").figure("Limit")).toHaveText("7");
});

test("one that unpacks to more than 64 MB is refused as well", async ({ calculator }) => {
  await calculator.choose({ name: "bomb.gz", text: gzipSync(Buffer.alloc(65 * MB, "a")) });
  await expect(calculator.source("bomb.gz")).toContainText("Unpacked this is more than 64 MB");
});

test("what is no text is named", async ({ calculator }) => {
  await calculator.choose({ name: "photo.jpg", text: Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7919) % 32)) });
  await expect(calculator.source("photo.jpg")).toContainText("This file is not text");
});

test("a saved assessment is opened", async ({ page, calculator }) => {
  await calculator.box.fill(EIP);
  await choose(page, { name: "large.json", text: large(MB) });
  await expect(calculator.source("large.json")).toContainText("facts");
  const saved = page.waitForEvent("download");
  await page.locator("details.assessment summary").click();
  await page.locator("details.assessment label.tick input").check();
  await page.locator("#save").click();
  const path = await (await saved).path();
  await calculator.clear.click();
  await page.getByLabel("Choose or drop files").setInputFiles(path);
  await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
  await expect(calculator.box).toHaveValue(EIP);
});

test("what is chosen before a saved assessment is added to it too, shown already or not", async ({ page, calculator }) => {
  const file = { kind: "byoc-readiness-assessment", version: 1, saved: "2026-11-24", sources: [], answers: {} };
  await choose(
    page,
    { name: "vpc.json", text: VPC },
    { name: "large.json", text: large(MB, EIP) },
    { name: "nat.json", text: limit("vpc/L-29B6F2EB", 50) },
    { name: "saved.json", text: JSON.stringify(file) },
  );
  await expect(calculator.row("private-link").figure("Limit")).toHaveText("50");
  await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
  await expect(calculator.row("public-ip").figure("Limit")).toHaveText("7");
});

test("a saved assessment is masked text by text: a key that begins in one takes nothing of the next", async ({ calculator }) => {
  const sources = [
    { name: "begins.txt", text: `${padding(200_001)}\n-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA` },
    { name: "vpc.json", text: VPC },
    { name: "ends.txt", text: "-----END RSA PRIVATE KEY-----" },
  ];
  const file = { kind: "byoc-readiness-assessment", version: 1, saved: "2026-11-24", sources, answers: {} };
  await calculator.choose({ name: "saved.json", text: JSON.stringify(file) });
  await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
  await expect(calculator.sources).toHaveCount(3);
});

test("a name that turns around is shown plainly while its source is read", async ({ page }) => {
  await held(page);
  await page.goto("/");
  await new Calculator(page).arrives();
  await choose(page, { name: "a\u202egnp.json", text: large(MB) });
  await expect(reading(page)).toBeVisible();
  expect(await reading(page).innerHTML()).not.toContain("\u202e");
});

test("in a browser that gives no worker it is read all the same", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "Worker"));
  await page.goto("/");
  const calculator = new Calculator(page);
  await calculator.arrives();
  await choose(page, { name: "all.json", text: large(MB) });
  await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
});

test("a worker that breaks down takes nothing away: the page reads it", async ({ page }) => {
  await page.addInitScript(() => {
    const Real = Worker;
    Object.assign(globalThis, {
      Worker: class extends Real {
        postMessage(task: object) {
          super.postMessage({ ...task, module: new Uint8Array(8) });
        }
      },
    });
  });
  await page.goto("/");
  const calculator = new Calculator(page);
  await calculator.arrives();
  await choose(page, { name: "all.json", text: large(MB) });
  await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
});
