// Starts a calculator that has its page for itself, wherever its WebAssembly comes from.

import { asked } from "./address.js";
import { excuse, notice } from "./excuse.js";
import { framed, wear } from "./framed.js";
import { meanwhile } from "./meanwhile.js";
import { rescued } from "./rescue.js";
import { isKept, wanted } from "./wanted.js";

/** @typedef {import("./byoc_readiness.js").MountOptions} MountOptions */
/** @typedef {{ mount: typeof import("./byoc_readiness.js").mount, large?: import("./large.js").Large }} Loaded */

const element = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * @param {() => Promise<Loaded>} loaded brings the WebAssembly
 * @param {{ date?: string, atOnce?: boolean }} [how] the day of the build, where it is known; and
 * whether the WebAssembly is here already, so that nothing is gained by waiting until it is wanted
 */
export async function startPage(loaded, { date, atOnce = false } = {}) {
  const [app, waiting] = [element("app"), element("waiting")];
  const { compact, frame: around, theme, keep, begin } = asked(location, parent !== window);
  wear(theme);
  const frame = around && framed(around);
  const { rescue, isFault, tell } = rescued(app, keep);
  const waits = () => {
    app.classList.add("arriving");
    waiting.hidden = false;
  };
  // The drawn page is the empty one, whole, as it begins by itself.
  const isDrawn = "drawn" in app.dataset;
  const isOther = compact || around || location.search || location.hash || isKept(keep);
  const { replace, idle } = meanwhile(app, waits);
  if (isOther) app.classList.add("other");
  if (isOther || !isDrawn) waits();
  else if (!atOnce) await wanted();
  try {
    const { mount, large } = await loaded();
    await idle();
    const options = { compact, keep, within: frame ? "frame" : "page", onReport: frame?.told, rescue, large, date };
    await replace(() => {
      app.classList.remove("arriving", "other");
      const calculator = begun(mount, /** @type {MountOptions} */ (options));
      frame?.holds(calculator);
    });
  } catch (error) {
    app.classList.remove("arriving", "other");
    if (isFault(error)) tell();
    else notice(waiting, excuse(error));
    console.error(error);
  }

  /**
   * With what the address asks for, or without it and a word about what is wrong with it.
   *
   * @param {typeof import("./byoc_readiness.js").mount} mount
   * @param {MountOptions} options
   */
  function begun(mount, options) {
    try {
      return mount(app, { ...begin, ...options });
    } catch (error) {
      if (isFault(error)) throw error;
      const place = document.createElement("p");
      app.before(place);
      const says = error instanceof Error ? error.message : String(error);
      notice(place, `The address asks for something that there is not: ${says}. The calculator begins without it.`);
      return mount(app, options);
    }
  }
}
