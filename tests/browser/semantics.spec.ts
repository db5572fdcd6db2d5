// What a screen reader is told: the verdict when it changes, headings, landmarks, names.

import { EMAIL, SHORT_OF_VCPU, expect, limit, test } from "./calculator.ts";

test("the verdict is said when it changes, in a region that stood there before", async ({ page, calculator }) => {
  await calculator.arrives();
  const region = page.getByRole("region", { name: "Verdict" }).getByRole("status");
  await expect(region).toHaveAttribute("aria-live", "polite");
  await expect(region).toContainText("Nothing has been read yet");
  const before = await region.elementHandle();
  await calculator.box.fill(SHORT_OF_VCPU);
  await expect(region).toContainText("Not ready");
  await expect(region).toContainText("vCPU is short by 16");
  expect(await before?.evaluate((element) => element.isConnected && element.textContent)).toContain("vCPU is short by 16");
});

test("the verdict's region is silent while nothing about it changes", async ({ page, calculator }) => {
  await calculator.box.fill(SHORT_OF_VCPU);
  await expect(calculator.word).toHaveText("Not ready");
  await page.evaluate(() => {
    const said = document.querySelector(".verdict [role=status]")!;
    const changes = { count: 0 };
    Object.assign(window, { changes });
    new MutationObserver((seen) => (changes.count += seen.length)).observe(said, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  await calculator.box.press("End");
  await calculator.box.pressSequentially("\n\n\n");
  await expect(calculator.box).toHaveValue(/\n\n\n/);
  expect(await page.evaluate(() => (window as unknown as { changes: { count: number } }).changes.count)).toBe(0);
});

test("that something was replaced is said, in a region that stood there before", async ({ page, calculator }) => {
  await calculator.arrives();
  await expect(page.locator(".undo[role=status]")).toBeAttached();
  await calculator.box.fill(EMAIL);
  await calculator.clear.click();
  await expect(page.getByRole("status").filter({ hasText: "Undo" })).toBeVisible();
});

test("what came in is said once, and what it fails by", async ({ page, calculator }) => {
  const said = page.locator("p.unseen[role=status]");
  await expect(said).toHaveCount(1);
  await calculator.choose({ name: "quotas.json", text: limit("vpc/L-F678F1CE", 5) });
  await expect(said).toHaveText("quotas.json: Service Quotas, JSON · 1 fact.");
  await calculator.choose({ name: "export.xlsx", text: Buffer.from([0x25, 0, 0xff, 0xfe, 0, 1, 2, 0x80]) });
  await expect(said).toHaveText(/^export\.xlsx: Not recognised · 0 facts\. Problem: This file is not text\./);
  await calculator.box.fill("AKIAIOSFODNN7EXAMPLE");
  await expect(said).toContainText("Problem: A credential");
  await calculator.clear.click();
  await expect(said).toBeEmpty();
});

test("while one types, what the text is is said when it becomes another", async ({ page, calculator }) => {
  const said = page.locator("p.unseen[role=status]");
  await calculator.box.fill("License ID: lic-0042");
  await expect(said).toHaveText("Pasted text: Welcome email · 1 fact.");
  await page.evaluate(() => {
    const changes = { count: 0 };
    Object.assign(window, { changes });
    const said = document.querySelector("p.unseen[role=status]")!;
    const note = (seen: MutationRecord[]) => void (changes.count += seen.length);
    new MutationObserver(note).observe(said, { subtree: true, childList: true, characterData: true });
  });
  await calculator.box.press("End");
  await calculator.box.pressSequentially("-abcd\nCore size: 80\n");
  await expect(calculator.license("Core size").input).toHaveAttribute("placeholder", "80");
  expect(await page.evaluate(() => (window as unknown as { changes: { count: number } }).changes.count)).toBe(0);
});

test("what is wrong with a field is said, and belongs to it", async ({ page, calculator }) => {
  await calculator.row("vcpu").state("Limit", "many");
  const field = calculator.row("vcpu").field("Limit");
  const wrong = "vCPU, limit: “many” is not a figure. Expected one such as 64 or 1 TB.";
  await expect(field).toHaveAccessibleDescription(wrong);
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("status").filter({ hasText: wrong })).toHaveCount(1);
  await expect(calculator.license("Core size").input).toHaveAccessibleDescription("not read yet");
});

test("that a text was copied is said", async ({ page, calculator, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy: Commands for AWS CloudShell" }).click();
  await expect(page.locator(".ask").getByRole("status").first()).toHaveText("Copied");
  await expect(calculator.block).toBeVisible();
});

test("a button's name holds the words on it, also once it has copied", async ({ page, calculator, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const button = page.locator(".ask .copy").filter({ has: calculator.block }).getByRole("button");
  await button.click();
  await expect(button).toHaveText("Copied");
  await expect(button).toHaveAccessibleName(/Copied/);
});

for (const path of ["/", "/?embed=1"]) {
  test(`headings are in order on ${path}`, async ({ page, calculator }) => {
    await page.goto(path);
    await calculator.box.fill(SHORT_OF_VCPU);
    await expect(calculator.row("vcpu").remedy).toBeVisible();
    const levels = await page.locator("h1, h2, h3, h4, h5, h6").evaluateAll((all) => all.map((h) => Number(h.tagName[1])));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
  });
}

test("there is one header, one main, one footer", async ({ page, calculator }) => {
  await calculator.example.click();
  for (const landmark of ["banner", "main", "contentinfo"] as const) {
    await expect(page.getByRole(landmark)).toHaveCount(1);
  }
});

test("the page has a title, a language and a heading", async ({ page, calculator }) => {
  await expect(calculator.box).toBeVisible();
  await expect(page).toHaveTitle("BYOC readiness");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("BYOC readiness");
});

test("a row's figures are cells under their columns, for its own name", async ({ page, calculator }) => {
  await expect(page.getByRole("columnheader")).toHaveText([
    "Resource",
    "Required",
    "Limit",
    "In use",
    "Available",
    "Shortfall",
    "Status",
  ]);
  await expect(calculator.row("vcpu").root.getByRole("rowheader")).toHaveText(/^EC2 vCPU/);
});

test("yes and no belong to their question", async ({ page, calculator }) => {
  await expect(calculator.box).toBeVisible();
  const group = page.getByRole("group", { name: "Is Terraform installed?" });
  await expect(group.getByRole("button")).toHaveText(["Yes", "No"]);
});

test("a choice to make of a number says which number", async ({ page, calculator }) => {
  await calculator.box.fill("2\n\n50\n\nDear Dana,");
  await expect(page.getByRole("button", { name: "This is …: 2", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "This is …: 50", exact: true })).toBeVisible();
});

test("details say whether they are open, and which they are", async ({ calculator }) => {
  const { details, root } = calculator.row("vcpu");
  await expect(details).toHaveAttribute("aria-expanded", "false");
  await details.click();
  await expect(details).toHaveAttribute("aria-expanded", "true");
  const id = await details.getAttribute("aria-controls");
  await expect(root.locator(`#${id}`)).toBeVisible();
});

test("ids are unique, and references lead somewhere", async ({ page, calculator }) => {
  await calculator.example.click();
  const broken = await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
    const references = ["aria-labelledby", "aria-describedby", "aria-controls", "for"].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].flatMap((element) => element.getAttribute(name)!.split(" ")),
    );
    const links = [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute("href")!.slice(1));
    return { twice, nowhere: [...references, ...links].filter((id) => !ids.includes(id)) };
  });
  expect(broken).toEqual({ twice: [], nowhere: [] });
});
