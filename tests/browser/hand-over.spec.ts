// What goes on after the call: requests, the report in each form, a link, an earlier report beside
// this one.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { Calculator, EMAIL, ROOMY, SHORT_OF_VCPU, TODAY, copyOf, expect, limit, test, use } from "./calculator.ts";

const ACCOUNT = "123456789012";
const LICENSE = "lic-0042-abcd-9f3e";

/** vCPU short by 16, VPCs by 1, hosted zones by 2. */
const SHORT = [
  SHORT_OF_VCPU,
  limit("vpc/L-F678F1CE", 5),
  use("vpc/L-F678F1CE", 4),
  limit("route53/L-4EA4796A", 500, ""),
  use("route53/L-4EA4796A", 500),
  EMAIL,
].join("\n");

const REQUESTS = [
  "--region us-west-2 --service-code ec2 --quota-code L-1216C47A --desired-value 144",
  "--region us-west-2 --service-code vpc --quota-code L-F678F1CE --desired-value 6",
  "--region us-east-1 --service-code route53 --quota-code L-4EA4796A --desired-value 502",
];

/** The file that a click offers. */
async function offered(page: Page, id: string) {
  const downloading = page.waitForEvent("download");
  await page.locator(`#${id}`).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

async function makeLink(calculator: Calculator) {
  await calculator.page.locator("#make-link").click();
  return (await copyOf(calculator, "Link to this assessment").locator("pre").textContent())!.trim();
}

/** What the page shows of each row. */
async function rowsOf(calculator: Calculator) {
  const rows = [];
  for (const row of await calculator.rows.all()) {
    const cells = await row.locator("td[data-column]").allTextContents();
    rows.push([await row.getAttribute("data-row"), await row.getAttribute("data-status"), ...cells].join(" | "));
  }
  return rows;
}

test("while nothing is entered there is nothing to hand over", async ({ calculator, page }) => {
  await expect(page.locator("#save-markdown")).toBeHidden();
  await expect(page.locator("#make-link")).toBeHidden();
  await calculator.box.fill(SHORT);
  await expect(page.locator("#save-markdown")).toBeVisible();
});

test.describe("the requests to AWS", () => {
  test.beforeEach(({ calculator }) => calculator.box.fill(SHORT));

  test("stand in one script, vCPU first, which is the file that is saved", async ({ calculator, page }) => {
    const script = copyOf(calculator, "Requests to AWS").locator("pre");
    const shown = (await script.textContent())!;
    const at = REQUESTS.map((request) => shown.replace(/ \\\n\s*/g, " ").indexOf(request));
    expect(at.every((place) => place > 0)).toBe(true);
    expect(at).toEqual([...at].sort((one, other) => one - other));
    const file = await offered(page, "save-requests");
    expect(file.name).toBe("byoc-readiness-2026-11-24.sh");
    expect(file.text).toBe(shown);
    expect(execFileSync("bash", ["-n"], { input: file.text }).toString()).toBe("");
  });

  test("stand in one Terraform file, with a provider a Region", async ({ calculator, page }) => {
    await page.getByRole("button", { name: "Terraform", exact: true }).click();
    const file = await offered(page, "save-requests");
    expect(file.name).toBe("byoc-readiness-2026-11-24.tf");
    expect(file.text).toBe(await copyOf(calculator, "Requests to AWS").locator("pre").textContent());
    expect(file.text.match(/^provider "aws"/gm)).toHaveLength(2);
    expect(file.text.match(/^resource "aws_servicequotas_service_quota"/gm)).toHaveLength(3);
  });

  test("leave out what is pending", async ({ calculator }) => {
    const asked = {
      RequestedQuotas: [
        {
          QuotaCode: "L-1216C47A",
          DesiredValue: 144,
          Status: "PENDING",
          LastUpdated: "2026-11-20T10:00:00Z",
          QuotaArn: `arn:aws:servicequotas:us-west-2:${ACCOUNT}:ec2/L-1216C47A`,
        },
      ],
    };
    await calculator.box.fill(`${SHORT}\n\n${JSON.stringify(asked)}`);
    const script = copyOf(calculator, "Requests to AWS").locator("pre");
    await expect(script).not.toContainText("--quota-code L-1216C47A");
    await expect(script).toContainText("L-F678F1CE");
    await expect(calculator.row("vcpu").remedy).toHaveCount(0);
    await expect(calculator.row("vcpu").root.locator(".ways")).toContainText("144 vCPU (PENDING, 2026-11-20)");
  });

  test("say how to show what was asked for before, in the Region that is chosen", async ({ calculator }) => {
    await calculator.region.selectOption("eu-central-1");
    await expect(copyOf(calculator, "Command that shows earlier requests").locator("pre")).toHaveText(
      "aws service-quotas list-requested-service-quota-change-history --region eu-central-1 --output json",
    );
  });

  test("go away once nothing is short", async ({ calculator, page }) => {
    await calculator.box.fill(ROOMY);
    await expect(page.locator("#save-requests")).toBeHidden();
  });
});

test.describe("the report", () => {
  test.beforeEach(({ calculator }) => calculator.paste(SHORT));

  const files = [
    {
      id: "save-markdown",
      name: "byoc-readiness-2026-11-24.md",
      holds: async (text: string, page: Page) => {
        expect(text).toMatch(/^# BYOC readiness\n/);
        expect(text).toContain(await page.locator(".verdict .sentence").textContent());
        for (const request of REQUESTS) expect(text).toContain(request);
      },
    },
    {
      id: "save-csv",
      name: "byoc-readiness-2026-11-24.csv",
      holds: async (text: string) => {
        const lines = text.replace(/^\uFEFF/, "").split("\r\n");
        const columns = lines[0].split(",");
        expect(columns.slice(0, 4)).toEqual(["Section", "ID", "Item", "Status"]);
        // No cell of these holds a comma.
        const vcpu = lines.find((line) => line.startsWith("Resources,vcpu,"))!.split(",");
        const of = (column: string) => vcpu[columns.indexOf(column)];
        expect([of("Required"), of("Limit"), of("In use"), of("Shortfall")]).toEqual(["80", "128", "64", "16"]);
        expect([of("Ask for"), of("Unit asked in")]).toEqual(["144", "vCPU"]);
        expect(lines.every((line) => !/(^|,)"?[=+@\t]/.test(line))).toBe(true);
      },
    },
    {
      id: "save-json",
      name: "byoc-readiness-2026-11-24.report.json",
      holds: async (text: string, page: Page) => {
        const report = JSON.parse(text);
        expect(report.schemaVersion).toBe(1);
        expect(report.today).toBe("2026-11-24");
        expect(report.verdict).toBe("not-ready");
        expect(report.summary).toBe(await page.locator(".verdict .sentence").textContent());
        expect(report.resources.find((row: { id: string }) => row.id === "vcpu").remedy.desiredValue).toBe(144);
      },
    },
    {
      id: "save-svg",
      name: "byoc-readiness-2026-11-24.svg",
      holds: async (text: string, page: Page) => {
        const read = await page.evaluate((text) => {
          const picture = new DOMParser().parseFromString(text, "image/svg+xml");
          return [picture.documentElement.tagName, picture.querySelector("desc")?.textContent];
        }, text);
        expect(read[0]).toBe("svg");
        expect(read[1]).toContain("EC2 vCPU");
      },
    },
  ];

  for (const { id, name, holds } of files) {
    test(`as a file reads back: ${name}`, async ({ page }) => {
      const file = await offered(page, id);
      expect(file.name).toBe(name);
      await holds(file.text, page);
    });

    test(`holds whole IDs only if they are asked for: ${name}`, async ({ page }) => {
      const masked = await offered(page, id);
      expect(masked.text).not.toContain(ACCOUNT);
      expect(masked.text).not.toContain(LICENSE);
      await page.locator("#hand-over-ids").check();
      const whole = await offered(page, id);
      // The picture names nobody.
      expect(whole.text.includes(ACCOUNT)).toBe(id !== "save-svg");
      expect(whole.text.includes(LICENSE)).toBe(id !== "save-svg");
    });
  }

  for (const format of ["A4", "Letter"] as const) {
    test(`is printed whole, and nothing else of the page, on ${format}`, async ({ page }) => {
      const pdf = await page.pdf({ format });
      const text = execFileSync(process.env.PDFTOTEXT ?? "pdftotext", ["-layout", "-", "-"], { input: pdf }).toString();
      const said = text.replace(/\s+/g, " ").replaceAll(" \\ --", " --");
      expect(said).toContain((await page.locator(".verdict .sentence").textContent())!);
      expect(said).toContain("2026-11-24");
      for (const row of ["EC2 vCPU", "EC2 memory", "S3", "EBS", "EIP", "VPC", "PrivateLink", "AWS LB", "DNS Zone"]) {
        expect(said).toContain(row);
      }
      expect(said).toContain("--quota-code L-F678F1CE --desired-value 6");
      expect(said).toContain("https://docs.zilliz.com/docs/byoc-prerequisites");
      expect(said).not.toContain(ACCOUNT);
      expect(said).not.toContain(LICENSE);
      for (const control of ["Paste everything here", "Get this from AWS", "Clear everything", "Make a link"]) {
        expect(said).not.toContain(control);
      }
      // Nothing of it stays on the page.
      await expect(page.locator(".printout")).toBeEmpty();
    });
  }

  test("shows a hostile name on paper as it is written", async ({ calculator, page }) => {
    const name = `<img src=x onerror="document.title='run'">$(id).txt`;
    await calculator.choose({ name, text: limit("ec2/L-0263D0A3", 0) });
    await expect(calculator.row("public-ip").figure("Limit")).toHaveText("0");
    const pdf = await page.pdf({ format: "A4" });
    const text = execFileSync(process.env.PDFTOTEXT ?? "pdftotext", ["-layout", "-", "-"], { input: pdf }).toString();
    expect(text.replace(/\s+/g, "")).toContain(name.replace(/\s+/g, ""));
    await expect(page).toHaveTitle("BYOC readiness");
  });

  test("leaves the browser's own menu for printing as it is", async ({ page }) => {
    await page.evaluate(() => {
      window.print = () => document.documentElement.setAttribute("data-printed", "yes");
    });
    await page.locator("#print").click();
    await expect(page.locator("html")).toHaveAttribute("data-printed", "yes");
  });
});

test.describe("a link", () => {
  test("opens to the same rows in a browser that knows nothing of them, and sends nothing", async ({
    calculator,
    page,
    browser,
    origin,
  }) => {
    await calculator.paste(SHORT);
    await calculator.row("public-ip").state("Available", "3");
    await calculator.check("zilliz-account").yes.click();
    const link = await makeLink(calculator);
    expect(link.startsWith(`${origin}/#`)).toBe(true);
    expect(link.length).toBeLessThan(1_500);
    const [rows, sentence] = [await rowsOf(calculator), await calculator.sentence.textContent()];

    const context = await browser.newContext();
    const fresh = await context.newPage();
    const asked: string[] = [];
    context.on("request", (request) => asked.push(request.url()));
    await fresh.clock.setFixedTime(TODAY);
    await fresh.goto(link);
    const opened = new Calculator(fresh);
    await expect(opened.sentence).toHaveText(sentence!);
    expect(await rowsOf(opened)).toEqual(rows);
    await expect(opened.check("zilliz-account").yes).toHaveAttribute("aria-pressed", "true");
    await expect(fresh.locator(".link-says")).toContainText("from a link of 2026-11-24");
    expect(fresh.url()).toBe(`${origin}/`);
    expect(asked.every((url) => !url.includes("#"))).toBe(true);
    const holds = await fresh.content();
    expect(holds).not.toContain(ACCOUNT);
    expect(holds).not.toContain(LICENSE);
    // What was opened is kept as anything else is.
    await fresh.reload();
    await expect(opened.sentence).toHaveText(sentence!);
    await context.close();
  });

  test("goes away when something changes, since it says what was", async ({ calculator, page }) => {
    await calculator.paste(SHORT);
    await makeLink(calculator);
    await calculator.row("vcpu").state("Limit", "200");
    await expect(copyOf(calculator, "Link to this assessment")).toHaveCount(0);
    await expect(page.locator("#make-link")).toBeVisible();
  });

  test("that is put into the address of an open page takes the place of what is there, until undo", async ({
    calculator,
    page,
  }) => {
    await calculator.paste(SHORT);
    const link = await makeLink(calculator);
    await calculator.clear.click();
    await calculator.box.fill(ROOMY);
    await expect(calculator.row("vcpu").status).toHaveText("Met");
    await page.evaluate((hash) => (location.hash = hash), new URL(link).hash);
    await expect(calculator.row("vcpu").status).toHaveText("Short");
    await calculator.undo.click();
    await expect(calculator.row("vcpu").status).toHaveText("Met");
  });

  const broken: [string, (hash: string) => string, RegExp][] = [
    ["was cut off", (hash) => hash.slice(0, -20), /cut off|damaged|changed/i],
    ["was tampered with", (hash) => hash.slice(0, 60) + (hash[60] === "A" ? "B" : "A") + hash.slice(61), /cut off|damaged|changed/i],
    ["is of a newer page", (hash) => hash.replace(/^#a1/, "#a99"), /newer/i],
  ];
  for (const [name, breaks, says] of broken) {
    test(`that ${name} says so, and what is there stays`, async ({ calculator, page }) => {
      await calculator.paste(SHORT);
      const link = await makeLink(calculator);
      await page.evaluate((hash) => (location.hash = hash), breaks(new URL(link).hash));
      await expect(page.locator('.link-says[data-severity="error"]')).toContainText(says);
      await expect(calculator.row("vcpu").status).toHaveText("Short");
      await page.locator(".link-says").getByRole("button", { name: "Close" }).click();
      await expect(page.locator(".link-says")).toHaveCount(0);
    });
  }

  test("to a part of the page is no link of this kind", async ({ calculator, page }) => {
    await page.evaluate(() => (location.hash = "#license"));
    await expect(calculator.verdict).toHaveAttribute("data-verdict", "empty");
    await expect(page.locator(".link-says")).toHaveCount(0);
    expect(page.url()).toContain("#license");
  });

  test("of too much is refused, and a file offered in its place", async ({ calculator, page }) => {
    const endpoints = Array.from({ length: 900 }, (_, index) => ({
      VpcEndpointType: "Interface",
      VpcEndpointId: `vpce-${String(index).padStart(8, "0")}`,
      VpcId: `vpc-${String(index).padStart(8, "0")}`,
      State: "available",
    }));
    await calculator.choose({ name: "endpoints.json", text: JSON.stringify({ VpcEndpoints: endpoints }) });
    await page.locator("#make-link").click();
    await expect(page.locator(".hand-over .wrong").first()).toContainText(/file/);
  });
});

test.describe("an earlier report", () => {
  test("stands beside this one: what changed, and what is still open", async ({ calculator, page }) => {
    await calculator.paste(SHORT);
    const earlier = await offered(page, "save-json");
    await calculator.row("vcpu").state("Limit", "200");
    await page.locator("#earlier-file").focus();
    await page.locator("#earlier-file").setInputFiles({
      name: earlier.name,
      mimeType: "application/json",
      buffer: Buffer.from(earlier.text),
    });
    const compared = page.locator("#compared");
    await expect(compared).toBeFocused();
    await expect(compared.locator("h4")).toHaveText("Since 2026-11-24");
    const row = compared.getByRole("row").filter({ hasText: "vCPU" }).first();
    await expect(row).toContainText("Short");
    await expect(row).toContainText("Met");
    await expect(compared).not.toContainText("DNS zone Short");
    await compared.locator("summary").click();
    await expect(compared.locator(".still-open")).toContainText("VPC");
    // It follows what is typed.
    await calculator.row("vcpu").state("Limit", "128");
    await expect(compared).toContainText("Nothing is different.");
    await page.locator("#end-comparison").click();
    await expect(compared).toHaveCount(0);
    await expect(page.locator("#earlier-link")).toBeFocused();
  });

  test("may be a link, or a saved assessment", async ({ calculator, page }) => {
    await calculator.paste(SHORT);
    const link = await makeLink(calculator);
    await page.locator(".assessment summary").click();
    const saved = await offered(page, "save");
    await calculator.row("vpc").state("Limit", "10");
    const compared = page.locator("#compared");
    await page.locator("#earlier-link").fill(link);
    await page.keyboard.press("Enter");
    await expect(compared.getByRole("row").filter({ hasText: "VPC" }).first()).toContainText("Short");
    await page.locator("#end-comparison").click();
    await page.locator("#earlier-file").setInputFiles({
      name: saved.name,
      mimeType: "application/json",
      buffer: Buffer.from(saved.text),
    });
    await expect(compared.getByRole("row").filter({ hasText: "VPC" }).first()).toContainText("Short");
    // What is compared with is not what is assessed.
    await expect(calculator.row("vpc").status).toHaveText("Met");
  });

  for (const [name, text] of [
    ["a file of something else", "hello"],
    ["JSON of something else", '{"Vpcs": []}'],
    ["a report that was changed", '{"schemaVersion": 1, "verdict": "splendid"}'],
    ["a report of a newer page", '{"schemaVersion": 99}'],
  ]) {
    test(`is refused where it is ${name}`, async ({ calculator, page }) => {
      await calculator.paste(SHORT);
      const file = { name: "earlier.json", mimeType: "application/json", buffer: Buffer.from(text) };
      await page.locator("#earlier-file").setInputFiles(file);
      await expect(page.locator("#earlier-wrong")).not.toBeEmpty();
      await expect(page.locator("#compared")).toHaveCount(0);
      await expect(calculator.row("vcpu").status).toHaveText("Short");
    });
  }

  test("is forgotten by a new assessment", async ({ calculator, page }) => {
    await calculator.paste(SHORT);
    const link = await makeLink(calculator);
    await page.locator("#earlier-link").fill(link);
    await page.keyboard.press("Enter");
    await expect(page.locator("#compared")).toBeVisible();
    await page.locator(".assessment summary").click();
    await page.locator("#new").click();
    await page.locator("#begin").click();
    await expect(page.locator("#compared")).toHaveCount(0);
  });
});
