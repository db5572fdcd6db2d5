// The page's states, for tests that look at each of them.

import { type Calculator, EMAIL, NAMES_AND_ACTIONS, ROOMY, ROOM_FOR_THE_REST, SHORT_OF_VCPU, limit, padding } from "./calculator.ts";

/** Nothing but bytes that no text holds. */
const BINARY = Buffer.from(Array.from({ length: 512 }, (_, at) => (at * 37) % 256));

const FILLED: Record<string, (calculator: Calculator) => Promise<void>> = {
  "example filled": async (calculator) => calculator.example.click(),

  "in error": async (calculator) => {
    await calculator.box.fill("Dear Dana,\nAKIAIOSFODNN7EXAMPLE\nLicense ID: lic-0042\nValid until: 03/04/2027");
    await calculator.row("vcpu").state("Limit", "many");
    await calculator.region.selectOption("eu-central-1");
    await calculator.check("operating-system").no.click();
  },

  "details open": async (calculator) => {
    await calculator.example.click();
    for (const details of await calculator.page.getByRole("button", { name: /^Details/ }).all()) await details.click();
    await calculator.page.locator("details").evaluateAll((all) => all.forEach((it) => ((it as HTMLDetailsElement).open = true)));
  },

  "with names taken and actions denied": async (calculator) => {
    await calculator.box.fill(NAMES_AND_ACTIONS);
    await calculator.region.selectOption("eu-central-1");
    await calculator.page.getByLabel("Filter").waitFor();
  },

  ready: async (calculator) => {
    await calculator.box.fill(`${ROOMY}\n${ROOM_FOR_THE_REST}\n${EMAIL}`);
    await calculator.confirmAll();
    await calculator.verdict.getByRole("link", { name: "Activate Your License" }).waitFor();
  },

  "on a call": async (calculator) => {
    const { page } = calculator;
    await calculator.box.fill(`${SHORT_OF_VCPU}\n${EMAIL}`);
    await page.getByRole("button", { name: "Call mode" }).click();
    await page.keyboard.press("y");
    await page.getByRole("button", { name: /^vCPU/ }).click();
    await page.locator("#call-vcpu .copy").waitFor();
  },

  "with other requirements": async (calculator) => {
    const { page } = calculator;
    await calculator.box.fill(`${ROOMY}\n${EMAIL}`);
    await page.getByText("What if: other instances").click();
    await page.getByRole("spinbutton", { name: "Number of m6i.xlarge" }).fill("5");
    await page.getByRole("spinbutton", { name: "Number of m6i.2xlarge" }).fill("-1");
    await page.getByLabel("We deploy into an existing VPC").check();
    await page.getByLabel("VPC ID").waitFor();
  },

  "handing over": async (calculator) => {
    const { page } = calculator;
    await calculator.box.fill(`${ROOMY}\n${EMAIL}`);
    await page.locator("#make-link").click();
    const link = await page.getByRole("region", { name: "Link to this assessment" }).textContent();
    await calculator.box.fill(`${SHORT_OF_VCPU}\n${EMAIL}`);
    await page.locator("#earlier-link").fill(link!.trim());
    await page.locator("#earlier-link").press("Enter");
    await page.locator("#compared").waitFor();
    await page.locator("#make-link").click();
  },

  "with the menu open": async (calculator) => {
    const { page } = calculator;
    await calculator.example.click();
    await page.getByText("Assessment", { exact: true }).click();
    const file = { name: "other.json", mimeType: "application/json", buffer: Buffer.from("{}") };
    await page.getByLabel("Open a saved one").setInputFiles(file);
    await page.locator("#new").click();
    await page.locator("#begin").waitFor();
  },

  "unable to read": async (calculator) => {
    const { page } = calculator;
    await calculator.choose({ name: "export.xlsx", text: BINARY });
    await page.locator("#earlier-link").fill("not a link");
    await page.locator("#earlier-link").press("Enter");
    await page.evaluate(() => (location.hash = "#a1=damaged"));
    await page.locator(".link-says").waitFor();
  },

  "with a file card": async (calculator) => {
    const name = "export-of-the-production-account-in-us-west-2-of-2026-11-24-by-dana.json";
    await calculator.choose({ name, text: padding(200_001) }, { name: "small.txt", text: "Dear Dana," });
    await calculator.source("small.txt").waitFor();
  },

  "asked in PowerShell": async (calculator) => {
    await calculator.example.click();
    await calculator.page.getByRole("button", { name: "PowerShell" }).click();
    for (const summary of await calculator.page.locator(".ask summary").all()) await summary.click();
  },

  "pointing into a large source": async (calculator) => {
    await calculator.choose({ name: "all.json", text: `${padding(200_001)}\n${limit("vpc/L-F678F1CE", 5)}` });
    await calculator.row("vpc").open();
    await calculator.row("vpc").pointer("Limit").click();
    await calculator.page.locator(".view").waitFor();
  },

  "naming a number": async (calculator) => {
    await calculator.box.fill("2\n\n50\n\nDear Dana,\n\n7\n\n9");
    const asks = calculator.page.getByRole("button", { name: "This is …" });
    const first = calculator.page.getByRole("group", { name: "2 is" });
    await asks.first().click();
    await first.getByLabel("Figure").selectOption("the use of");
    await first.getByLabel("Row").selectOption("VPC");
    await first.getByRole("button", { name: "Take it" }).click();
    await asks.first().click();
    await calculator.page.getByRole("group", { name: "50 is" }).getByLabel("Row").selectOption("EBS");
  },

  cleared: async (calculator) => {
    await calculator.example.click();
    await calculator.clear.click();
  },
};

/** Each of them once the calculator has come; the empty one as it is drawn before that, too. */
export const STATES: typeof FILLED = {
  "drawn, before the calculator has come": async () => {},
  empty: (calculator) => calculator.arrives(),
};
for (const [state, reach] of Object.entries(FILLED)) {
  STATES[state] = async (calculator) => {
    await calculator.arrives();
    await reach(calculator);
  };
}
