// How long it takes to assess a whole account's export, from string to report, against what
// JavaScript itself takes to parse it and to choose quotas by their codes: both in turn, so that a busy
// machine slows both.

import { exported, inChromium, quantile, quotas, row } from "./common.mjs";

const TIMES = Number(process.env.TIMES ?? 60);
const QUOTAS = 6000;

/** As the AWS CLI prints them, with their descriptions and without, and in one line. */
const all = quotas(QUOTAS);
const bare = all.map(({ Description, ...quota }) => quota);
const ascii = (text) => text.replace(/[^\x00-\x7f]/g, "-");
const EXPORTS = {
  "as AWS CLI 2 prints it": exported(bare),
  "with descriptions": exported(all),
  "with descriptions, ASCII": ascii(exported(all)),
  "minified": JSON.stringify({ Quotas: bare }),
};

await inChromium("pkg", async (page, origin) => {
  for (const [name, text] of Object.entries(EXPORTS)) {
    await page.goto(`${origin}/nothing.html`);
    const { parse, assess, ratios } = await page.evaluate(measure, { text, times: TIMES });
    const ms = (times) => `${quantile(times, 0.5).toFixed(1)} ms (best ${Math.min(...times).toFixed(1)})`;
    row(
      `assess ${QUOTAS} quotas ${name}, ${(text.length / 1e6).toFixed(1)} MB, against JSON.parse and a filter`,
      quantile(ratios, 0.5), "×", 1,
      `${ms(assess)} against ${ms(parse)}; best against best ${(Math.min(...assess) / Math.min(...parse)).toFixed(2)}`,
    );
  }
});

/** In the page: both ways in turn. */
async function measure({ text, times }) {
  const pkg = await import("/byoc_readiness.js");
  await pkg.default();
  const codes = new Set(["L-1216C47A", "L-0263D0A3", "L-7A658B76", "L-F678F1CE", "L-69A177A2", "L-4EA4796A"]);
  const timed = (work) => {
    const start = performance.now();
    const made = work();
    return [performance.now() - start, made];
  };
  const result = { parse: [], assess: [], ratios: [] };
  for (let time = -10; time < times; time++) {
    const [parse, chosen] = timed(() => JSON.parse(text).Quotas.filter((quota) => codes.has(quota.QuotaCode)));
    const [assess, report] = timed(() => pkg.assess({ sources: [{ text }], today: "2026-11-26" }));
    if (chosen.length < 5 || report.sources[0].facts < 5) throw new Error("nothing was read");
    // The first few are before the compilers are done.
    if (time < 0) continue;
    result.parse.push(parse);
    result.assess.push(assess);
    result.ratios.push(assess / parse);
  }
  return result;
}
