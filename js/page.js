// Starts a calculator that has its page for itself, wherever its WebAssembly comes from.

import { asked } from "./address.js";
import { excuse, notice } from "./excuse.js";
import { framed, wear } from "./framed.js";
import { missed, speech } from "./languages.js";
import { meanwhile } from "./meanwhile.js";
import { switched } from "./places.js";
import { rescued } from "./rescue.js";
import { isKept, wanted } from "./wanted.js";

/** @typedef {import("./byoc_readiness.js").MountOptions} MountOptions */
/** @typedef {{ mount: typeof import("./byoc_readiness.js").mount, large?: import("./large.js").Large }} Loaded */

const element = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * @param {() => Promise<Loaded>} loaded brings the WebAssembly
 * @param {(tag: string) => Promise<import("./languages.js").Sentences>} bring what a language says
 * @param {{ date?: string, atOnce?: boolean }} [how] the day of the build, where it is known; and
 * whether the WebAssembly is here already, so that nothing is gained by waiting until it is wanted
 */
export async function startPage(loaded, bring, { date, atOnce = false } = {}) {
  const [app, waiting] = [element("app"), element("waiting")];
  const { compact, frame: around, theme, keep, begin } = asked(location, parent !== window);
  wear(theme);
  const frame = around && framed(around);
  /** What the address asks for, unless there is no such thing. */
  let asksFor = /** @type {MountOptions} */ (begin);
  const { title } = document;
  const spoken = speech({ asked: begin.lang, keep, bring });
  const { rescue, isFault, tell } = rescued(app, keep, spoken.say);
  const waits = () => {
    app.classList.add("arriving");
    waiting.hidden = false;
  };
  // The drawn page is the empty one, whole, as it begins by itself.
  const isDrawn = "drawn" in app.dataset;
  const isOther = compact || around || location.search || location.hash || isKept(keep) || !spoken.isEnglish;
  const { isTouched, replace, idle } = meanwhile(app, waits);
  if (isOther) app.classList.add("other");
  if (isOther || !isDrawn) waits();
  else if (!atOnce && !isTouched) await wanted();
  try {
    const [{ mount, large }, speaks] = await Promise.all([loaded(), spoken.options()]);
    await idle();
    const options = { compact, keep, within: frame ? "frame" : "page", onReport: frame?.told, rescue, large, date };
    await replace(() => {
      app.classList.remove("arriving", "other");
      draw(mount, /** @type {MountOptions} */ (options), speaks);
    });
  } catch (error) {
    app.classList.remove("arriving", "other");
    if (isFault(error)) tell();
    else notice(waiting, excuse(error));
    console.error(error);
  }

  /**
   * Draws the calculator; one that speaks another language takes its place, with what was entered.
   *
   * @param {typeof import("./byoc_readiness.js").mount} mount
   * @param {MountOptions} options
   * @param {import("./languages.js").Speaks} speaks
   */
  function draw(mount, options, { missing, ...speaks }) {
    const calculator = begun(mount, { ...options, ...speaks, onLanguage });
    frame?.holds(calculator);
    Object.assign(document.documentElement, { lang: speaks.lang });
    document.title = speaks.sentences?.["page.title"] ?? title;
    if (missing) app.prepend(missed(missing));

    async function onLanguage(/** @type {string} */ tag) {
      spoken.choose(tag);
      const speaks = await spoken.options();
      const [state, left, top] = [calculator.state(), scrollX, scrollY];
      const switchAgain = switched(app);
      calculator.unmount();
      draw(mount, { ...options, state }, speaks);
      await switchAgain(app);
      document.getElementById("language")?.focus({ preventScroll: true });
      scrollTo({ left, top, behavior: "instant" });
    }
  }

  /**
   * With what the address asks for, or without it and a word about what is wrong with it.
   *
   * @param {typeof import("./byoc_readiness.js").mount} mount
   * @param {MountOptions} options
   */
  function begun(mount, options) {
    try {
      return mount(app, { ...asksFor, ...options });
    } catch (error) {
      if (isFault(error)) throw error;
      asksFor = {};
      const place = document.createElement("p");
      app.before(place);
      const says = error instanceof Error ? error.message : String(error);
      const begins = spoken.say(
        "script.address",
        "The address asks for something that there is not: {what}. The calculator begins without it.",
      );
      notice(place, begins.replace("{what}", () => says));
      return mount(app, options);
    }
  }
}
