// What was entered survives a reload of the tab, and is kept nowhere else.

import { EMAIL, ROOMY, expect, limit, padding, test } from "./calculator.ts";

const VPC = { name: "vpc.json", text: limit("vpc/L-F678F1CE", 5) };

/** Records that no row needs, of exactly so many bytes. */
const ofBytes = (bytes: number) => `${VPC.text}\n${padding(bytes)}`.slice(0, bytes);

test.describe("a reload keeps", () => {
  test("the box and the files, in their order", async ({ calculator }) => {
    await calculator.box.fill(EMAIL);
    await calculator.choose(VPC, { name: "eip.json", text: limit("ec2/L-0263D0A3", 7) });
    await expect(calculator.sources).toHaveCount(3);
    await calculator.page.reload();
    await expect(calculator.box).toHaveValue(EMAIL);
    await expect(calculator.sources.locator(".name")).toHaveText(["Pasted text", "vpc.json", "eip.json"]);
    await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
  });

  test("a file over 200 kB, as a card", async ({ calculator }) => {
    await calculator.choose({ name: "all.json", text: ofBytes(300_000) });
    await expect(calculator.source("all.json")).toContainText("300 kB");
    await calculator.page.reload();
    await expect(calculator.source("all.json")).toContainText("300 kB");
    await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
  });

  test("figures, license fields and answers", async ({ calculator }) => {
    await calculator.row("vcpu").state("Limit", "128");
    await calculator.license("Core size").input.fill("64");
    await calculator.check("terraform-installed").yes.click();
    await calculator.page.reload();
    await expect(calculator.row("vcpu").figure("Limit")).toHaveText("128 vCPU");
    await expect(calculator.license("Core size").input).toHaveValue("64");
    await expect(calculator.check("terraform-installed").outcome).toHaveText("Pass");
  });

  test("the Region", async ({ calculator }) => {
    await calculator.region.selectOption("eu-central-1");
    await calculator.page.reload();
    await expect(calculator.region).toHaveValue("eu-central-1");
    await expect(calculator.block).toContainText("region=eu-central-1");
  });

  test("the last key before it", async ({ calculator }) => {
    await calculator.box.pressSequentially("Core size: 8");
    await calculator.box.press("0");
    await calculator.page.reload();
    await expect(calculator.box).toHaveValue("Core size: 80");
  });

  test("that an example is an example, and offers no undo", async ({ calculator }) => {
    await calculator.example.click();
    await calculator.page.reload();
    await expect(calculator.page.getByText("Example: a made-up account and license.")).toBeVisible();
    await expect(calculator.row("vcpu").status).toHaveText("Short");
    await expect(calculator.undo).toHaveCount(0);
  });

  test("nothing of what was cleared", async ({ calculator }) => {
    await calculator.box.fill(EMAIL);
    await calculator.clear.click();
    await calculator.page.reload();
    await expect(calculator.word).toHaveText("Start here");
    await expect(calculator.box).toHaveValue("");
  });
});

test.describe("a source of 1 MB", () => {
  test("less a byte survives a reload", async ({ calculator }) => {
    await calculator.choose({ name: "all.json", text: ofBytes(999_999) });
    await expect(calculator.source("all.json")).toBeVisible();
    await calculator.page.reload();
    await expect(calculator.source("all.json")).toBeVisible();
  });

  test("does not, and all else does", async ({ calculator }) => {
    await calculator.box.fill(EMAIL);
    await calculator.choose({ name: "all.json", text: ofBytes(1_000_000) });
    await expect(calculator.source("all.json")).toBeVisible();
    await calculator.page.reload();
    await expect(calculator.box).toHaveValue(EMAIL);
    await expect(calculator.source("all.json")).toHaveCount(0);
  });

  test("says so on its card", async ({ calculator }) => {
    await calculator.choose({ name: "all.json", text: ofBytes(1_000_000) });
    await expect(calculator.source("all.json")).toContainText(/reload/i);
  });
});

test("more than the tab can store does not take the small things with it", async ({ calculator }) => {
  await calculator.check("terraform-installed").yes.click();
  const files = Array.from({ length: 7 }, (_, at) => ({ name: `${at}.json`, text: ofBytes(900_000) }));
  await calculator.choose(...files);
  await expect(calculator.sources).toHaveCount(7);
  await calculator.license("Core size").input.fill("64");
  await calculator.page.reload();
  await expect(calculator.check("terraform-installed").outcome).toHaveText("Pass");
  await expect(calculator.license("Core size").input).toHaveValue("64");
});

test("another tab starts empty", async ({ calculator, context }) => {
  await calculator.box.fill(EMAIL);
  const other = await context.newPage();
  await other.goto("/");
  await expect(other.getByLabel("Exports and the welcome email")).toHaveValue("");
  await expect(other.getByRole("region", { name: "Verdict" })).toContainText("Start here");
});

test("nothing is kept beside the tab's own storage", async ({ calculator, context }) => {
  await calculator.example.click();
  await calculator.check("terraform-installed").yes.click();
  await expect.poll(() => calculator.page.evaluate(() => Object.keys(sessionStorage).sort())).toEqual(["byoc-readiness", "byoc-readiness-sources"]);
  const kept = await calculator.page.evaluate(async () => ({
    localStorage: Object.keys(localStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookie: document.cookie,
  }));
  expect(kept).toEqual({ localStorage: [], databases: [], caches: [], workers: 0, cookie: "" });
  expect(await context.cookies()).toEqual([]);
});

test.describe("where storage is refused", () => {
  const refusals: Record<string, () => void> = {
    "by its getter": () => {
      const refuse = () => {
        throw new DOMException("refused", "SecurityError");
      };
      Object.defineProperty(window, "sessionStorage", { get: refuse });
    },
    "on writing": () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    },
    "by being absent": () => {
      Object.defineProperty(window, "sessionStorage", { value: null });
    },
  };
  for (const [how, refuse] of Object.entries(refusals)) {
    test(`${how}, the page works`, async ({ page, calculator }) => {
      await page.addInitScript(refuse);
      await page.reload();
      await calculator.box.fill(`${ROOMY}\n${EMAIL}`);
      await expect(calculator.sentence).toHaveText("9 of 9 fit, 6 confirmations are open.");
      await calculator.check("terraform-installed").yes.click();
      await expect(calculator.sentence).toHaveText("9 of 9 fit, 5 confirmations are open.");
    });
  }

  test("and what it holds is broken, the page starts empty", async ({ page, calculator }) => {
    await page.addInitScript(() => {
      sessionStorage.setItem("byoc-readiness", '{"version":2,"answers":7}');
      sessionStorage.setItem("byoc-readiness-sources", '{"sources":7}');
    });
    await page.reload();
    await expect(calculator.word).toHaveText("Start here");
  });
});
