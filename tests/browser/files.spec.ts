// Files, chosen and dropped, and the list of sources.

import { gunzipSync, gzipSync } from "node:zlib";
import { EMAIL, bytes, expect, limit, padding, sample, test } from "./calculator.ts";

const VPC = { name: "vpc.json", text: limit("vpc/L-F678F1CE", 5) };
const EIP = { name: "eip.json", text: limit("ec2/L-0263D0A3", 7) };
const MAIL = { name: "welcome.txt", text: EMAIL };

const UTF16LE = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`\n\n${VPC.text}`, "utf16le")]);
const UTF16BE = Buffer.from(UTF16LE).swap16();

test("files that are chosen count, each under its name", async ({ calculator }) => {
  await calculator.choose(VPC, EIP, MAIL);
  await expect(calculator.sources.locator(".name")).toHaveText(["vpc.json", "eip.json", "welcome.txt"]);
  await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
  await expect(calculator.row("public-ip").figure("Limit")).toHaveText("7");
  await calculator.license("Core size").expectRead("80", "welcome.txt, line 4");
});

test("files that are dropped anywhere count, each under its name", async ({ calculator }) => {
  await calculator.drop(VPC, EIP, MAIL);
  await expect(calculator.sources.locator(".name")).toHaveText(["vpc.json", "eip.json", "welcome.txt"]);
  await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
  await expect(calculator.row("public-ip").figure("Limit")).toHaveText("7");
});

test("files dropped on the box do not replace the page", async ({ calculator }) => {
  const dataTransfer = await calculator.carry(VPC);
  await calculator.box.dispatchEvent("drop", { dataTransfer });
  await expect(calculator.source("vpc.json")).toBeVisible();
  await expect(calculator.box).toHaveValue("");
});

test("the panel shows that it takes a drag of files, and no longer once it has left", async ({ calculator }) => {
  const { page } = calculator;
  await calculator.arrives();
  const outline = () => page.locator(".sources").evaluate((panel) => getComputedStyle(panel).outlineStyle);
  const dataTransfer = await calculator.carry(VPC);
  await page.dispatchEvent("footer", "dragover", { dataTransfer });
  await expect.poll(outline).toBe("solid");
  await page.dispatchEvent("footer", "dragleave", { dataTransfer });
  await expect.poll(outline).toBe("none");
});

test("the same file can be chosen again after it was removed", async ({ calculator }) => {
  await calculator.choose(VPC);
  await calculator.source("vpc.json").getByRole("button", { name: "Remove" }).click();
  await expect(calculator.sources).toHaveCount(0);
  await calculator.choose(VPC);
  await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
});

for (const [encoding, text, line] of [
  ["UTF-16LE with its mark", UTF16LE, 3],
  ["UTF-16BE with its mark", UTF16BE, 3],
  ["UTF-16LE without a mark", UTF16LE.subarray(2), 3],
  ["UTF-16BE without a mark", UTF16BE.subarray(2), 3],
  ["UTF-8 with its mark", Buffer.from(`\u{feff}${VPC.text}`), 1],
  ["lines that end with CR and LF", Buffer.from(`\r\n\r\n${VPC.text}\r\n`), 3],
] as const) {
  test(`a file in ${encoding} is read`, async ({ calculator }) => {
    await calculator.choose({ name: "vpc.json", text });
    await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
    await expect(calculator.source("vpc.json").locator(".recognised")).toHaveText("Service Quotas, JSON · 1 fact");
    await calculator.row("vpc").details.click();
    await expect(calculator.row("vpc").evidence.filter({ hasText: /^Limit/ })).toContainText(`vpc.json, line ${line}`);
  });
}

test("a file that PowerShell redirected is read as it is", async ({ calculator }) => {
  const name = "quirk.ps51-redirect.utf16le-bom-crlf.json.txt";
  await calculator.choose({ name, text: bytes(name) });
  await expect(calculator.row("vpc").figure("Limit")).toHaveText("6");
  await calculator.row("vpc").details.click();
  await expect(calculator.row("vpc").evidence.filter({ hasText: /^Limit/ })).toContainText(`${name}, line 487`);
});

test.describe("a file packed by gzip", () => {
  const name = "list-service-quotas.ec2.table.txt.gz";

  test("is unpacked, and keeps its name", async ({ page, calculator }) => {
    await calculator.choose({ name, text: bytes(name) });
    await expect(calculator.row("vcpu").figure("Limit")).toHaveText("1,152 vCPU");
    await calculator.source(name).getByText("Show text").click();
    await expect(page.getByLabel(name, { exact: true })).toHaveValue(gunzipSync(bytes(name)).toString());
  });

  test("is named with what to do in a browser that does not unpack", async ({ page, calculator }) => {
    // A worker would have its own.
    for (const name of ["DecompressionStream", "Worker"]) {
      await page.evaluate((name) => Reflect.deleteProperty(globalThis, name), name);
    }
    await calculator.choose({ name, text: bytes(name) }, VPC);
    await expect(calculator.source(name)).toContainText("This file is packed (gzip). Unpack it");
    await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
  });

  test("and damaged is named", async ({ calculator }) => {
    await calculator.choose({ name: "cut.gz", text: bytes(name).subarray(0, 900) }, VPC);
    await expect(calculator.source("cut.gz")).toContainText("This file is packed (gzip).");
    await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
  });

  test("that holds no text is named", async ({ calculator }) => {
    await calculator.choose({ name: "twice.gz", text: gzipSync(gzipSync("a")) });
    await expect(calculator.source("twice.gz")).toContainText("This file is packed (gzip).");
  });
});

test.describe("a file that is no text", () => {
  const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
  const ZIP = Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(400, 7)]);

  test("is named with its problem, and loses nothing else", async ({ calculator }) => {
    await calculator.box.fill(EMAIL);
    await calculator.choose({ name: "a.png", text: PNG }, { name: "a.zip", text: ZIP }, VPC);
    await expect(calculator.source("a.png")).toContainText("This file is not text.");
    await expect(calculator.source("a.zip")).toContainText("This file is packed (zip).");
    await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
    await expect(calculator.licenseState).toHaveText("Active, 342 days left");
    await expect(calculator.sources).toHaveCount(4);
  });

  test("has no text to show, and can be removed", async ({ calculator }) => {
    await calculator.choose({ name: "a.png", text: PNG });
    await expect(calculator.source("a.png").getByText("Show text")).toHaveCount(0);
    await calculator.source("a.png").getByRole("button", { name: "Remove" }).click();
    await expect(calculator.word).toHaveText("Start here");
  });
});

test.describe("a file that is still being read", () => {
  test.beforeEach(async ({ calculator }) => {
    await calculator.page.evaluate(() => {
      const read = Blob.prototype.stream;
      const released = new Promise<void>((release) => Object.assign(window, { release }));
      Blob.prototype.stream = function (this: Blob) {
        const reader = read.call(this).getReader();
        const pull = async (to: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>) => {
          await released;
          const { done, value } = await reader.read();
          if (done) to.close();
          else to.enqueue(value);
        };
        return new ReadableStream({ pull });
      };
    });
  });

  test("when everything is cleared does not come back", async ({ page, calculator }) => {
    await calculator.box.fill(EMAIL);
    await calculator.choose(VPC, MAIL);
    await calculator.clear.click();
    await page.evaluate(() => (window as unknown as { release(): void }).release());
    await calculator.choose(EIP);
    await expect(calculator.row("public-ip").figure("Limit")).toHaveText("7");
    await expect(calculator.sources.locator(".name")).toHaveText(["eip.json"]);
  });

  test("when something else is entered still comes", async ({ page, calculator }) => {
    await calculator.choose(VPC, MAIL);
    await calculator.box.fill("Dear Dana,");
    await page.evaluate(() => (window as unknown as { release(): void }).release());
    await expect(calculator.sources.locator(".name")).toHaveText(["Pasted text", "vpc.json", "welcome.txt"]);
  });
});

test("a real export with CR and LF keeps its line numbers", async ({ calculator }) => {
  const text = sample("list-service-quotas.ebs.json.txt").replaceAll("\n", "\r\n");
  await calculator.choose({ name: "ebs.json", text });
  await calculator.row("block-storage").details.click();
  await expect(calculator.row("block-storage").evidence.filter({ hasText: /^Limit/ })).toContainText("line 453");
});

test("a file over 200 kB counts, and is not shown as text", async ({ calculator }) => {
  const text = `${VPC.text}\n${padding(200_001)}`;
  await calculator.choose({ name: "all.json", text });
  const card = calculator.source("all.json");
  await expect(card).toContainText(`${Math.floor(text.length / 1000)} kB`);
  await expect(card).toContainText("Large sources are not shown as text.");
  await expect(card.getByText("Show text")).toHaveCount(0);
  await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
});

test("an empty file is named as such", async ({ calculator }) => {
  await calculator.choose({ name: "empty.json", text: "" });
  await expect(calculator.source("empty.json")).toContainText("There is nothing in it.");
});

test("every source can be removed, and takes its figures along", async ({ calculator }) => {
  await calculator.box.fill(EMAIL);
  await calculator.choose(VPC, EIP);
  await expect(calculator.row("public-ip").figure("Limit")).toHaveText("7");

  await calculator.page.getByRole("button", { name: "Remove: vpc.json" }).click();
  await expect(calculator.row("vpc").status).toHaveText("Missing");
  await expect(calculator.row("public-ip").figure("Limit")).toHaveText("7");

  await calculator.page.getByRole("button", { name: "Remove: Pasted text" }).click();
  await expect(calculator.box).toHaveValue("");
  await expect(calculator.licenseState).toHaveText("Not complete");

  await calculator.page.getByRole("button", { name: "Remove: eip.json" }).click();
  await expect(calculator.sources).toHaveCount(0);
});

test.describe("the text of a small file", () => {
  test.beforeEach(async ({ calculator }) => {
    await calculator.choose(VPC, MAIL);
    await calculator.source("vpc.json").getByText("Show text").click();
  });

  test("is shown", async ({ calculator }) => {
    await expect(calculator.page.getByLabel("vpc.json", { exact: true })).toHaveValue(VPC.text);
  });

  test("can be edited, and counts as it is typed", async ({ calculator }) => {
    const text = calculator.page.getByLabel("vpc.json", { exact: true });
    await text.fill(limit("vpc/L-F678F1CE", 9));
    await expect(calculator.row("vpc").figure("Limit")).toHaveText("9");
    await expect(text).toBeFocused();
  });

  test("can be replaced by way of nothing", async ({ calculator }) => {
    const text = calculator.page.getByLabel("vpc.json", { exact: true });
    await text.press("Control+A");
    await text.press("Delete");
    await expect(calculator.row("vpc").status).toHaveText("Missing");
    await expect(text).toBeFocused();
    await calculator.paste(limit("vpc/L-F678F1CE", 9), text);
    await expect(calculator.row("vpc").figure("Limit")).toHaveText("9");
  });
});

test.describe("another source", () => {
  test("makes room in the box, and the first one still counts", async ({ calculator }) => {
    await calculator.box.fill(VPC.text);
    await calculator.page.getByRole("button", { name: "Add another source" }).click();
    await expect(calculator.box).toHaveValue("");
    await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
    await calculator.row("vpc").details.click();
    await expect(calculator.row("vpc").evidence.filter({ hasText: /^Limit/ })).toContainText("Pasted text 1, line 1");
  });

  test("goes into the box, beside the first", async ({ calculator }) => {
    await calculator.box.fill(VPC.text);
    await calculator.page.getByRole("button", { name: "Add another source" }).click();
    await calculator.box.fill(EIP.text);
    await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
    await expect(calculator.row("public-ip").figure("Limit")).toHaveText("7");
  });

  test("that is pasted later counts as the later one", async ({ calculator }) => {
    await calculator.box.fill(VPC.text);
    await calculator.page.getByRole("button", { name: "Add another source" }).click();
    await calculator.box.fill(limit("vpc/L-F678F1CE", 9));
    await expect(calculator.row("vpc").figure("Limit")).toHaveText("9");
  });

  test("puts the caret into the empty box", async ({ calculator }) => {
    await calculator.box.fill(VPC.text);
    await calculator.page.getByRole("button", { name: "Add another source" }).click();
    await expect(calculator.box).toBeFocused();
  });

  test("is not offered while the box is empty", async ({ calculator }) => {
    await expect(calculator.page.getByRole("button", { name: "Add another source" })).toBeDisabled();
  });

  test("never bears a name that one has already", async ({ calculator }) => {
    const add = calculator.page.getByRole("button", { name: "Add another source" });
    for (const text of [VPC.text, EIP.text]) {
      await calculator.box.fill(text);
      await add.click();
    }
    await calculator.page.getByRole("button", { name: "Remove: Pasted text 1" }).click();
    await calculator.box.fill(EMAIL);
    await add.click();
    await expect(calculator.sources).toHaveCount(2);
    const names = await calculator.sources.locator(".name").allTextContents();
    expect(new Set(names).size, names.join()).toBe(2);
  });
});
