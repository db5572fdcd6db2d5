// The package without a bundler: in a page's own script, and in a worker.

import { SHORT_OF_VCPU } from "./calculator.ts";
import { expect, test } from "./host.ts";

const INPUT = { sources: [{ text: SHORT_OF_VCPU }], today: "2026-11-24" };

/** What the report says: 64 less nothing is short of 80 by 16. */
const EXPECTED = ["not-ready", "16 vCPU"];

const PROGRAM = (at: string) => `
  import init, { assess } from "${at}/pkg/byoc_readiness.js";
  await init();
  const { verdict, resources } = assess(${JSON.stringify(INPUT)});
  const said = [verdict, resources[0].shortfall.text];`;

test("a plain module script assesses", async ({ page, site }) => {
  await page.goto(site.page(`<p id="said"></p><script type="module">${PROGRAM(site.origin)}
    document.getElementById("said").textContent = said.join();</script>`));
  await expect(page.locator("#said")).toHaveText(EXPECTED.join());
});

test("a worker assesses", async ({ page, site }) => {
  await page.goto(site.page(""));
  const said = await page.evaluate((program) => {
    const address = URL.createObjectURL(new Blob([program], { type: "text/javascript" }));
    const worker = new Worker(address, { type: "module" });
    return new Promise((settle, refuse) => {
      worker.onmessage = ({ data }) => settle(data);
      worker.onerror = ({ message }) => refuse(new Error(message));
    });
  }, `${PROGRAM(site.origin)} postMessage(said);`);
  expect(said).toEqual(EXPECTED);
});

test("a million sources are assessed", async ({ page, site }) => {
  test.slow();
  await page.goto(site.page(""));
  const said = await page.evaluate(
    async ({ at, text }) => {
      const { default: init, assess } = await import(`${at}/pkg/byoc_readiness.js`);
      await init();
      const sources = Array.from({ length: 1_000_000 }, () => ({ text: "{}" }));
      sources[999_999] = { text };
      const { verdict, resources, sources: read } = assess({ sources, today: "2026-11-24" });
      return [verdict, resources[0].shortfall.text, resources[0].evidence[0].source, read.length];
    },
    { at: site.origin, text: SHORT_OF_VCPU },
  );
  expect(said).toEqual([...EXPECTED, 999_999, 1_000_000]);
});

test("mounted by hand, it is looked after by hand", async ({ page, site }) => {
  await page.goto(site.page(`<link rel="stylesheet" href="${site.origin}/pkg/byoc-readiness.css"><div id="here" class="calculator"></div>`));
  const said = await page.evaluate(
    async ({ at, text }) => {
      const { default: init, mount } = await import(`${at}/pkg/byoc_readiness.js`);
      await init();
      const here = document.getElementById("here")!;
      const verdicts: string[] = [];
      const calculator = mount(here, { sources: [{ text }], onReport: ({ verdict }: { verdict: string }) => verdicts.push(verdict) });
      await new Promise(requestAnimationFrame);
      const [state, csv] = [calculator.state(), calculator.render("csv")];
      calculator.unmount();
      return { verdicts, state: JSON.parse(state).sources[0].text === text, csv: csv.length > 100, left: here.childNodes.length };
    },
    { at: site.origin, text: SHORT_OF_VCPU },
  );
  expect(said).toEqual({ verdicts: ["not-ready"], state: true, csv: true, left: 0 });
});
