// What to do about a row that is short, and what to ask the account and the customer for.

import {
  type Calculator,
  EMAIL,
  ROOMY,
  ROOM_FOR_THE_REST,
  SHORT_OF_VCPU,
  expect,
  limit,
  test,
  use,
} from "./calculator.ts";

/** What is in use, 64, and the 80 that are needed. */
const REQUEST =
  "aws service-quotas request-service-quota-increase --region us-west-2 " +
  "--service-code ec2 --quota-code L-1216C47A --desired-value 144";

const copyOf = (calculator: Calculator, label: string | RegExp) =>
  calculator.page.locator(".copy").filter({ has: calculator.page.getByRole("region", { name: label }) });

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

test.describe("the block for AWS CloudShell", () => {
  test("names the Region and every quota of a row", async ({ calculator }) => {
    await expect(calculator.block).toContainText("region=us-west-2");
    for (const code of ["L-1216C47A", "L-7A658B76", "L-0263D0A3", "L-F678F1CE", "L-29B6F2EB", "L-69A177A2"]) {
      await expect(calculator.block).toContainText(`quota "$region" `);
      await expect(calculator.block).toContainText(` ${code}\n`);
    }
    await expect(calculator.block).toContainText("quota us-east-1 route53 L-4EA4796A\n");
  });

  test("is copied whole", async ({ calculator, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await copyOf(calculator, "Commands for AWS CloudShell").getByRole("button").click();
    await expect(copyOf(calculator, "Commands for AWS CloudShell").getByRole("button")).toHaveText("Copied");
    const copied = await calculator.clipboard();
    expect(copied).toBe(await calculator.block.textContent());
    expect(copied).toMatch(/^# Read-only: .*\nregion=us-west-2\n/);
  });

  test("is the same whatever was pasted", async ({ calculator }) => {
    const before = (await calculator.block.textContent()) ?? "";
    await calculator.box.fill(`${ROOMY}\n${EMAIL}`);
    await expect(calculator.row("vcpu").status).toHaveText("Met");
    expect(await calculator.block.textContent()).toBe(before);
  });

  test("is no longer “copied” once it is another one", async ({ calculator, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const button = copyOf(calculator, "Commands for AWS CloudShell").getByRole("button");
    await button.click();
    await expect(button).toHaveText("Copied");
    await calculator.region.selectOption("eu-central-1");
    await expect(button).toHaveText("Copy");
  });
});

test.describe("the message to the customer", () => {
  test.beforeEach(({ calculator }) => calculator.page.getByText("Message to the customer").click());

  test("asks for everything at first", async ({ calculator }) => {
    await expect(calculator.message).toContainText("quota \"$region\" ec2 L-1216C47A");
    await expect(calculator.message).toContainText("please send: License ID, Core size, Validity period.");
    await expect(calculator.message).toContainText("Please do not send access keys");
  });

  test("is copied whole", async ({ calculator, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const button = copyOf(calculator, /^Message to the customer/).getByRole("button");
    await button.click();
    await expect(button).toHaveText("Copied");
    const copied = await calculator.clipboard();
    expect(copied).toBe(await calculator.message.textContent());
    expect(copied).toMatch(/^Hello,\n[^]*Thank you!\n$/);
  });

  test("no longer asks for a limit or a use that is known", async ({ calculator }) => {
    await calculator.box.fill(SHORT_OF_VCPU);
    await expect(calculator.message).not.toContainText("L-1216C47A");
    await expect(calculator.message).toContainText("quota \"$region\" vpc L-F678F1CE");
  });

  test("asks for the use alone where the limit is known", async ({ calculator }) => {
    await calculator.box.fill(limit("vpc/L-F678F1CE", 5));
    await expect(calculator.message).not.toContainText("quota \"$region\" vpc L-F678F1CE");
    await expect(calculator.message).toContainText("use:'vpc/L-F678F1CE'");
  });

  test("asks for the license alone where all figures are known", async ({ calculator }) => {
    await calculator.box.fill(`${ROOMY}\n${ROOM_FOR_THE_REST}\nLicense ID: lic-0042\nCore size: 80`);
    await expect(calculator.message).toContainText("please send: Validity period.");
    await expect(calculator.message).not.toContainText("aws ");
    await expect(calculator.message).not.toContainText("CloudShell");
  });

  test("is replaced by a word where nothing is missing", async ({ calculator }) => {
    await calculator.box.fill(`${ROOMY}\n${ROOM_FOR_THE_REST}\n${EMAIL}`);
    await expect(calculator.page.getByText("Nothing is missing.")).toBeVisible();
    await expect(calculator.message).toHaveCount(0);
  });
});
