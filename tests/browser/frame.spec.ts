// The calculator in a frame of somebody else's page, put there by its loader.

import type { Page } from "@playwright/test";
import { Calculator, EMAIL, SHORT_OF_VCPU, limit, useOfCores } from "./calculator.ts";
import type { ReadinessFrame } from "../../pkg/frame.js";
import { FRAME, type Site, expect, expectNothingHeld, test } from "./host.ts";

const EXAMPLE = "examples/iframe/index.html";

/** The example asks for 56 vCPU. */
const SHORT_OF_8 = `${limit("ec2/L-1216C47A", 48)}\n${useOfCores(0)}`;

const framed = (page: Page, selector = "iframe.byoc-readiness") =>
  new Calculator(page, page.frameLocator(selector));

/** The loader's `<script>`, from this site. */
const loader = (site: Site, attributes = "") => `<script src="${site.origin}${FRAME}" ${attributes}></script>`;

/** The calculator in a page of this site, its loader from that one. */
async function open(page: Page, host: Site, calculator: Site, attributes = "", around = "") {
  await page.goto(host.page(`<main><h1>Host</h1>${loader(calculator, attributes)}${around}</main>`));
  await expect(framed(page).box).toBeVisible();
  return framed(page);
}

/** What the frame's page says of itself. */
const inside = <T>(page: Page, of: () => T) => page.frameLocator("iframe").first().locator("html").evaluate(of);

test.describe("the example", () => {
  test.beforeEach(async ({ page, site }) => {
    await page.goto(site.file(EXAMPLE));
    await expect(framed(page).box).toBeVisible();
  });

  test("has a frame with a title, no origin of its own, and the options that were given", async ({ page }) => {
    const frame = page.getByTitle("Readiness of your AWS account");
    await expect(frame).toHaveAttribute("sandbox", "allow-scripts");
    await expect(frame).toHaveAttribute("allow", "clipboard-write");
    expect(await inside(page, () => origin)).toBe("null");
    await expect(framed(page).row("vcpu").figure("Required")).toHaveText("56 vCPU");
  });

  test("is as high as what stands in it, whatever that becomes", async ({ page }) => {
    const heights = async () => {
      const content = await inside(page, () => Math.ceil(document.getElementById("app")!.getBoundingClientRect().height));
      return { content, frame: await page.locator("iframe").evaluate((frame) => frame.clientHeight) };
    };
    const fits = () =>
      expect.poll(async () => {
        const { content, frame } = await heights();
        return frame - content;
      }).toBe(0);
    await fits();
    const { frame: empty } = await heights();
    await framed(page).box.fill(SHORT_OF_8);
    await expect(framed(page).word).toHaveText("Not ready");
    await fits();
    expect((await heights()).frame).not.toBe(empty);
    await page.setViewportSize({ width: 360, height: 700 });
    await fits();
    expect(await inside(page, () => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
  });

  test("hears the verdict, and the report only after the person agreed", async ({ page }) => {
    const calculator = framed(page);
    await expect(page.locator("#verdict")).toHaveText("The calculator says: incomplete.");
    await calculator.box.fill(`${SHORT_OF_8}\n${EMAIL}`);
    await expect(page.locator("#verdict")).toHaveText("The calculator says: not-ready.");

    const ask = page.getByRole("button", { name: "Attach the report to my case" });
    const question = calculator.root.getByRole("region", { name: "A question of the page around" });
    await ask.click();
    await expect(question).toContainText("asks for the report");
    await expect(page.locator("#report")).toBeHidden();
    await question.getByRole("button", { name: "Do not" }).click();
    await expect(page.locator("#report")).toHaveText("You kept the report to yourself.");
    await expect(question).toHaveCount(0);

    await ask.click();
    await question.getByRole("button", { name: "Give it the report" }).click();
    await expect(page.locator("#report")).toContainText('"verdict": "not-ready"');
    // The license ID of 18 characters ends so; its beginning, and the account's, stay where they are.
    await expect(page.locator("#report")).toContainText("9f3e");
    await expect(page.locator("#report")).not.toContainText("lic-0042");
    await expect(page.locator("#report")).not.toContainText("123456789012");
  });

  test("names the page around in its question", async ({ page, site }) => {
    await page.getByRole("button", { name: "Attach the report to my case" }).click();
    await expect(page.frameLocator("iframe").getByText(`${site.origin} asks for the report.`)).toBeVisible();
  });

  test("follows the theme of the page around", async ({ page }) => {
    const ground = () => inside(page, () => getComputedStyle(document.querySelector(".panel")!).backgroundColor);
    await expect.poll(ground).toBe("rgb(255, 255, 255)");
    await page.getByRole("button", { name: "Dark" }).click();
    await expect.poll(ground).toBe("rgb(26, 30, 38)");
    await page.getByRole("button", { name: "Light" }).click();
    await expect.poll(ground).toBe("rgb(255, 255, 255)");
  });
});

test("failure case 44: where storage throws and the clipboard is not allowed it works, and a copy is selected", async ({ page, site, elsewhere, faults }) => {
  await page.goto(elsewhere.page(`<iframe sandbox="allow-scripts" src="${site.origin}/dist/index.html?embed=1"></iframe>`));
  const throws = await inside(page, () => {
    try {
      return String(sessionStorage.length);
    } catch (error) {
      return (error as Error).name;
    }
  });
  expect(throws).toBe("SecurityError");
  const calculator = framed(page, "iframe");
  await calculator.box.fill(SHORT_OF_VCPU);
  await expect(calculator.word).toHaveText("Not ready");
  const copy = calculator.row("vcpu").root.locator(".copy").first();
  await copy.getByRole("button").click();
  await expect(copy.getByRole("button")).toHaveText(/^Selected/);
  await expect(copy.locator("pre")).toBeFocused();
  expect(await inside(page, () => String(getSelection()))).toContain("request-service-quota-increase");
  faults.expect(/Permissions policy violation: The Clipboard API/);
});

test("of another origin it keeps what was entered, each of two its own", async ({ page, site, elsewhere }) => {
  const two = `${loader(site, 'data-title="One"')}${loader(site, 'data-title="Two"')}`;
  await page.goto(elsewhere.page(two));
  const [one, other] = ["One", "Two"].map((title) => framed(page, `iframe[title="${title}"]`));
  await other.box.fill(EMAIL);
  await expect(other.word).not.toHaveText("Start here");
  await page.reload();
  await expect(other.box).toHaveValue(EMAIL);
  await expect(one.box).toHaveValue("");
});

test("takes a profile, by its id or whole, and a place of its own", async ({ page, site, elsewhere }) => {
  const own = { id: "own", title: "Own", source: "wiki", regions: ["us-west-2"], needs: { vpc: "3" } };
  const attributes = `data-target="#there" data-theme="dark" data-profile='${JSON.stringify(own)}'`;
  await page.goto(elsewhere.page(`<div id="there">Soon.</div><main>${loader(site, attributes)}</main>`));
  const calculator = framed(page, "#there > iframe");
  await expect(calculator.rows.filter({ visible: true })).toHaveCount(1);
  await expect(calculator.row("vpc").figure("Required")).toHaveText("3");
  await expect(page.locator("#there")).not.toContainText("Soon.");
  expect(await inside(page, () => document.documentElement.dataset.theme)).toBe("dark");
});

test("an address that asks for what there is not says so, and begins without it", async ({ page, site }) => {
  await page.goto(site.file("dist/index.html?profile=none&region=us-east-1"));
  await expect(page.getByRole("alert")).toContainText('profile: "none" is no profile; known are aws-byoc');
  await expect(new Calculator(page).row("vcpu").figure("Required")).toHaveText("80 vCPU");
  await page.goto(site.file("dist/index.html?profile=aws-terraform-minimum&region=us-east-1"));
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(new Calculator(page).row("vcpu").figure("Required")).toHaveText("56 vCPU");
  await expect(new Calculator(page).region).toHaveValue("us-east-1");
});

test("a whole profile is taken from the page around and from no link", async ({ page, site }) => {
  const own = JSON.stringify({ id: "own", title: "Official", source: "https://evil.example", regions: ["us-west-2"], needs: {} });
  for (const address of [`?profile=${own}`, `?embed=1#frame?host=x&token=1&profile=${own}`]) {
    await page.goto("about:blank");
    await page.goto(site.file(`dist/index.html${address}`));
    await expect(new Calculator(page).row("vcpu").figure("Required")).toHaveText("80 vCPU");
    await expect(page.getByText("Official", { exact: true })).toHaveCount(0);
  }
});

test("a frame whose address is refused is high enough for what it says", async ({ page, site, elsewhere }) => {
  await open(page, elsewhere, site, 'data-profile="none"');
  await expect(framed(page).root.getByRole("alert")).toContainText("is no profile");
  const missing = () =>
    inside(page, () => document.documentElement.scrollHeight - innerHeight);
  await expect.poll(missing).toBeLessThanOrEqual(0);
});

test("the calculator's server hears nothing of the page around", async ({ page, site, elsewhere }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().startsWith(site.origin)) asked.push(`${request.url().split("#")[0]} ${request.headers().referer ?? ""}`);
  });
  await open(page, elsewhere, site, 'data-region="eu-west-1"');
  expect(asked).toContain(`${site.origin}/dist/?embed=1 `);
  expect(asked.filter((request) => request.includes(elsewhere.origin) && !request.includes("frame.js"))).toEqual([]);
});

test("taken off the page and put back, it is heard again", async ({ page, site, elsewhere }) => {
  await open(page, elsewhere, site);
  const after = await page.evaluate(async () => {
    const frame = document.querySelector<ReadinessFrame>("iframe.byoc-readiness")!;
    const asked = frame.requestReport();
    frame.remove();
    const while_away = [await asked, await frame.requestReport()];
    frame.style.height = "10px";
    document.querySelector("main")!.append(frame);
    return while_away;
  });
  expect(after).toEqual([null, null]);
  await framed(page).box.fill(SHORT_OF_VCPU);
  await expect(framed(page).word).toHaveText("Not ready");
  const fits = async () =>
    (await inside(page, () => Math.ceil(document.body.getBoundingClientRect().height))) -
    (await page.locator("iframe").evaluate((frame) => frame.clientHeight));
  await expect.poll(fits).toBe(0);
});

test("the question is in view when it is put, and the focus returns when it is answered", async ({ page, site, elsewhere }) => {
  await open(page, elsewhere, site, "", '<button id="ask">Ask</button>');
  await page.locator("#ask").scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    const ask = document.getElementById("ask")!;
    ask.onclick = () => void document.querySelector<ReadinessFrame>("iframe.byoc-readiness")!.requestReport();
  });
  await page.locator("#ask").click();
  const question = framed(page).root.getByRole("region", { name: "A question of the page around" });
  await expect(question).toBeInViewport();
  await expect(question).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(question).toHaveCount(0);
  await expect(page.locator("#ask")).toBeFocused();
});

test("what was replaced in the compact calculator can be brought back", async ({ page, site }) => {
  await page.goto(site.file("dist/index.html?embed=1"));
  const calculator = new Calculator(page);
  await calculator.box.fill(SHORT_OF_VCPU);
  await calculator.choose({
    name: "saved.json",
    text: JSON.stringify({ kind: "byoc-readiness-assessment", version: 1, saved: "2026-11-01", sources: [], answers: {} }),
  });
  await expect(calculator.box).toHaveValue("");
  await calculator.undo.click();
  await expect(calculator.box).toHaveValue(SHORT_OF_VCPU);
});

test("leads to the whole calculator, with what was entered", async ({ page, site, elsewhere }) => {
  await open(page, elsewhere, site);
  await framed(page).box.fill(SHORT_OF_VCPU);
  await expect(framed(page).word).toHaveText("Not ready");
  const way = framed(page).root.getByRole("link", { name: /^Open the whole calculator/ });
  const [whole] = await Promise.all([page.waitForEvent("popup"), way.click()]);
  await expect(new Calculator(whole).word).toHaveText("Not ready");
  await expect(new Calculator(whole).row("vcpu").figure("Shortfall")).toHaveText("16 vCPU");
  await expect(whole.getByRole("heading", { name: "License" })).toBeVisible();
});

test("as a module it says why it does nothing", async ({ page, site, faults }) => {
  await page.goto(site.page(`<script type="module" src="${site.origin}${FRAME}"></script>`));
  await expect.poll(() => faults.seen).toHaveLength(1);
  faults.expect(/frame\.js is a classic script/);
});

test("put there and taken away ten times, it leaves nothing behind", async ({ page, site, elsewhere }) => {
  await page.goto(elsewhere.page('<main id="there"></main>'));
  const round = async () => {
    await page.evaluate((source) => {
      const script = document.createElement("script");
      Object.assign(script, { src: source, async: true });
      document.getElementById("there")!.append(script);
    }, site.origin + FRAME);
    await expect(framed(page).box).toBeVisible();
    await expect(page.frameLocator("iframe").locator("#app[data-drawn]")).toHaveCount(0);
    await page.evaluate(() => document.getElementById("there")!.replaceChildren());
    await expect(page.locator("iframe")).toHaveCount(0);
  };
  await expectNothingHeld(page, round);
});

test.describe("among hostile pages", () => {
  /** Messages of every kind that either side knows, and some that it does not. */
  const FORGED = [
    ...[1, 2, "1", undefined].flatMap((version) =>
      [
        { type: "height", height: 3 },
        { type: "height", height: 99_999 },
        { type: "height", height: "12px; background: red" },
        { type: "verdict", verdict: "ready" },
        { type: "report", id: 1, report: { verdict: "ready" } },
        { type: "report", id: 1 },
        { type: "hello" },
        { type: "theme", theme: "dark" },
        { type: "profile", profile: "aws-terraform-minimum" },
        { type: "sources", sources: [{ text: "VPCs: 5" }] },
      ].map((message) => ({ "byoc-readiness": version, ...message })),
    ),
    null,
    "ready",
    { "byoc-readiness": { toString: "boom" } },
    { type: "verdict", verdict: "ready" },
  ];

  /** A page of another origin that sends all of them to whomever it can reach. */
  const forger = (elsewhere: Site) =>
    elsewhere.page(`<script>
      const forged = ${JSON.stringify(FORGED)};
      const targets = [parent, ...Array.from({ length: parent.frames.length }, (_, at) => parent.frames[at])].filter((it) => it !== window);
      for (const target of targets) for (const message of forged) target.postMessage(message, "*");
      addEventListener("message", ({ data }) => parent.postMessage({ stolen: data }, "*"));
      parent.postMessage("all sent", "*");
    </script>`);

  test("forged messages of every kind from another origin change nothing and read nothing", async ({ page, site, elsewhere }) => {
    const calculator = await open(page, site, site, "", `<div id="place"></div>`);
    await calculator.box.fill(SHORT_OF_VCPU);
    await expect(calculator.word).toHaveText("Not ready");
    const state = async () => ({
      height: await page.locator("iframe").first().evaluate((frame) => (frame as HTMLIFrameElement).style.height),
      theme: await inside(page, () => document.documentElement.dataset.theme),
      sentence: await calculator.sentence.textContent(),
      required: await calculator.row("vcpu").figure("Required").textContent(),
    });
    const question = calculator.root.getByRole("region", { name: "A question of the page around" });
    await page.evaluate(() => {
      const frame = document.querySelector<ReadinessFrame>("iframe.byoc-readiness")!;
      const told: unknown[] = Reflect.set(window, "told", []) ? Reflect.get(window, "told") : [];
      frame.addEventListener("readinessverdict", ({ detail }) => told.push(detail));
      void frame.requestReport().then((report) => told.push(report));
    });
    await expect(question).toBeVisible();
    const content = () => inside(page, () => Math.ceil(document.getElementById("app")!.getBoundingClientRect().height));
    await expect.poll(async () => (await state()).height).toBe(`${await content()}px`);
    const before = await state();
    const told = await page.evaluate(
      (forger) =>
        new Promise((done) => {
          const told: unknown[] = Reflect.get(window, "told");
          addEventListener("message", ({ data }) => {
            if (data?.stolen) told.push(data);
            // What was sent before it has been taken in by then, there and here.
            if (data === "all sent") requestAnimationFrame(() => requestAnimationFrame(() => done(told)));
          });
          const evil = document.createElement("iframe");
          evil.src = forger;
          document.getElementById("place")!.append(evil);
        }),
      forger(elsewhere),
    );
    expect(told).toEqual([]);
    expect(await state()).toEqual(before);
    // The page's own question stands alone and unanswered.
    await expect(question).toHaveCount(1);
  });

  test("a frame tells nothing to a page that names another one as its host", async ({ page, site, elsewhere }) => {
    const heard = `<script>
      const heard = [];
      addEventListener("message", ({ data }) => heard.push(data));
    </script>`;
    const address = site.file("dist/index.html?embed=1#frame?token=1&host=https://docs.example.com");
    await page.goto(elsewhere.page(`${heard}<iframe src="${address}"></iframe>`));
    const calculator = framed(page, "iframe");
    await calculator.box.fill(SHORT_OF_VCPU);
    await expect(calculator.word).toHaveText("Not ready");
    await page.evaluate(() => frames[0].postMessage({ "byoc-readiness": 1, type: "theme", theme: "dark" }, "*"));
    await page.evaluate(() => frames[0].postMessage({ "byoc-readiness": 1, type: "report", id: 1 }, "*"));
    await expect(calculator.box).toHaveValue(SHORT_OF_VCPU);
    expect(await page.evaluate("heard")).toEqual([]);
    expect(await inside(page, () => document.documentElement.dataset.theme)).toBeUndefined();
    await expect(calculator.root.getByRole("region", { name: "A question of the page around" })).toHaveCount(0);
  });

  for (const sandbox of ["", "data-sandbox"]) {
    test(`a frame that went elsewhere is not believed: ${sandbox || "with an origin"}`, async ({ page, site, elsewhere }) => {
      await open(page, site, site, sandbox);
      const told = await page.evaluate(
        (address) =>
          new Promise((done) => {
            const told: unknown[] = [];
            const frame = document.querySelector<ReadinessFrame>("iframe.byoc-readiness")!;
            frame.addEventListener("readinessverdict", ({ detail }) => told.push(detail));
            addEventListener("message", ({ data }) => {
              if (data === "all sent") requestAnimationFrame(() => requestAnimationFrame(() => done([told, frame.style.height])));
            });
            frame.src = address;
          }),
        forger(elsewhere),
      );
      expect(told).toEqual([[], expect.not.stringMatching(/^(3|99999)px/)]);
    });
  }

  test("a page that opens the calculator in a window of its own hears nothing of it", async ({ page, site, elsewhere }) => {
    await page.goto(elsewhere.page("<script>const heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>"));
    const address = site.file(`dist/index.html?embed=1#frame?token=1&host=${elsewhere.origin}`);
    const [popup] = await Promise.all([page.waitForEvent("popup"), page.evaluate((address) => void window.open(address), address)]);
    const calculator = new Calculator(popup);
    await calculator.box.fill(SHORT_OF_VCPU);
    await expect(calculator.word).toHaveText("Not ready");
    expect(await page.evaluate("heard")).toEqual([]);
  });
});
