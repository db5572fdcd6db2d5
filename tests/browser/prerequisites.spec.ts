// What helps with each prerequisite beside the rows: systems, commands, steps, links, and what
// Terraform creates.

import { type Calculator, NAMES_AND_ACTIONS, copyOf, expect, limit, sample, test } from "./calculator.ts";

const KEY_ID = "AKIAIOSFODNN7EXAMPLE";

const system = (calculator: Calculator, name: string) =>
  calculator.check("operating-system").root.getByRole("button", { name, exact: true });

const copied = async (calculator: Calculator, label: string) => {
  await calculator.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await copyOf(calculator, label).getByRole("button").click();
  return calculator.clipboard();
};

test("the rows are explained by what is deployed where", async ({ page, calculator }) => {
  await expect(calculator.box).toBeVisible();
  const text = page.getByText("The control plane is hosted within Zilliz Cloud.");
  await expect(text).toContainText("Private Link");
  const [top, rows] = [await text.boundingBox(), await calculator.row("vcpu").root.boundingBox()];
  expect(top!.y).toBeLessThan(rows!.y);
});

test.describe("the operating system", () => {
  for (const [agent, name] of [
    ["Windows NT 10.0; Win64; x64", "Windows"],
    ["Macintosh; Intel Mac OS X 10_15_7", "macOS"],
    ["X11; Linux x86_64", "Linux"],
  ] as const) {
    test.describe(`of a browser on ${name}`, () => {
      test.use({ userAgent: `Mozilla/5.0 (${agent}) AppleWebKit/537.36 Chrome/140.0 Safari/537.36` });
      test("is guessed, and the guess answers nothing", async ({ page, calculator }) => {
        const { root, outcome } = calculator.check("operating-system");
        await expect(outcome).toHaveText("Open");
        await expect(root).toContainText(`Your browser says ${name}. Correct it if the machine that runs Terraform is another.`);
        await expect(root.locator(".guess")).toHaveText(name);
        await expect(root.locator("[aria-pressed=true]")).toHaveCount(0);
        await expect(page.locator("summary", { hasText: "How to install it" })).toContainText(`(${name})`);
      });
    });
  }

  test.describe("of a phone", () => {
    test.use({ userAgent: "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0 Mobile" });
    test("is not guessed", async ({ calculator }) => {
      const { root } = calculator.check("operating-system");
      await expect(root).toContainText("Choose the system of the machine that runs Terraform.");
      await expect(root.locator(".guess")).toHaveCount(0);
    });
  });

  test("is chosen, corrected and taken back", async ({ calculator }) => {
    const { outcome, root } = calculator.check("operating-system");
    await system(calculator, "macOS").click();
    await expect(outcome).toHaveText("Pass");
    await expect(root.locator("[aria-pressed=true]")).toHaveText("macOS");
    await expect(root.getByText("Your browser says")).not.toBeVisible();
    await system(calculator, "Windows").click();
    await expect(outcome).toHaveText("Pass");
    await expect(root.locator("[aria-pressed=true]")).toHaveText("Windows");
    await system(calculator, "Another system").click();
    await expect(outcome).toHaveText("Fail");
    await expect(root.locator("[aria-pressed=true]")).toHaveText("Another system");
    await system(calculator, "Another system").click();
    await expect(outcome).toHaveText("Open");
  });

  test("survives a reload", async ({ page, calculator }) => {
    const { outcome, root } = calculator.check("operating-system");
    await system(calculator, "Windows").click();
    await page.reload();
    await expect(outcome).toHaveText("Pass");
    await expect(root.locator("[aria-pressed=true]")).toHaveText("Windows");
  });

  test("of the last customer is forgotten", async ({ calculator }) => {
    await system(calculator, "macOS").click();
    await calculator.clear.click();
    const { outcome, root } = calculator.check("operating-system");
    await expect(outcome).toHaveText("Open");
    await expect(root.locator("[aria-pressed=true]")).toHaveCount(0);
    await expect(calculator.page.locator("summary", { hasText: "How to install it" })).not.toContainText("macOS");
  });
});

test.describe("Terraform", () => {
  test("is installed by the document's commands for the system", async ({ calculator }) => {
    const { root } = calculator.check("terraform-installed");
    await system(calculator, "macOS").click();
    expect(await copied(calculator, "Install Terraform on macOS")).toBe(
      "brew tap hashicorp/tap\nbrew install hashicorp/tap/terraform",
    );
    await expect(root.getByRole("region", { name: /CentOS/ })).toHaveCount(0);
    await system(calculator, "Linux").click();
    expect(await copied(calculator, "Install Terraform on CentOS/RHEL")).toContain("sudo yum -y install terraform");
    await system(calculator, "Windows").click();
    await expect(root.getByRole("region", { name: /^Install/ })).toHaveCount(0);
    await expect(root.getByRole("link", { name: "Terraform official documentation" })).toHaveAttribute(
      "href",
      "https://developer.hashicorp.com/terraform/install?product_intent=terraform",
    );
  });

  test("is shown by its version, and then needs no help", async ({ calculator }) => {
    expect(await copied(calculator, "Command that shows Terraform’s version")).toBe("terraform version");
    const { root, outcome, more } = calculator.check("terraform-installed");
    await expect(root.locator("details")).toHaveAttribute("open");
    await calculator.box.fill(sample("terraform.version.json.txt"));
    await expect(outcome).toHaveText("Pass");
    await expect(root.locator("details")).toHaveCount(0);
    await expect(root.getByRole("region", { name: "Command that shows Terraform’s version" })).toHaveCount(0);
    await more.click();
    await expect(root.locator("details")).not.toHaveAttribute("open");
  });

  test("that a person confirms still has a version to show", async ({ calculator }) => {
    await calculator.check("terraform-installed").yes.click();
    await calculator.check("terraform-version").more.click();
    expect(await copied(calculator, "Command for: Is Terraform recent enough?")).toBe("terraform version");
  });
});

test("an account, a Region and the contract's account come with the document's words", async ({ calculator }) => {
  const link = (id: string) => calculator.check(id).root.getByRole("link");
  await expect(link("aws-account")).toHaveText("AWS Account Creation Guide");
  await expect(calculator.check("zilliz-account").root).toContainText("during the contract signing process");
  await expect(link("region-supported")).toHaveCount(0);
  await calculator.region.selectOption("eu-central-1");
  await expect(link("region-supported")).toHaveAttribute("href", "https://zilliz.com/contact-sales");
  await calculator.box.fill(limit("vpc/L-F678F1CE", 5));
  await expect(calculator.check("aws-account").outcome).toHaveText("Pass");
  await expect(link("aws-account")).toHaveCount(0);
});

test("every link opens beside the page, which it does not name", async ({ calculator }) => {
  await calculator.region.selectOption("eu-central-1");
  const links = await calculator.page.locator(".checks a").evaluateAll((all) =>
    all.map((link) => `${link.getAttribute("target")} ${link.getAttribute("rel")}`),
  );
  expect(links.length).toBe(6);
  expect(new Set(links)).toEqual(new Set(["_blank noreferrer"]));
});

test("temporary credentials are made in three steps, and kept away from here", async ({ calculator }) => {
  const { root, yes } = calculator.check("temporary-credentials");
  await expect(root.getByRole("listitem")).toHaveText([/^Sign in to the IAM console/, /Create access key\.$/, /choose Done\.$/]);
  await expect(root).toContainText("solely for the activation process and deactivate them afterward");
  await expect(root).toContainText("Do not paste them here");
  await yes.click();
  await expect(root.getByRole("listitem")).toHaveCount(0);
});

test("commands stand whole in their blocks, and not in the sentence again", async ({ calculator }) => {
  await calculator.check("instance-offerings").more.click();
  await calculator.check("iam-name-collisions").more.click();
  const offerings = await copied(calculator, "Command for: Does a zone of the Region offer every instance type?");
  expect(offerings).toContain("--region us-west-2 --filters Name=instance-type,Values=m6i.xlarge,m6i.2xlarge,r6id.8xlarge");
  await expect(calculator.check("instance-offerings").root.locator(".note")).toHaveText(/This shows it:\s*$/);
  expect(await copied(calculator, "Command for: Are the names of policies and roles free?")).toBe(
    "aws iam list-policies --scope Local --region us-east-1; aws iam list-roles",
  );
});

test.describe("the permissions", () => {
  test("are simulated by a command", async ({ calculator }) => {
    expect(await copied(calculator, "Command that simulates the permissions")).toContain("simulate-principal-policy");
    await expect(calculator.page.locator(".actions")).not.toBeVisible();
  });

  test("show action by action what a simulation says", async ({ calculator }) => {
    await calculator.box.fill(NAMES_AND_ACTIONS);
    const { root, yes } = calculator.check("iam-permissions");
    const list = root.locator(".actions");
    await expect(root.getByText("15 actions: 1 allowed, 1 denied, 13 not asked")).toBeVisible();
    await expect(list.getByRole("listitem")).toHaveCount(15);
    await expect(list.getByRole("listitem").filter({ hasText: "Allowed" })).toHaveText(/iam:CreatePolicy\s*creates each of the 7 policies/);
    await expect(list.getByRole("listitem").filter({ hasText: "Denied" })).toHaveText(/iam:CreateRole\s*creates each of the 2 roles/);
    const forms = await list.locator(".shape").evaluateAll((all) => all.map((shape) => getComputedStyle(shape).clipPath));
    expect(new Set(forms).size).toBe(3);
    await yes.click();
    await expect(list).not.toBeVisible();
  });
});

test.describe("what Terraform creates", () => {
  const rows = ({ page }: Calculator) => page.locator("[data-created]:visible");
  const summary = ({ page }: Calculator) => page.locator("summary", { hasText: "What Terraform creates" });
  const filter = ({ page }: Calculator) => page.getByRole("searchbox", { name: "Filter" });

  test.beforeEach(({ calculator }) => summary(calculator).click());

  test("is the document's table, and nothing is known of it at first", async ({ calculator }) => {
    await expect(summary(calculator)).toHaveText("What Terraform creates: 7 policies, 2 roles, 2 attachments");
    await expect(rows(calculator)).toHaveCount(11);
    await expect(rows(calculator).first()).toContainText("aws_iam_policy.aws_lb_irsa_policy");
    await expect(rows(calculator).locator(".badge")).toHaveText(Array(11).fill("Not checked"));
  });

  test("is searched by keyboard", async ({ page, calculator }) => {
    await summary(calculator).focus();
    await page.keyboard.press("Tab");
    await expect(filter(calculator)).toBeFocused();
    await page.keyboard.type("ROLE zilliz-boot");
    await expect(page.getByRole("status").filter({ hasText: "of 11" })).toHaveText("2 of 11");
    await expect(rows(calculator)).toHaveCount(2);
    await page.keyboard.type(" nothing");
    await expect(page.getByText("Nothing in this table matches.")).toBeVisible();
    await expect(rows(calculator)).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(rows(calculator)).toHaveCount(11);
  });

  test("is found by its state", async ({ calculator }) => {
    await filter(calculator).fill("exists");
    await expect(rows(calculator)).toHaveCount(0);
    await calculator.box.fill(NAMES_AND_ACTIONS);
    await expect(rows(calculator)).toHaveCount(1);
    await expect(rows(calculator)).toContainText("zilliz-bootstrap-role");
  });

  test("masks a key in its filter, and keeps it nowhere", async ({ page, calculator }) => {
    await filter(calculator).pressSequentially(KEY_ID);
    await expect(filter(calculator)).toHaveValue("•".repeat(20));
    await calculator.paste(KEY_ID, filter(calculator));
    await expect(filter(calculator)).toHaveValue(/^•+$/);
    const everything = await page.evaluate(() => {
      window.dispatchEvent(new Event("pagehide"));
      const values = Array.from(document.querySelectorAll("input"), (input) => input.value);
      return [document.documentElement.outerHTML, location.href, ...values, JSON.stringify({ ...sessionStorage })].join("\n");
    });
    expect(everything).not.toContain(KEY_ID);
  });
});

test("a name that exists opens the table and says so", async ({ page, calculator }) => {
  await expect(page.getByRole("searchbox", { name: "Filter" })).not.toBeVisible();
  await calculator.box.fill(NAMES_AND_ACTIONS);
  await expect(page.locator("summary", { hasText: "1 exists already" })).toBeVisible();
  const state = (identifier: string) => page.locator(`[data-created="${identifier}"] .badge`);
  await expect(state("aws_iam_role.bootstrap_role")).toHaveText("Exists already");
  await expect(state("aws_iam_role.management_role")).toHaveText("Free");
  await expect(state("aws_iam_policy.bootstrap_policy")).toHaveText("Free");
  await expect(state("aws_iam_role_policy_attachment.bootstrap_attachment")).toHaveText("Not checked");
});

test.describe("a check that asks for nothing", () => {
  const height = async ({ root }: ReturnType<Calculator["check"]>) => (await root.boundingBox())!.height;

  test("is one line, and shows the rest when asked for it", async ({ page, calculator }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    const check = calculator.check("instance-offerings");
    await expect(check.outcome).toHaveText("Advice");
    expect(await height(check)).toBeLessThan(44);
    await expect(check.root.locator(".copy")).toHaveCount(0);
    await check.more.click();
    await expect(check.root.locator(".copy")).toBeVisible();
    await check.root.getByRole("button", { name: /^Less/ }).click();
    expect(await height(check)).toBeLessThan(44);
  });

  test("can be answered otherwise", async ({ page, calculator }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    const check = calculator.check("temporary-credentials");
    await check.yes.click();
    await expect(check.outcome).toHaveText("Pass");
    expect(await height(check)).toBeLessThan(44);
    await expect(check.more).toBeVisible();
    await check.no.click();
    await expect(check.outcome).toHaveText("Fail");
    await expect(check.more).toBeHidden();
    await expect(check.root.getByRole("listitem").first()).toBeVisible();
  });
});

test("a check that fails does not say the contrary beside it", async ({ calculator }) => {
  await calculator.region.selectOption("eu-central-1");
  await expect(calculator.check("region-supported").root).toHaveText(/^FailIs the Region supported\?The document supports us-west-2 only\./);
});
