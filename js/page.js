// Starts a calculator that has its page for itself, wherever its WebAssembly comes from.

import { asked } from "./address.js";
import { excuse, notice } from "./excuse.js";
import { framed, wear } from "./framed.js";
import { rescued } from "./rescue.js";

/** @typedef {import("./byoc_readiness.js").MountOptions} MountOptions */

const element = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * @param {() => Promise<typeof import("./byoc_readiness.js").mount>} loaded brings the WebAssembly
 * @param {string} [date] the day of the build, where it is known
 */
export async function startPage(loaded, date) {
  const [app, waiting] = [element("app"), element("waiting")];
  const { compact, frame: around, theme, keep, begin } = asked(location, parent !== window);
  waiting.hidden = false;
  wear(theme);
  const frame = around && framed(around);
  const { rescue, isFault, tell } = rescued(app, keep);
  try {
    const mount = await loaded();
    const options = { compact, keep, within: frame ? "frame" : "page", onReport: frame?.told, rescue, date };
    const calculator = begun(mount, /** @type {MountOptions} */ (options));
    frame?.holds(calculator);
  } catch (error) {
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
