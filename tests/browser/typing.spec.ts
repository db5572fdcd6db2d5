// Figures, license fields and answers, typed and clicked by hand.

import { EMAIL, ROOMY, SHORT_OF_VCPU, expect, limit, test } from "./calculator.ts";

test.describe("a figure", () => {
  test("counts at each keystroke, without a submit", async ({ calculator }) => {
    const row = calculator.row("vcpu");
    await row.details.click();
    const field = row.field("Limit");
    for (const [key, shortfall] of [["1", "79 vCPU"], ["1", "69 vCPU"], ["2", "–"]] as const) {
      await field.press(key);
      await expect(row.figure("Shortfall")).toHaveText(shortfall);
    }
    await expect(row.figure("Limit")).toHaveText("112 vCPU");
    await expect(field).toHaveValue("112");
    await expect(field).toBeFocused();
  });

  test("is short by what is not free", async ({ calculator }) => {
    const row = calculator.row("vcpu");
    await row.state("Limit", "128");
    await row.state("In use", "64");
    await expect(row.figure("Available")).toHaveText("64 vCPU");
    await expect(row.figure("Shortfall")).toHaveText("16 vCPU");
    await expect(row.status).toHaveText("Short");
    await expect(calculator.sentence).toContainText("vCPU is short by 16");
  });

  test("of what is available decides alone", async ({ calculator }) => {
    await calculator.row("vpc").state("Available", "2");
    await expect(calculator.row("vpc").status).toHaveText("Met");
    await calculator.row("vpc").state("Available", "1");
    await expect(calculator.row("vpc").figure("Shortfall")).toHaveText("1");
  });

  test("may be in another unit than the row's", async ({ calculator }) => {
    const row = calculator.row("block-storage");
    await row.state("Limit", "1 TiB");
    await row.state("In use", "500 GB");
    await expect(row.figure("Limit")).toHaveText(/^1 TiB\s*1,099\.511 GB$/);
    await expect(row.figure("Available")).toContainText("599.511 GB");
    await expect(row.status).toHaveText("Met");
  });

  test("of storage that is short is short in the document's unit", async ({ calculator }) => {
    await calculator.row("object-storage").state("Available", "1 TB");
    await expect(calculator.row("object-storage").figure("Shortfall")).toHaveText("0.3 TB");
  });

  test("of memory decides a row that AWS sets no limit on", async ({ calculator }) => {
    const row = calculator.row("memory");
    await expect(row.status).toHaveText("No AWS limit");
    await row.state("Available", "447");
    await expect(row.figure("Shortfall")).toHaveText("1 GiB");
    await row.state("Available", "448");
    await expect(row.status).toHaveText("Met");
  });

  test("beats the export's, and yields to it once it is taken back", async ({ calculator }) => {
    await calculator.box.fill(SHORT_OF_VCPU);
    const row = calculator.row("vcpu");
    await row.state("Limit", "256");
    await expect(row.figure("Limit")).toHaveText("256 vCPU");
    await expect(row.status).toHaveText("Met");
    await row.state("Limit", "");
    await expect(row.figure("Limit")).toHaveText("128 vCPU");
    await expect(row.status).toHaveText("Short");
  });

  for (const [row, text, says] of [
    ["block-storage", "1,152", "can be read in two ways"],
    ["vcpu", "1.152", "can be read in two ways"],
    ["vcpu", "many", "is not a figure"],
    ["vcpu", "80 GiB", "has a unit that does not fit"],
    ["vpc", "2.5", "is not a whole number"],
    ["vpc", "-2", "is below zero"],
  ] as const) {
    test(`such as “${text}” for ${row} is marked beside its field, and stays`, async ({ calculator }) => {
      const { details, root } = calculator.row(row);
      const field = calculator.row(row).field("Limit");
      const beside = root.locator(".figures .field", { hasText: /^Limit/ });
      await details.click();
      await field.pressSequentially(text);
      await expect(field).toHaveAttribute("aria-invalid", "true");
      await expect(beside).toContainText(`“${text}” ${says}`);
      await expect(field).toHaveValue(text);
      await field.fill("9");
      await expect(field).toHaveAttribute("aria-invalid", "false");
      await expect(beside).not.toContainText("“");
    });
  }

  test("that is wrong is described by its message, not named by it", async ({ calculator }) => {
    await calculator.row("vcpu").state("Limit", "many");
    await expect(calculator.row("vcpu").field("Limit")).toHaveAccessibleName(/^Limit:?( vCPU)?$/);
    await expect(calculator.row("vcpu").field("Limit")).toHaveAccessibleDescription(/“many” is not a figure/);
  });
});

test.describe("the license", () => {
  test("can be typed", async ({ calculator }) => {
    await calculator.license("License ID").input.fill("lic-0042-abcd-9f3e");
    await calculator.license("Core size").input.fill("80");
    await calculator.license("Valid from").input.fill("2026-11-01");
    await calculator.license("Valid until").input.fill("1 November 2027");
    await expect(calculator.licenseState).toHaveText("Active, 342 days left");
    await expect(calculator.license("Core size").origin).toHaveText("typed");
  });

  test("counts at each keystroke, without a submit", async ({ calculator }) => {
    await calculator.box.fill(EMAIL);
    const note = calculator.page.locator(".license .notice");
    const { input } = calculator.license("Core size");
    await input.press("4");
    await expect(note).toContainText("4 cores are fewer than the 48");
    await input.press("8");
    await expect(note).toContainText("48 cores cover the deployment only if");
    await expect(input).toBeFocused();
  });

  test("that is typed beats the email's, field by field", async ({ calculator }) => {
    await calculator.box.fill(EMAIL);
    await calculator.license("Valid until").input.fill("2026-12-01");
    await expect(calculator.licenseState).toHaveText("Expiring soon, 7 days left");
    await expect(calculator.license("Valid from").origin).toHaveText("Pasted text, line 5");
    await calculator.license("Valid until").input.fill("");
    await expect(calculator.licenseState).toHaveText("Active, 342 days left");
  });

  test("has expired on its last day", async ({ calculator }) => {
    await calculator.box.fill(EMAIL);
    await calculator.license("Valid until").input.fill("2026-11-24");
    await expect(calculator.licenseState).toHaveText("Expired");
    await expect(calculator.word).toHaveText("Not ready");
    await expect(calculator.sentence).toContainText("the license has expired");
  });

  test("asks which day an ambiguous date is, and keeps what was typed", async ({ calculator }) => {
    const { input } = calculator.license("Valid until");
    await input.fill("03/04/2027");
    await expect(calculator.page.locator(".license")).toContainText("“03/04/2027” can be read in two ways: is it 3 April 2027 or 4 March 2027?");
    await expect(input).toHaveValue("03/04/2027");
    await expect(input).toHaveAttribute("aria-invalid", "true");
  });

  test("is marked where a field makes no sense", async ({ calculator }) => {
    const { input } = calculator.license("Core size");
    await input.fill("eighty");
    await expect(calculator.page.locator(".license")).toContainText("“eighty” is not a core size.");
    await expect(input).toHaveAttribute("aria-invalid", "true");
  });
});

test.describe("an answer", () => {
  test("is given, changed and taken back", async ({ calculator }) => {
    const { outcome, yes, no } = calculator.check("terraform-installed");
    await expect(outcome).toHaveText("Open");
    await yes.click();
    await expect(outcome).toHaveText("Pass");
    await expect(yes).toHaveAttribute("aria-pressed", "true");
    await no.click();
    await expect(outcome).toHaveText("Fail");
    await expect(yes).toHaveAttribute("aria-pressed", "false");
    await no.click();
    await expect(outcome).toHaveText("Open");
    await expect(no).toHaveAttribute("aria-pressed", "false");
  });

  test("of no makes the account not ready", async ({ calculator }) => {
    await calculator.check("zilliz-account").no.click();
    await expect(calculator.word).toHaveText("Not ready");
    await expect(calculator.sentence).toContainText("1 check fails");
  });

  test("leaves one confirmation fewer", async ({ calculator }) => {
    await calculator.box.fill(limit("vpc/L-F678F1CE", 5));
    await expect(calculator.sentence).toContainText("6 confirmations are open");
    await calculator.check("operating-system").yes.click();
    await expect(calculator.sentence).toContainText("5 confirmations are open");
  });
});

test.describe("everything that is needed", () => {
  test("makes Ready, and shows the way on", async ({ calculator }) => {
    await calculator.box.fill(`${ROOMY}\n${EMAIL}`);
    await expect(calculator.word).toHaveText("Incomplete");
    await calculator.confirmAll();
    await expect(calculator.word).toHaveText("Ready");
    await expect(calculator.sentence).toHaveText("All 9 fit and every prerequisite is confirmed.");
    const on = calculator.page.getByRole("link", { name: "Activate Your License" });
    await expect(on).toHaveAttribute("href", "https://docs.zilliz.com/docs/activate-your-cloud");
  });

  test("can be typed alone", async ({ calculator }) => {
    for (const [row, free] of [
      ["vcpu", "80"],
      ["block-storage", "550"],
      ["public-ip", "1"],
      ["vpc", "2"],
      ["private-link", "1"],
      ["load-balancer", "1"],
      ["dns-zone", "2"],
    ] as const) {
      await calculator.row(row).state("Available", free);
    }
    await calculator.license("License ID").input.fill("lic-0042");
    await calculator.license("Core size").input.fill("80");
    await calculator.license("Valid until").input.fill("2027-11-01");
    await calculator.confirmAll();
    await expect(calculator.word).toHaveText("Ready");
  });

  test("but one answer is not enough, and shows no way on", async ({ calculator }) => {
    await calculator.box.fill(`${ROOMY}\n${EMAIL}`);
    await calculator.confirmAll();
    await calculator.check("iam-permissions").yes.click();
    await expect(calculator.word).toHaveText("Incomplete");
    await expect(calculator.page.getByRole("link", { name: "Activate Your License" })).toHaveCount(0);
  });
});
