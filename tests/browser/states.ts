// The page's states, for tests that look at each of them.

import { type Calculator, NAMES_AND_ACTIONS, limit, padding } from "./calculator.ts";

export const STATES: Record<string, (calculator: Calculator) => Promise<void>> = {
  empty: async () => {},

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
