// WebKit, by W3C WebDriver: https://www.w3.org/TR/webdriver2/. It has no way to hear a console or a
// request, so whatever WebKit asks for goes through a proxy (proxy.ts).

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as later } from "node:timers/promises";
import { type Driver, type Part, sought } from "./driver.ts";
import { WATCH, proxy } from "./proxy.ts";
import { freePort } from "../port.mjs";

/** By which WebDriver names an element in JSON. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** Keys that are no character, as WebDriver writes them. */
const KEYS: Record<string, string> = {
  ArrowDown: "\uE015",
  ArrowUp: "\uE013",
  Control: "\uE009",
  Enter: "\uE007",
  Escape: "\uE00C",
  Tab: "\uE004",
};

type Json = { value: any };
type Reference = { [ELEMENT]: string };

export async function webkit(webDriver: string): Promise<Driver> {
  const home = mkdtempSync(join(tmpdir(), "byoc-webkit-"));
  const downloads = join(home, "Downloads");
  mkdirSync(downloads);
  writeFileSync(join(home, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const between = await proxy();
  const port = await freePort();
  const program = spawn(
    "xvfb-run",
    ["--auto-servernum", "--server-args=-screen 0 1600x1400x24", webDriver, `--port=${port}`],
    // A group of its own, which can be ended as a whole.
    { detached: true, stdio: "ignore", env: { ...process.env, XDG_CONFIG_HOME: home } },
  );
  const driver = `http://127.0.0.1:${port}`;

  async function ask(method: "GET" | "POST" | "DELETE", path: string, body?: object): Promise<any> {
    const response = await fetch(driver + path, { method, body: body && JSON.stringify(body) });
    const { value } = (await response.json()) as Json;
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  await answers(driver, program);
  const { sessionId } = await ask("POST", "/session", {
    capabilities: { alwaysMatch: { proxy: { proxyType: "manual", httpProxy: between.at, sslProxy: between.at } } },
  });
  const at = (path: string) => `/session/${sessionId}${path}`;
  const post = (path: string, body: object = {}) => ask("POST", at(path), body);

  const run = (expression: string) => post("/execute/sync", { script: `return ${expression}`, args: [] });

  /** The address of an element, once it stands where a click reaches it. */
  async function element(part: Part): Promise<string> {
    const found = (await run(sought(part))) as Reference | null;
    if (!found) throw new Error(`not there: ${JSON.stringify(part)}`);
    // WebDriver would bring it to the nearest edge, where the verdict may lie over it.
    await post("/execute/sync", { script: 'arguments[0].scrollIntoView({ block: "center" })', args: [found] });
    return `/element/${found[ELEMENT]}`;
  }

  const keys = (actions: { type: "keyDown" | "keyUp"; value: string }[]) =>
    post("/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  const down = (value: string) => ({ type: "keyDown" as const, value });
  const up = (value: string) => ({ type: "keyUp" as const, value });

  /** A page of a file has come past the proxy. */
  const watch = () => run(`(() => {${WATCH}})()`);
  const seen: string[] = [];
  /** What the present page has told; it forgets it when it is left. */
  async function hear() {
    seen.push(...((await run("window.faults?.splice(0) ?? []")) as string[]));
  }

  async function open(url: string) {
    await post("/url", { url });
    await watch();
  }

  const tabs: string[] = [await ask("GET", at("/window"))];
  return {
    downloads,
    async open(url) {
      await hear();
      await open(url);
    },
    async reload() {
      await hear();
      await post("/refresh");
      await watch();
    },
    async openTab(url) {
      const { handle } = await post("/window/new", { type: "tab" });
      tabs.push(handle);
      await post("/window", { handle });
      await open(url);
    },
    async closeTab() {
      await hear();
      await ask("DELETE", at("/window"));
      tabs.pop();
      await post("/window", { handle: tabs.at(-1) });
    },
    async resize(width, height) {
      await post("/window/rect", { width, height });
    },
    picture: async () => Buffer.from(await ask("GET", at("/screenshot")), "base64"),
    run,
    async click(part) {
      await post(`${await element(part)}/click`);
    },
    async press(...pressed) {
      for (const key of pressed) {
        // Control+V is that of the letter, and not of the capital.
        const held = key.split("+").map((name) => KEYS[name] ?? name.toLowerCase());
        await keys([...held.map(down), ...held.reverse().map(up)]);
      }
    },
    async type(text) {
      await keys([...text].flatMap((letter) => [down(letter), up(letter)]));
    },
    async upload(part, ...paths) {
      await post(`${await element(part)}/value`, { text: paths.join("\n") });
    },
    async faults() {
      await hear();
      return seen;
    },
    elsewhere: () => between.elsewhere,
    async close() {
      await ask("DELETE", at("")).finally(async () => {
        process.kill(-program.pid!);
        if (program.exitCode === null && program.signalCode === null) await once(program, "exit");
        await between.close();
        rmSync(home, { recursive: true, force: true });
      });
    },
  };
}

/** Resolves once the driver answers. It says nothing when it is ready, so it is asked. */
async function answers(driver: string, program: ChildProcess) {
  while (program.exitCode === null) {
    const status = await fetch(`${driver}/status`).catch(() => null);
    if (status?.ok) return;
    await later(50);
  }
  throw new Error("WebKitWebDriver does not start: is there an xvfb-run?");
}
