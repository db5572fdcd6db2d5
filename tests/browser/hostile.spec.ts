// What nobody means to paste or drop: it is named, the page goes on reading, and nothing that was
// entered before is lost. What is said of each, word by word, is tests/hostile.rs's matter.

import { EMAIL, expect, limit, test } from "./calculator.ts";

const VPC = { name: "vpc.json", text: limit("vpc/L-F678F1CE", 5) };
const EIP = { name: "eip.json", text: limit("ec2/L-0263D0A3", 7) };

const quota = (value: string) => VPC.text.replace(/"Value":5/, `"Value":${value}`);
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);

/** Files, and how what is said of each begins. */
const FILES: [string, string | Buffer, RegExp][] = [
  ["brackets.json", "[".repeat(100_000), /nested deeper than 48 levels/],
  ["objects.json", '{"a":'.repeat(100_000), /nested deeper than 48 levels/],
  ["indents.yaml", Array.from({ length: 1_000 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join(""), /Lines 1–1000 were not recognised/],
  ["line.txt", "word ".repeat(2_000_000), /Line 1 was not recognised/],
  ["quotes.txt", '"'.repeat(10_000_000), /Line 1 was not recognised/],
  ["digits.json", quota("-" + "9".repeat(1_000)), /L-F678F1CE has the value “-9+”\. Expected a number/],
  ["nan.json", quota("NaN"), /L-F678F1CE has the value “NaN”\. Expected a number/],
  ["infinity.json", quota('"Infinity"'), /L-F678F1CE has the value “Infinity”\. Expected a number/],
  ["negative.json", quota("-1"), /L-F678F1CE has the value “-1”\. Expected a number/],
  ["cut.json", `{"Quotas": [${"{},".repeat(1_000)}`, /breaks off here/],
  ["bytes.json", Buffer.concat([Buffer.from(VPC.text), Buffer.from([0xff, 0xfe, 0xc0])]), /3 characters were lost/],
  ["zeros.bin", Buffer.alloc(100_000), /This file is not text/],
  ["halves.txt", Buffer.concat([utf16(""), Buffer.from([0x00, 0xd8, 0x41, 0x00, 0x00, 0xdc])]), /This file is not text/],
  ["picture.png", Buffer.from("89504e470d0a1a0a0000000d4948445200000001000000010806000000", "hex"), /This file is not text/],
  ["archive.zip", Buffer.from("PK\x03\x04\x14\0\0\0\x08\0quotas.json"), /This file is packed \(zip\)/],
  ["packed.gz", Buffer.from("1f8b0800000000000003", "hex"), /This file is packed \(gzip\)/],
  ["book.xlsx", Buffer.from("PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml"), /Save it there as CSV/],
  ["pages.pdf", Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"), /This is a PDF/],
  ["nothing.txt", "", /There is nothing in it/],
];

test.beforeEach(async ({ calculator }) => {
  await calculator.box.fill(EMAIL);
  await expect(calculator.licenseState).toHaveText("Active, 342 days left");
});

for (const [name, text, says] of FILES) {
  test(`${name} is named when it is dropped`, async ({ calculator }) => {
    await calculator.choose({ name, text });
    await expect(calculator.source(name)).toContainText(says);
    await expect(calculator.licenseState).toHaveText("Active, 342 days left");
    await calculator.choose(EIP);
    await expect(calculator.row("public-ip").figure("Limit")).toHaveText("7");
    await expect(calculator.box).toHaveValue(EMAIL);
  });
}

for (const [name, text, says] of FILES.filter(([, text]) => typeof text === "string" && text.length > 1 && text.length < 200_000)) {
  test(`the text of ${name} is named when it is pasted`, async ({ calculator }) => {
    await calculator.box.fill(`${EMAIL}\n${text}`);
    await expect(calculator.source("Pasted text")).toContainText(says);
    await calculator.choose(EIP);
    await expect(calculator.row("public-ip").figure("Limit")).toHaveText("7");
    await calculator.box.fill(EMAIL);
    await expect(calculator.licenseState).toHaveText("Active, 342 days left");
  });
}

test("two thousand files at once all count", async ({ calculator }) => {
  test.slow();
  const files = Array.from({ length: 1_998 }, (_, number) => ({ name: `${number}.json`, text: "{}" }));
  await calculator.choose(VPC, ...files, EIP);
  await expect(calculator.sources).toHaveCount(2_001, { timeout: 30_000 });
  await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
  await expect(calculator.row("public-ip").figure("Limit")).toHaveText("7");
  await expect(calculator.licenseState).toHaveText("Active, 342 days left");
});
