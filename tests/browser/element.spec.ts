// <byoc-readiness> on other people's pages.

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { Calculator, EMAIL, ROOMY, SHORT_OF_VCPU } from "./calculator.ts";
import { EMBED, POLICY, type Site, expect, expectNothingHeld, test } from "./host.ts";

const PLAIN = "examples/plain/index.html";

/** The calculator of this element. */
const within = (page: Page, selector = "byoc-readiness") => new Calculator(page, page.locator(selector));

/** A page that holds these elements, with the calculator started. */
async function open(page: Page, site: Site, body: string, policy?: string) {
  await page.goto(site.page(`${site.element}<main><h1>Host</h1>${body}</main>`, policy));
  const calculator = within(page);
  await expect(calculator.verdict.first()).toBeVisible();
  return calculator;
}

test.describe("the plain page", () => {
  test.beforeEach(async ({ page, site }) => {
    await page.goto(site.file(PLAIN));
    await expect(within(page, "[compact]").box).toBeVisible();
  });

  test("holds two that know nothing of one another", async ({ page }) => {
    const [first, trial] = [within(page, "[compact]"), within(page, "#trial")];
    await expect(trial.box).toBeVisible();
    await first.box.fill(SHORT_OF_VCPU);
    await expect(first.word).toHaveText("Not ready");
    await expect(trial.word).toHaveText("Start here");
    await expect(trial.box).toHaveValue("");
    // 4 × 4 vCPU of the host's own profile, against the document's 80.
    await expect(trial.row("vcpu").figure("Required")).toHaveText("16 vCPU");
    await expect(first.row("vcpu").figure("Required")).toHaveText("80 vCPU");
  });

  test("is told of each report of each of them", async ({ page }) => {
    const heard = page.locator(".heard");
    await expect(heard).toContainText("Nothing has been read yet");
    const first = within(page, "[compact]");
    await first.box.fill(SHORT_OF_VCPU);
    await expect(heard).toContainText("vCPU is short by 16");
    const verdict = () =>
      page.evaluate(() => document.querySelector("byoc-readiness")?.report?.verdict);
    expect(await verdict()).toBe("not-ready");
  });

  test("has the one that it gives a name keep what was entered, and the other one not", async ({ page }) => {
    await within(page, "[compact]").box.fill(EMAIL);
    await within(page, "#trial").box.fill(EMAIL);
    await page.reload();
    await expect(within(page, "[compact]").box).toHaveValue(EMAIL);
    await expect(within(page, "#trial").box).toHaveValue("");
    await expect(page.getByText("What you enter is gone once you leave this page.")).toHaveCount(1);
  });

  test("changes its theme, and the one that follows it does, too", async ({ page }) => {
    const ground = (selector: string) =>
      page.locator(`${selector} .panel`).first().evaluate((panel) => getComputedStyle(panel).backgroundColor);
    await expect(within(page, "#trial").box).toBeVisible();
    const [light, always] = [await ground("[compact]"), await ground("#trial")];
    expect(light).toBe("rgb(255, 255, 255)");
    expect(always).toBe("rgb(44, 36, 29)");
    await page.getByRole("button", { name: "Dark", exact: true }).click();
    await expect.poll(() => ground("[compact]")).toBe(always);
    expect(await ground("#trial")).toBe(always);
    await page.getByRole("button", { name: "Light", exact: true }).click();
    await expect.poll(() => ground("[compact]")).toBe(light);
  });

  test("goes to another of its pages and back ten times, and holds on to nothing", async ({ page }) => {
    const away = page.getByRole("link", { name: "Contacts" });
    const back = page.getByRole("link", { name: "Prepare" });
    const round = async () => {
      await away.click();
      await expect(page.getByRole("heading", { name: "Contacts" })).toBeVisible();
      await back.click();
      await expect(within(page, "[compact]").box).toBeVisible();
      await expect(within(page, "#trial").box).toBeVisible();
    };
    await expectNothingHeld(page, round);
  });

  test("is accessible with both in it, in both themes", async ({ page }) => {
    await expect(within(page, "#trial").box).toBeVisible();
    for (const theme of ["Dark", "Light"]) {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
      await page.getByRole("button", { name: theme, exact: true }).click();
    }
  });
});

test("loads once for any number, and only when one is nearly in view", async ({ page, site }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const far = '<p style="height: 5000px">Far above.</p>';
  await page.goto(site.page(`${site.element}${far}<byoc-readiness></byoc-readiness><byoc-readiness></byoc-readiness>`));
  await page.waitForLoadState("networkidle");
  expect(asked.filter((path) => path.includes("/embed/"))).toEqual([EMBED]);
  await page.locator("byoc-readiness").first().scrollIntoViewIfNeeded();
  await expect(within(page, "byoc-readiness:last-of-type").box).toBeVisible();
  const loaded = asked.filter((path) => path.includes("/embed/")).map((path) => path.split("/").pop());
  expect(loaded.sort()).toEqual(["byoc_readiness.js", "byoc_readiness_bg.wasm", "embed.js", "style.js"]);
});

test("an eager one starts out of sight", async ({ page, site }) => {
  const far = '<p style="height: 5000px">Far above.</p>';
  await page.goto(site.page(`${site.element}${far}<byoc-readiness loading="eager"></byoc-readiness>`));
  await expect(within(page).box).toBeAttached();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test("moved to another place, it just goes on", async ({ page, site }) => {
  const calculator = await open(page, site, '<byoc-readiness></byoc-readiness><div id="there"></div>');
  await calculator.box.fill(EMAIL);
  const root = await page.locator("byoc-readiness .page").elementHandle();
  await page.evaluate(() => document.getElementById("there")!.append(document.querySelector("byoc-readiness")!));
  await expect(page.locator("#there byoc-readiness")).toBeVisible();
  await expect(calculator.box).toHaveValue(EMAIL);
  expect(await root!.evaluate((root) => root.isConnected)).toBe(true);
});

test("taken off the page and put back, it has what was entered, large sources too", async ({ page, site }) => {
  const calculator = await open(page, site, "<byoc-readiness></byoc-readiness>");
  await calculator.box.fill(SHORT_OF_VCPU);
  await calculator.check("terraform-installed").yes.click();
  await calculator.choose({ name: "large.txt", text: `${EMAIL}${" ".repeat(1_200_000)}` });
  await expect(calculator.source("large.txt")).toBeVisible();
  await page.evaluate(async () => {
    const element = document.querySelector("byoc-readiness")!;
    element.remove();
    await new Promise((later) => setTimeout(later));
    if (element.shadowRoot!.querySelector(".page")) throw new Error("it is still drawn");
    document.querySelector("main")!.append(element);
  });
  await expect(calculator.word).toHaveText("Not ready");
  await expect(calculator.box).toHaveValue(SHORT_OF_VCPU);
  await expect(calculator.check("terraform-installed").outcome).toHaveText("Pass");
  await expect(calculator.source("large.txt")).toBeVisible();
});

test("other attributes change it, and nothing that was entered", async ({ page, site }) => {
  const calculator = await open(page, site, '<byoc-readiness profile="aws-byoc" region="us-west-2"></byoc-readiness>');
  await calculator.box.fill(SHORT_OF_VCPU);
  await expect(calculator.word).toHaveText("Not ready");
  await page.evaluate(() => {
    const element = document.querySelector("byoc-readiness")!;
    element.setAttribute("profile", "aws-terraform-minimum");
    element.setAttribute("region", "eu-central-1");
    element.toggleAttribute("compact", true);
  });
  await expect(calculator.row("vcpu").figure("Required")).toHaveText("56 vCPU");
  await expect(calculator.box).toHaveValue(SHORT_OF_VCPU);
  await expect(calculator.clear).toHaveCount(0);
  await page.evaluate(() => document.querySelector("byoc-readiness")!.removeAttribute("compact"));
  await expect(calculator.region).toHaveValue("eu-central-1");
});

test("properties count that were set before the element was known", async ({ page, site }) => {
  const early = `<script>
    const early = document.querySelector("byoc-readiness");
    early.profile = { id: "own", title: "Own", source: "wiki", regions: ["us-west-2"], needs: { vpc: "3" } };
    early.sources = [{ name: "mail.txt", text: ${JSON.stringify(EMAIL)} }, { text: "VPCs: 5\\nVPCs in use: 3" }];
  </script>`;
  await page.goto(site.page(`<byoc-readiness></byoc-readiness>${early}${site.element}`));
  const calculator = within(page);
  await expect(calculator.rows).toHaveCount(1);
  await expect(calculator.row("vpc").status).toHaveText("Short");
  await expect(calculator.source("mail.txt")).toBeVisible();
  await expect(calculator.box).toHaveValue("VPCs: 5\nVPCs in use: 3");
});

test("sources that are set later take the place of what is there, which can be brought back", async ({ page, site }) => {
  const calculator = await open(page, site, "<byoc-readiness></byoc-readiness>");
  await calculator.box.fill(SHORT_OF_VCPU);
  await page.evaluate(() => {
    document.querySelector("byoc-readiness")!.sources = [{ text: "VPCs: 5" }];
  });
  await expect(calculator.box).toHaveValue("VPCs: 5");
  await calculator.undo.click();
  await expect(calculator.box).toHaveValue(SHORT_OF_VCPU);
});

test("another license's details are asked about again when sources are set", async ({ page, site }) => {
  const calculator = await open(page, site, "<byoc-readiness></byoc-readiness>");
  await calculator.box.fill(EMAIL);
  await calculator.check("license-details-confirmed").yes.click();
  await expect(calculator.check("license-details-confirmed").outcome).toHaveText("Pass");
  await page.evaluate((text) => {
    document.querySelector("byoc-readiness")!.sources = [{ text }];
  }, EMAIL.replace("9f3e", "1234"));
  await expect(calculator.check("license-details-confirmed").outcome).toHaveText("Open");
});

test("sources that are set while it is off the page are there when it is put back", async ({ page, site }) => {
  const calculator = await open(page, site, "<byoc-readiness></byoc-readiness>");
  await calculator.box.fill(SHORT_OF_VCPU);
  await page.evaluate(async () => {
    const element = document.querySelector("byoc-readiness")!;
    element.remove();
    await new Promise((later) => setTimeout(later));
    element.sources = [{ text: "VPCs: 5" }];
    document.querySelector("main")!.append(element);
  });
  await expect(calculator.box).toHaveValue("VPCs: 5");
});

test("a saved assessment that asks for whole IDs does not get them into the page's report", async ({ page, site }) => {
  const calculator = await open(page, site, "<byoc-readiness></byoc-readiness>");
  const text = JSON.stringify({
    kind: "byoc-readiness-assessment",
    version: 1,
    saved: "2026-11-01",
    sources: [{ text: EMAIL }],
    answers: { includeIds: true },
  });
  await calculator.choose({ name: "saved.json", text });
  await expect(calculator.box).toHaveValue(EMAIL);
  const id = () => page.evaluate(() => document.querySelector("byoc-readiness")!.report?.license.id);
  await expect.poll(id).toMatch(/9f3e$/);
  expect(await id()).not.toContain("0042");
});

test("what is typed into its fields is no shortcut of the page", async ({ page, site }) => {
  const calculator = await open(page, site, "<byoc-readiness></byoc-readiness>");
  await page.evaluate(() => {
    document.body.dataset.keys = "";
    document.addEventListener("keydown", ({ key }) => (document.body.dataset.keys += `${key} `));
  });
  await calculator.box.focus();
  await page.keyboard.type("s/");
  await page.keyboard.press("Control+K");
  await calculator.clear.focus();
  await page.keyboard.press("?");
  await expect(page.locator("body")).toHaveAttribute("data-keys", "Control K ? ");
  await expect(calculator.box).toHaveValue("s/");
});

test("hands the report over in every format", async ({ page, site }) => {
  const calculator = await open(page, site, "<byoc-readiness></byoc-readiness>");
  const render = (format: string) =>
    page.evaluate((format) => document.querySelector("byoc-readiness")!.render(format as "csv"), format);
  expect(await render("shell-script")).toBeNull();
  await calculator.box.fill(SHORT_OF_VCPU);
  await expect(calculator.word).toHaveText("Not ready");
  expect(await render("markdown")).toContain("# BYOC readiness");
  expect(await render("csv")).toContain("vCPU");
  expect(await render("svg")).toMatch(/^<svg /);
  expect(await render("shell-script")).toContain("request-service-quota-increase");
  expect(await render("terraform")).toContain("aws_servicequotas_service_quota");
  const report = await page.evaluate(() => JSON.stringify(document.querySelector("byoc-readiness")!.report, null, 2));
  expect(await render("json")).toBe(report);
});

test("a link within it leads there, and leaves the page's address alone", async ({ page, site }) => {
  const calculator = await open(page, site, "<byoc-readiness></byoc-readiness>");
  await calculator.box.fill(EMAIL);
  const address = page.url();
  await page.getByRole("link", { name: /^License/ }).click();
  await expect(page.getByRole("heading", { name: "License" })).toBeInViewport();
  expect(page.url()).toBe(address);
  await page.keyboard.press("Tab");
  await expect(calculator.license("License ID").input).toBeFocused();
});

test("a link is offered where a page is named that opens it", async ({ page, site }) => {
  // Files under an exact version know the page beside them.
  const calculator = await open(page, site, "<byoc-readiness></byoc-readiness>");
  await calculator.box.fill(SHORT_OF_VCPU);
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = page.getByLabel("Link to this assessment", { exact: true });
  await expect(link).toContainText(`${site.origin}/dist/#`);
  await page.evaluate(() => document.querySelector("byoc-readiness")!.setAttribute("page", "https://calc.example/"));
  await page.getByRole("button", { name: "Make a link" }).click();
  await expect(link).toContainText("https://calc.example/#");
});

test("the page's own link is not the calculator's", async ({ page, site }) => {
  const calculator = await open(page, site, "<byoc-readiness></byoc-readiness>");
  await page.evaluate(
    () =>
      new Promise((heard) => {
        addEventListener("hashchange", () => requestAnimationFrame(heard));
        location.hash = "#1.abcdef";
      }),
  );
  await expect(page.locator(".link-says")).toHaveCount(0);
  await expect(calculator.word).toHaveText("Start here");
  expect(new URL(page.url()).hash).toBe("#1.abcdef");
});

test("files are taken where they are dropped on it, and not elsewhere on the page", async ({ page, site }) => {
  const calculator = await open(page, site, '<p id="own">The page’s own.</p><byoc-readiness></byoc-readiness>');
  const dataTransfer = await calculator.carry({ name: "mail.txt", text: EMAIL });
  await page.dispatchEvent("#own", "drop", { dataTransfer });
  await page.locator("byoc-readiness footer").dispatchEvent("drop", { dataTransfer });
  await expect(calculator.source("mail.txt")).toHaveCount(1);
});

test("keys go to the call mode from within it, and not from the page", async ({ page, site }) => {
  const calculator = await open(page, site, '<button id="own">Own</button><byoc-readiness></byoc-readiness>');
  const current = page.locator("byoc-readiness [aria-current=step]");
  await page.getByRole("button", { name: "Call mode" }).click();
  const first = (await current.getAttribute("data-item"))!;
  await page.locator("#own").focus();
  await page.keyboard.press("ArrowDown");
  await expect(current).toHaveAttribute("data-item", first);
  await calculator.root.locator("#call input").first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(current).not.toHaveAttribute("data-item", first);
  await expect(page.locator("byoc-readiness #call input").first()).toBeFocused();
});

test("a copy that the browser refuses is selected, to be copied by hand", async ({ page, site }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
  });
  await open(page, site, "<byoc-readiness></byoc-readiness>");
  const block = page.locator("byoc-readiness .copy").first();
  await block.getByRole("button").click();
  await expect(block.getByRole("button")).toHaveText(/^Selected/);
  await expect(block.locator("pre")).toBeFocused();
});

test.describe("what the page gives that cannot be used", () => {
  for (const [attributes, says] of [
    ['profile="none"', /profile: "none" is no profile; known are aws-byoc, /],
    ['region="mars-1"', /region: "mars-1" is no commercial AWS Region; expected one such as us-west-2/],
  ] as const) {
    test(`${attributes} is said in its place, and told to the page; a right one then starts it`, async ({ page, site, faults }) => {
      const heard = `<script>addEventListener("readinesserror", ({ detail }) => document.body.dataset.heard = detail.message)</script>`;
      await page.goto(site.page(`${heard}${site.element}<byoc-readiness ${attributes}></byoc-readiness>`));
      await expect(page.getByRole("alert")).toHaveText(says);
      await expect(page.locator("body")).toHaveAttribute("data-heard", says);
      faults.expect(/console: Error: (profile|region)/);
      await page.evaluate(() => {
        const element = document.querySelector("byoc-readiness")!;
        element.removeAttribute("profile");
        element.removeAttribute("region");
      });
      await expect(within(page).box).toBeVisible();
    });
  }

  test("sources of the wrong shape before the start are said, and right ones then start it", async ({ page, site, faults }) => {
    const early = `<script>document.querySelector("byoc-readiness").sources = [{ text: 5 }]</script>`;
    await page.goto(site.page(`<byoc-readiness></byoc-readiness>${early}${site.element}`));
    await expect(page.getByRole("alert")).toHaveText(/sources\[0\]\.text: /);
    faults.expect(/console: Error: sources/);
    await page.evaluate(() => {
      document.querySelector("byoc-readiness")!.sources = [{ text: "VPCs: 5" }];
    });
    await expect(within(page).box).toHaveValue("VPCs: 5");
  });

  test("sources of the wrong shape throw, and leave it as it is", async ({ page, site }) => {
    const calculator = await open(page, site, "<byoc-readiness></byoc-readiness>");
    await calculator.box.fill(EMAIL);
    const says = await page.evaluate(() => {
      try {
        document.querySelector("byoc-readiness")!.sources = [{ text: 5 }] as never;
      } catch (error) {
        return (error as Error).message;
      }
      return "";
    });
    expect(says).toMatch(/^\[0\]\.text: /);
    await expect(calculator.box).toHaveValue(EMAIL);
    await page.evaluate(() => document.querySelector("byoc-readiness")!.setAttribute("region", "us-east-1"));
    await expect(calculator.region).toHaveValue("us-east-1");
    await expect(calculator.box).toHaveValue(EMAIL);
  });
});

test.describe("a page's policy", () => {
  test("as documented lets it work in full, with no <style> and no style attribute", async ({ page, site }) => {
    const calculator = await open(page, site, "<byoc-readiness></byoc-readiness>", POLICY);
    await calculator.box.fill(`${ROOMY}\n${EMAIL}`);
    await calculator.confirmAll();
    await expect(calculator.word).toHaveText("Ready");
    await expect(page.locator("byoc-readiness").locator("style, [style], link")).toHaveCount(0);
  });

  test("of another origin names the calculator's, and lets it work, too", async ({ page, site, elsewhere }) => {
    const there = site.origin;
    const policy = `default-src 'none'; script-src ${there} 'wasm-unsafe-eval'; connect-src ${there}; img-src data:`;
    await page.goto(elsewhere.page(`${site.element}<byoc-readiness></byoc-readiness>`, policy));
    await expect(within(page).box).toBeVisible();
  });

  test("that requires trusted types is named, and leads to a frame", async ({ page, site, faults }) => {
    await page.goto(site.page(`${site.element}<byoc-readiness></byoc-readiness>`, `${POLICY}; require-trusted-types-for 'script'`));
    await expect(page.getByRole("alert")).toContainText("require-trusted-types-for");
    faults.expect(/Trusted|require-trusted-types-for/);
  });

  test("failure case 44: without 'wasm-unsafe-eval' there is a message to see", async ({ page, site, faults }) => {
    const policy = POLICY.replace(" 'wasm-unsafe-eval'", "");
    await page.goto(site.page(`${site.element}<byoc-readiness></byoc-readiness>`, policy));
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.getByRole("alert")).toContainText("needs 'wasm-unsafe-eval' in script-src");
    faults.expect(/wasm-eval|WebAssembly|unsafe-eval/);
  });
});

test.describe("a file that does not arrive as it was published", () => {
  for (const name of ["byoc_readiness.js", "byoc_readiness_bg.wasm", "style.js"]) {
    test(`${name}: changed, it is not taken, and the next element tries again`, async ({ page, site, faults }) => {
      await page.route(`**/${name}`, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from(" ")]) });
      });
      await page.goto(site.page(`${site.element}<byoc-readiness></byoc-readiness><div id="more"></div>`));
      await expect(page.getByRole("alert")).toContainText("not all of its files arrived");
      faults.expect(/integrity|Failed to fetch|did not arrive/);
      await page.unroute(`**/${name}`);
      await page.evaluate(() => document.getElementById("more")!.append(document.createElement("byoc-readiness")));
      await expect(within(page, "#more byoc-readiness").box).toBeVisible();
    });
  }
});

test.describe("styles", () => {
  /** Every property of every element in the shadow tree, and where it stands. */
  const looks = (page: Page) =>
    page.evaluate(() => {
      // What sticks to the view stands where the page was scrolled to.
      scrollTo(0, 0);
      const root = document.querySelector("byoc-readiness")!.shadowRoot!;
      const from = root.querySelector(".calculator")!.getBoundingClientRect();
      return Array.from(root.querySelectorAll("*"), (element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        // What is not drawn stands nowhere.
        const place = width > 0 && [left - from.left, top - from.top, width, height].map((side) => Math.round(side * 10) / 10);
        const style = getComputedStyle(element);
        const properties = Array.from(style, (name) => `${name}: ${style.getPropertyValue(name)}`).sort();
        return [`${element.tagName}.${element.getAttribute("class")}`, `place: ${place}`, ...properties];
      });
    });

  const HOSTILE = `
    html { font: italic 700 30px/3 cursive; letter-spacing: 4px; word-spacing: 9px; text-transform: uppercase;
      text-align: right; white-space: pre; direction: rtl; color: red; cursor: wait; visibility: visible;
      text-indent: 3em; text-shadow: 0 0 3px red; list-style: square; border-collapse: collapse; tab-size: 1;
      --ground: red; --text: red; --surface: red; --accent: red; --rem: 40px; --line: red; --radius: 40px }
    * { box-sizing: content-box; margin: 7px; padding: 5px; border: 3px solid red; font-family: fantasy; color: lime;
      background: yellow; float: left; line-height: 3; outline: 2px solid blue; transition: all 1s; opacity: 0.9 }
    button, input, select, textarea, table, td, th, ul, li, h1, h2, p, a, pre, svg, rect, label {
      background: hotpink; font-size: 40px; display: inline-block; position: relative; fill: red }
    .page, .panel, .rows, .verdict, .button, .word, .columns, .unseen, .calculator { display: none; color: red }
    :focus-visible { outline: 20px solid red }`;

  test("the page's do not disturb it", async ({ page, site }) => {
    // Some 300,000 values are read, twice.
    test.slow();
    const element = '<byoc-readiness style="all: initial; display: block; width: 900px; float: none"></byoc-readiness>';
    const body = (style: string) => `<style>${style}</style>${site.element}${element}`;
    await page.goto(site.page(body("html { font: 16px serif }")));
    await within(page).box.fill(SHORT_OF_VCPU);
    await expect(within(page).word).toHaveText("Not ready");
    await page.mouse.move(0, 0);
    const alone = await looks(page);
    await page.goto(site.page(body(HOSTILE)));
    await within(page).box.fill(SHORT_OF_VCPU);
    await expect(within(page).word).toHaveText("Not ready");
    await page.mouse.move(0, 0);
    const disturbed = await looks(page);
    expect(alone.length).toBeGreaterThan(300);
    expect(disturbed.map(([name]) => name)).toEqual(alone.map(([name]) => name));
    const differs = disturbed.flatMap((properties, at) =>
      properties.filter((property, which) => property !== alone[at]![which]).map((property) => `${properties[0]}: ${property}`),
    );
    expect(differs.slice(0, 20)).toEqual([]);
  });

  test("its own do not leak", async ({ page, site }) => {
    const own = `<div id="own" class="page panel calculator"><h2 class="word">Own</h2><button>Own</button>
      <table class="rows"><tr><td class="number">1</td></tr></table><p class="unseen verdict">Own</p><a href="#x">Own</a></div>`;
    const looks = () =>
      page.locator("#own, #own *").evaluateAll((elements) =>
        elements.map((element) => {
          const style = getComputedStyle(element);
          return Array.from(style, (name) => `${name}: ${style.getPropertyValue(name)}`).join("; ");
        }),
      );
    await page.goto(site.page(own));
    const before = await looks();
    await page.goto(site.page(`${own}${site.element}<byoc-readiness></byoc-readiness>`));
    await expect(within(page).box).toBeVisible();
    expect(await looks()).toEqual(before);
    expect(await page.evaluate(() => [document.styleSheets.length, document.adoptedStyleSheets.length])).toEqual([0, 0]);
    expect(await page.evaluate(() => Object.keys(document.documentElement.dataset))).toEqual([]);
  });

  test("colours, fonts and the radius are the page's where it names them, by its own names or a Docusaurus site's", async ({ page, site }) => {
    const styled = (style: string) => site.page(`<style>${style}</style>${site.element}<byoc-readiness></byoc-readiness>`);
    const looks = () =>
      page.locator("byoc-readiness .panel").first().evaluate((panel) => {
        const { backgroundColor, fontFamily, fontSize, borderTopLeftRadius } = getComputedStyle(panel);
        const link = getComputedStyle((panel.getRootNode() as ShadowRoot).querySelector(".link")!).color;
        return { backgroundColor, fontFamily, fontSize, borderTopLeftRadius, link };
      });
    const [SERIF, MONO] = ['"DejaVu Serif"', '"DejaVu Sans Mono"'];
    await page.goto(styled(`:root { --ifm-color-primary: rgb(1, 2, 3); --ifm-background-surface-color: rgb(4, 5, 6);
      --ifm-font-family-base: ${SERIF}; --ifm-global-radius: 3px }`));
    await expect(within(page).box).toBeVisible();
    const docusaurus = { backgroundColor: "rgb(4, 5, 6)", fontFamily: SERIF, fontSize: "15px", borderTopLeftRadius: "3px", link: "rgb(1, 2, 3)" };
    expect(await looks()).toEqual(docusaurus);
    await page.goto(styled(`:root { --ifm-color-primary: red; --byoc-accent: rgb(7, 8, 9); --byoc-surface: rgb(10, 11, 12);
      --byoc-font: ${MONO}; --byoc-font-size: 18px; --byoc-radius: 0 }`));
    await expect(within(page).box).toBeVisible();
    expect(await looks()).toEqual({ backgroundColor: "rgb(10, 11, 12)", fontFamily: MONO, fontSize: "18px", borderTopLeftRadius: "0px", link: "rgb(7, 8, 9)" });
  });

  for (const [what, style, dark] of [
    ["a dark scheme", "html { color-scheme: dark }", true],
    ["a light scheme", "html { color-scheme: light }", false],
    ["no scheme and a dark ground", "html { background: #111 }", true],
    ["no scheme and a dark ground of a part", "main { background: rgb(20 20 30) }", true],
    ["no scheme and a dark ground in oklch", "body { background: oklch(0.2 0.02 260) }", true],
    ["no scheme and a light ground in lab", "body { background: lab(95 0 0) }", false],
    ["no scheme and a dark ground in another space", "body { background: color(display-p3 0.1 0.1 0.2 / 0.9) }", true],
    ["no scheme, and a ground that lets the browser's through", "body { background: rgb(0 0 0 / 0.1) }", false],
    ["no scheme and a light ground", "body { background: #fefefe }", false],
    ["nothing at all", "", false],
    ["both schemes, and a browser that is dark", "html { color-scheme: light dark }", true],
  ] as const) {
    test(`${what} makes it ${dark ? "dark" : "light"}`, async ({ page, site }) => {
      await page.emulateMedia({ colorScheme: "dark" });
      await page.goto(site.page(`<style>${style}</style>${site.element}<main><byoc-readiness></byoc-readiness></main>`));
      await expect(within(page).box).toBeVisible();
      const ground = () =>
        page.locator("byoc-readiness .panel").first().evaluate((panel) => getComputedStyle(panel).backgroundColor);
      expect(await ground()).toBe(dark ? "rgb(26, 30, 38)" : "rgb(255, 255, 255)");
      await page.evaluate(() => document.querySelector("byoc-readiness")!.setAttribute("theme", "light"));
      expect(await ground()).toBe("rgb(255, 255, 255)");
    });
  }

  test("a theme that is not the page's does not take the page's colours", async ({ page, site }) => {
    const infima = "<style>:root { --ifm-background-surface-color: #fff; --ifm-background-color: #fff; --ifm-font-color-base: #111 }</style>";
    await page.goto(site.page(`${infima}${site.element}<byoc-readiness theme="dark"></byoc-readiness>`));
    await expect(within(page).box).toBeVisible();
    const colours = () =>
      page.locator("byoc-readiness .panel").first().evaluate((panel) => [getComputedStyle(panel).backgroundColor, getComputedStyle(panel).color]);
    expect(await colours()).toEqual(["rgb(26, 30, 38)", "rgb(232, 235, 241)"]);
    await page.evaluate(() => document.querySelector("byoc-readiness")!.setAttribute("theme", "light"));
    expect(await colours()).toEqual(["rgb(255, 255, 255)", "rgb(17, 17, 17)"]);
  });

  test("a theme that is set on what is around it is seen", async ({ page, site }) => {
    const style = "<style>.night { color-scheme: dark }</style>";
    await page.goto(site.page(`${style}${site.element}<div id="around"><byoc-readiness></byoc-readiness></div>`));
    await expect(within(page).box).toBeVisible();
    await page.evaluate(() => document.getElementById("around")!.classList.add("night"));
    await expect(page.locator("byoc-readiness .calculator")).toHaveAttribute("data-theme", "dark");
  });

  test("a class that a site sets makes it dark, and takes it back", async ({ page, site }) => {
    const style = "<style>body { background: white; transition: background 0.1s } .night { background: black }</style>";
    await page.goto(site.page(`${style}${site.element}<byoc-readiness></byoc-readiness>`));
    await expect(within(page).box).toBeVisible();
    const theme = page.locator("byoc-readiness .calculator");
    await expect(theme).toHaveAttribute("data-theme", "light");
    await page.evaluate(() => document.body.classList.add("night"));
    await expect(theme).toHaveAttribute("data-theme", "dark");
    await page.evaluate(() => document.body.classList.remove("night"));
    await expect(theme).toHaveAttribute("data-theme", "light");
  });

  for (const width of [320, 700, 1400]) {
    test(`what stands beside what follows the element's width: ${width} px`, async ({ page, site }) => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(site.page(`${site.element}<div style="width: ${width}px"><byoc-readiness></byoc-readiness></div>`));
      const calculator = within(page);
      await expect(calculator.box).toBeVisible();
      await calculator.box.fill(SHORT_OF_VCPU);
      await expect(calculator.word).toHaveText("Not ready");
      const beyond = await page.locator("byoc-readiness").evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(beyond).toBeLessThanOrEqual(0);
      const [box, rows] = [await calculator.box.boundingBox(), await calculator.row("vcpu").root.boundingBox()];
      const isBeside = box!.x + box!.width <= rows!.x;
      expect(isBeside).toBe(width === 1400);
    });
  }
});
