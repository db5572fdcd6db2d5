// How long it takes from a keystroke or another answer to the painted verdict, with a whole account's
// exports loaded: every list-service-quotas sample, what is in use, and 3 MB of quotas. Each kind is
// given to and fro, at the beginning of a frame, where a browser hands over what was typed; it is done
// when that frame is.

import { exported, fixture, fixtures, inChromium, quantile, quotas, row } from "./common.mjs";

const BOUND = 16;
const TIMES = Number(process.env.TIMES ?? 200);

/** What the license's other lines would be in a mail. */
const LICENSE = "License ID: ZC-2026-0042\n";

const vpcs = (value) =>
  JSON.stringify({ QuotaArn: "arn:aws:servicequotas:us-west-2:123456789012:vpc/L-F678F1CE", Value: value });

/** Each kind of answer: where it is given, and the two values that change the verdict's sentence. */
const KINDS = {
  "a key in the paste box": { at: "#box", values: [`${LICENSE}Core size: 80`, `${LICENSE}Core size: x`], event: "input" },
  "a check's yes and no": { at: "[data-check=zilliz-account] .yes-no button", presses: true },
  "a row's figure": { at: "#details-vcpu input", values: ["3", "10"], event: "input" },
  "a field of the license": { at: ".license .fields .field:nth-child(2) input", values: ["80", "x"], event: "input" },
  "a number of instances": { at: ".instances input", values: ["400", "4"], event: "input" },
  "a Region": { at: "header .region:nth-of-type(2) select", values: ["eu-central-1", "us-west-2"], event: "change" },
  "an account": { at: "header .region:first-of-type select", values: ["210987654321", "123456789012"], event: "change" },
};

const sources = fixtures(/^(list-service-quotas|ec2-describe|iam-list|elbv2).*json/)
  .map((name) => ({ name, text: fixture(name) }));
sources.push({ name: "more.json", text: exported(quotas(6000).slice(500)) });
// A second account, so that there is one to choose.
sources.push({ name: "accounts.json", text: [vpcs(1), vpcs(9).replace("123456789012", "210987654321")].join("\n") });
const bytes = sources.reduce((sum, { text }) => sum + text.length, 0);

await inChromium("dist", async (page, origin) => {
  await page.goto(`${origin}/`);
  await page.locator("input[type=file]:not([accept])").first().setInputFiles(
    sources.map(({ name, text }) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) })),
  );
  await page.locator(".source").nth(sources.length - 1).waitFor({ timeout: 120_000 });
  await page.locator("header select").first().selectOption("123456789012");
  // So that the core size is all that is left to say of the license.
  const license = page.locator(".license .fields input");
  await license.nth(0).fill("ZC-2026-0042");
  await license.nth(3).fill("2099-11-01");
  for (const [kind, how] of Object.entries(KINDS)) {
    const times = await page.evaluate(measure, { ...how, times: TIMES });
    row(
      `from ${kind} to the painted verdict, ${(bytes / 1e6).toFixed(1)} MB loaded, 95 %`,
      quantile(times, 0.95), "ms", BOUND, `median ${quantile(times, 0.5).toFixed(1)} ms`,
    );
  }
});

/** In the page: gives the answer to and fro, and says how long each took. */
async function measure({ at, presses, values, event, times }) {
  const fields = [...document.querySelectorAll(at)];
  const sentence = document.querySelector(".verdict .sentence");
  const give = (turn) => {
    if (presses) return fields[turn % 2].click();
    fields[0].value = values[turn % 2];
    fields[0].dispatchEvent(new Event(event, { bubbles: true }));
  };
  const frame = () => new Promise(requestAnimationFrame);
  /** A task of its own, which comes behind the frame's layout and paint. */
  const task = () => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  });
  const all = [];
  for (let turn = 0; turn < times; turn++) {
    await frame();
    const before = sentence.textContent;
    const start = performance.now();
    give(turn);
    const painted = task();
    // The page answers in microtasks, before the frame goes on.
    for (let waited = 0; sentence.textContent === before; waited++) {
      if (waited > 1e5) throw new Error(`${at} does not change “${before}”`);
      await Promise.resolve();
    }
    await painted;
    all.push(performance.now() - start);
    await task();
  }
  return all;
}
