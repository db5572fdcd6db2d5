// What the page's address asks for.

/** Begins what a frame's loader says, behind the `#`: no server is told of it. */
const FRAMED = "#frame?";

/**
 * @typedef {object} Asked
 * @property {boolean} compact the verdict, the box, and the rows that are short or unknown
 * @property {{ host: string, token: string } | undefined} frame the origin of the page around, as the
 * loader of the frame names it, and what messages to it must hold
 * @property {string | undefined} theme as it was wished for
 * @property {string} keep the name under which the tab keeps what is entered
 * @property {{ profile?: import("./byoc_readiness.js").MountOptions["profile"], region?: string, lang?: string }} begin what a calculator begins with
 */

/**
 * @param {Location} location behind `?` stands what anybody may ask for, such as
 * `?embed=1&region=us-west-2`
 * @param {boolean} isFramed whether another page is around
 * @returns {Asked}
 */
export function asked({ search, hash }, isFramed) {
  const open = new URLSearchParams(search);
  const loader = new URLSearchParams(isFramed && hash.startsWith(FRAMED) ? hash.slice(FRAMED.length) : "");
  const given = (/** @type {string} */ name) => loader.get(name) ?? open.get(name) ?? undefined;
  const [theme, keep, host, token] = [given("theme"), given("keep"), loader.get("host"), loader.get("token")];
  return {
    compact: open.get("embed") === "1",
    frame: host !== null && token !== null ? { host, token } : undefined,
    theme,
    keep: keep ? `byoc-readiness:${keep}` : "byoc-readiness",
    begin: { profile: own(loader.get("profile")) ?? given("profile"), region: given("region"), lang: given("lang") },
  };
}

/** A whole profile, which only a page around may bring: in a link it would speak for nobody. */
function own(/** @type {string | null} */ text) {
  if (!text?.startsWith("{")) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // It is no id either, and is refused as one that there is not.
    return text;
  }
}
