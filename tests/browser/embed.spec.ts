// The compact page that other pages embed: the verdict, the box, and the rows that are open.

import { type Calculator, EMAIL, ROOMY, SHORT_OF_VCPU, expect, limit, test, use } from "./calculator.ts";

test.use({ path: "/?embed=1" });

const visible = ({ rows }: Calculator) =>
  expect.poll(() =>
    rows.evaluateAll((rows) =>
      rows.filter((row) => row.getClientRects().length > 0).map((row) => row.getAttribute("data-row")),
    ),
  );

test("shows the verdict, the box, and the rows that are unknown", async ({ calculator }) => {
  await expect(calculator.word).toHaveText("Start here");
  await expect(calculator.box).toBeVisible();
  await visible(calculator).toEqual([
    "vcpu",
    "block-storage",
    "public-ip",
    "vpc",
    "private-link",
    "load-balancer",
    "dns-zone",
  ]);
});

test("shows the box without scrolling", async ({ page, calculator }) => {
  await page.setViewportSize({ width: 700, height: 800 });
  await expect(calculator.box).toBeInViewport({ ratio: 0.9 });
});

test("leaves the license, the checks and the header out", async ({ page, calculator }) => {
  await expect(calculator.box).toBeVisible();
  await expect(page.getByRole("heading", { name: "License" })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Other prerequisites" })).toHaveCount(0);
  await expect(page.getByRole("banner")).toHaveCount(0);
});

test("drops a row once it is met, and keeps one that is short", async ({ calculator }) => {
  await calculator.box.fill(`${SHORT_OF_VCPU}\n${limit("vpc/L-F678F1CE", 5)}\n${use("vpc/L-F678F1CE", 1)}`);
  await visible(calculator).toEqual(["vcpu", "block-storage", "public-ip", "private-link", "load-balancer", "dns-zone"]);
  await expect(calculator.row("vcpu").status).toHaveText("Short");
  await expect(calculator.row("vcpu").remedy).toBeVisible();
  await expect(calculator.sentence).toContainText("vCPU is short by 16");
});

test("brings a row back that is open again", async ({ calculator }) => {
  await calculator.box.fill(ROOMY);
  await visible(calculator).toEqual([]);
  await calculator.box.fill("");
  await expect(calculator.row("vcpu").root).toBeVisible();
});

test("shows no table where no row is open", async ({ page, calculator }) => {
  await calculator.box.fill(`${ROOMY}\n${EMAIL}`);
  await expect(calculator.sentence).toContainText("9 of 9 fit");
  await expect(page.getByRole("columnheader", { name: "Shortfall" })).toBeHidden();
});

test("a row stays while it is filled in by hand", async ({ calculator }) => {
  const row = calculator.row("vpc");
  await row.details.click();
  await row.field("Available").pressSequentially("2");
  await expect(row.status).toHaveText("Met");
  await expect(row.field("Available")).toBeFocused();
});

test("leads nowhere that is not on it", async ({ page, calculator }) => {
  await calculator.box.fill(SHORT_OF_VCPU);
  await expect(calculator.word).toHaveText("Not ready");
  const nowhere = await page
    .locator('a[href^="#"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")!).filter((to) => !document.querySelector(to)));
  expect(nowhere).toEqual([]);
});

test("is asked for by 1 only", async ({ page, calculator }) => {
  await expect(calculator.example).toHaveCount(0);
  await page.goto("/?embed=0");
  await expect(calculator.example).toBeVisible();
});
