// The page as it is drawn before the calculator has come: it is what the calculator draws, loads no
// more than itself until somebody touches it, and loses nothing of what is done on it meanwhile.

import type { Page } from "@playwright/test";
import { Calculator, EMAIL, expect, limit, padding, ROOMY, SHORT_OF_VCPU, test } from "./calculator.ts";

const VPC = { name: "vpc.json", text: limit("vpc/L-F678F1CE", 5) };

/** Holds the WebAssembly, or another file, back until it is let go. */
async function held(page: Page, file = "**/*.wasm") {
  let go = () => {};
  const released = new Promise<void>((resolve) => (go = resolve));
  await page.route(file, async (route) => {
    await released;
    await route.continue();
  });
  return go;
}

/** The elements below `#app` with their attributes and texts, but for what tells that it loads. */
const markup = (page: Page) =>
  page.locator("#app").evaluate((app) => {
    const copy = app.cloneNode(true) as HTMLElement;
    for (const waits of copy.querySelectorAll("noscript, #waiting")) waits.remove();
    // What a field holds is its attribute in the drawn page, and its property in the calculator.
    for (const field of copy.querySelectorAll("input")) field.removeAttribute("value");
    for (const option of copy.querySelectorAll("option")) option.removeAttribute("selected");
    return copy.innerHTML.replaceAll(/<!--.*?-->/gs, "").replaceAll(/></g, ">\n<");
  });

/** What each field of a page holds. */
const fields = (page: Page) =>
  page.locator("#app").evaluate((app) =>
    [...app.querySelectorAll<HTMLInputElement>("input, select, textarea")].map((it) => [it.value, it.checked]),
  );

test("the drawn page is what the calculator draws with nothing entered", async ({ page }) => {
  const calculator = new Calculator(page);
  // The calculator guesses the operating system, and the page is drawn on none.
  await page.addInitScript(() => Object.defineProperty(navigator, "userAgent", { value: "" }));
  await page.goto("/");
  const drawn = { markup: await markup(page), fields: await fields(page) };
  expect(drawn.markup.length).toBeGreaterThan(50_000);
  await calculator.arrives();
  expect(await markup(page)).toBe(drawn.markup);
  expect(await fields(page)).toEqual(drawn.fields);
});

const SIGNS: Record<string, (page: Page) => Promise<unknown>> = {
  "a pointer that moves": (page) => page.mouse.move(200, 200),
  "a wheel that turns": (page) => page.mouse.wheel(0, 10),
  "a key": (page) => page.keyboard.press("Tab"),
  "the focus": (page) => page.locator("#box").focus(),
  "a click without a pointer": (page) => page.locator("#call-mode").dispatchEvent("click"),
};
for (const [sign, gives] of Object.entries(SIGNS)) {
  test(`${sign} calls for the calculator, and nothing did before`, async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => /byoc-readiness-/.test(request.url()) && asked.push(request.url()));
    await page.goto("/");
    await page.waitForLoadState("networkidle");
    expect(asked).toEqual([]);
    await gives(page);
    await expect(page.locator("#app[data-drawn]")).toHaveCount(0);
    expect(asked).toHaveLength(2);
  });
}

test("what a paste made of the page is told to whoever listens, once the page is known", async ({ page }) => {
  const go = await held(page);
  await page.addInitScript(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    const isThere = new WeakSet<Element>();
    const look = () => {
      // What stands in a region when it comes is nothing that is said.
      for (const region of document.querySelectorAll("#app:not([data-drawn]) [role=status]")) isThere.add(region);
      requestAnimationFrame(look);
    };
    look();
    new MutationObserver((changes) => {
      const regions = changes.filter((change) => change.addedNodes.length > 0).map((change) => change.target);
      for (const region of new Set(regions)) {
        if (region instanceof Element && isThere.has(region)) told.push(region.textContent!);
      }
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto("/");
  const calculator = new Calculator(page);
  await calculator.paste(SHORT_OF_VCPU);
  go();
  await expect.poll(() => page.evaluate(() => (window as unknown as { told: string[] }).told.join("\n"))).toContain("Not ready");
  await expect(calculator.sentence).toContainText("vCPU is short by");
});

interface Meanwhile {
  does: (calculator: Calculator) => Promise<unknown>;
  shows: (calculator: Calculator) => Promise<unknown>;
}

const MEANWHILE: Record<string, Meanwhile> = {
  "typing into the box": {
    does: (calculator) => calculator.box.pressSequentially("License ID: lic-0042-abcd-9f3e"),
    shows: async (calculator) => {
      await calculator.license("License ID").expectRead("…9f3e", "Pasted text, line 1");
      await expect(calculator.box).toBeFocused();
    },
  },
  "a paste": {
    does: (calculator) => calculator.paste(`${ROOMY}\n${EMAIL}`),
    shows: (calculator) => expect(calculator.row("vpc").figure("Limit")).toHaveText("5"),
  },
  "a paste over 200 kB": {
    does: (calculator) => calculator.paste(padding(200_001) + VPC.text),
    shows: async (calculator) => {
      await expect(calculator.sources).toHaveCount(1);
      await expect(calculator.box).toHaveValue("");
      await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
    },
  },
  "files that are chosen": {
    does: (calculator) => calculator.choose(VPC),
    shows: (calculator) => expect(calculator.source("vpc.json")).toBeVisible(),
  },
  "files that are dropped": {
    does: (calculator) => calculator.drop(VPC),
    shows: async (calculator) => {
      await expect(calculator.source("vpc.json")).toBeVisible();
      await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
    },
  },
  "a button": {
    does: (calculator) => calculator.example.click(),
    shows: (calculator) => expect(calculator.page.locator(".marked")).toBeVisible(),
  },
  "a Region": {
    does: (calculator) => calculator.region.selectOption("eu-central-1"),
    shows: async (calculator) => {
      await expect(calculator.region).toHaveValue("eu-central-1");
      await expect(calculator.block).toContainText("region=eu-central-1");
    },
  },
  "an answer, and then its opposite": {
    does: async (calculator) => {
      await calculator.check("zilliz-account").yes.click();
      await calculator.check("zilliz-account").no.click();
    },
    shows: (calculator) => expect(calculator.check("zilliz-account").no).toHaveAttribute("aria-pressed", "true"),
  },
  "what is unfolded": {
    does: (calculator) => calculator.page.locator("details.assessment summary").click(),
    shows: (calculator) => expect(calculator.page.locator("details.assessment")).toHaveAttribute("open"),
  },
  "the caret in the midst of a text": {
    does: async ({ box, page }) => {
      await box.pressSequentially("abcd");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowLeft");
    },
    shows: async ({ box, page }) => {
      await page.keyboard.type("X");
      await expect(box).toHaveValue("abXcd");
    },
  },
  "several things in their order": {
    does: async (calculator) => {
      await calculator.box.fill(VPC.text);
      await calculator.root.getByRole("button", { name: "Add another source" }).dispatchEvent("click");
      await calculator.check("zilliz-account").yes.click();
    },
    shows: async (calculator) => {
      await expect(calculator.row("vpc").figure("Limit")).toHaveText("5");
      await expect(calculator.check("zilliz-account").yes).toHaveAttribute("aria-pressed", "true");
    },
  },
};
for (const [what, { does, shows }] of Object.entries(MEANWHILE)) {
  test(`before the calculator has come, ${what} counts once it has`, async ({ page }) => {
    const calculator = new Calculator(page);
    const go = await held(page);
    await page.goto("/");
    await does(calculator);
    await expect(page.locator("#app[data-drawn]")).toHaveCount(1);
    go();
    await expect(page.locator("#app[data-drawn]")).toHaveCount(0);
    await shows(calculator);
  });
}

/** What a browser does by itself, without any of the page's scripts. */
const BY_ITSELF = ["typing into the box", "a paste over 200 kB", "files that are chosen", "a Region"];
for (const what of BY_ITSELF) {
  test(`before even the page's script has come, ${what} counts once the calculator has`, async ({ page }) => {
    const calculator = new Calculator(page);
    const go = await held(page, "**/boot-*.js");
    await page.goto("/", { waitUntil: "commit" });
    await MEANWHILE[what]!.does(calculator);
    go();
    await expect(page.locator("#app[data-drawn]")).toHaveCount(0);
    await MEANWHILE[what]!.shows(calculator);
  });
}

test("the page stays where it was scrolled to", async ({ page }) => {
  const go = await held(page);
  await page.goto("/");
  await page.mouse.wheel(0, 900);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
  go();
  await expect(page.locator("#app[data-drawn]")).toHaveCount(0);
  expect(await page.evaluate(() => scrollY)).toBe(900);
});

test("a text that an input method composes is not cut off", async ({ page }) => {
  const calculator = new Calculator(page);
  const go = await held(page);
  await page.goto("/");
  await calculator.box.focus();
  const session = await page.context().newCDPSession(page);
  const arrived = page.waitForResponse("**/*.wasm");
  await session.send("Input.imeSetComposition", { text: "きょう", selectionStart: 3, selectionEnd: 3 });
  go();
  await (await arrived).finished();
  await session.send("Input.insertText", { text: "今日" });
  await expect(page.locator("#app[data-drawn]")).toHaveCount(0);
  await expect(calculator.box).toHaveValue("今日");
});

test("a button that is held down is pressed once it is let go", async ({ page }) => {
  const calculator = new Calculator(page);
  const go = await held(page);
  await page.goto("/");
  await calculator.example.hover();
  await page.mouse.down();
  const arrived = page.waitForResponse("**/*.wasm");
  go();
  await (await arrived).finished();
  await page.mouse.up();
  await expect(page.locator(".marked")).toBeVisible();
});

test("files that are chosen in a dialog which was opened before count", async ({ page }) => {
  const calculator = new Calculator(page);
  const go = await held(page);
  await page.goto("/");
  const [dialog] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByText("Choose or drop files", { exact: true }).click(),
  ]);
  go();
  await expect(page.locator("#app[data-drawn]")).toHaveCount(0);
  await dialog.setFiles({ name: "vpc.json", mimeType: "text/plain", buffer: Buffer.from(VPC.text) });
  await expect(calculator.source("vpc.json")).toBeVisible();
});

const OTHER: Record<string, (page: Page) => Promise<unknown>> = {
  "that asks for something": (page) => page.goto("/?region=eu-central-1"),
  "that is compact": (page) => page.goto("/?embed=1"),
  "with a link's end": (page) => page.goto("/#resources"),
  "that was left with something entered": async (page) => {
    await page.goto("/");
    await new Calculator(page).box.fill(VPC.text);
    await new Calculator(page).arrives();
    await page.reload({ waitUntil: "commit" });
  },
};
for (const [which, opens] of Object.entries(OTHER)) {
  test(`a page ${which} shows no empty verdict while the calculator comes by itself`, async ({ page }) => {
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      const look = () => {
        const word = document.querySelector<HTMLElement>("[data-drawn].arriving .word");
        if (word?.checkVisibility()) seen.push(word.textContent ?? "");
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await opens(page);
    await expect(page.locator("#app[data-drawn]")).toHaveCount(0);
    expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
  });
}

test("where the calculator does not come, what was typed is still there", async ({ page, faults }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("/");
  await page.locator("#box").fill(VPC.text);
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.locator("#box")).toHaveValue(VPC.text);
  faults.expect(/ERR_FAILED|Failed to fetch/);
});
