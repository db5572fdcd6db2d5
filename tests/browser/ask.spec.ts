// Get this from AWS: the block in two shells, what of it is still missing, the policy that allows
// it, and the message to the customer.

import { type Calculator, EMAIL, ROOMY, ROOM_FOR_THE_REST, SHORT_OF_VCPU, copyOf, expect, limit, test } from "./calculator.ts";

const BASH = "Commands for AWS CloudShell";
const POWERSHELL = "Commands for PowerShell";

/** The parts of the panel. */
function parts({ page }: Calculator) {
  const panel = page.getByRole("region", { name: "Get this from AWS" });
  return {
    panel,
    shell: (name: "Bash" | "PowerShell") => panel.getByRole("button", { name, exact: true }),
    powershell: page.getByRole("region", { name: POWERSHELL }),
    missing: panel.locator(".missing"),
    all: panel.getByRole("button", { name: "Show the whole block" }),
    less: panel.getByRole("button", { name: "Show only what is missing" }),
    policy: page.getByRole("region", { name: "IAM policy that allows it" }),
  };
}

const ALL_BUT_ZONES = `${ROOMY}\n${ROOM_FOR_THE_REST}`.replace(limit("route53/L-4EA4796A", 500, ""), "");

test.describe("the block", () => {
  test("names the Region and every quota of a row", async ({ calculator }) => {
    await expect(calculator.block).toContainText("region=us-west-2");
    for (const quota of ["ec2/L-1216C47A", "ebs/L-7A658B76", "ec2/L-0263D0A3", "vpc/L-F678F1CE", "vpc/L-29B6F2EB"]) {
      await expect(calculator.block).toContainText(`get_limit "$region" ${quota}\n`);
    }
    await expect(calculator.block).toContainText("get_limit us-east-1 route53/L-4EA4796A\n");
  });

  test("says what it reads, and that nothing is sent", async ({ calculator }) => {
    await expect(parts(calculator).panel).toContainText("no names, no addresses. Nothing is sent anywhere");
  });

  test("is copied whole", async ({ calculator, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const button = copyOf(calculator, BASH).getByRole("button");
    await button.click();
    await expect(button).toHaveText("Copied");
    const copied = await calculator.clipboard();
    expect(copied).toBe(await calculator.block.textContent());
    expect(copied).toMatch(/^\(\n: 'Read-only: .*'\n[^]*\nregion=us-west-2\n[^]*\n\)\n$/);
  });

  test("is no longer “copied” once it is another one", async ({ calculator, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const button = copyOf(calculator, BASH).getByRole("button");
    await button.click();
    await expect(button).toHaveText("Copied");
    await calculator.region.selectOption("eu-central-1");
    await expect(button).toHaveText("Copy");
  });

  test("asks in the Region that is chosen", async ({ calculator }) => {
    await calculator.region.selectOption("eu-central-1");
    await expect(calculator.block).toContainText("region=eu-central-1\n");
    await parts(calculator).shell("PowerShell").click();
    await expect(parts(calculator).powershell).toContainText("$region = 'eu-central-1'\n");
  });
});

test.describe("PowerShell", () => {
  test("is chosen by a button that says so", async ({ calculator }) => {
    const { shell, powershell } = parts(calculator);
    await expect(shell("Bash")).toHaveAttribute("aria-pressed", "true");
    await expect(shell("PowerShell")).toHaveAttribute("aria-pressed", "false");
    await shell("PowerShell").click();
    await expect(shell("Bash")).toHaveAttribute("aria-pressed", "false");
    await expect(shell("PowerShell")).toHaveAttribute("aria-pressed", "true");
    await expect(calculator.block).toHaveCount(0);
    await expect(powershell).toContainText("Get-Limit $region 'vpc/L-F678F1CE'\n");
    await shell("Bash").click();
    await expect(calculator.block).toBeVisible();
    await expect(powershell).toHaveCount(0);
  });

  test("is chosen by keyboard, and the focus stays", async ({ page, calculator }) => {
    const { shell, powershell } = parts(calculator);
    await shell("Bash").focus();
    await page.keyboard.press("Tab");
    await expect(shell("PowerShell")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(powershell).toBeVisible();
    await expect(shell("PowerShell")).toBeFocused();
  });

  test("stays while the block becomes a shorter one", async ({ calculator }) => {
    const { shell, powershell } = parts(calculator);
    await shell("PowerShell").click();
    await calculator.box.fill(ALL_BUT_ZONES);
    await expect(powershell).toContainText("Get-Limit 'us-east-1' 'route53/L-4EA4796A'\n");
    await expect(powershell).not.toContainText("vpc/");
  });

  test("is copied whole", async ({ calculator, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await parts(calculator).shell("PowerShell").click();
    await copyOf(calculator, POWERSHELL).getByRole("button").click();
    await expect(copyOf(calculator, POWERSHELL).getByRole("button")).toHaveText("Copied");
    expect(await calculator.clipboard()).toMatch(/^& \{\n# Read-only: [^]*\nreturn \}\n$/);
  });
});

test.describe("what is still missing", () => {
  test("is not spoken of before anything was pasted", async ({ calculator }) => {
    const { missing, all } = parts(calculator);
    await expect(missing).toBeHidden();
    await expect(all).toBeHidden();
    await calculator.box.fill(EMAIL);
    await expect(calculator.licenseState).toContainText("Active");
    await expect(missing).toBeHidden();
  });

  test("is counted, and the block asks for no more than that", async ({ calculator }) => {
    const { missing } = parts(calculator);
    // 14 limits and 12 uses, less one of each.
    await calculator.box.fill(SHORT_OF_VCPU);
    await expect(missing).toHaveText("24 figures are still missing.");
    await expect(calculator.block).not.toContainText("L-1216C47A");
    await expect(calculator.block).toContainText('get_limit "$region" vpc/L-F678F1CE\n');
  });

  test("is named where it is little", async ({ calculator }) => {
    await calculator.box.fill(ALL_BUT_ZONES);
    await expect(parts(calculator).missing).toHaveText("1 figure is still missing: the limit of “Hosted zones”.");
    await expect(calculator.block).toContainText("get_limit us-east-1 route53/L-4EA4796A\n)");
    await expect(calculator.block).not.toContainText("get_use");
  });

  test("a use alone is asked for where the limit is known", async ({ calculator }) => {
    await calculator.box.fill(limit("vpc/L-F678F1CE", 5));
    await expect(calculator.block).not.toContainText('get_limit "$region" vpc/L-F678F1CE');
    await expect(calculator.block).toContainText('get_use "$region" vpc/L-F678F1CE ec2 describe-vpcs');
  });

  test("stays what was denied", async ({ calculator }) => {
    await calculator.example.click();
    await expect(parts(calculator).missing).toHaveText("1 figure is still missing: the limit of “Hosted zones”.");
    await expect(calculator.source("Pasted text")).toContainText(
      "The limit of “Hosted zones” was not read: the call failed (AccessDeniedException).",
    );
  });

  test("is nothing in the end, and there is no block", async ({ calculator }) => {
    await calculator.box.fill(`${ROOMY}\n${ROOM_FOR_THE_REST}`);
    await expect(parts(calculator).missing).toHaveText("Nothing is missing.");
    await expect(calculator.block).toHaveCount(0);
  });

  test("gives way to the whole block, and comes back", async ({ page, calculator }) => {
    const { all, less } = parts(calculator);
    const whole = await calculator.block.textContent();
    await calculator.box.fill(`${ROOMY}\n${ROOM_FOR_THE_REST}`);
    await all.focus();
    await page.keyboard.press("Enter");
    expect(await calculator.block.textContent()).toBe(whole);
    await expect(less).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(calculator.block).toHaveCount(0);
  });

  test("is what a figure typed by hand leaves", async ({ calculator }) => {
    await calculator.row("vpc").state("Available", "3");
    await expect(parts(calculator).missing).toHaveText("24 figures are still missing.");
    await expect(calculator.block).not.toContainText("L-F678F1CE");
  });
});

test.describe("the IAM policy", () => {
  test.beforeEach(({ calculator }) => calculator.page.getByText("IAM policy that allows it").click());

  test("allows what the block calls, and nothing else", async ({ calculator }) => {
    const policy = JSON.parse((await parts(calculator).policy.textContent()) ?? "");
    expect(policy.Statement).toHaveLength(1);
    const { Effect, Action, Resource } = policy.Statement[0];
    expect({ Effect, Resource }).toEqual({ Effect: "Allow", Resource: "*" });
    expect(Action).toContain("servicequotas:GetServiceQuota");
    expect(Action.filter((action: string) => !/^[a-z0-9]+:(Describe|Get|List)\w+$/.test(action))).toEqual([]);
  });

  test("is copied whole, whatever was pasted", async ({ calculator, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const before = await parts(calculator).policy.textContent();
    await calculator.box.fill(ALL_BUT_ZONES);
    await copyOf(calculator, "IAM policy that allows it").getByRole("button").click();
    await expect(copyOf(calculator, "IAM policy that allows it").getByRole("button")).toHaveText("Copied");
    expect(await calculator.clipboard()).toBe(before);
  });
});

test.describe("the message to the customer", () => {
  test.beforeEach(({ calculator }) => calculator.page.getByText("Message to the customer").click());

  test("asks for everything at first", async ({ calculator }) => {
    await expect(calculator.message).toContainText('get_limit "$region" ec2/L-1216C47A\n');
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
    await expect(calculator.message).toContainText('get_limit "$region" vpc/L-F678F1CE\n');
  });

  test("asks for no more where the whole block is shown", async ({ calculator }) => {
    await calculator.box.fill(SHORT_OF_VCPU);
    await parts(calculator).all.click();
    await expect(calculator.block).toContainText("L-1216C47A");
    await expect(calculator.message).not.toContainText("L-1216C47A");
  });

  test("asks for the license alone where all figures are known", async ({ calculator }) => {
    await calculator.box.fill(`${ROOMY}\n${ROOM_FOR_THE_REST}\nLicense ID: lic-0042\nCore size: 80`);
    await expect(calculator.message).toContainText("please send: Validity period.");
    await expect(calculator.message).not.toContainText("aws ");
    await expect(calculator.message).not.toContainText("CloudShell");
  });

  test("is replaced by a word where nothing is missing", async ({ calculator }) => {
    await calculator.box.fill(`${ROOMY}\n${ROOM_FOR_THE_REST}\n${EMAIL}`);
    await expect(parts(calculator).panel.locator("details .note").last()).toHaveText("Nothing is missing.");
    await expect(calculator.message).toHaveCount(0);
  });
});

test("the box is seen beside the block on a screen of 1440 by 900", async ({ page, calculator }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(calculator.block).toBeInViewport();
  await expect(calculator.box).toBeInViewport({ ratio: 0.5 });
});
