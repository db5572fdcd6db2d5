// Clearing everything, the example, and the way back from both.

import { EMAIL, expect, limit, test } from "./calculator.ts";

test.describe("clearing", () => {
  test.beforeEach(async ({ calculator }) => {
    await calculator.box.fill(EMAIL);
    await calculator.choose({ name: "vpc.json", text: limit("vpc/L-F678F1CE", 5) });
    await calculator.row("vcpu").state("Limit", "128");
    await calculator.license("Core size").input.fill("64");
    await calculator.check("terraform-installed").yes.click();
    await calculator.region.selectOption("eu-central-1");
    await expect(calculator.source("vpc.json")).toBeVisible();
    await calculator.clear.click();
  });

  test("leaves nothing", async ({ calculator }) => {
    await expect(calculator.word).toHaveText("Start here");
    await expect(calculator.box).toHaveValue("");
    await expect(calculator.sources).toHaveCount(0);
    await expect(calculator.row("vcpu").field("Limit")).toHaveValue("");
    await expect(calculator.license("Core size").input).toHaveValue("");
    await expect(calculator.check("terraform-installed").outcome).toHaveText("Open");
    await expect(calculator.region).toHaveValue("us-west-2");
    await expect(calculator.clear).toBeDisabled();
  });

  test("can be undone, all of it", async ({ calculator }) => {
    await calculator.undo.click();
    await expect(calculator.box).toHaveValue(EMAIL);
    await expect(calculator.source("vpc.json")).toBeVisible();
    await expect(calculator.row("vcpu").field("Limit")).toHaveValue("128");
    await expect(calculator.license("Core size").input).toHaveValue("64");
    await expect(calculator.check("terraform-installed").outcome).toHaveText("Pass");
    await expect(calculator.region).toHaveValue("eu-central-1");
    await expect(calculator.undo).toHaveCount(0);
  });

  test("is said", async ({ calculator }) => {
    await expect(calculator.page.getByRole("status").filter({ hasText: "Undo" })).toContainText(/cleared|replaced/);
  });

  for (const input of ["text", "a file", "a figure", "a license field", "an answer", "the Region"]) {
    test(`cannot be undone any more after ${input}`, async ({ calculator }) => {
      await expect(calculator.undo).toBeVisible();
      if (input === "text") await calculator.box.press("x");
      if (input === "a file") await calculator.choose({ name: "a.txt", text: EMAIL });
      if (input === "a figure") await calculator.row("vcpu").state("Limit", "1");
      if (input === "a license field") await calculator.license("Core size").input.press("8");
      if (input === "an answer") await calculator.check("operating-system").no.click();
      if (input === "the Region") await calculator.region.selectOption("us-east-1");
      await expect(calculator.undo).toHaveCount(0);
    });
  }
});

test("there is nothing to clear at first", async ({ calculator }) => {
  await expect(calculator.clear).toBeDisabled();
  await expect(calculator.undo).toHaveCount(0);
});

test.describe("the example", () => {
  test("is short of vCPU and VPCs, and says that it is made up", async ({ calculator }) => {
    await calculator.example.click();
    await expect(calculator.page.getByText("Example: a made-up account and license.")).toBeVisible();
    await expect(calculator.word).toHaveText("Not ready");
    await expect(calculator.sentence).toContainText("vCPU is short by 16, VPC is short by 1");
    await expect(calculator.licenseState).toHaveText("Active, 345 days left");
    await expect(calculator.undo).toHaveCount(0);
  });

  test("that replaced one's own input can be undone", async ({ calculator }) => {
    await calculator.box.fill(EMAIL);
    await calculator.check("terraform-installed").yes.click();
    await calculator.example.click();
    await expect(calculator.row("vcpu").status).toHaveText("Short");
    await calculator.undo.click();
    await expect(calculator.box).toHaveValue(EMAIL);
    await expect(calculator.check("terraform-installed").outcome).toHaveText("Pass");
    await expect(calculator.row("vcpu").status).toHaveText("Missing");
    await expect(calculator.page.getByText("Example: a made-up account and license.")).toBeHidden();
  });

  test("that was tried twice still gives one's own input back", async ({ calculator }) => {
    await calculator.box.fill(EMAIL);
    await calculator.example.click();
    await calculator.example.click();
    await calculator.undo.click();
    await expect(calculator.box).toHaveValue(EMAIL);
  });

  test("is none any more once its sources are gone", async ({ calculator }) => {
    await calculator.example.click();
    await calculator.page.getByRole("button", { name: "Remove: welcome-email.txt" }).click();
    await calculator.box.fill(EMAIL);
    await expect(calculator.page.getByText("Example: a made-up account and license.")).toBeHidden();
  });
});
