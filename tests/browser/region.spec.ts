// Another Region than the document's.

import { SHORT_OF_VCPU, expect, limit, test, use } from "./calculator.ts";

const BOTH = [
  limit("vpc/L-F678F1CE", 5),
  use("vpc/L-F678F1CE", 4),
  limit("vpc/L-F678F1CE", 20, "eu-central-1"),
  use("vpc/L-F678F1CE", 3, "eu-central-1"),
  limit("route53/L-4EA4796A", 500, ""),
].join("\n");

test.beforeEach(({ calculator }) => calculator.box.fill(BOTH));

test("is us-west-2 until another one is chosen", async ({ calculator }) => {
  await expect(calculator.region).toHaveValue("us-west-2");
  await expect(calculator.row("vpc").figure("Available")).toHaveText("1");
  await expect(calculator.notices).toContainText("2 figures are about eu-central-1, not us-west-2, and not counted.");
});

test.describe("once it is chosen", () => {
  test.beforeEach(({ calculator }) => calculator.region.selectOption("eu-central-1"));

  test("its figures count", async ({ calculator }) => {
    await expect(calculator.row("vpc").figure("Available")).toHaveText("17");
    await expect(calculator.row("vpc").status).toHaveText("Met");
    await expect(calculator.notices).toContainText("2 figures are about us-west-2, not eu-central-1, and not counted.");
  });

  test("global figures count all the same", async ({ calculator }) => {
    await expect(calculator.row("dns-zone").figure("Limit")).toHaveText("500");
  });

  test("says to talk to sales", async ({ calculator }) => {
    await expect(calculator.check("region-supported").outcome).toHaveText("Fail");
    await expect(calculator.check("region-supported").root).toContainText("talk to Zilliz’s sales team");
    await expect(calculator.word).toHaveText("Not ready");
  });

  test("is the one that the block and the message ask for", async ({ calculator }) => {
    await expect(calculator.block).toContainText("region=eu-central-1");
    await calculator.page.getByText("Message to the customer").click();
    await expect(calculator.message).toContainText("region=eu-central-1");
  });

  test("is the one in which more is asked for", async ({ calculator }) => {
    await calculator.box.fill(SHORT_OF_VCPU.replaceAll("us-west-2", "eu-central-1"));
    await expect(calculator.row("vcpu").remedy).toContainText("--region eu-central-1");
    await expect(calculator.row("vcpu").root.getByRole("link", { name: /open the quota/ })).toHaveAttribute(
      "href",
      /^https:\/\/eu-central-1\.console\.aws\.amazon\.com\//,
    );
  });

  test("and the first one again, all is as it was", async ({ calculator }) => {
    await calculator.region.selectOption("us-west-2");
    await expect(calculator.check("region-supported").outcome).toHaveText("Pass");
    await expect(calculator.row("vpc").figure("Available")).toHaveText("1");
  });
});
