// A fault in the WebAssembly takes nothing away: on a build in which a text breaks the page.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { EMAIL, SHORT_OF_VCPU, expect, test } from "./calculator.ts";

const FAULT = "break on purpose";

test.use({ served: [{ folder: fileURLToPath(new URL("../../target/fault", import.meta.url)), at: ["/"] }, { scope: "worker" }] });

test.beforeEach(async ({ calculator }) => {
  await calculator.choose({ name: "welcome.txt", text: EMAIL });
  await calculator.box.fill(SHORT_OF_VCPU);
  await calculator.check("terraform-installed").yes.click();
  await expect(calculator.word).toHaveText("Not ready");
});

test.afterEach(({ faults }) => faults.expect(/unreachable|RuntimeError|purpose/));

test("what was entered is offered as a file, which opens again", async ({ page, calculator }) => {
  await page.locator("footer").scrollIntoViewIfNeeded();
  await calculator.box.fill(`${SHORT_OF_VCPU}\n${FAULT}`);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("What you entered is not lost");
  await expect(alert).toBeInViewport({ ratio: 1 });
  await expect(alert.getByRole("link", { name: "Save what was entered" })).toBeFocused();
  const saved = page.waitForEvent("download");
  await alert.getByRole("link", { name: "Save what was entered" }).click();
  const path = await (await saved).path();
  const { sources, answers } = JSON.parse(readFileSync(path, "utf8"));
  expect(sources).toEqual([{ name: "welcome.txt", text: EMAIL }, { text: SHORT_OF_VCPU }]);
  expect(answers.answers).toEqual({ "terraform-installed": "yes" });

  await alert.getByRole("button", { name: "Begin empty" }).click();
  await expect(calculator.word).toHaveText("Start here");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.getByText("Assessment", { exact: true }).click();
  await page.getByLabel(/^Open/).setInputFiles(path);
  await expect(calculator.word).toHaveText("Not ready");
  await expect(calculator.box).toHaveValue(SHORT_OF_VCPU);
  await expect(calculator.source("welcome.txt")).toBeVisible();
  await expect(calculator.check("terraform-installed").outcome).toHaveText("Pass");
});

test("loaded again, the page has what was entered before", async ({ page, calculator }) => {
  await calculator.box.fill(FAULT);
  await page.getByRole("alert").getByRole("button", { name: "Load the page again" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(calculator.box).toHaveValue(SHORT_OF_VCPU);
  await expect(calculator.source("welcome.txt")).toBeVisible();
});

test("nothing of the broken page can be used, and a second fault says no more", async ({ page, calculator }) => {
  await calculator.box.fill(FAULT);
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.locator("#app")).toHaveAttribute("inert", "");
  await page.evaluate(() => {
    const box = document.getElementById("box") as HTMLTextAreaElement;
    box.value = "break on purpose, again";
    box.dispatchEvent(new Event("input"));
  });
  await expect(page.getByRole("alert")).toHaveCount(1);
});
