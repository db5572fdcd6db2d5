// A page around the calculator that brings its own profile along.

import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { Calculator, expect, test as base } from "./calculator.ts";
import { DIST } from "./page.ts";

/** The page's script, its WebAssembly and its style sheet, under the names of the build. */
const INDEX = readFileSync(`${DIST}/index.html`, "utf8");
const named = (pattern: RegExp) => pattern.exec(INDEX)![0];
const GLUE = named(/byoc-readiness-\w+\.js/);
const WASM = named(/byoc-readiness-\w+_bg\.wasm/);
const STYLE = named(/main-\w+\.css/);

const OURS = {
  id: "ours",
  title: "Our smallest",
  source: "the internal wiki, page 7",
  regions: ["eu-central-1", "us-west-2"],
  instances: [{ type: "m6i.2xlarge", count: 3 }],
  needs: { vpc: "1", "object-storage": "2 TB" },
};

/** Opens a host's page, which mounts the calculator with these options, or says why it cannot. */
async function mounted(page: Page, options: unknown) {
  const script = `
    import init, { mount } from "/${GLUE}";
    await init({ module_or_path: "/${WASM}" });
    try { mount(document.getElementById("here"), ${JSON.stringify(options)}); }
    catch (error) { document.getElementById("why").textContent = error.message; }
    document.body.dataset.done = "";`;
  const body = `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">
    <link rel="stylesheet" href="/${STYLE}"><div id="here">Not yet.</div><p id="why"></p>
    <script type="module">${script}</script>`;
  await page.route("**/host", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto("/host");
  await expect(page.locator("body[data-done]")).toBeAttached();
}

const test = base.extend<{ options: unknown; host: Calculator }>({
  options: [{ profile: OURS, keep: "host" }, { option: true }],
  host: async ({ page, calculator, options }, use) => {
    await mounted(page, options);
    await use(calculator);
  },
});

const profile = (page: Page) => page.getByLabel("Profile");
const back = (page: Page) => page.locator('section[aria-label="Verdict"]').getByRole("button", { name: /Back to/ });

test("begins with the profile that was brought along, and says that it is not the document's", async ({ page, host }) => {
  // 3 × 8 vCPU and 3 × 32 GiB.
  await expect(host.row("vcpu").figure("Required")).toHaveText("24 vCPU");
  await expect(host.row("memory").figure("Required")).toHaveText("96 GiB");
  await expect(host.row("object-storage").figure("Required")).toHaveText("2 TB");
  await expect(host.rows).toHaveCount(4);
  await expect(host.region).toHaveValue("eu-central-1");
  await expect(profile(page).getByRole("option", { selected: true })).toHaveText("Our smallest");
  await expect(page.getByText("the internal wiki, page 7").first()).toBeVisible();
  await expect(page.getByText("Assessed against other requirements than the document’s.")).toBeVisible();
  await expect(host.clear).toBeDisabled();
  await expect(back(page)).toBeHidden();
});

test("comes back to it from another profile and from what was adjusted, by one click", async ({ page, host }) => {
  await profile(page).selectOption("aws-byoc");
  await expect(host.row("vcpu").figure("Required")).toHaveText("80 vCPU");
  await expect(host.clear).toBeEnabled();
  await expect(profile(page).getByRole("option", { name: "Our smallest" })).toBeAttached();
  await profile(page).selectOption("ours");
  await expect(host.clear).toBeDisabled();
  await page.getByText("What if: other instances").click();
  await page.getByRole("spinbutton", { name: "Number of m6i.2xlarge" }).fill("4");
  await expect(host.row("vcpu").figure("Required")).toHaveText("32 vCPUadjusted from 24 vCPU");
  await expect(back(page)).toHaveText("Back to “Our smallest”");
  await back(page).click();
  await expect(host.row("vcpu").figure("Required")).toHaveText("24 vCPU");
  await expect(host.clear).toBeDisabled();
});

test("cleared, and begun anew, it is there again", async ({ page, host }) => {
  await profile(page).selectOption("aws-byoc");
  await host.box.fill("VPCs: 5");
  await host.clear.click();
  await expect(host.rows).toHaveCount(4);
  await expect(host.clear).toBeDisabled();
  await host.undo.click();
  await expect(host.row("vcpu").figure("Required")).toHaveText("80 vCPU");
});

test("after a reload it is as the page brings it now, beside what was entered", async ({ page, host }) => {
  await host.box.fill("VPCs: 5\nVPCs in use: 3");
  await expect(host.row("vpc").status).toHaveText("Met");
  await page.unroute("**/host");
  await mounted(page, { profile: { ...OURS, needs: { vpc: "3" } }, keep: "host" });
  await expect(host.row("vpc").status).toHaveText("Short");
  await expect(host.box).toHaveValue("VPCs: 5\nVPCs in use: 3");
});

test("a source in words leads nowhere, and one that is an address is a link", async ({ page, host }) => {
  await expect(host.rows).toHaveCount(4);
  await expect(page.locator("footer").getByText("Our smallest")).toBeVisible();
  await expect(page.locator("footer a, .requirements a")).toHaveCount(0);
  await page.unroute("**/host");
  await mounted(page, { profile: { ...OURS, source: "https://wiki.example.com/7" } });
  await expect(page.locator("footer a, .requirements a")).toHaveCount(2);
  await expect(page.locator("footer a")).toHaveAttribute("href", "https://wiki.example.com/7");
});

test("a built-in one may be named", async ({ page, calculator }) => {
  await mounted(page, { profile: "aws-terraform-minimum" });
  await expect(profile(page)).toHaveValue("aws-terraform-minimum");
  await expect(calculator.clear).toBeDisabled();
});

test("without options it begins with the document", async ({ page, calculator }) => {
  await mounted(page, undefined);
  await expect(profile(page)).toHaveValue("aws-byoc");
  await expect(calculator.row("vcpu").figure("Required")).toHaveText("80 vCPU");
});

for (const [options, message] of [
  [{ profile: { ...OURS, regions: [] } }, /^profile\.regions: is empty/],
  [{ profile: { ...OURS, regions: ["mars-1"] } }, /^profile\.regions\[0\]: "mars-1" is no commercial AWS Region; /],
  [{ profile: { ...OURS, sourceDate: "2026-13-01" } }, /^profile\.sourceDate: "2026-13-01" is no date; /],
  [{ profile: { ...OURS, source: "javascript:alert(1)" } }, /^profile\.source: begins with "javascript:"; /],
  [{ profile: { ...OURS, policies: 1.5 } }, /^profile\.policies: expected a whole number that is not negative, found the number 1\.5$/],
  [{ profile: { ...OURS, needs: { gpu: "1" } } }, /^profile\.needs\.gpu: is no row; known are vcpu, /],
  [{ profile: { ...OURS, instances: [{ type: "m6i.2xlarge", count: "3" }] } }, /^profile\.instances\[0\]\.count: /],
  [{ profile: "none" }, /^profile: "none" is no profile; known are aws-byoc, /],
] as const) {
  test(`refuses ${JSON.stringify(options).slice(0, 60)}… and leaves the element as it is: ${message}`, async ({ page }) => {
    await mounted(page, options);
    await expect(page.locator("#why")).toHaveText(message);
    await expect(page.locator("#here")).toHaveText("Not yet.");
  });
}
