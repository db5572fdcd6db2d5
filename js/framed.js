// The page in a frame: tells the page around how high it is and what the verdict is, and hands the
// report over if the person agrees. It listens to that page alone.

/** Names these messages among all others, with the version of what they say. */
const NAME = "byoc-readiness";
const VERSION = 1;

/**
 * @param {HTMLElement} app what the frame is to be as high as
 * @param {string} host the origin of the page around, as its loader says; a frame that stands
 * elsewhere is told nothing, since no message is sent to any other origin
 */
export function framed(app, host) {
  const around = location.ancestorOrigins?.[0];
  const isThere = around === undefined || host === "null" || around === host;
  if (parent === window || !isThere) return undefined;

  const send = (/** @type {object} */ message) =>
    // A page without an origin of its own, such as a file, cannot be named.
    parent.postMessage({ [NAME]: VERSION, ...message }, host === "null" ? "*" : host);

  /** @type {import("./byoc_readiness.js").Calculator | undefined} */
  let calculator;
  addEventListener("message", async ({ source, origin, data }) => {
    if (source !== parent || origin !== host || data?.[NAME] !== VERSION) return;
    if (data.type === "theme") wear(data.theme);
    if (data.type === "report" && typeof data.id === "number") {
      const who = host === "null" ? "The page around this one" : host;
      const report = await calculator?.requestReport(who);
      send({ type: "report", id: data.id, report: report ?? null });
    }
  });
  new ResizeObserver(() => {
    send({ type: "height", height: Math.ceil(app.getBoundingClientRect().height) });
  }).observe(app);

  return {
    /** The calculator that the report comes from; from here on it answers. */
    holds(/** @type {import("./byoc_readiness.js").Calculator} */ mounted) {
      calculator = mounted;
      send({ type: "hello" });
    },
    told(/** @type {import("./byoc_readiness.js").Report} */ report) {
      send({ type: "verdict", verdict: report.verdict });
    },
  };
}

/** Wears a theme; what is none leaves it to the browser. */
export function wear(/** @type {unknown} */ theme) {
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}
