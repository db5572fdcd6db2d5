// What is assessed against: the profile, and what a person changes of it to see what would be.

import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { type Calculator, EMAIL, ROOMY, expect, limit, sample, test, use } from "./calculator.ts";

const DOCUMENT = "aws-byoc";
const MODULE = "aws-terraform-minimum";
const LEFT = "Assessed against other requirements than the document’s.";

/** The panel, and what it says beside the verdict. */
class Requirements {
  readonly panel: Locator;
  readonly profile: Locator;
  readonly whatIf: Locator;
  readonly together: Locator;
  readonly types: Locator;
  readonly numbers: Locator;
  readonly add: Locator;
  readonly existingVpc: Locator;
  readonly vpc: Locator;
  readonly upgrade: Locator;
  readonly said: Locator;
  readonly changes: Locator;
  /** Beside the verdict, and in the panel. */
  readonly back: Locator;
  readonly backInPanel: Locator;

  constructor(readonly page: Page) {
    const verdict = page.getByRole("region", { name: "Verdict" });
    const back = { name: "Back to the document’s minimum config" };
    this.panel = page.getByRole("region", { name: "Requirements", exact: true });
    this.profile = this.panel.getByLabel("Profile");
    this.whatIf = this.panel.locator("summary");
    this.together = this.panel.locator(".together");
    this.types = this.panel.getByLabel("Instance type");
    this.numbers = this.panel.getByRole("spinbutton");
    this.add = this.panel.getByRole("button", { name: "Add an instance type" });
    this.existingVpc = this.panel.getByLabel("We deploy into an existing VPC");
    this.vpc = this.panel.getByLabel("VPC ID, optional");
    this.upgrade = this.panel.getByLabel("Keep room for an upgrade");
    this.said = verdict.getByText(LEFT);
    this.changes = page.getByRole("region", { name: "Changed requirements" }).getByRole("listitem");
    this.back = verdict.getByRole("button", back);
    this.backInPanel = this.panel.getByRole("button", back);
  }

  number(type: string) {
    return this.panel.getByRole("spinbutton", { name: `Number of ${type}`, exact: true });
  }

  remove(type: string) {
    return this.panel.getByRole("button", { name: `Remove: ${type}`, exact: true });
  }

  amount(row: "S3" | "EBS" | "EIP" | "VPC" | "PrivateLink" | "AWS LB" | "DNS Zone") {
    return this.panel.getByRole("textbox", { name: `${row} , Required` });
  }

  amountField(row: string) {
    return this.panel.locator(".field").filter({ has: this.page.getByRole("textbox", { name: `${row} , Required` }) });
  }

  /** All is as the document has it. */
  async expectDocument(calculator: Calculator) {
    await expect(this.profile).toHaveValue(DOCUMENT);
    await expect(this.said).toHaveCount(0);
    await expect(this.back).toBeHidden();
    await expect(this.backInPanel).toBeHidden();
    await expect(this.changes).toHaveCount(0);
    await expect(this.numbers).toHaveCount(3);
    await expect(this.number("m6i.xlarge")).toHaveValue("4");
    await expect(this.number("m6i.2xlarge")).toHaveValue("4");
    await expect(this.number("r6id.8xlarge")).toHaveValue("1");
    await expect(this.existingVpc).not.toBeChecked();
    await expect(this.upgrade).not.toBeChecked();
    await expect(calculator.row("vcpu").figure("Required")).toHaveText("80 vCPU");
    await expect(calculator.rows).toHaveCount(9);
  }
}

const it = test.extend<{ whatIf: Requirements }>({
  whatIf: async ({ page, calculator }, use) => {
    await expect(calculator.box).toBeVisible();
    await use(new Requirements(page));
  },
});

it.describe("the profile", () => {
  it("is the document at first, with its source, and nothing is left", async ({ calculator, whatIf }) => {
    await expect(whatIf.profile.locator("option")).toHaveText([
      "Zilliz Cloud BYOC prerequisites, minimum config",
      "Zilliz BYOC Terraform module, standard, smallest",
      "Zilliz BYOC Terraform module, standard, largest",
    ]);
    await expect(whatIf.panel).toContainText("What the document’s table asks for, to the letter.");
    await expect(whatIf.panel.getByRole("link")).toHaveAttribute("href", "https://docs.zilliz.com/docs/byoc-prerequisites");
    await expect(whatIf.panel).toContainText("(the document carries no date of its own).");
    await expect(whatIf.types.first()).toBeHidden();
    await whatIf.whatIf.click();
    await whatIf.expectDocument(calculator);
    await expect(calculator.clear).toBeDisabled();
  });

  it("of the module has 5 rows and 10 Regions, and says what it is", async ({ calculator, whatIf }) => {
    await whatIf.profile.selectOption(MODULE);
    await expect(calculator.rows).toHaveCount(5);
    await expect(calculator.row("vcpu").figure("Required")).toHaveText("56 vCPU");
    await expect(calculator.row("memory").figure("Required")).toHaveText("224 GiB");
    await expect(calculator.region.locator("optgroup").first().locator("option")).toHaveText([
      "us-west-2",
      "us-east-1",
      "us-east-2",
      "ca-central-1",
      "eu-central-1",
      "eu-west-1",
      "ap-northeast-1",
      "ap-northeast-2",
      "ap-southeast-1",
      "ap-southeast-2",
    ]);
    await expect(calculator.region).toHaveValue("us-west-2");
    await expect(whatIf.panel).toContainText("3 core, 1 fundamental, 1 search and 1 index node");
    await expect(whatIf.panel.getByRole("link")).toHaveText("github.com/zilliztech/terraform-zilliz-examples");
    await expect(whatIf.panel).toContainText("2026-08-14");
    await expect(whatIf.said).toBeVisible();
    await expect(whatIf.changes).toHaveText([/Assessed against “Zilliz BYOC Terraform module, standard, smallest”/]);
  });

  it("chosen anew has no mark on its rows, but one on those that are changed", async ({ calculator, whatIf }) => {
    await whatIf.profile.selectOption(MODULE);
    await whatIf.whatIf.click();
    await whatIf.number("m6i.2xlarge").fill("6");
    await expect(calculator.row("vcpu").figure("Required")).toHaveText("64 vCPUadjusted from 56 vCPU");
    await expect(calculator.row("vpc").figure("Required")).toHaveText("1");
  });

  it("chosen anew drops what was changed, and undo brings it back", async ({ calculator, whatIf }) => {
    await whatIf.whatIf.click();
    await whatIf.number("m6i.xlarge").fill("2");
    await whatIf.amount("VPC").fill("1");
    await whatIf.profile.selectOption(MODULE);
    await expect(whatIf.changes).toHaveCount(1);
    await expect(whatIf.number("m6i.2xlarge")).toHaveValue("5");
    await expect(whatIf.number("m6id.4xlarge")).toHaveValue("1");
    await expect(whatIf.numbers).toHaveCount(2);
    await expect(whatIf.amount("VPC")).toHaveValue("");
    await expect(whatIf.amount("VPC")).toHaveAttribute("placeholder", "1");
    await calculator.undo.click();
    await expect(whatIf.profile).toHaveValue(DOCUMENT);
    await expect(whatIf.number("m6i.xlarge")).toHaveValue("2");
    await expect(whatIf.amount("VPC")).toHaveValue("1");
    await expect(calculator.row("vcpu").figure("Required")).toContainText("72 vCPU");
  });

  it("of the document, chosen by hand, leaves nothing entered", async ({ calculator, whatIf }) => {
    await whatIf.profile.selectOption(MODULE);
    await expect(calculator.clear).toBeEnabled();
    await whatIf.profile.selectOption(DOCUMENT);
    await expect(calculator.clear).toBeDisabled();
    await expect(whatIf.said).toHaveCount(0);
  });
});

it.describe("instances", () => {
  it.beforeEach(({ whatIf }) => whatIf.whatIf.click());

  it("come to their totals at each key, and the rows follow", async ({ calculator, whatIf }) => {
    await expect(whatIf.together).toContainText("80 vCPU, 448 GiB");
    await whatIf.number("m6i.xlarge").fill("10");
    await expect(whatIf.together).toContainText("104 vCPU, 544 GiB");
    await whatIf.types.nth(1).selectOption("r7i.4xlarge");
    // 10 × 4 + 4 × 16 + 32; 10 × 16 + 4 × 128 + 256.
    await expect(whatIf.together).toContainText("136 vCPU, 928 GiB");
    await expect(calculator.row("vcpu").figure("Required")).toHaveText("136 vCPUadjusted from 80 vCPU");
    await expect(calculator.row("memory").figure("Required")).toHaveText("928 GiBadjusted from 448 GiB");
    await expect(calculator.row("vpc").figure("Required")).toHaveText("2");
    await expect(whatIf.changes).toHaveText([
      /Adjusted: 10 × m6i\.xlarge, 4 × r7i\.4xlarge, 1 × r6id\.8xlarge in place of 4 × m6i\.xlarge/,
    ]);
    await expect(whatIf.number("r7i.4xlarge")).toHaveValue("4");
  });

  it("are chosen among the catalogue, by family, with vCPU and memory", async ({ whatIf }) => {
    const first = whatIf.types.first();
    await expect(first).toHaveValue("m6i.xlarge");
    expect(await first.locator("optgroup").evaluateAll((groups) => groups.map((group) => group.getAttribute("label")))).toEqual(
      ["m6i", "m6id", "m7i", "r6i", "r6id", "r7i", "c6i", "c7i"],
    );
    await expect(first.locator("option[value='r6id.8xlarge']")).toHaveText("r6id.8xlarge, 32 vCPU, 256 GiB");
    await expect(whatIf.types.nth(2)).toHaveValue("r6id.8xlarge");
  });

  it("are added, with the focus on the new type, and removed", async ({ calculator, whatIf }) => {
    await whatIf.add.click();
    await expect(whatIf.types).toHaveCount(4);
    await expect(whatIf.types.last()).toBeFocused();
    // m6i.large: 2 vCPU, 8 GiB.
    await expect(whatIf.together).toContainText("82 vCPU, 456 GiB");
    await whatIf.remove("m6i.large").click();
    await expect(whatIf.add).toBeFocused();
    await whatIf.expectDocument(calculator);
    await expect(calculator.clear).toBeDisabled();
  });

  it("may be none at all", async ({ calculator, whatIf }) => {
    for (const type of ["m6i.xlarge", "m6i.2xlarge", "r6id.8xlarge"]) await whatIf.remove(type).click();
    await expect(whatIf.together).toContainText("0 vCPU, 0 GiB");
    await expect(calculator.row("vcpu").status).toHaveText("Met");
  });

  it("as the document has them, in whatever order, are no change", async ({ calculator, whatIf }) => {
    await whatIf.remove("m6i.xlarge").click();
    await expect(whatIf.said).toBeVisible();
    await whatIf.add.click();
    await whatIf.types.last().selectOption("m6i.xlarge");
    await whatIf.number("m6i.xlarge").fill("4");
    await expect(whatIf.said).toHaveCount(0);
    await expect(whatIf.number("m6i.xlarge")).toBeFocused();
    await expect(calculator.clear).toBeDisabled();
    await expect(calculator.row("vcpu").figure("Required")).toHaveText("80 vCPU");
  });

  for (const [what, keys] of [
    ["empty", ""],
    ["negative", "-1"],
    ["a fraction", "1.5"],
    ["too large", "10001"],
    ["written with an exponent", "1e2"],
  ] as const) {
    it(`a number that is ${what} changes nothing, says so, and goes once the field is left`, async ({ whatIf }) => {
      const field = whatIf.number("r6id.8xlarge");
      await field.fill("2");
      await field.fill("");
      await field.pressSequentially(keys);
      const wrong = whatIf.panel.locator(".instances .wrong").filter({ hasText: "A whole number from 0 to 10,000." });
      if (what === "empty") {
        await expect(wrong).toHaveText("A whole number from 0 to 10,000. 2 still count.");
        await expect(whatIf.together).toContainText("112 vCPU, 704 GiB");
      }
      await expect(wrong).toBeVisible();
      await expect(field).toHaveAttribute("aria-invalid", "true");
      const kept = await whatIf.together.textContent();
      await field.press("Tab");
      await expect(wrong).toHaveCount(0);
      await expect(field).not.toHaveValue(keys);
      await expect(field).toHaveAttribute("aria-invalid", "false");
      await expect(whatIf.together).toHaveText(kept!);
    });
  }

  it("10,000 of one type are no fault, and 0 are no cleared field", async ({ whatIf }) => {
    await whatIf.number("m6i.xlarge").fill("10000");
    await expect(whatIf.together).toContainText("40,064 vCPU");
    await whatIf.number("m6i.xlarge").fill("0");
    await expect(whatIf.together).toContainText("64 vCPU, 384 GiB");
    await expect(whatIf.numbers).toHaveCount(3);
  });

  it("step by the arrow keys", async ({ whatIf }) => {
    await whatIf.number("m6i.xlarge").press("ArrowUp");
    await expect(whatIf.together).toContainText("84 vCPU, 464 GiB");
    await whatIf.number("m6i.xlarge").press("ArrowDown");
    await expect(whatIf.said).toHaveCount(0);
  });
});

it.describe("an amount", () => {
  it.beforeEach(({ whatIf }) => whatIf.whatIf.click());

  it("stands in place of the profile's, which its field shows", async ({ calculator, whatIf }) => {
    await expect(whatIf.amount("S3")).toHaveAttribute("placeholder", "1.3");
    await expect(whatIf.amount("EBS")).toHaveAttribute("placeholder", "550");
    await expect(whatIf.amount("VPC")).toHaveAttribute("placeholder", "2");
    await whatIf.amount("S3").fill("2");
    await whatIf.amount("EBS").fill("1 TiB");
    await whatIf.amount("DNS Zone").fill("3");
    await expect(calculator.row("object-storage").figure("Required")).toHaveText("2 TBadjusted from 1.3 TB");
    await expect(calculator.row("block-storage").figure("Required")).toContainText("1 TiB");
    await expect(calculator.row("dns-zone").figure("Required")).toHaveText("3adjusted from 2");
    await expect(whatIf.changes).toHaveText([/S3 2 TB in place of 1\.3 TB/, /EBS 1 TiB in place of 550 GB/, /DNS zone 3 in place of 2/]);
  });

  it("that is none changes nothing, and says so beside the field", async ({ calculator, whatIf }) => {
    await whatIf.amount("VPC").fill("many");
    await expect(whatIf.amountField("VPC").locator(".wrong")).toContainText("“many” is not a figure");
    await expect(whatIf.amount("VPC")).toHaveAttribute("aria-invalid", "true");
    await expect(calculator.row("vpc").figure("Required")).toHaveText("2");
    await expect(whatIf.said).toHaveCount(0);
    await whatIf.backInPanel.click();
    await expect(whatIf.amount("VPC")).toHaveValue("");
  });

  it("that is the profile's own is no change, and may go on to be another", async ({ calculator, whatIf }) => {
    const field = whatIf.amount("VPC");
    await field.pressSequentially("2");
    await expect(field).toHaveValue("2");
    await expect(calculator.clear).toBeDisabled();
    await expect(whatIf.said).toHaveCount(0);
    await field.press("0");
    await expect(calculator.row("vpc").figure("Required")).toHaveText("20adjusted from 2");
    await field.press("Backspace");
    await field.press("Tab");
    await expect(field).toHaveValue("");
    await expect(calculator.clear).toBeDisabled();
    await whatIf.amount("S3").fill("1300 GB");
    await expect(calculator.clear).toBeDisabled();
  });

  it("that is a secret is masked", async ({ page, whatIf }) => {
    await whatIf.amount("S3").fill("AKIAIOSFODNN7EXAMPLE");
    await expect(whatIf.amount("S3")).not.toHaveValue(/AKIAIOSFODNN7EXAMPLE/);
    await page.reload();
    expect(await page.content()).not.toContain("AKIAIOSFODNN7EXAMPLE");
  });
});

it.describe("into an existing VPC", () => {
  it.beforeEach(async ({ whatIf }) => {
    await whatIf.whatIf.click();
    await whatIf.existingVpc.check();
  });

  it("neither a VPC nor an Elastic IP is needed", async ({ calculator, whatIf }) => {
    for (const row of ["vpc", "public-ip"] as const) {
      await expect(calculator.row(row).status).toHaveText("Met");
      await expect(calculator.row(row).figure("Required")).toHaveText(/^0adjusted from [12]$/);
    }
    await expect(whatIf.amount("VPC")).toHaveAttribute("placeholder", "0");
    await whatIf.amount("VPC").fill("2");
    await expect(calculator.row("vpc").figure("Required")).toHaveText("2");
    await whatIf.amount("VPC").fill("");
    await expect(calculator.row("vpc").figure("Required")).toHaveText("0adjusted from 2");
    await expect(whatIf.changes).toHaveText([/you deploy into a VPC that is there already/]);
    await whatIf.existingVpc.uncheck();
    await whatIf.expectDocument(calculator);
    await expect(calculator.clear).toBeDisabled();
  });

  it("the endpoints of the named one count, which the pasted ones offer", async ({ page, calculator, whatIf }) => {
    const endpoints = sample("ec2-describe-vpc-endpoints.json.txt");
    await calculator.box.fill(`${endpoints}\n${limit("vpc/L-29B6F2EB", 50)}`);
    const vpc = /"VpcId": "(vpc-[^"]+)"/.exec(endpoints)![1]!;
    await expect(page.locator(`#vpc-ids option[value="${vpc}"]`)).toBeAttached();
    await whatIf.vpc.fill(vpc);
    await expect(calculator.row("private-link").status).toHaveText("Met");
    await page.reload();
    await expect(whatIf.vpc).toHaveValue(vpc);
    await whatIf.existingVpc.uncheck();
    await expect(whatIf.vpc).toBeHidden();
    await whatIf.existingVpc.check();
    await expect(whatIf.vpc).toHaveValue("");
  });
});

it("room for an upgrade takes one more of the largest instance", async ({ calculator, whatIf }) => {
  await whatIf.whatIf.click();
  await whatIf.upgrade.check();
  await expect(whatIf.together).toHaveText("Together 112 vCPU, 704 GiB with room for an upgrade");
  await expect(calculator.row("vcpu").figure("Required")).toHaveText("112 vCPUadjusted from 80 vCPU");
  await expect(whatIf.changes).toHaveText([/one more r6id\.8xlarge.*That is advice/]);
});

/** Changes something of each kind. */
async function changeAll(whatIf: Requirements) {
  await whatIf.whatIf.click();
  await whatIf.number("m6i.xlarge").fill("5");
  await whatIf.amount("S3").fill("2 TB");
  await whatIf.existingVpc.check();
  await whatIf.upgrade.check();
}

it.describe("what is changed", () => {
  it("is said with the verdict, and once only", async ({ calculator, whatIf }) => {
    await calculator.box.fill(`${ROOMY}\n${EMAIL}`);
    await changeAll(whatIf);
    await expect(whatIf.said).toBeVisible();
    await expect(whatIf.changes).toHaveCount(4);
    await expect(calculator.page.getByText(/2 TB in place of/)).toHaveCount(1);
    await expect(calculator.notices.filter({ hasText: "Adjusted" })).toHaveCount(4);
  });

  it("is taken back by one click beside the verdict, which keeps the focus there", async ({ page, calculator, whatIf }) => {
    await calculator.box.fill(EMAIL);
    await changeAll(whatIf);
    await whatIf.back.click();
    await whatIf.expectDocument(calculator);
    await expect(page.locator("#said")).toBeFocused();
    await expect(calculator.box).toHaveValue(EMAIL);
    await calculator.undo.click();
    await expect(whatIf.number("m6i.xlarge")).toHaveValue("5");
    await expect(whatIf.amount("S3")).toHaveValue("2 TB");
    await expect(whatIf.existingVpc).toBeChecked();
    await expect(whatIf.upgrade).toBeChecked();
  });

  it("is taken back by one click in the panel, which keeps the focus there", async ({ calculator, whatIf }) => {
    await whatIf.profile.selectOption(MODULE);
    await changeAllOfModule(whatIf);
    await whatIf.backInPanel.click();
    await whatIf.expectDocument(calculator);
    await expect(whatIf.profile).toBeFocused();
  });

  it("survives a reload, with its fields open", async ({ page, calculator, whatIf }) => {
    await changeAll(whatIf);
    await page.reload();
    await expect(whatIf.number("m6i.xlarge")).toHaveValue("5");
    await expect(whatIf.number("m6i.xlarge")).toBeVisible();
    await expect(whatIf.amount("S3")).toHaveValue("2 TB");
    await expect(whatIf.existingVpc).toBeChecked();
    await expect(whatIf.upgrade).toBeChecked();
    await expect(calculator.row("vcpu").figure("Required")).toHaveText("116 vCPUadjusted from 80 vCPU");
    await whatIf.profile.selectOption(MODULE);
    await page.reload();
    await expect(whatIf.profile).toHaveValue(MODULE);
    await expect(whatIf.types.first()).toBeHidden();
    await whatIf.whatIf.click();
    await expect(whatIf.number("m6i.2xlarge")).toHaveValue("5");
  });

  it("is cleared with everything, and undo brings it back", async ({ calculator, whatIf }) => {
    await changeAll(whatIf);
    await calculator.clear.click();
    await whatIf.expectDocument(calculator);
    await expect(whatIf.amount("S3")).toHaveValue("");
    await expect(calculator.word).toHaveText("Start here");
    await calculator.undo.click();
    await expect(whatIf.number("m6i.xlarge")).toHaveValue("5");
    await expect(whatIf.amount("S3")).toHaveValue("2 TB");
    await expect(whatIf.changes).toHaveCount(4);
  });

  it("is said in the compact page too, and taken back there", async ({ page, calculator, whatIf }) => {
    await changeAll(whatIf);
    await page.goto("/?embed=1");
    await expect(whatIf.said).toBeVisible();
    await expect(whatIf.changes).toHaveCount(4);
    await whatIf.back.click();
    await expect(whatIf.said).toHaveCount(0);
    await expect(calculator.row("vcpu").figure("Required")).toHaveText("80 vCPU");
  });
});

async function changeAllOfModule(whatIf: Requirements) {
  await whatIf.whatIf.click();
  await whatIf.number("m6id.4xlarge").fill("3");
  await whatIf.amount("VPC").fill("2");
  await whatIf.upgrade.check();
}

it("one VPC is enough where two did not fit", async ({ calculator, whatIf }) => {
  await calculator.box.fill(`${limit("vpc/L-F678F1CE", 5)}\n${use("vpc/L-F678F1CE", 4)}`);
  await expect(calculator.row("vpc").status).toHaveText("Short");
  await whatIf.whatIf.click();
  await whatIf.amount("VPC").fill("1");
  await expect(calculator.row("vpc").status).toHaveText("Met");
});

it("all of it is done by keyboard alone", async ({ page, calculator, whatIf }) => {
  const { keyboard } = page;
  const tabTo = async (target: Locator, key = "Tab") => {
    for (let stops = 0; stops < 100; stops++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press(key);
    }
    await expect(target, "reached by Tab").toBeFocused();
  };
  await calculator.box.focus();
  await tabTo(whatIf.profile);
  await keyboard.press("ArrowDown");
  await expect(calculator.row("vcpu").figure("Required")).toHaveText("56 vCPU");
  await tabTo(whatIf.backInPanel);
  await keyboard.press("Enter");
  await expect(whatIf.profile).toBeFocused();
  await expect(calculator.row("vcpu").figure("Required")).toHaveText("80 vCPU");
  await tabTo(whatIf.whatIf);
  await keyboard.press("Enter");
  await tabTo(whatIf.number("m6i.xlarge"));
  await keyboard.press("ArrowUp");
  await expect(whatIf.together).toContainText("84 vCPU");
  await tabTo(whatIf.types.nth(1));
  await keyboard.type("r7i.large");
  await expect(whatIf.types.nth(1)).toHaveValue("r7i.large");
  await tabTo(whatIf.add);
  await keyboard.press("Enter");
  await expect(whatIf.types).toHaveCount(4);
  await expect(whatIf.types.last()).toBeFocused();
  await tabTo(whatIf.amount("VPC"));
  await keyboard.type("1");
  await expect(calculator.row("vpc").figure("Required")).toHaveText("1adjusted from 2");
  await tabTo(whatIf.existingVpc);
  await keyboard.press("Space");
  await tabTo(whatIf.vpc);
  await keyboard.type("vpc-0abc");
  await tabTo(whatIf.upgrade);
  await keyboard.press("Space");
  await expect(whatIf.changes).toHaveCount(4);
  await tabTo(whatIf.back, "Shift+Tab");
  await keyboard.press("Enter");
  await whatIf.expectDocument(calculator);
  await expect(page.locator("#said")).toBeFocused();
});

for (const width of [320, 360, 768, 1440]) {
  it.describe(`at ${width} px`, () => {
    it.use({ viewport: { width, height: 900 } });

    it("nothing overflows, and axe finds nothing, with everything changed", async ({ page, calculator, whatIf }) => {
      await calculator.box.fill(`${ROOMY}\n${EMAIL}`);
      await changeAll(whatIf);
      await whatIf.amount("DNS Zone").fill("many");
      await whatIf.number("m6i.2xlarge").fill("");
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(sideways).toBe(0);
      const sticksOut = await page.evaluate(() => {
        const width = document.documentElement.clientWidth;
        const parts = [...document.querySelectorAll(".requirements *, .verdict *, .changes *")];
        return parts.filter((part) => part.getBoundingClientRect().right > width - 8).map((part) => part.outerHTML.slice(0, 80));
      });
      expect(sticksOut).toEqual([]);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
      }
    });

    it("the verdict covers nothing that is focused or led to", async ({ page, calculator, whatIf }) => {
      await calculator.box.fill(`${ROOMY}\n${EMAIL}`);
      await changeAll(whatIf);
      await page.getByRole("contentinfo").getByRole("link").focus();
      const covered = [];
      for (let stop = 0; stop < 60; stop++) {
        await page.keyboard.press("Shift+Tab");
        covered.push(
          await page.evaluate(() => {
            const focused = document.activeElement!;
            const verdict = document.querySelector(".verdict")!;
            if (focused === document.body || focused.closest(".verdict, .side, header")) return "";
            const isOver = verdict.getBoundingClientRect().bottom > focused.getBoundingClientRect().top + 1;
            return isOver && getComputedStyle(verdict).position === "sticky" ? focused.outerHTML.slice(0, 80) : "";
          }),
        );
      }
      expect(covered.filter(Boolean)).toEqual([]);
    });
  });
}
