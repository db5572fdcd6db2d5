// What to do about a row that is short.

import { SHORT_OF_VCPU, copyOf, expect, limit, test, use } from "./calculator.ts";

/** What is in use, 64, and the 80 that are needed. */
const REQUEST =
  "aws service-quotas request-service-quota-increase --region us-west-2 " +
  "--service-code ec2 --quota-code L-1216C47A --desired-value 144";

test.describe("a row that is short", () => {
  test.beforeEach(({ calculator }) => calculator.box.fill(SHORT_OF_VCPU));

  test("shows the command that asks for more", async ({ calculator }) => {
    await expect(calculator.row("vcpu").remedy).toHaveText(REQUEST);
  });

  test("leads to the quota in the console of the Region", async ({ calculator }) => {
    await expect(calculator.row("vcpu").root.getByRole("link", { name: /^open the quota ?: vCPU$/ })).toHaveAttribute(
      "href",
      "https://us-west-2.console.aws.amazon.com/servicequotas/home/services/ec2/quotas/L-1216C47A",
    );
  });

  test("copies exactly the command", async ({ calculator, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const button = calculator.row("vcpu").root.getByRole("button", { name: /Cop/ });
    await button.click();
    await expect(button).toHaveText("Copied");
    expect(await calculator.clipboard()).toBe(REQUEST);
  });

  test("asks for the figures of the moment", async ({ calculator }) => {
    await calculator.row("vcpu").state("In use", "100");
    await expect(calculator.row("vcpu").remedy).toContainText("--desired-value 180");
  });

  test("asks for what is needed where the use is not known", async ({ calculator }) => {
    await calculator.box.fill(limit("ec2/L-1216C47A", 64));
    await expect(calculator.row("vcpu").remedy).toContainText("--desired-value 80");
    await expect(calculator.sentence).toContainText("vCPU is short by at least 16");
  });

  test("shows none once it fits", async ({ calculator }) => {
    await calculator.row("vcpu").state("Limit", "144");
    await expect(calculator.row("vcpu").status).toHaveText("Met");
    await expect(calculator.row("vcpu").remedy).toHaveCount(0);
  });
});

test("storage is asked for in the quota's own unit", async ({ calculator }) => {
  // 1,000 GiB and 550 GB are 1.477 TiB.
  await calculator.row("block-storage").state("Limit", "1 TiB");
  await calculator.row("block-storage").state("In use", "1000 GiB");
  await expect(calculator.row("block-storage").remedy).toHaveText(
    /--region us-west-2 --service-code ebs --quota-code L-7A658B76 --desired-value 2$/,
  );
});

test("a global quota is asked for in us-east-1, whatever the Region", async ({ calculator }) => {
  await calculator.region.selectOption("eu-central-1");
  await calculator.box.fill(`${limit("route53/L-4EA4796A", 10, "")}\n${use("route53/L-4EA4796A", 9)}`);
  const row = calculator.row("dns-zone");
  await expect(row.remedy).toHaveText(
    "aws service-quotas request-service-quota-increase --region us-east-1 " +
      "--service-code route53 --quota-code L-4EA4796A --desired-value 11",
  );
  await expect(row.root.getByRole("link", { name: /open the quota/ })).toHaveAttribute(
    "href",
    "https://us-east-1.console.aws.amazon.com/servicequotas/home/services/route53/quotas/L-4EA4796A",
  );
});

test.describe("where the browser refuses the clipboard", () => {
  const refusals: Record<string, () => void> = {
    "by rejecting": () => {
      Clipboard.prototype.writeText = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
    },
    "by having none": () => Object.defineProperty(navigator, "clipboard", { value: undefined }),
  };
  for (const [how, refuse] of Object.entries(refusals)) {
    test(`${how}, the text is selected, and the button says so`, async ({ page, calculator }) => {
      await page.addInitScript(refuse);
      await page.reload();
      await calculator.box.fill(SHORT_OF_VCPU);
      await page.getByRole("button", { name: "Copy: Command that requests the increase" }).click();
      await expect(copyOf(calculator, "Command that requests the increase").getByRole("button")).toHaveText(/^Selected/);
      expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(REQUEST);
    });
  }
});
