// The page in a frame: tells the page around how high it is and what the verdict is, and hands the
// report over if the person agrees. It listens to that page alone.

import { chosenTheme } from "./host-theme.js";
import { NAME, VERSION } from "./messages.js";

/** @typedef {{ type: string, [field: string]: unknown }} Message */

/**
 * @param {{ host: string, token: string }} frame the origin of the page around, as its loader says: a
 * frame that stands elsewhere tells nobody, since no message goes to another origin; and what shows
 * the loader that a message is from the page that it has put there
 */
export function framed({ host, token }) {
  // A page without an origin of its own, such as a file, cannot be named.
  const target = host === "null" ? "*" : host;
  /** The last of each kind, for a loader that was away. */
  const told = /** @type {Record<string, Message>} */ ({});
  const send = (/** @type {Message} */ message) =>
    parent.postMessage({ [NAME]: VERSION, token, ...message }, target);
  const tell = (/** @type {Message} */ message) => {
    told[message.type] = message;
    send(message);
  };

  /** @type {import("./byoc_readiness.js").Calculator | undefined} */
  let calculator;
  addEventListener("message", async ({ source, origin, data }) => {
    if (source !== parent || origin !== host || data?.[NAME] !== VERSION) return;
    if (data.type === "theme") wear(data.theme);
    if (data.type === "hello") for (const message of Object.values(told)) send(message);
    if (data.type === "report" && typeof data.id === "number") {
      const who = host === "null" ? "The page around this one" : host;
      const answer = calculator?.requestReport(who);
      // Once it is drawn.
      requestAnimationFrame(() => requestAnimationFrame(() => send({ type: "asked" })));
      const report = await answer;
      send({ type: "report", id: data.id, report: report ?? null });
    }
  });
  new ResizeObserver(() => {
    tell({ type: "height", height: Math.ceil(document.body.getBoundingClientRect().height) });
  }).observe(document.body);

  return {
    /** The calculator that the report comes from; from here on it answers. */
    holds(/** @type {import("./byoc_readiness.js").Calculator} */ mounted) {
      calculator = mounted;
      tell({ type: "hello" });
    },
    told(/** @type {import("./byoc_readiness.js").Report} */ report) {
      tell({ type: "verdict", verdict: report.verdict });
    },
  };
}

/** Wears a theme; what is none leaves it to the browser. */
export function wear(/** @type {unknown} */ theme) {
  const chosen = chosenTheme(theme);
  if (chosen) document.documentElement.dataset.theme = chosen;
  else delete document.documentElement.dataset.theme;
}
