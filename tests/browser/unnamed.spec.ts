// Numbers without a name: a person says what they are. Lists without an end: a person says that
// they are whole.

import { type Calculator, expect, limit, sample, test } from "./calculator.ts";

const asks = ({ page }: Calculator) => page.getByRole("button", { name: "This is …" });
const form = ({ page }: Calculator, number: string) => page.getByRole("group", { name: `${number} is` });

async function name(calculator: Calculator, number: string, figure: string, row: string, unit?: string) {
  const group = form(calculator, number);
  await group.getByLabel("Figure").selectOption(figure);
  await group.getByLabel("Row").selectOption(row);
  if (unit) await group.getByLabel("Unit").selectOption(unit);
  await group.getByRole("button", { name: "Take it" }).click();
}

test.describe("a number without a name", () => {
  test("is given to a row as its limit, and counts as typed", async ({ page, calculator }) => {
    await calculator.box.fill(sample("proj.bare-value.L-1216C47A.text.txt"));
    await expect(calculator.row("vcpu").status).toHaveText("Missing");
    await asks(calculator).click();
    await expect(form(calculator, "1152.0").getByLabel("Figure")).toBeFocused();
    await name(calculator, "1152.0", "the limit on", "vCPU");
    const row = calculator.row("vcpu");
    await expect(row.figure("Limit")).toHaveText("1,152 vCPU");
    await expect(page.getByText("Taken as the limit on vCPU.")).toBeVisible();
    await expect(asks(calculator)).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Show the row" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(row.details).toBeFocused();
    await expect(row.details).toHaveAttribute("aria-expanded", "true");
    await expect(row.field("Limit")).toHaveValue("1152.0");
  });

  test("is given to a row as its use", async ({ calculator }) => {
    await calculator.box.fill(`${limit("vpc/L-F678F1CE", 5)}\n\n2`);
    await asks(calculator).click();
    await name(calculator, "2", "the use of", "VPC");
    await expect(calculator.row("vpc").figure("In use")).toHaveText("2");
    await expect(calculator.row("vpc").status).toHaveText("Met");
  });

  test("of a storage row needs its unit: nothing is guessed", async ({ calculator }) => {
    await calculator.box.fill("50");
    await asks(calculator).click();
    const group = form(calculator, "50");
    const take = group.getByRole("button", { name: "Take it" });
    await expect(take).toBeDisabled();
    await group.getByLabel("Figure").selectOption("the limit on");
    await expect(take).toBeDisabled();
    await expect(group.getByLabel("Unit")).toBeHidden();
    await group.getByLabel("Row").selectOption("EBS");
    await expect(take).toBeDisabled();
    await group.getByLabel("Unit").selectOption("TiB");
    await take.click();
    await expect(calculator.row("block-storage").figure("Limit")).toHaveText(/^50 TiB/);
  });

  test("can be left as it is", async ({ page, calculator }) => {
    await calculator.box.fill("50");
    await asks(calculator).click();
    await form(calculator, "50").getByRole("button", { name: "Cancel" }).click();
    await expect(asks(calculator)).toBeFocused();
    await expect(page.locator(".unnamed")).toBeHidden();
    await expect(calculator.rows.locator('[data-column="Limit"]').filter({ hasText: "50" })).toHaveCount(0);
  });

  test("is taken back in its row, and is without a name again", async ({ calculator }) => {
    await calculator.box.fill("2");
    await asks(calculator).click();
    await name(calculator, "2", "the use of", "VPC");
    await expect(asks(calculator)).toHaveCount(0);
    await calculator.row("vpc").state("In use", "");
    await expect(asks(calculator)).toBeVisible();
  });

  test("among several is named alone", async ({ page, calculator }) => {
    await calculator.box.fill("2\n\n7\n");
    await expect(asks(calculator)).toHaveCount(2);
    await asks(calculator).first().click();
    await name(calculator, "2", "the use of", "VPC");
    await asks(calculator).click();
    await name(calculator, "7", "the limit on", "Elastic IP");
    await expect(calculator.row("vpc").figure("In use")).toHaveText("2");
    await expect(calculator.row("public-ip").figure("Limit")).toHaveText("7");
    await expect(page.getByText(/^Taken as/)).toHaveText([/use of VPC/, /limit on Elastic IP/]);
  });

  test("keeps its name while something else is pasted", async ({ page, calculator }) => {
    await calculator.box.fill("2\n");
    await asks(calculator).click();
    await name(calculator, "2", "the use of", "VPC");
    await calculator.choose({ name: "vpc.json", text: limit("vpc/L-F678F1CE", 5) });
    await expect(calculator.row("vpc").status).toHaveText("Met");
    await expect(page.getByText("Taken as the use of VPC.")).toBeVisible();
  });

  test("is named by keyboard alone", async ({ page, calculator }) => {
    await calculator.box.fill("2");
    await asks(calculator).press("Enter");
    await expect(form(calculator, "2").getByRole("combobox").first()).toBeFocused();
    await page.keyboard.type("the use");
    await page.keyboard.press("Tab");
    await page.keyboard.type("VPC");
    await page.keyboard.press("Tab");
    await expect(form(calculator, "2").getByRole("button", { name: "Take it" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(calculator.row("vpc").figure("In use")).toHaveText("2");
  });
});

test.describe("a list without an end of its own", () => {
  const take = ({ page }: Calculator) => page.getByRole("button", { name: "The list is whole: take 4 as in use" });
  const LIST = sample("ec2-describe-vpcs.text.txt");
  const LIMIT = limit("vpc/L-F678F1CE", 50);

  test("is whole once somebody says so", async ({ calculator }) => {
    await calculator.box.fill(LIST);
    await calculator.choose({ name: "vpc.json", text: LIMIT });
    const row = calculator.row("vpc");
    await expect(row.status).toHaveText("Unverified");
    await expect(row.root).toContainText("It does with the prompt below the output, or with --output json.");
    await take(calculator).click();
    await expect(row.status).toHaveText("Met");
    await expect(row.figure("In use")).toHaveText("4");
    await expect(take(calculator)).toHaveCount(0);
    await expect(row.details).toBeFocused();
    await row.open();
    await expect(row.field("In use")).toHaveValue("4");
  });

  test("is whole by itself where the prompt stands below it", async ({ calculator }) => {
    await calculator.box.fill(`$ aws ec2 describe-vpcs --output text\n${LIST}\n$ `);
    await calculator.choose({ name: "vpc.json", text: LIMIT });
    await expect(calculator.row("vpc").status).toHaveText("Met");
    await expect(take(calculator)).toHaveCount(0);
  });

  test("is not offered as whole where the output says that it goes on", async ({ calculator }) => {
    const list = JSON.parse(sample("ec2-describe-vpcs.json.txt"));
    await calculator.box.fill(JSON.stringify({ ...list, NextToken: "abc" }, null, 4));
    await calculator.choose({ name: "vpc.json", text: LIMIT });
    await expect(calculator.row("vpc").status).toHaveText("Unverified");
    await expect(take(calculator)).toHaveCount(0);
  });

  test("is not offered where the row is short anyway", async ({ calculator }) => {
    await calculator.box.fill(LIST);
    await calculator.choose({ name: "vpc.json", text: limit("vpc/L-F678F1CE", 5) });
    await expect(calculator.row("vpc").status).toHaveText("Short");
    await expect(take(calculator)).toHaveCount(0);
  });
});

test("a default becomes the account's limit once somebody says so, and the focus stays in the row", async ({ page, calculator }) => {
  await calculator.box.fill(sample("get-aws-default-service-quota.L-7A658B76.json.txt"));
  const row = calculator.row("block-storage");
  await expect(row.status).toHaveText("Unverified");
  await page.getByRole("button", { name: "Take this default as the account’s limit" }).click();
  await expect(row.why).toContainText("is high enough");
  await expect(row.details).toBeFocused();
});
