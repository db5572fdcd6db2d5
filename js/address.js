// What the page's address asks for, behind its `?`.

/**
 * @typedef {object} Asked
 * @property {boolean} compact the verdict, the box, and the rows that are short or unknown
 * @property {string | null} host the origin of the page around, as the loader of the frame names it
 * @property {string | undefined} theme "light" or "dark"
 * @property {string} keep the name under which the tab keeps what is entered
 * @property {{ profile?: unknown, region?: string, lang?: string }} begin what a calculator begins with
 */

/**
 * @param {string} query such as `?embed=1&region=us-west-2`
 * @returns {Asked}
 */
export function asked(query) {
  const params = new URLSearchParams(query);
  const given = (/** @type {string} */ name) => params.get(name) ?? undefined;
  const theme = given("theme");
  const keep = given("keep");
  return {
    compact: params.get("embed") === "1",
    host: params.get("host"),
    theme: theme === "light" || theme === "dark" ? theme : undefined,
    keep: keep ? `byoc-readiness:${keep}` : "byoc-readiness",
    begin: { profile: profile(given("profile")), region: given("region"), lang: given("lang") },
  };
}

/** A built-in profile's id, or a profile as JSON. */
function profile(/** @type {string | undefined} */ text) {
  if (!text?.startsWith("{")) return text;
  try {
    return JSON.parse(text);
  } catch {
    // It is no id either, and is refused as one that there is not.
    return text;
  }
}
