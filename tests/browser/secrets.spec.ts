// A credential that reaches the page is masked at once, and is nowhere afterwards. The keys are
// AWS's own examples.

import { readFileSync } from "node:fs";
import type { Locator } from "@playwright/test";
import { type Calculator, expect, limit, padding, test } from "./calculator.ts";

const KEY_ID = "AKIAIOSFODNN7EXAMPLE";
const SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
/** As the console's icon copies one, with no label. */
const ALONE = "kR7dQ2xLw9/ZpT4mVb8Ys+NcH1gFuJ6eXaK3oWqD";
const TOKEN = `IQoJb3JpZ2luX2VjE${"XAMPLEtoken0123456789/".repeat(12)}QaCXVzLXdlc3QtMg==`;
const PEM = `-----BEGIN RSA PRIVATE KEY-----
MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn/ygWyF8PbnGy0AHB7MhgHcTz6sE2I2yPB
aNotAKeyNotAKeyNotAKeyNotAKeyNotAKeyNotAKeyNotAKeyNotAKeyNotAKey
-----END RSA PRIVATE KEY-----`;

const VPC = limit("vpc/L-F678F1CE", 5);

/** What a person pastes, and the parts of it that must vanish. */
const PASTES: [name: string, text: string, secrets: string[]][] = [
  ["an access key ID", KEY_ID, [KEY_ID]],
  ["a secret key with its label", `aws_secret_access_key = ${SECRET}`, [SECRET]],
  ["a secret key alone", ALONE, [ALONE]],
  ["a session token that a mail wrapped", TOKEN.match(/.{1,76}/g)!.map((line) => `> ${line}`).join("\n"), TOKEN.replaceAll("=", "").match(/.{1,76}/g)!],
  ["a secret key beside its ID", `${KEY_ID},${SECRET}`, [KEY_ID, SECRET]],
  ["a session token with its label", `export AWS_SESSION_TOKEN="${TOKEN}"`, [TOKEN.replaceAll("=", "")]],
  ["a session token alone", TOKEN, [TOKEN.replaceAll("=", "")]],
  ["a private key", PEM, PEM.split("\n").slice(1, 3)],
];

/** Everything in which the page could keep a secret. */
async function expectNowhere({ page }: Calculator, ...secrets: string[]) {
  // What is entered is kept after a pause, and surely when the page is left.
  await page.evaluate(() => window.dispatchEvent(new Event("pagehide")));
  const everything = await page.evaluate(() => {
    const fields = document.querySelectorAll<HTMLInputElement>("input, textarea, select");
    const values = Array.from(fields, (field) => field.value);
    const stores = [sessionStorage, localStorage].map((store) => JSON.stringify({ ...store }));
    const elsewhere = [document.cookie, location.href, JSON.stringify(history.state), window.name, document.title];
    return [document.documentElement.outerHTML, ...values, ...stores, ...elsewhere].join("\n");
  });
  expect(everything).toContain("•".repeat(16));
  for (const secret of secrets) expect(everything).not.toContain(secret);
}

async function expectWarned({ notices, page }: Calculator) {
  await expect(page.getByText("Deactivate it in IAM and make a new one.").first()).toBeVisible();
  await expect(notices.or(page.locator(".source .notice")).filter({ hasText: "Deactivate" }).first()).toBeVisible();
}

const caret = (field: Locator) => field.evaluate((field: HTMLTextAreaElement) => field.selectionStart);

for (const [name, text, secrets] of PASTES) {
  test.describe(name, () => {
    test("that is pasted is masked at once, with its length", async ({ calculator }) => {
      await calculator.paste(text);
      await expect(calculator.box).toHaveValue(/•{16}/);
      const kept = await calculator.box.inputValue();
      expect(kept.length).toBe(text.length);
      for (const secret of secrets) expect(kept).not.toContain(secret);
      await expectWarned(calculator);
      await expectNowhere(calculator, ...secrets);
    });

    test("in a file is masked", async ({ calculator }) => {
      await calculator.drop({ name: "credentials.txt", text: `${VPC}\n${text}\n` });
      await calculator.source("credentials.txt").getByText("Show text").click();
      await expect(calculator.page.getByLabel("credentials.txt", { exact: true })).toHaveValue(/•{16}/);
      await expectWarned(calculator);
      await expectNowhere(calculator, ...secrets);
    });
  });
}

test("the account and the Region beside it count", async ({ calculator }) => {
  await calculator.paste(`aws_access_key_id = ${KEY_ID}\naws_secret_access_key = ${SECRET}\n${VPC}`);
  await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
  await expect(calculator.check("aws-account").root).toContainText("account ••••••••9012.");
  await expect(calculator.check("credentials-exposed").outcome).toHaveText("Advice");
});

test("the caret stays behind what was pasted", async ({ calculator }) => {
  await calculator.box.fill("before \n after");
  await calculator.box.evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(7, 7));
  await calculator.paste(KEY_ID);
  await expect(calculator.box).toHaveValue(`before ${"•".repeat(20)}\n after`);
  expect(await caret(calculator.box)).toBe(27);
});

test("Ctrl+Z does not bring it back", async ({ calculator }) => {
  await calculator.paste(KEY_ID);
  await expect(calculator.box).toHaveValue("•".repeat(20));
  await calculator.page.keyboard.press("Control+Z");
  await expect(calculator.box).not.toHaveValue(KEY_ID);
  await calculator.page.keyboard.press("Control+Y");
  await expectNowhere(calculator, KEY_ID);
});

test("it stays masked after a reload, and the warning stays", async ({ calculator }) => {
  await calculator.paste(`${KEY_ID}\n${VPC}`);
  await expect(calculator.box).toHaveValue(/•{20}/);
  await calculator.page.reload();
  await expect(calculator.box).toHaveValue(/•{20}/);
  await expectWarned(calculator);
  await expectNowhere(calculator, KEY_ID);
});

test("undo brings back the mask only", async ({ calculator }) => {
  await calculator.paste(`${KEY_ID}\n${VPC}`);
  await calculator.clear.click();
  await calculator.undo.click();
  await expect(calculator.box).toHaveValue(/•{20}/);
  await expectNowhere(calculator, KEY_ID);
});

test("a file over 200 kB is masked too", async ({ calculator }) => {
  await calculator.choose({ name: "all.txt", text: `${padding(200_001)}\naws_secret_access_key = ${SECRET}\n` });
  await expect(calculator.source("all.txt")).toContainText("Deactivate it in IAM");
  await expectNowhere(calculator, SECRET);
});

test("a key in a file's name is masked", async ({ calculator }) => {
  await calculator.choose({ name: `${KEY_ID}.json`, text: VPC });
  await expect(calculator.sources).toHaveCount(1);
  await expectNowhere(calculator, KEY_ID);
});

test("a secret key that is pasted after its ID is masked", async ({ calculator }) => {
  await calculator.paste(`${KEY_ID}\n`);
  await calculator.paste(SECRET);
  await expect(calculator.box).toHaveValue(`${"•".repeat(20)}\n${"•".repeat(40)}`);
});

test.describe("typed key by key", () => {
  test("an access key ID is masked at its last key, and typing goes on behind it", async ({ calculator }) => {
    await calculator.box.pressSequentially(`${KEY_ID} and so on`);
    await expect(calculator.box).toHaveValue(`${"•".repeat(20)} and so on`);
    await expectWarned(calculator);
    await expectNowhere(calculator, KEY_ID);
  });

  test("a secret key is masked to its last key", async ({ calculator }) => {
    await calculator.box.pressSequentially(`SecretAccessKey: ${SECRET}`);
    await expect(calculator.box).toHaveValue(`SecretAccessKey: ${"•".repeat(40)}`);
  });

  test("a secret key after its ID is masked", async ({ calculator }) => {
    await calculator.box.pressSequentially(`${KEY_ID} ${SECRET}`);
    await expect(calculator.box).toHaveValue(`${"•".repeat(20)} ${"•".repeat(40)}`);
  });

  test("a private key is masked to its last key", async ({ calculator }) => {
    await calculator.box.pressSequentially("-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n", { timeout: 15_000 });
    await expect(calculator.box).not.toHaveValue(/MIIEvQIBADAN|w0BAQEFAASC/);
  });

  test("a key in the middle leaves the caret behind it", async ({ calculator }) => {
    await calculator.box.fill("before \n after");
    await calculator.box.evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(7, 7));
    await calculator.box.pressSequentially(KEY_ID);
    await expect(calculator.box).toHaveValue(`before ${"•".repeat(20)}\n after`);
    expect(await caret(calculator.box)).toBe(27);
  });
});

for (const [where, field] of [
  ["a figure's field", (calculator: Calculator) => calculator.row("vcpu").field("Limit")],
  ["a license field", (calculator: Calculator) => calculator.license("License ID").input],
] as const) {
  test.describe(`in ${where}`, () => {
    test.beforeEach(({ calculator }) => calculator.row("vcpu").details.click());

    test("a pasted key is masked, with its length", async ({ calculator }) => {
      await calculator.paste(KEY_ID, field(calculator));
      await expect(field(calculator)).toHaveValue("•".repeat(20));
      await expectNowhere(calculator, KEY_ID);
    });

    test("a typed key is masked, and warned about", async ({ calculator }) => {
      await field(calculator).pressSequentially(KEY_ID);
      await expect(field(calculator)).toHaveValue("•".repeat(20));
      await expectWarned(calculator);
      await expectNowhere(calculator, KEY_ID);
    });

    test("the caret stays behind a key that is pasted before something", async ({ calculator }) => {
      await field(calculator).fill(" x");
      await field(calculator).press("Home");
      await calculator.paste(KEY_ID, field(calculator));
      await expect(field(calculator)).toHaveValue(`${"•".repeat(20)} x`);
      expect(await caret(field(calculator))).toBe(20);
    });
  });
}

/** What is typed into each field, and what of it must vanish. */
const TYPED: [name: string, text: string, secrets: string[]][] = [
  ["an access key ID", KEY_ID, [KEY_ID]],
  ["a secret key alone", ALONE, [ALONE]],
  ["a secret key with its label", `aws_secret_access_key = ${SECRET}`, [SECRET]],
  ["a secret key under another label", `密钥：${ALONE}`, [ALONE]],
  ["a session token", TOKEN, [TOKEN.replaceAll("=", "")]],
];

/** Unfolds the whole page, as far as text can be typed into what is folded. */
async function unfold({ page }: Calculator) {
  for (const row of await page.getByRole("button", { name: /^Details/ }).all()) {
    if ((await row.getAttribute("aria-expanded")) !== "true") await row.click();
  }
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
  });
}

/** Every field that text can be typed into; those that are named must be among them. The ID of a
 * VPC is asked for apart, once there is one. */
async function everyField({ page }: Calculator) {
  const fields = page.locator("input[type=text]:visible, input[type=search]:visible, textarea:visible");
  const panel = page.getByRole("region", { name: "Requirements", exact: true });
  await expect(panel.getByRole("textbox", { name: "EBS , Required" })).toBeVisible();
  await expect(page.getByLabel("Filter")).toBeVisible();
  for (const name of ["License ID", "Core size", "Valid from", "Valid until"]) {
    await expect(page.locator(".license .field").filter({ hasText: name }).getByRole("textbox")).toBeVisible();
  }
  // The box, four of the license, three a row, the filter, and what the requirements have.
  expect(await fields.count()).toBeGreaterThan(35);
  return fields.all();
}

/** Saves with everything that a file may hold. */
async function saved({ page }: Calculator) {
  await page.evaluate(() => (document.querySelector<HTMLDetailsElement>(".assessment")!.open = true));
  await page.locator(".assessment").getByLabel("with whole account numbers and license ID").check();
  const downloading = page.waitForEvent("download");
  await page.locator("#save").click();
  return readFileSync(await (await downloading).path(), "utf8");
}

/** Neither in what the page keeps, nor in a file that it saves. */
async function expectNowhereSaved(calculator: Calculator, ...secrets: string[]) {
  await expectNowhere(calculator, ...secrets);
  const file = await saved(calculator);
  expect(file).toContain("•".repeat(16));
  for (const secret of secrets) expect(file).not.toContain(secret);
}

for (const [name, text, secrets] of TYPED) {
  test.describe(name, () => {
    test("that is pasted into any field of the page is nowhere afterwards, nor in a file", async ({ calculator, page }) => {
      await unfold(calculator);
      const enter = async (field: Locator) => {
        await field.fill(text);
        // Leaving a field may put back what counts; a secret was masked before.
        expect(await field.inputValue()).toContain("•".repeat(16));
        for (const secret of secrets) expect(await field.inputValue()).not.toContain(secret);
      };
      for (const field of await everyField(calculator)) await enter(field);
      await page.getByLabel("We deploy into an existing VPC").check();
      await enter(page.getByLabel("VPC ID, optional"));
      await expectNowhereSaved(calculator, ...secrets);
    });

    test("that is typed into a number's field is nowhere afterwards", async ({ calculator, page }) => {
      await unfold(calculator);
      const numbers = page.getByRole("region", { name: "Requirements", exact: true }).getByRole("spinbutton");
      await expect(numbers).toHaveCount(3);
      for (const number of await numbers.all()) {
        await number.focus();
        await page.keyboard.insertText(text);
      }
      await calculator.box.fill(KEY_ID);
      await expectNowhere(calculator, ...secrets);
    });

    test("that is given to each question of a call is nowhere afterwards, nor in a file", async ({ calculator, page }) => {
      await page.locator("#call-mode").click();
      const items = page.locator("[data-item]");
      const asked = await items.evaluateAll((all) => all.map((item) => item.getAttribute("data-item")!));
      expect(asked.length).toBeGreaterThan(15);
      let fields = 0;
      for (const item of asked) {
        const question = page.locator(`[data-item="${item}"]`);
        await question.locator(".line").getByRole("button").click();
        await expect(question).toHaveAttribute("aria-current", "step");
        const field = question.getByRole("textbox");
        const isCheck = (await field.count()) === 0;
        if (isCheck) continue;
        fields += 1;
        await field.fill(text);
        await expect(field).toHaveValue(/•{16}/);
        if ((await calculator.page.locator(`[data-row="${item}"]`).count()) === 0) continue;
        // A limit that is a number leads on to what is in use.
        await field.fill("5");
        await field.press("Enter");
        if ((await question.getAttribute("aria-current")) !== "step") continue;
        if ((await field.count()) === 0) continue;
        fields += 1;
        await field.fill(text);
        await expect(field).toHaveValue(/•{16}/);
      }
      expect(fields).toBeGreaterThan(9);
      await expectNowhereSaved(calculator, ...secrets);
    });

    test("beside a number that a person names is nowhere afterwards", async ({ calculator, page }) => {
      await calculator.box.fill(`2\n\n${text}\n\n50`);
      const asks = page.getByRole("button", { name: "This is …" });
      await asks.first().click();
      const group = page.getByRole("group", { name: / is$/ }).first();
      await group.getByLabel("Figure").selectOption("the use of");
      await group.getByLabel("Row").selectOption("VPC");
      await group.getByRole("button", { name: "Take it" }).click();
      await expectNowhereSaved(calculator, ...secrets);
    });

    test("in files that are chosen and dropped, and in a file that was saved elsewhere, is nowhere afterwards", async ({ calculator, page }) => {
      await calculator.choose({ name: "chosen.txt", text });
      await calculator.drop({ name: "dropped.txt", text: `${VPC}\n\n${text}\n` });
      await expect(calculator.sources).toHaveCount(2);
      await expectNowhereSaved(calculator, ...secrets);
      const answers = { license: { id: text }, adjustments: { vpc: text }, licensedInstances: [text] };
      const file = { kind: "byoc-readiness-assessment", version: 1, saved: "2026-11-24", sources: [{ name: "x", text }], answers };
      await calculator.choose({ name: "saved.json", text: JSON.stringify(file) });
      await expect(calculator.sources).toHaveCount(1);
      await expectNowhereSaved(calculator, ...secrets);
    });
  });
}

test("a key ID in one field and its secret in the next one are both masked", async ({ calculator }) => {
  await calculator.license("License ID").input.fill(KEY_ID);
  await calculator.license("Core size").input.fill(ALONE);
  await expect(calculator.license("Core size").input).toHaveValue("•".repeat(40));
  await expectNowhere(calculator, KEY_ID, ALONE);
});

test("a saved file that holds a key opens without it", async ({ calculator }) => {
  const file = { kind: "byoc-readiness-assessment", version: 1, saved: "2026-11-24", sources: [{ name: "x", text: KEY_ID }], answers: { license: { id: KEY_ID } } };
  await calculator.choose({ name: "saved.json", text: JSON.stringify(file) });
  await expect(calculator.sources).toHaveCount(1);
  await expectNowhere(calculator, KEY_ID);
});
