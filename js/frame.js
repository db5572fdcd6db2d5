// Puts the calculator's page into a frame, in place of the <script> that loads this, and keeps the
// frame as high as what stands in it. What may stand on the <script> is in docs/embedding.md.

import { watchTheme } from "./host-theme.js";

/** Names these messages among all others, with the version of what they say. */
const NAME = "byoc-readiness";
const VERSION = 1;

const VERDICTS = ["ready", "not-ready", "incomplete"];

/** Higher than any content; a message that says more is not believed. */
const HIGHEST = 100_000;

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
if (script) put(script);

function put(/** @type {HTMLScriptElement} */ script) {
  const { page, target, title, sandbox, theme, keep, ...given } = script.dataset;
  const address = new URL(page ?? "../../", script.src);
  // Of two frames on one page each keeps its own.
  const ordinal = document.querySelectorAll(`iframe.${NAME}`).length + 1;
  const query = { embed: "1", host: origin, keep: keep ?? `frame-${ordinal}` };
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  for (const name of ["profile", "region", "lang"]) {
    if (given[name] !== undefined) address.searchParams.set(name, given[name]);
  }

  const frame = document.createElement("iframe");
  frame.className = NAME;
  frame.title = title ?? "BYOC readiness calculator";
  frame.allow = "clipboard-write";
  frame.loading = "lazy";
  frame.referrerPolicy = "no-referrer";
  // Without an origin of its own it keeps nothing, and its messages come from "null".
  if (sandbox !== undefined) frame.setAttribute("sandbox", sandbox || "allow-scripts");
  const isOpaque = frame.sandbox.length > 0 && !frame.sandbox.contains("allow-same-origin");
  const itsOrigin = isOpaque ? "null" : address.origin;
  Object.assign(frame.style, { display: "block", width: "100%", height: "40rem", border: "0" });

  const gone = new AbortController();
  const { signal } = gone;
  /** @type {Map<number, (report: unknown) => void>} */
  const asked = new Map();
  let asks = 0;
  let isThere = false;
  let worn = /** @type {string | undefined} */ (theme === "light" || theme === "dark" ? theme : undefined);

  const send = (/** @type {object} */ message) =>
    // An opaque origin cannot be named; what is sent says nothing of this page but its theme.
    frame.contentWindow?.postMessage({ [NAME]: VERSION, ...message }, isOpaque ? "*" : itsOrigin);
  const ask = (/** @type {number} */ id) => send({ type: "report", id });

  addEventListener(
    "message",
    ({ source, origin, data }) => {
      if (source !== frame.contentWindow || origin !== itsOrigin || data?.[NAME] !== VERSION) return;
      const { type, height, verdict, id, report } = data;
      if (type === "hello") {
        // It may have been loaded anew, and knows nothing of what was said before.
        isThere = true;
        send({ type: "theme", theme: worn });
        for (const id of asked.keys()) ask(id);
      }
      if (type === "height" && height > 0 && height < HIGHEST) frame.style.height = `${height}px`;
      if (type === "verdict" && VERDICTS.includes(verdict)) {
        frame.dispatchEvent(new CustomEvent("readinesschange", { detail: { verdict }, bubbles: true }));
      }
      if (type === "report") {
        asked.get(id)?.(report);
        asked.delete(id);
      }
    },
    { signal },
  );

  Object.assign(frame, {
    /** The report, if the person agrees; else null. */
    requestReport: () =>
      new Promise((settle) => {
        asked.set((asks += 1), settle);
        if (isThere) ask(asks);
      }),
  });

  const place = target === undefined ? script : document.querySelector(target);
  if (!place?.closest("body")) {
    throw new Error(`${NAME}: there is no place for the frame; put the <script> into the body, or name an element by data-target`);
  }
  if (place === script) script.before(frame);
  else place.replaceChildren(frame);
  if (worn === undefined) {
    watchTheme(
      frame,
      (now) => {
        worn = now;
        if (isThere) send({ type: "theme", theme: now });
      },
      signal,
    );
  }
  // At once, so that it need not change its looks once it is there.
  address.searchParams.set("theme", worn ?? "auto");
  frame.src = address.href;

  // A site that draws another page in the same document takes the frame away without a word.
  const watch = new MutationObserver(() => {
    if (frame.isConnected) return;
    watch.disconnect();
    gone.abort();
    asked.forEach((settle) => settle(null));
  });
  watch.observe(document, { childList: true, subtree: true });
}
