import { defineConfig } from "@playwright/test";
import browser from "../browser/playwright.config.ts";

export default defineConfig({ ...browser, testDir: ".", testMatch: "*.spec.ts", outputDir: "results" });
