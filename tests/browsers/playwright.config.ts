// Playwright runs these tests and drives none of the browsers: Firefox by BiDi, WebKit by WebDriver.

import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  outputDir: "results",
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // The steps are one person's session.
  workers: 1,
  reporter: "list",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  projects: [{ name: "firefox" }, { name: "webkit" }],
});
