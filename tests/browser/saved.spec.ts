// An assessment as a file: saved, opened again in another tab, and a new one that keeps nothing.

import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { EMAIL, SHORT_OF_VCPU, expect, limit, test } from "./calculator.ts";

const ACCOUNT = "123456789012";
const LICENSE = "lic-0042-abcd-9f3e";

async function openMenu(page: Page) {
  const menu = page.locator(".assessment");
  if ((await menu.getAttribute("open")) === null) await menu.locator("summary").click();
}

async function save(page: Page, withIds = false) {
  await openMenu(page);
  if (withIds) await page.locator(".assessment").getByLabel("with whole account numbers and license ID").check();
  const downloading = page.waitForEvent("download");
  await page.locator("#save").click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("byoc-readiness-2026-11-24.json");
  return readFileSync(await download.path(), "utf8");
}

test("a saved assessment opens to the same verdict, rows and answers", async ({ calculator, page, context }) => {
  await calculator.paste(`${SHORT_OF_VCPU}\n\n${EMAIL}`);
  await calculator.row("vpc").state("Available", "2");
  await calculator.check("zilliz-account").yes.click();
  const sentence = await calculator.sentence.textContent();
  const text = await save(page);
  await openMenu(page);
  await page.locator("#new").click();
  await page.locator("#begin").click();
  await expect(calculator.verdict).toHaveAttribute("data-verdict", "empty");
  await calculator.choose({ name: "saved.json", text });
  await expect(calculator.sentence).toHaveText(sentence!);
  await expect(calculator.row("vcpu").root).toHaveAttribute("data-status", "short");
  await expect(calculator.row("vpc").root).toHaveAttribute("data-status", "met");
  await expect(calculator.check("zilliz-account").yes).toHaveAttribute("aria-pressed", "true");
  await expect(calculator.check("aws-account").root).toContainText("••••••••9012");
});

test("what a saved assessment replaced can be brought back", async ({ calculator, page }) => {
  await calculator.paste(EMAIL);
  const text = await save(page);
  await calculator.box.fill(SHORT_OF_VCPU);
  await calculator.choose({ name: "saved.json", text });
  await expect(calculator.row("vcpu").status).toHaveText("Missing");
  await calculator.undo.click();
  await expect(calculator.box).toHaveValue(SHORT_OF_VCPU);
});

const OTHER = "210987654321";

/** Wherever an account's number and a license's ID stand, and however they are written. */
const TELLING = [
  `{"Vpcs": [{"VpcId": "vpc-0a1b2c3d", "OwnerId": "${OTHER}", "IsDefault": false, "State": "available"}]}`,
  `{"InternetGateways": [{"InternetGatewayId": "igw-0a1b2c3d", "OwnerId": "${OTHER}", "Attachments": []}]}`,
  `{"Addresses": [{"PublicIp": "52.0.0.1", "AllocationId": "eipalloc-0a1b2c3d", "NetworkInterfaceOwnerId": "${OTHER}", "PublicIpv4Pool": "amazon"}]}`,
  `An error occurred (AccessDenied) when calling the ListServiceQuotas operation: User: arn:aws:sts::${OTHER}:assumed-role/jo/jo is not authorized`,
  `[${ACCOUNT}/admin] $ aws sts get-caller-identity`,
  "Accounts 1234-5678-9012 and 2109 8765 4321,",
  `https://${OTHER}.signin.aws.amazon.com/console`,
  `${LICENSE.toUpperCase()}, ${LICENSE.replaceAll("-", " ")}, license_${LICENSE.replaceAll("-", "_")}.pdf`,
].join("\n\n");

/** No run of twelve digits but stand-ins, no groups of four, and nothing of the license. */
function expectNobody(text: string) {
  for (const [digits] of text.matchAll(/(?<!\d)\d{12}(?!\d)/g)) expect(digits).toMatch(/^0000/);
  for (const [digits] of text.matchAll(/(?<!\d)\d{4}[- ]\d{4}[- ]\d{4}(?!\d)/g)) expect(digits).toMatch(/^0000/);
  expect(text).not.toContain(ACCOUNT);
  expect(text).not.toContain(OTHER);
  expect(text.toLowerCase().replaceAll(/[-_ ]/g, "")).not.toContain("lic0042");
}

test("without the tick a file holds neither a whole account number nor the license ID, however they are written", async ({ calculator, page }) => {
  await calculator.paste(`${SHORT_OF_VCPU}\n\n${EMAIL}\n\n${TELLING}`);
  await calculator.choose(
    { name: `acct-${ACCOUNT}.txt`, text: SHORT_OF_VCPU },
    { name: `${LICENSE.toUpperCase()} of 1234-5678-9012.txt`, text: EMAIL },
  );
  // And the box.
  await expect(calculator.sources).toHaveCount(3);
  await calculator.license("License ID").input.fill(` ${LICENSE.toUpperCase()}`);
  await calculator.row("vpc").state("Limit", `5 in ${OTHER}`);
  const text = await save(page);
  expectNobody(text);
  const whole = await save(page, true);
  expect(whole).toContain(ACCOUNT);
  expect(whole).toContain(LICENSE);
});

test("a file without IDs opens to the same verdict and rows", async ({ calculator, page }) => {
  await calculator.paste(`${SHORT_OF_VCPU}\n\n${EMAIL}\n\n${limit("vpc/L-F678F1CE", 5)}\n\n${TELLING}`);
  await expect(calculator.verdict).toHaveAttribute("data-verdict", "not-ready");
  const before = await report(page);
  const text = await save(page);
  await page.locator("#new").click();
  await page.locator("#begin").click();
  await expect(calculator.verdict).toHaveAttribute("data-verdict", "empty");
  await calculator.choose({ name: "saved.json", text });
  await expect(calculator.verdict).toHaveAttribute("data-verdict", "not-ready");
  expect(await report(page)).toEqual(before);
});

/** The verdict's sentence, and what the rows and the license say. */
async function report(page: Page) {
  const said = page.locator(".verdict .sentence, [data-row] [data-column], [data-row] .badge, .license .state");
  return said.allTextContents();
}

/** Everything that the page shows and keeps: its words, the values in its fields, what is folded. */
async function everything(page: Page) {
  return page.evaluate(() => {
    const fields = document.querySelectorAll<HTMLInputElement>("input, textarea, select");
    const value = (field: HTMLInputElement) =>
      field.type === "checkbox" || field.type === "radio" ? String(field.checked) : field.value;
    const folded = Array.from(document.querySelectorAll("details"), (details) => details.open);
    return {
      text: document.body.textContent,
      values: Array.from(fields, (field) => [field.getAttribute("aria-label") ?? field.name, value(field)]),
      folded,
      address: location.href,
      title: document.title,
    };
  });
}

test("a new assessment keeps nothing of the last one, not even for undo", async ({ calculator, page }) => {
  await openMenu(page);
  const fresh = await everything(page);
  await calculator.paste(`${SHORT_OF_VCPU}\n\n${EMAIL}\n\n${TELLING}`);
  await calculator.choose({ name: `acct-${ACCOUNT}.txt`, text: EMAIL });
  await calculator.row("vpc").state("Available", "2");
  await calculator.license("Core size").input.fill("96");
  await calculator.check("zilliz-account").yes.click();
  await calculator.region.selectOption("us-east-1");
  const panel = page.getByRole("region", { name: "Requirements", exact: true });
  await panel.locator("summary").click();
  await panel.getByRole("textbox", { name: "EBS , Required" }).fill("900");
  await panel.getByLabel("We deploy into an existing VPC").check();
  await panel.getByLabel("VPC ID, optional").fill("vpc-0a1b2c3d");
  // It has closed when the focus went elsewhere.
  await openMenu(page);
  await page.locator("#new").click();
  await expect(page.locator("#begin")).toBeFocused();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(calculator.verdict).toHaveAttribute("data-verdict", "not-ready");
  await page.locator("#new").click();
  await page.locator("#begin").click();
  await expect(calculator.verdict).toHaveAttribute("data-verdict", "empty");
  await expect(page.locator("#new")).toBeFocused();
  await expect(calculator.undo).toHaveCount(0);
  const { folded: _, ...left } = await everything(page);
  const { folded: __, ...begun } = fresh;
  expect(left).toEqual(begun);
  await page.reload();
  await expect(calculator.verdict).toHaveAttribute("data-verdict", "empty");
  await openMenu(page);
  expect(await everything(page)).toEqual(fresh);
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
  for (const entered of [ACCOUNT, OTHER, LICENSE, "vpc-0a1b2c3d", "900", "us-east-1"]) expect(kept).not.toContain(entered);
});

test("a file of a newer version is refused, and what is here stays", async ({ calculator, page }) => {
  await calculator.paste(SHORT_OF_VCPU);
  const text = JSON.stringify({ kind: "byoc-readiness-assessment", version: 99, sources: [], answers: {} });
  await calculator.choose({ name: "newer.json", text });
  await openMenu(page);
  await expect(page.locator(".assessment [role=status]")).toContainText("cannot read");
  await expect(calculator.verdict).toHaveAttribute("data-verdict", "not-ready");
});

test("the menu opens a saved one, and says of another file that it is none", async ({ calculator, page }) => {
  await calculator.paste(SHORT_OF_VCPU);
  const text = await save(page);
  await calculator.clear.click();
  await openMenu(page);
  const open = page.getByLabel("Open a saved one");
  await open.setInputFiles({ name: "quotas.json", mimeType: "application/json", buffer: Buffer.from(SHORT_OF_VCPU) });
  await expect(page.locator(".assessment")).toContainText("That file is no saved assessment.");
  await expect(calculator.verdict).toHaveAttribute("data-verdict", "empty");
  await open.setInputFiles({ name: "saved.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await expect(calculator.row("vcpu").status).toHaveText("Short");
  await expect(page.locator(".assessment")).not.toContainText("That file is no saved assessment.");
});
