// Once it is loaded, the page asks the network for nothing, whatever is done with it, but for its own
// scripts where a worker begins.

import { loads } from "../size/first-load.mjs";
import { DIST, EMAIL, SHORT_OF_VCPU, expect, padding, test } from "./calculator.ts";

declare global {
  interface Window {
    calls: string[];
  }
}

test("a session that uses every feature sends nothing", async ({ page, context, calculator }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.addInitScript(() => {
    window.calls = [];
    for (const name of ["WebSocket", "WebTransport", "EventSource", "RTCPeerConnection", "SharedWorker"]) {
      const noted = class {
        constructor() {
          window.calls.push(name);
        }
      };
      Object.defineProperty(window, name, { value: noted });
    }
    navigator.sendBeacon = () => window.calls.push("sendBeacon") > 0;
  });
  await page.reload();
  await calculator.arrives();
  await page.waitForLoadState("networkidle");

  const sent: string[] = [];
  context.on("request", (request) => sent.push(`${request.method()} ${request.url()}`));
  page.on("websocket", (socket) => sent.push(socket.url()));
  const workers: string[] = [];
  page.on("worker", (worker) => workers.push(worker.url()));

  await calculator.example.click();
  await calculator.undo.or(calculator.clear).first().click();
  await calculator.undo.click();
  await calculator.box.fill(`${SHORT_OF_VCPU}\n${EMAIL}\nAKIAIOSFODNN7EXAMPLE`);
  await page.getByRole("button", { name: "Add another source" }).click();
  await calculator.choose({ name: "a.txt", text: EMAIL });
  await calculator.drop({ name: "b.txt", text: padding(200_001) });
  await calculator.paste(padding(200_001));
  await expect(calculator.sources).toHaveCount(5);
  await expect(page.locator(".arriving")).toHaveCount(0);
  await calculator.row("vcpu").state("Limit", "64");
  await calculator.license("Core size").input.fill("80");
  await calculator.confirmAll();
  await calculator.region.selectOption("eu-central-1");
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  await page.getByLabel("Profile").selectOption({ index: 2 });
  await page.locator("#call-mode").click();
  await page.keyboard.press("Enter");
  await page.locator("#call-mode").click();
  const saved = page.waitForEvent("download");
  await page.locator("#save").click();
  await saved;
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  for (const copy of await page.getByRole("button", { name: /^Cop(y|ied)/ }).all()) await copy.click();
  await page.getByRole("link", { name: /^License/ }).click();
  await page.getByRole("link", { name: /open the quota/ }).first().hover();
  await calculator.clear.click();
  await expect(calculator.word).toHaveText("Start here");
  await page.evaluate(() => window.dispatchEvent(new Event("pagehide")));
  await page.waitForLoadState("networkidle");

  const { first, later } = loads(DIST);
  const scripts = [...first, ...later].filter((name) => name.endsWith(".js"));
  const own = scripts.map((name) => `${new URL(name, page.url())}`);
  expect(workers).toHaveLength(2);
  expect(workers.filter((url) => !own.includes(url))).toEqual([]);
  // Nothing but the scripts of the two workers, asked for by their names alone.
  expect(sent.filter((request) => !own.includes(request.replace(/^GET /, "")))).toEqual([]);
  expect(await page.evaluate(() => window.calls)).toEqual([]);
});
