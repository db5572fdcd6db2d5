// What most people do with the page, step by step, in browsers other than Chromium.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DIST, SHORT_OF_VCPU, limit, use } from "../browser/calculator.ts";
import { type Person, expect, test } from "./person.ts";

/** Valid whenever this is run. */
const EMAIL = `Welcome to Zilliz Cloud BYOC

License ID: lic-0042-abcd-9f3e
Core size: 80
Validity period: 2026-01-01 to 2099-12-31
`;

/** vCPU: 128 − 64 of 80. VPCs: 5 − 1 of 2. Addresses: 5 without a use, which may be too few. */
const EXPORT = [SHORT_OF_VCPU, limit("vpc/L-F678F1CE", 5), use("vpc/L-F678F1CE", 1), limit("ec2/L-0263D0A3", 5)].join("\n");

/** Each row's status, and the figures that the paste gives. */
const ROWS: [row: string, status: string, figures?: Record<string, string>][] = [
  ["vcpu", "Short", { Required: "80 vCPU", Limit: "128 vCPU", "In use": "64 vCPU", Available: "64 vCPU", Shortfall: "16 vCPU" }],
  ["memory", "No AWS limit"],
  ["object-storage", "No AWS limit"],
  ["block-storage", "Missing"],
  ["public-ip", "Unverified", { Limit: "5" }],
  ["vpc", "Met", { Required: "2", Limit: "5", "In use": "1", Available: "4" }],
  ["private-link", "Missing"],
  ["load-balancer", "Missing"],
  ["dns-zone", "Missing"],
];

const LICENSE = [
  ["License ID", "…9f3e"],
  ["Core size", "80"],
  ["Valid from", "2026-01-01"],
  ["Valid until", "2099-12-31"],
] as const;

const REQUESTS = "[aria-label^='Requests to AWS']";

const LINK = "[aria-label='Link to this assessment']";

const COPY = `.copy:has(${REQUESTS}) button`;

const cell = (row: string, column: string) => `[data-row="${row}"] [data-column="${column}"]`;

async function seesRows(person: Person) {
  for (const [row, status, figures] of ROWS) {
    await person.sees(`[data-row="${row}"] .badge`, status);
    for (const [column, figure] of Object.entries(figures ?? {})) await person.sees(cell(row, column), figure);
  }
}

test.describe.configure({ mode: "serial" });

test("the empty page says where to begin, and shows what is required", async ({ person, hostedAt }) => {
  await person.browser.resize(1440, 1000);
  await person.browser.open(hostedAt);
  await person.sees(".verdict .word", "Start here");
  await person.findsTyped("#box", "");
  await person.sees('[data-row="vcpu"] .badge', "Missing");
  await person.sees(cell("vcpu", "Required"), "80 vCPU");
});

test("a pasted export and the welcome email make rows that are met, short and unknown", async ({ person }) => {
  await person.pastes(`${EXPORT}\n${EMAIL}`, "#box");
  await person.sees(".verdict .word", "Not ready");
  await person.sees(".verdict .sentence", /vCPU is short by 16/);
  await seesRows(person);
  for (const [label, value] of LICENSE) {
    const placeholder = person.look({ css: ".license .field", text: label }, (field) => field.querySelector("input")!.placeholder);
    expect(await placeholder, label).toBe(value);
  }
});

test("a row shows the line that a figure stands on", async ({ person }) => {
  await person.browser.click('[data-row="vcpu"] [aria-expanded]');
  await person.sees({ css: '[data-row="vcpu"] .evidence li', text: "Limit" }, /"Value":128/);
});

test("an answer settles its check", async ({ person }) => {
  await person.browser.click({ css: '[data-check="terraform-installed"] button', text: "Yes" });
  await person.sees('[data-check="terraform-installed"] .badge', "Pass");
  await person.browser.click({ css: '[data-check="zilliz-account"] button', text: "No" });
  await person.sees('[data-check="zilliz-account"] .badge', "Fail");
});

test("a chosen file and a dropped one are read", async ({ person }, info) => {
  const chosen = info.outputPath("zones.json");
  writeFileSync(chosen, `${limit("route53/L-4EA4796A", 500, "")}\n${use("route53/L-4EA4796A", 12)}`);
  await person.browser.upload('.sources input[type="file"]', chosen);
  await person.sees('[data-row="dns-zone"] .badge', "Met");
  await person.sees(cell("dns-zone", "Available"), "488");
  const dropped = `${limit("elasticloadbalancing/L-69A177A2", 50)}\n${use("elasticloadbalancing/L-69A177A2", 50)}`;
  await person.drops("balancers.json", dropped, ".sources");
  await person.sees('[data-row="load-balancer"] .badge', "Short");
  const names = person.look(".sources .list", (list) => [...list.querySelectorAll(".name")].map((name) => name.textContent));
  expect(await names).toEqual(["Pasted text", "zones.json", "balancers.json"]);
});

test("the call mode takes answers by keyboard", async ({ person }) => {
  await person.browser.click("#call-mode");
  await person.browser.click({ css: "[data-item=public-ip] button", text: "" });
  await person.sees("[data-item=public-ip] .needed", /^Required: /);
  await person.isAt("[data-item=public-ip] input");
  await person.browser.type("2");
  await person.browser.press("Enter");
  await person.sees("[data-item=public-ip] .who", "answered");
  await person.browser.press("Escape");
  await person.sees(cell("public-ip", "Available"), "3");
});

test("the report is saved as Markdown and as CSV, and the requests as a script", async ({ person }) => {
  expect(await person.saves("#save-markdown", /\.md$/)).toMatch(/vCPU.*128 vCPU.*64 vCPU.*16 vCPU/);
  expect(await person.saves("#save-csv", /\.csv$/)).toMatch(/^\uFEFF[^]*vCPU/);
  expect(await person.saves("#save-requests", /\.sh$/)).toMatch(/L-1216C47A.*\\?[^]*144/);
});

test("the requests are copied", async ({ person }) => {
  const shown = await person.look(REQUESTS, (block) => block.textContent);
  await person.browser.click(COPY);
  await person.sees(COPY, "Copied");
  expect(await person.copied()).toBe(shown);
});

test("a link opens to the same rows in a new tab", async ({ person, hostedAt }) => {
  await person.browser.click("#make-link");
  await person.sees(LINK, new RegExp(`^${hostedAt}#`));
  const link = await person.text(LINK);
  await person.browser.openTab(link!);
  await person.sees(".link-says", /^This assessment was opened from a link/);
  await person.sees(".verdict .word", "Not ready");
  await person.sees('[data-row="vcpu"] .badge', "Short");
  await person.sees(cell("vcpu", "Shortfall"), "16 vCPU");
  await person.sees(cell("public-ip", "Available"), "3");
  await person.sees('[data-row="block-storage"] .badge', "Missing");
  await person.browser.closeTab();
});

for (const width of [360, 768, 1440]) {
  test(`nothing is cut off at a width of ${width}`, async ({ person, site, hostedAt }) => {
    const link = (await person.text(LINK))!.replace(hostedAt, site.file("dist/index.html"));
    // A browser's window does not become as narrow as a frame.
    await person.browser.openTab(site.page(`<iframe src="${link}" width="${width}" height="900" title="Page"></iframe>`));
    await person.sees(cell("vcpu", "Shortfall"), "16 vCPU");
    expect(await person.sideways(cell("vcpu", "Shortfall"))).toBe(0);
    await person.browser.closeTab();
  });
}

test("a reload finds what was entered", async ({ person }) => {
  await person.browser.reload();
  await person.findsTyped("#box", `${EXPORT}\n${EMAIL}`);
  await person.sees(cell("vcpu", "Shortfall"), "16 vCPU");
  await person.sees(cell("dns-zone", "Available"), "488");
  await person.sees(cell("public-ip", "Available"), "3");
  await person.sees('[data-check="terraform-installed"] .badge', "Pass");
});

test("a page with the element shows the verdict, and hears of it", async ({ person, site }) => {
  await person.browser.open(site.file("examples/plain/index.html"));
  await person.sees("#content .heard", "No verdict yet.");
  await person.pastes(SHORT_OF_VCPU, "#box");
  await person.sees(".verdict .word", "Not ready");
  await person.sees(cell("vcpu", "Shortfall"), "16 vCPU");
  await person.sees("#content .heard", /vCPU is short by 16/);
});

test("the one file works from the disk", async ({ person }) => {
  await person.browser.open(pathToFileURL(join(DIST, "byoc-readiness.html")).href);
  await person.sees(".verdict .word", "Start here");
  await person.pastes(`${EXPORT}\n${EMAIL}`, "#box");
  await person.sees(".verdict .word", "Not ready");
  await seesRows(person);
});
