// The Vite app, below a path: its worker, and the element that it opens.

import { EMAIL, ROOMY, ROOM_FOR_THE_REST, SHORT_OF_VCPU, limit, sample } from "../browser/calculator.ts";
import { expect } from "../browser/page.ts";
import { built, sideways, test } from "./host.ts";

const AT = "/some/where/";

test.use({ served: { folder: built("vite/dist"), at: [AT] } });

test.beforeEach(async ({ page }) => {
  await page.goto(AT);
  await expect(page.locator("#verdict")).toHaveText("Nothing given yet");
});

/** A file, and the verdict of it. */
const FILES: [string, string, string][] = [
  ["a shortfall", SHORT_OF_VCPU, "Not ready"],
  ["room for everything", [ROOMY, ROOM_FOR_THE_REST, EMAIL].join("\n"), "Incomplete"],
  ["a large export", sample("list-service-quotas.ec2.no-paginate.json.txt"), "Incomplete"],
  ["nothing that is known", "Good morning.", "Incomplete"],
];

for (const [what, text, verdict] of FILES) {
  test(`worker and element agree on ${what}`, async ({ page, calculator, element }) => {
    await page.getByLabel("Choose files").setInputFiles({ name: "quotas.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
    await expect(page.locator("#verdict")).toHaveText(verdict);
    const summary = await page.locator("#summary").textContent();

    await page.getByRole("button", { name: "Open the calculator" }).click();
    await expect(page.locator("#heard")).toHaveText(`The element says: ${verdict}. ${summary}`);
    await expect(calculator.word).toHaveText(verdict);
    await expect(calculator.box).toBeVisible();
    const reported = await element.evaluate((element: HTMLElement & { report?: { summary: string } }) => element.report?.summary);
    expect(reported).toBe(summary);
  });
}

test("a row that is short stands there with what to do about it", async ({ page }) => {
  await page.locator("#exports").fill(SHORT_OF_VCPU);
  const row = page.getByRole("list", { name: "Short" }).getByRole("listitem");
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("16 vCPU short");
  await expect(row).toContainText("to 144 vCPU");
  await expect(page.locator("#others dt")).toHaveText(["Unknown", "No AWS limit"]);
});

test("the verdict follows what is typed, and is gone when it is cleared", async ({ page }) => {
  await page.locator("#exports").fill(SHORT_OF_VCPU);
  await expect(page.locator("#verdict")).toHaveText("Not ready");
  await page.locator("#exports").pressSequentially(`\n${limit("ec2/L-1216C47A", 1280)}`);
  await expect(page.locator("#verdict")).toHaveText("Incomplete");
  await page.getByRole("button", { name: "Clear" }).click();
  await expect(page.locator("#verdict")).toHaveText("Nothing given yet");
});

test("files are read together, whatever their encoding", async ({ page }) => {
  await page.getByLabel("Choose files").setInputFiles([
    { name: "quotas.txt", mimeType: "text/plain", buffer: Buffer.from(`\ufeff${SHORT_OF_VCPU}`, "utf16le") },
    { name: "welcome.eml", mimeType: "text/plain", buffer: Buffer.from(EMAIL) },
  ]);
  await expect(page.getByRole("list", { name: "Files" }).getByRole("listitem")).toHaveText(["quotas.txt", "welcome.eml"]);
  await expect(page.locator("#summary")).toContainText("vCPU is short by 16");
});

test("files can be dropped on the page", async ({ page }) => {
  const dataTransfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "quotas.json"));
    return data;
  }, SHORT_OF_VCPU);
  await page.dispatchEvent("h1", "dragover", { dataTransfer });
  await page.dispatchEvent("h1", "drop", { dataTransfer });
  await expect(page.locator("#verdict")).toHaveText("Not ready");
});

test("what is typed into the element is reported by its event", async ({ page, calculator }) => {
  await page.getByRole("button", { name: "Open the calculator" }).click();
  await calculator.box.fill(SHORT_OF_VCPU);
  await expect(page.locator("#heard")).toContainText("The element says: Not ready. ");
  await expect(page.locator("#heard")).toContainText("vCPU is short by 16");
  await expect(page.locator("#verdict")).toHaveText("Nothing given yet");
});

test("opened anew, the element begins with what is given by then", async ({ page, calculator, element }) => {
  await page.getByRole("button", { name: "Open the calculator" }).click();
  await expect(calculator.box).toBeVisible();
  await page.locator("#exports").fill(SHORT_OF_VCPU);
  await page.getByRole("button", { name: "Open it anew" }).click();
  await expect(calculator.word).toHaveText("Not ready");
  await expect(element).toHaveCount(1);
});

test("nothing sticks out at any width", async ({ page, calculator }) => {
  await page.getByRole("button", { name: "Try an example" }).click();
  await expect(page.locator("#verdict")).toHaveText("Not ready");
  await page.getByRole("button", { name: "Open the calculator" }).click();
  await expect(calculator.word).toHaveText("Not ready");
  expect(await sideways(page)).toEqual({});
});
