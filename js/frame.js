// Puts the calculator's page into a frame, in place of the <script> that loads this, and keeps the
// frame as high as what stands in it. What may stand on the <script> is in docs/embedding.md.

import { chosenTheme, hostTheme, watchTheme } from "./host-theme.js";
import { NAME, VERSION } from "./messages.js";

const VERDICTS = ["ready", "not-ready", "incomplete"];

/** Higher than any content; a message that says more is not believed. */
const HIGHEST = 100_000;

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
if (script) put(script);
else console.error(`${NAME}: frame.js is a classic script: load it by a <script> without type="module".`);

function put(/** @type {HTMLScriptElement} */ script) {
  const { page, target, title, sandbox, theme, keep, profile, region, lang } = script.dataset;
  const place = target === undefined ? script : document.querySelector(target);
  if (!place?.closest("body")) {
    throw new Error(`${NAME}: there is no place for the frame; put the <script> into the body, or name an element by data-target`);
  }
  const chosen = chosenTheme(theme);
  let worn = chosen ?? hostTheme(place);
  const token = crypto.getRandomValues(new Uint32Array(4)).join("-");
  // Of two frames on one page each keeps its own.
  const ordinal = document.querySelectorAll(`iframe.${NAME}`).length + 1;
  const said = { host: origin, token, theme: worn, keep: keep ?? `frame-${ordinal}`, profile, region, lang };
  const given = Object.entries(said).filter((entry) => entry[1] !== undefined);
  const address = new URL(page ?? "../../", script.src);
  address.searchParams.set("embed", "1");
  // Behind the `#`: nothing of this page goes to the calculator's server.
  address.hash = `frame?${new URLSearchParams(/** @type {string[][]} */ (given))}`;

  const frame = document.createElement("iframe");
  frame.className = NAME;
  frame.title = title ?? "BYOC readiness calculator";
  frame.allow = "clipboard-write";
  frame.loading = "lazy";
  frame.referrerPolicy = "no-referrer";
  if (sandbox !== undefined) frame.setAttribute("sandbox", sandbox || "allow-scripts");
  Object.assign(frame.style, { display: "block", width: "100%", height: "40rem", border: "0" });
  // Without an origin of its own its messages come from "null", as those of every page in its sandbox
  // do; the token tells them apart.
  const isOpaque = frame.sandbox.length > 0 && !frame.sandbox.contains("allow-same-origin");
  const itsOrigin = isOpaque ? "null" : address.origin;

  /** @type {Map<number, (report: unknown) => void>} */
  const asked = new Map();
  let asks = 0;
  let isThere = false;
  /** Ends all that goes on while the frame is on the page. */
  let presence = /** @type {AbortController | undefined} */ (undefined);

  // An opaque origin cannot be named; what is sent says nothing of this page but its theme.
  const send = (/** @type {object} */ message) =>
    frame.contentWindow?.postMessage({ [NAME]: VERSION, ...message }, isOpaque ? "*" : itsOrigin);
  const ask = (/** @type {number} */ id) => send({ type: "report", id });

  const hear = (/** @type {MessageEvent} */ { source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== itsOrigin) return;
    if (data?.[NAME] !== VERSION || data.token !== token) return;
    const { type, height, verdict, id, report } = data;
    if (type === "hello") {
      // It may have been loaded anew, and knows nothing of what was said before.
      isThere = true;
      send({ type: "theme", theme: worn });
      for (const id of asked.keys()) ask(id);
    }
    // A page of another origin may not take the focus; within the frame the question has it by now.
    if (type === "asked" && asked.size > 0) frame.focus({ preventScroll: true });
    if (type === "height" && height > 0 && height < HIGHEST) frame.style.height = `${height}px`;
    if (type === "verdict" && VERDICTS.includes(verdict)) {
      frame.dispatchEvent(new CustomEvent("readinessverdict", { detail: { verdict }, bubbles: true }));
    }
    if (type === "report") {
      asked.get(id)?.(report);
      asked.delete(id);
    }
  };

  const arrive = () => {
    if (presence) return;
    presence = new AbortController();
    const { signal } = presence;
    addEventListener("message", hear, { signal });
    if (chosen === undefined) {
      const wear = (/** @type {"light" | "dark"} */ now) => {
        worn = now;
        if (isThere) send({ type: "theme", theme: now });
      };
      watchTheme(frame, wear, signal);
    }
    // A site that draws another page in the same document takes the frame away without a word.
    const watch = new MutationObserver(() => {
      if (!frame.isConnected) leave();
    });
    watch.observe(document, { childList: true, subtree: true });
    signal.addEventListener("abort", () => watch.disconnect(), { once: true });
  };
  const leave = () => {
    presence?.abort();
    presence = undefined;
    isThere = false;
    for (const settle of asked.values()) settle(null);
    asked.clear();
  };

  Object.assign(frame, {
    /** The report, if the person agrees; else null. */
    requestReport: () => {
      if (!frame.isConnected) return Promise.resolve(null);
      // The question stands at the top of the frame, which may be higher than the view.
      const { top } = frame.getBoundingClientRect();
      if (top < 0 || top > innerHeight / 2) frame.scrollIntoView({ block: "start" });
      const before = document.activeElement;
      return new Promise((settle) => {
        asked.set((asks += 1), settle);
        if (isThere) ask(asks);
      }).finally(() => {
        if (before instanceof HTMLElement && document.activeElement === frame) before.focus({ preventScroll: true });
      });
    },
  });

  frame.src = address.href;
  if (place === script) script.before(frame);
  else place.replaceChildren(frame);
  arrive();
  // Put back after it was taken away, it loads anew, and may have spoken before anybody heard.
  frame.addEventListener("load", () => {
    if (presence) return;
    arrive();
    send({ type: "hello" });
  });
}
