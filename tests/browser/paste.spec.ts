// Exports and the welcome email, pasted into the one box.

import { EMAIL, ROOMY, expect, limit, lineOf, padding, sample, test, useOfCores } from "./calculator.ts";

const VCPU = sample("get-service-quota.L-1216C47A.json.txt");

/** 1,152 vCPU less 536 cores of two threads leave the 80 that are needed. */
const EXPORT = `${VCPU}\n${useOfCores(536)}\n\n${EMAIL}`;

test.describe("an export and the welcome email in one paste", () => {
  test.beforeEach(({ calculator }) => calculator.paste(EXPORT));

  test("give the verdict", async ({ calculator }) => {
    await expect(calculator.word).toHaveText("Incomplete");
    await expect(calculator.sentence).toHaveText("3 of 9 fit, 6 are unknown, 6 confirmations are open.");
  });

  test("give the row's figures", async ({ calculator }) => {
    const row = calculator.row("vcpu");
    await expect(row.figure("Required")).toHaveText("80 vCPU");
    await expect(row.figure("Limit")).toHaveText("1,152 vCPU");
    await expect(row.figure("In use")).toHaveText("1,072 vCPU");
    await expect(row.figure("Available")).toHaveText("80 vCPU");
    await expect(row.figure("Shortfall")).toHaveText("–");
    await expect(row.status).toHaveText("Met");
  });

  test("warn of what is left after deployment", async ({ calculator }) => {
    await expect(calculator.row("vcpu").why).toContainText("Little is left after deployment.");
  });

  test("are shown where they stand", async ({ calculator }) => {
    const { details, evidence } = calculator.row("vcpu");
    await details.click();
    await expect(evidence.filter({ hasText: /^Limit/ })).toContainText("Pasted text, line 8");
    const line = lineOf(EXPORT, "cores2");
    await expect(evidence.filter({ hasText: /^In use/ })).toContainText(`Pasted text, line ${line}`);
  });

  test("fill the license in, with the line of each field", async ({ calculator }) => {
    const where = (text: string) => `Pasted text, line ${lineOf(EXPORT, text)}`;
    await calculator.license("License ID").expectRead("…9f3e", where("License ID"));
    await calculator.license("Core size").expectRead("80", where("Core size"));
    await calculator.license("Valid from").expectRead("2026-11-01", where("Validity"));
    await calculator.license("Valid until").expectRead("2027-11-01", where("Validity"));
    await expect(calculator.licenseState).toHaveText("Active, 342 days left");
  });

  test("say what was recognised", async ({ calculator }) => {
    await expect(calculator.source("Pasted text").locator(".recognised")).toHaveText("Several formats · 6 facts");
  });

  test("name the account by its last digits", async ({ calculator }) => {
    await expect(calculator.check("aws-account").root).toContainText("account ••••••••9012.");
  });
});

test("several exports in one paste count, each with its line", async ({ calculator }) => {
  const ebs = sample("list-service-quotas.ebs.json.txt");
  const lb = sample("list-service-quotas.elasticloadbalancing.json.txt");
  await calculator.paste(`${ebs}\n${lb}`);
  await expect(calculator.row("block-storage").figure("Limit")).toHaveText(/^50 TiB\s*54,975\.581 GB$/);
  await expect(calculator.row("load-balancer").figure("Limit")).toHaveText("50");
  await calculator.row("load-balancer").details.click();
  const line = ebs.split("\n").length + 275;
  await expect(calculator.row("load-balancer").evidence.filter({ hasText: /^Limit/ })).toContainText(`line ${line}`);
});

test("a paste goes where the caret is", async ({ calculator }) => {
  await calculator.box.fill(`${limit("vpc/L-F678F1CE", 5)}\n`);
  await calculator.paste(limit("ec2/L-0263D0A3", 7));
  await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
  await expect(calculator.row("public-ip").figure("Limit")).toHaveText("7");
});

test("an account with room fits", async ({ calculator }) => {
  await calculator.paste(`${ROOMY}\n${EMAIL}`);
  await expect(calculator.sentence).toHaveText("9 of 9 fit, 6 confirmations are open.");
});

test("of one quota given twice the later one counts, and a notice says so", async ({ calculator }) => {
  await calculator.paste(`${limit("vpc/L-F678F1CE", 5)}\n${limit("vpc/L-F678F1CE", 9)}`);
  await expect(calculator.row("vpc").figure("Limit")).toHaveText("9");
  await expect(calculator.notices).toContainText("“VPCs per Region” is given twice: 9 counts, the later one; 5 does not.");
});

test.describe("a paste over 200 kB", () => {
  const large = `${padding(200_001)}\n${limit("vpc/L-F678F1CE", 5)}`;

  test.beforeEach(({ calculator }) => calculator.paste(large));

  test("becomes a card and leaves the box empty", async ({ calculator }) => {
    await expect(calculator.source("Large paste")).toContainText(`${Math.floor(large.length / 1000)} kB`);
    await expect(calculator.source("Large paste")).toContainText("Large sources are not shown as text.");
    await expect(calculator.box).toHaveValue("");
  });

  test("counts", async ({ calculator }) => {
    await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
  });

  test("can be removed", async ({ calculator }) => {
    await calculator.source("Large paste").getByRole("button", { name: "Remove" }).click();
    await expect(calculator.sources).toHaveCount(0);
    await expect(calculator.word).toHaveText("Start here");
  });
});

test("a paste that makes the box's text larger than 200 kB loses none of it", async ({ calculator }) => {
  await calculator.paste(`${limit("vpc/L-F678F1CE", 5)}\n`);
  await calculator.paste(padding(100_000));
  await calculator.paste(padding(100_000));
  await expect(calculator.source("Large paste")).toBeVisible();
  await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
});

test.describe("what is not recognised", () => {
  test("is named with its lines, and what stands beside it counts", async ({ calculator }) => {
    await calculator.paste(`${limit("vpc/L-F678F1CE", 5)}\nDear Dana,\nsee above\n${limit("ec2/L-0263D0A3", 7)}`);
    await expect(calculator.source("Pasted text").locator(".notice")).toContainText("Lines 2–3 were not recognised.");
    await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
    await expect(calculator.row("public-ip").figure("Limit")).toHaveText("7");
  });

  test("stays in the box as it was", async ({ calculator }) => {
    const text = "Dear Dana,\n\tsee below — 80 “vCPU”";
    await calculator.paste(text);
    await expect(calculator.box).toHaveValue(text);
    await expect(calculator.source("Pasted text")).toContainText("Not recognised");
  });

  test("is one line where it is one", async ({ calculator }) => {
    await calculator.paste("Dear Dana,");
    await expect(calculator.source("Pasted text").locator(".notice")).toContainText("Line 1 was not recognised.");
  });

  test("is named by its keys where it is JSON", async ({ calculator }) => {
    await calculator.paste('{"Parcels": []}');
    await expect(calculator.source("Pasted text").locator(".notice")).toContainText("This JSON (Parcels) holds nothing that is read here");
  });

  test("is the rest of an export that breaks off, and what came before counts", async ({ calculator }) => {
    const text = sample("list-service-quotas.ebs.json.txt").split("\n").slice(0, 460).join("\n");
    await calculator.paste(text);
    await expect(calculator.source("Pasted text").locator(".notice")).toContainText("The JSON breaks off here");
    await expect(calculator.row("block-storage").figure("Limit")).toContainText("50 TiB");
  });
});

test.describe("two accounts", () => {
  const other = limit("ec2/L-0263D0A3", 7).replace("123456789012", "210987654321");

  test.beforeEach(({ calculator }) => calculator.paste(`${limit("vpc/L-F678F1CE", 5)}\n${other}`));

  test("are named, and neither counts", async ({ calculator }) => {
    await expect(calculator.notices).toContainText("••••••••9012, ••••••••4321. Choose which account counts");
    await expect(calculator.row("vpc").figure("Limit")).toHaveText("–");
    await expect(calculator.row("public-ip").figure("Limit")).toHaveText("–");
  });

  test("are a choice that the page offers", async ({ calculator }) => {
    await calculator.page.getByRole("combobox", { name: "Account" }).selectOption({ label: "••••••••4321" });
    await expect(calculator.row("public-ip").figure("Limit")).toHaveText("7");
    await expect(calculator.row("vpc").figure("Limit")).toHaveText("–");
  });
});
