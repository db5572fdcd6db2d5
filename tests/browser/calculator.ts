// The tests' words for the page: its parts as a person sees them, and what a person puts in.

import { readFileSync } from "node:fs";
import type { FrameLocator, Locator, Page } from "@playwright/test";
import { DIST, expect, test as pageTest } from "./page.ts";

export { DIST, expect };

/** The day on which every test runs. */
export const TODAY = new Date("2026-11-24T12:00:00");

/** A file of tests/fixtures/. */
export function sample(name: string): string {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8");
}

/** The bytes of a file of tests/fixtures/, whatever they hold. */
export function bytes(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url));
}

/** One applied quota, such as `limit("vpc/L-F678F1CE", 5)`, on one line. */
export function limit(quota: string, value: number, region = "us-west-2"): string {
  return JSON.stringify({ QuotaArn: `arn:aws:servicequotas:${region}:123456789012:${quota}`, Value: value });
}

/** One count of the collector's, on one line. */
export function use(quota: string, count: number, region = "us-west-2"): string {
  return JSON.stringify({ use: quota, region, account: "123456789012", count });
}

/** The collector's count of running instances: cores with two threads each. */
export function useOfCores(cores2: number): string {
  return JSON.stringify({ use: "ec2/L-1216C47A", region: "us-west-2", cores1: 0, cores2, other: 0, types: [] });
}

/** 342 days before its end on the day of the tests; the ID has 18 characters. */
export const EMAIL = `Welcome to Zilliz Cloud BYOC

License ID: lic-0042-abcd-9f3e
Core size: 80
Validity period: 2026-11-01 to 2027-11-01
`;

/** Everything fits: 128 − 32 vCPU, 50 TiB − 1 TiB, 5 − 2 addresses, 5 − 1 VPCs, … */
export const ROOMY = [
  limit("ec2/L-1216C47A", 128),
  useOfCores(16),
  limit("ebs/L-7A658B76", 50),
  JSON.stringify({ use: "ebs/L-7A658B76", region: "us-west-2", gib: 1024 }),
  limit("ec2/L-0263D0A3", 5),
  use("ec2/L-0263D0A3", 2),
  limit("vpc/L-F678F1CE", 5),
  use("vpc/L-F678F1CE", 1),
  limit("vpc/L-29B6F2EB", 50),
  limit("elasticloadbalancing/L-69A177A2", 50),
  use("elasticloadbalancing/L-69A177A2", 3),
  limit("route53/L-4EA4796A", 500, ""),
  use("route53/L-4EA4796A", 12),
].join("\n");

/** What the checks besides the rows ask for. */
export const ROOM_FOR_THE_REST = [
  ["eks/L-1194D53C", 100, 1],
  ["vpc/L-FE5A380F", 5, 1],
  ["vpc/L-A4707A72", 5, 1],
  ["s3/L-DC2B2D3D", 10000, 41],
  ["iam/L-E95E4862", 1500, 23],
  ["iam/L-FE177D64", 1000, 87],
]
  .flatMap(([quota, most, now]) => [limit(`${quota}`, Number(most)), use(`${quota}`, Number(now))])
  .concat(limit("iam/L-0DA4ABF3", 10))
  .join("\n");

/** vCPU short by 16: 128 − 64 of 80. */
export const SHORT_OF_VCPU = `${limit("ec2/L-1216C47A", 128)}\n${useOfCores(32)}`;

/** The number of the first line that holds `text`. */
export function lineOf(whole: string, text: string): number {
  return whole.slice(0, whole.indexOf(text)).split("\n").length;
}

/** ASCII, longer than `bytes`, and of records that no row needs. */
export function padding(bytes: number): string {
  const page = sample("list-service-quotas.ec2.no-paginate.json.txt").replaceAll("–", "-");
  return page.repeat(Math.ceil(bytes / page.length));
}

/** What shows that one role exists, one action is denied and another was not asked for. */
export const NAMES_AND_ACTIONS = [
  '{"Policies": [{"PolicyName": "own", "Arn": "arn:aws:iam::123456789012:policy/own"}]}',
  '{"Roles": [{"RoleName": "zilliz-bootstrap-role", "Arn": "arn:aws:iam::123456789012:role/zilliz-bootstrap-role"}]}',
  `{"EvaluationResults": [
    {"EvalActionName": "iam:CreatePolicy", "EvalResourceName": "*", "EvalDecision": "allowed"},
    {"EvalActionName": "iam:CreateRole", "EvalResourceName": "*", "EvalDecision": "implicitDeny"}]}`,
].join("\n");

export interface File {
  name: string;
  text: string | Buffer;
}

type RowId =
  | "vcpu"
  | "memory"
  | "object-storage"
  | "block-storage"
  | "public-ip"
  | "vpc"
  | "private-link"
  | "load-balancer"
  | "dns-zone";

/** One row of the table. */
class Row {
  readonly status: Locator;
  readonly why: Locator;
  readonly details: Locator;
  readonly evidence: Locator;
  readonly remedy: Locator;

  constructor(readonly root: Locator) {
    this.status = root.locator(".badge");
    this.why = root.locator(".because p");
    this.details = root.getByRole("button", { name: /^Details/ });
    this.evidence = root.locator(".evidence li");
    this.remedy = root.getByRole("region", { name: "Command that requests the increase" });
  }

  figure(column: "Required" | "Limit" | "In use" | "Available" | "Shortfall") {
    return this.root.locator(`[data-column="${column}"]`);
  }

  field(name: "Limit" | "In use" | "Available") {
    return this.root.getByRole("textbox", { name: new RegExp(`^${name}`) });
  }

  /** What leads to the line of a figure. */
  pointer(role: "Limit" | "In use") {
    return this.root.getByRole("button", { name: new RegExp(`^${role}: `) });
  }

  /** The lines around the one of a figure. */
  excerpt(role: "Limit" | "In use") {
    return this.evidence.filter({ hasText: new RegExp(`^${role}`) }).locator("pre");
  }

  async open() {
    if ((await this.details.getAttribute("aria-expanded")) !== "true") await this.details.click();
  }

  /** Opens the details and types a figure. */
  async state(name: "Limit" | "In use" | "Available", text: string) {
    await this.open();
    await this.field(name).fill(text);
  }
}

/** One field of the license, with where its value was read. */
class Field {
  readonly input: Locator;
  readonly origin: Locator;

  constructor(root: Locator) {
    this.input = root.getByRole("textbox");
    this.origin = root.locator(".origin");
  }

  /** What the email says stands in the field until something is typed. */
  async expectRead(value: string, where: string) {
    await expect(this.input).toHaveAttribute("placeholder", value);
    await expect(this.origin).toHaveText(where);
  }
}

/** One of the operating systems is a yes, too, and another one a no. */
const YES = /^(Yes|Linux)$/;
const NO = /^(No|Another system)$/;

/** A prerequisite besides the rows. */
class Check {
  readonly outcome: Locator;
  readonly yes: Locator;
  readonly no: Locator;
  /** Of one that asks for nothing: all of it. */
  readonly more: Locator;

  constructor(readonly root: Locator) {
    this.more = root.getByRole("button", { name: /^More/ });
    this.outcome = root.locator(".badge");
    this.yes = root.getByRole("button", { name: YES });
    this.no = root.getByRole("button", { name: NO });
  }
}

export class Calculator {
  readonly box: Locator;
  readonly verdict: Locator;
  readonly word: Locator;
  readonly sentence: Locator;
  readonly notices: Locator;
  readonly sources: Locator;
  readonly rows: Locator;
  readonly clear: Locator;
  readonly undo: Locator;
  readonly example: Locator;
  readonly region: Locator;
  readonly block: Locator;
  readonly message: Locator;
  readonly licenseState: Locator;

  /** `root` is what holds it, where it is not all of the page. */
  constructor(
    readonly page: Page,
    readonly root: Page | Locator | FrameLocator = page,
  ) {
    const verdict = root.locator('section[aria-label="Verdict"]');
    this.box = root.getByLabel("Exports and the welcome email");
    this.verdict = verdict;
    this.word = verdict.locator(".word");
    this.sentence = verdict.locator(".sentence");
    this.notices = root.locator(".about .notice");
    this.sources = root.getByRole("list", { name: "Sources" }).locator("> li");
    this.rows = root.locator("[data-row]");
    this.clear = root.getByRole("button", { name: "Clear everything" });
    this.undo = root.getByRole("button", { name: "Undo" });
    this.example = root.getByRole("button", { name: "Try an example" });
    this.region = root.getByRole("combobox", { name: "Region" });
    this.block = root.getByLabel("Commands for AWS CloudShell", { exact: true });
    this.message = root.getByLabel(/^Message to the customer/);
    this.licenseState = root.locator(".license .state");
  }

  row(id: RowId) {
    return new Row(this.root.locator(`[data-row="${id}"]`));
  }

  license(label: "License ID" | "Core size" | "Valid from" | "Valid until") {
    return new Field(this.root.locator(".license .field").filter({ hasText: label }));
  }

  check(id: string) {
    return new Check(this.root.locator(`[data-check="${id}"]`));
  }

  source(name: string) {
    return this.sources.filter({ has: this.page.locator(".name", { hasText: new RegExp(`^${name}$`) }) });
  }

  /** Pastes at the caret, by clipboard and keyboard. */
  async paste(text: string, into = this.box) {
    await this.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await into.focus();
    await this.page.keyboard.press("Control+V");
  }

  async clipboard(): Promise<string> {
    await this.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  async choose(...files: File[]) {
    const chosen = files.map(({ name, text }) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) }));
    await this.root.getByLabel("Choose or drop files").setInputFiles(chosen);
  }

  /** What a drag of files brings along. */
  carry(...files: File[]) {
    return this.page.evaluateHandle(
      (files) => {
        const data = new DataTransfer();
        for (const { name, bytes } of files) data.items.add(new File([Uint8Array.from(bytes)], name));
        return data;
      },
      files.map(({ name, text }) => ({ name, bytes: [...Buffer.from(text)] })),
    );
  }

  /** Waits until the calculator has taken the place of the page that is drawn at first. */
  async arrives() {
    await this.page.evaluate(() => dispatchEvent(new Event("pointermove")));
    await expect(this.page.locator("#app[data-drawn]")).toHaveCount(0);
  }

  /** Drops files somewhere on the page, not on the box. */
  async drop(...files: File[]) {
    const dataTransfer = await this.carry(...files);
    await this.page.dispatchEvent("footer", "dragover", { dataTransfer });
    await this.page.dispatchEvent("footer", "drop", { dataTransfer });
  }

  /** Answers every question with yes. */
  async confirmAll() {
    const checks = this.root.locator("[data-check]");
    for (const yes of await checks.getByRole("button", { name: YES }).all()) await yes.click();
  }
}

/** A text to copy, with its button. */
export const copyOf = (calculator: Calculator, label: string | RegExp) =>
  calculator.page.locator(".copy").filter({ has: calculator.page.getByRole("region", { name: label }) });

/** A test of the page, opened on {@link TODAY} and empty. */
export const test = pageTest.extend<{ path: string; calculator: Calculator }>({
  path: ["/", { option: true }],

  calculator: async ({ page, path }, use) => {
    await page.clock.setFixedTime(TODAY);
    await page.goto(path);
    const calculator = new Calculator(page);
    await calculator.arrives();
    await use(calculator);
  },
});
