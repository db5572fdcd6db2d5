// The page points at the line that a figure came from: in the row, and in the source itself.

import type { Locator } from "@playwright/test";
import { EMAIL, bytes, expect, limit, padding, sample, test, use } from "./calculator.ts";

const VPC = limit("vpc/L-F678F1CE", 5);

/** What is selected in a field. */
const selected = (field: Locator) =>
  field.evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd));

/** Whether the beginning of what is selected can be seen in the field, by asking what stands at places in it. */
const isSeen = (field: Locator) =>
  field.evaluate((field: HTMLTextAreaElement) => {
    const { left, top, height } = field.getBoundingClientRect();
    const offsets: number[] = [];
    for (let y = top + 12; y < Math.min(top + height - 8, innerHeight); y += 4) {
      const caret = document.caretPositionFromPoint(left + 16, y);
      if (caret?.offsetNode === field) offsets.push(caret.offset);
    }
    const { selectionStart: start } = field;
    return offsets.length > 0 && Math.min(...offsets) <= start && start <= Math.max(...offsets);
  });

const marked = (lines: Locator) => lines.locator("mark");
const number = (line: Locator) => line.getAttribute("data-line").then(Number);

const FILES: [file: string, line: number, holds: RegExp][] = [
  ["list-service-quotas.vpc.json.txt", 487, /^"Value": 6\.0,$/],
  ["list-service-quotas.vpc.table.txt", 236, /^\|\|\|?\s+Value\s+\|\s+6\.0/],
  ["list-service-quotas.vpc.yaml.txt", 460, /^(- )?\w+: .+$/],
  ["list-service-quotas.vpc.text.txt", 47, /VPCs per Region/],
  ["steampipe.csv", 7, /VPCs per Region/],
  ["quirk.excel-us-thousands.csv", 33, /VPCs per Region/],
  ["quirk.crlf.table.txt", 37, /VPCs per Region/],
  ["quirk.cr-only.text.txt", 32, /VPCs per Region\t6\.0$/],
  ["quirk.ps51-redirect.utf16le-bom-crlf.json.txt", 487, /^"Value": 6\.0,$/],
  ["powershell.Get-SQServiceQuotaList.format-list.utf16le.txt", 96, /:/],
];

for (const [file, line, holds] of FILES) {
  test.describe(file, () => {
    test.beforeEach(async ({ calculator }) => {
      await calculator.choose({ name: file, text: bytes(file) });
      await calculator.row("vpc").open();
    });

    test("the row shows the line with one above and one below", async ({ calculator }) => {
      const row = calculator.row("vpc");
      await expect(row.pointer("Limit")).toHaveText(`${file}, line ${line}`);
      const excerpt = row.excerpt("Limit");
      expect(await number(marked(excerpt))).toBe(line);
      await expect(marked(excerpt)).toHaveText(holds);
      const numbers = await excerpt.locator("[data-line]").evaluateAll((all) => all.map((it) => Number((it as HTMLElement).dataset.line)));
      expect([[line - 1, line], [line - 1, line, line + 1]]).toContainEqual(numbers);
    });

    test("its button selects the line in the source, and Escape leads back", async ({ page, calculator }) => {
      const row = calculator.row("vpc");
      const text = page.getByLabel(file, { exact: true });
      await expect(text).toBeHidden();
      await row.pointer("Limit").click();
      await expect(text).toBeFocused();
      const value = await text.inputValue();
      const whole = value.split("\n")[line - 1]!;
      const part = await selected(text);
      expect(part.trim()).toMatch(holds);
      // Of a long line only the part that matters is selected.
      if (whole.length > 300) expect(whole).toContain(part);
      else expect(part).toBe(whole);
      await expect(text).toBeInViewport();
      await expect.poll(() => isSeen(text)).toBe(true);
      await page.keyboard.press("Escape");
      await expect(row.pointer("Limit")).toBeFocused();
      await expect(row.pointer("Limit")).toBeInViewport();
      await expect(text).toHaveValue(value);
    });
  });
}

test.describe("the box", () => {
  const text = `${EMAIL}\n${"\n".repeat(90)}${VPC}\n${use("vpc/L-F678F1CE", 1)}\nDear Dana,`;

  test.beforeEach(async ({ calculator }) => {
    await calculator.box.fill(text);
    await calculator.row("vpc").open();
  });

  test("shows the line of the limit, and that of the use", async ({ calculator }) => {
    const row = calculator.row("vpc");
    await row.pointer("Limit").click();
    await expect(calculator.box).toBeFocused();
    expect(await selected(calculator.box)).toBe(VPC);
    await expect.poll(() => isSeen(calculator.box)).toBe(true);
    await row.pointer("In use").click();
    expect(await selected(calculator.box)).toBe(use("vpc/L-F678F1CE", 1));
    await expect.poll(() => isSeen(calculator.box)).toBe(true);
  });

  test("says what it shows, and has the way back as its next stop", async ({ page, calculator }) => {
    const row = calculator.row("vpc");
    await row.pointer("In use").click();
    await expect(page.getByText("VPC: In use", { exact: true })).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Back to the row" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(row.pointer("In use")).toBeFocused();
    await expect(page.getByRole("button", { name: "Back to the row" })).toHaveCount(0);
  });

  test("goes on where it is typed into: nothing jumps", async ({ calculator }) => {
    const row = calculator.row("vpc");
    await row.pointer("Limit").click();
    await calculator.box.press("End");
    await calculator.box.pressSequentially(" ");
    await expect(calculator.box).toBeFocused();
    await expect(row.figure("Limit")).toHaveText("5");
  });

  test("leads back to the row's button where its details are closed by then", async ({ page, calculator }) => {
    const row = calculator.row("vpc");
    await row.pointer("Limit").click();
    await row.details.click();
    await calculator.box.focus();
    await page.keyboard.press("Escape");
    await expect(row.details).toBeFocused();
  });

  test("points at nothing any more once it is set aside or cleared", async ({ page, calculator }) => {
    const back = page.getByRole("button", { name: "Back to the row" });
    await calculator.row("vpc").pointer("Limit").click();
    await page.getByRole("button", { name: "Add another source" }).click();
    await expect(back).toHaveCount(0);
    await calculator.row("vpc").pointer("Limit").click();
    await expect(back).toBeVisible();
    await calculator.clear.click();
    await expect(back).toHaveCount(0);
  });

  test("takes Escape for nothing while nothing is pointed at", async ({ page, calculator }) => {
    await calculator.box.focus();
    await page.keyboard.press("Escape");
    await expect(calculator.box).toBeFocused();
    await expect(calculator.box).toHaveValue(text);
  });
});

test("a line far below wrapped ones is in sight", async ({ calculator }) => {
  const long = `${"lorem ipsum dolor sit amet ".repeat(20)}\n`;
  await calculator.paste(`${long.repeat(20)}${VPC}\n${long.repeat(20)}`);
  await calculator.row("vpc").open();
  await calculator.row("vpc").pointer("Limit").click();
  expect(await selected(calculator.box)).toBe(VPC);
  await expect.poll(() => isSeen(calculator.box)).toBe(true);
});

test("characters of two units do not shift what is selected", async ({ calculator }) => {
  await calculator.box.fill(`🦀🦀🦀\n•••\n${VPC}`);
  await calculator.row("vpc").open();
  await calculator.row("vpc").pointer("Limit").click();
  expect(await selected(calculator.box)).toBe(VPC);
});

for (const [name, end] of [["LF", "\n"], ["CRLF", "\r\n"], ["a lone CR", "\r"]] as const) {
  test(`lines that end with ${name} are counted alike`, async ({ page, calculator }) => {
    const text = [EMAIL.replaceAll("\n", end), "", VPC, "", ""].join(end);
    const line = text.slice(0, text.indexOf(VPC)).split(end).length;
    await calculator.choose({ name: "a.txt", text });
    const row = calculator.row("vpc");
    await row.open();
    await expect(row.pointer("Limit")).toHaveText(`a.txt, line ${line}`);
    await expect(marked(row.excerpt("Limit"))).toHaveText(VPC);
    await row.pointer("Limit").click();
    expect(await selected(page.getByLabel("a.txt", { exact: true }))).toBe(VPC);
  });
}

test.describe("a document on one line", () => {
  test.beforeEach(async ({ calculator }) => {
    await calculator.box.fill(sample("quirk.minified.json.txt"));
    await calculator.row("vpc").open();
  });

  test("is cut around the quota in the row", async ({ calculator }) => {
    const line = marked(calculator.row("vpc").excerpt("Limit"));
    await expect(line).toHaveText(/^…(?=.*L-F678F1CE)(?=.*"Value":6\.0).*…?$/);
    expect((await line.textContent())!.length).toBeLessThan(400);
  });

  test("is selected around the quota in the source", async ({ calculator }) => {
    await calculator.row("vpc").pointer("Limit").click();
    const part = await selected(calculator.box);
    expect(part).toMatch(/L-F678F1CE.*"Value":6\.0/);
    expect(part.length).toBeLessThan(400);
    await expect.poll(() => isSeen(calculator.box)).toBe(true);
  });
});

test("several sources: each row leads into its own", async ({ page, calculator }) => {
  await calculator.choose({ name: "vpc.json", text: VPC }, { name: "eip.json", text: limit("ec2/L-0263D0A3", 7) });
  await expect(calculator.sources).toHaveCount(2);
  await calculator.box.fill(`\n${use("vpc/L-F678F1CE", 2)}`);
  const row = calculator.row("vpc");
  await row.open();
  await expect(row.pointer("Limit")).toHaveText("vpc.json, line 1");
  await expect(row.pointer("In use")).toHaveText("Pasted text, line 2");
  await calculator.row("public-ip").open();
  await calculator.row("public-ip").pointer("Limit").click();
  await expect(page.getByLabel("eip.json", { exact: true })).toBeFocused();
  await row.pointer("In use").click();
  await expect(calculator.box).toBeFocused();
});

test("what stands in a source is text, never markup", async ({ calculator }) => {
  const line = `${VPC} <img src="x" onerror="alert(1)"><b>bold</b>`;
  await calculator.box.fill(`<script>1</script>\n${line}\n&lt;i&gt;`);
  await calculator.row("vpc").open();
  const excerpt = calculator.row("vpc").excerpt("Limit");
  await expect(excerpt.locator("[data-line]")).toHaveText(["<script>1</script>", line, "&lt;i&gt;"]);
  await expect(excerpt.locator("img, b, script")).toHaveCount(0);
});

test("a credential beside the figure is masked in the row, too", async ({ calculator }) => {
  await calculator.box.fill(`AKIAIOSFODNN7EXAMPLE\n${VPC}`);
  await calculator.row("vpc").open();
  await expect(calculator.row("vpc").excerpt("Limit").locator("span")).toHaveText("•".repeat(20));
});

test("a figure that is typed has no line", async ({ calculator }) => {
  await calculator.box.fill(VPC);
  const row = calculator.row("vpc");
  await row.state("Limit", "9");
  await expect(row.pointer("Limit")).toHaveCount(0);
  await row.field("Limit").fill("");
  await expect(row.pointer("Limit")).toHaveText("Pasted text, line 1");
});

test("a problem's line leads to it, and back", async ({ page, calculator }) => {
  await calculator.choose({ name: "a.txt", text: `${VPC}\n\nDear Dana,\n` });
  const place = calculator.source("a.txt").getByRole("button", { name: "line 3: show it in a.txt" });
  await place.click();
  const text = page.getByLabel("a.txt", { exact: true });
  await expect(text).toBeFocused();
  expect(await selected(text)).toBe("Dear Dana,");
  await page.getByRole("button", { name: "Back to the problem" }).click();
  await expect(place).toBeFocused();
});

for (const width of [360, 1440]) {
  test.describe(`a large source at ${width} px`, () => {
    test.use({ viewport: { width, height: 780 } });

    const before = padding(150_000);
    const text = `${before}\n${VPC}\n${padding(60_000)}`;
    const line = before.split("\n").length + 1;

    test.beforeEach(async ({ calculator }) => {
      await calculator.choose({ name: "all.json", text });
      await calculator.row("vpc").open();
    });

    test("shows the twenty lines before and behind, the one marked and in sight", async ({ page, calculator }) => {
      const row = calculator.row("vpc");
      await expect(row.pointer("Limit")).toHaveText(`all.json, line ${line.toLocaleString("en")}`);
      await row.pointer("Limit").click();
      const view = page.getByRole("region", { name: `all.json, lines ${(line - 20).toLocaleString("en")}` });
      await expect(view).toBeFocused();
      await expect(view.locator("[data-line]")).toHaveCount(41);
      await expect(marked(view)).toHaveText(VPC);
      expect(await number(marked(view))).toBe(line);
      await expect(view).toBeInViewport({ ratio: 0.9 });
      const isMarkInView = () =>
        view.evaluate((view) => {
          const [outer, inner] = [view.getBoundingClientRect(), view.querySelector("mark")!.getBoundingClientRect()];
          return inner.top >= outer.top && inner.bottom <= outer.bottom;
        });
      await expect.poll(isMarkInView).toBe(true);
      await expect(page.getByRole("button", { name: "Back to the row" })).toBeInViewport();
    });

    test("leads back by Escape, and by its button", async ({ page, calculator }) => {
      const row = calculator.row("vpc");
      await row.pointer("Limit").click();
      await expect(page.locator(".view")).toBeFocused();
      await page.keyboard.press("Escape");
      await expect(row.pointer("Limit")).toBeFocused();
      await expect(row.pointer("Limit")).toBeInViewport();
      await expect(page.locator(".view")).toHaveCount(0);
      await row.pointer("Limit").press("Enter");
      await expect(page.locator(".view")).toBeFocused();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await expect(row.pointer("Limit")).toBeFocused();
    });

    test("shows one place at a time", async ({ page, calculator }) => {
      await calculator.box.fill(use("vpc/L-F678F1CE", 2));
      const row = calculator.row("vpc");
      await row.pointer("Limit").click();
      await expect(page.locator(".view")).toBeVisible();
      await row.pointer("In use").click();
      await expect(page.locator(".view")).toHaveCount(0);
      await expect(page.getByRole("button", { name: "Back to the row" })).toHaveCount(1);
    });
  });
}

test.describe("in the compact page", () => {
  test.use({ path: "/?embed=1" });

  test("the line is shown as well", async ({ calculator }) => {
    await calculator.box.fill(VPC);
    await calculator.row("vpc").open();
    await calculator.row("vpc").pointer("Limit").click();
    await expect(calculator.box).toBeFocused();
    expect(await selected(calculator.box)).toBe(VPC);
  });
});
