// The files that the custom element needs, from beside its module.

/** @type {Promise<Loaded> | undefined} */
let loading;

/** @typedef {{ mount: typeof import("./byoc_readiness.js").mount, sheet: CSSStyleSheet }} Loaded */

/** What elements are drawn with, once for all of them; nothing is loaded before the first asks. */
export function load() {
  // What failed is tried again by the next element.
  loading ??= start().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function start() {
  const [{ default: init, mount }, { default: css }, wasm] = await Promise.all([
    vouched("byoc_readiness.js").then(() => import("./byoc_readiness.js")),
    // As a module, since bundlers have their own ways with a style sheet, and some leave it empty.
    vouched("style.js").then(() => import("./style.js")),
    arrived(new URL("./byoc_readiness_bg.wasm", import.meta.url)),
  ]);
  // No <style> and no inline rule, which the policy of a careful page forbids.
  const sheet = new CSSStyleSheet();
  await Promise.all([sheet.replace(css), init({ module_or_path: wasm })]);
  return { mount, sheet };
}

/**
 * What a language says.
 *
 * @param {string} tag
 * @returns {Promise<import("./languages.js").Sentences>}
 */
export async function sentences(tag) {
  await vouched(`language-${tag}.js`);
  // Spelled out, so that a bundler finds both, and brings each along only once it is spoken.
  const { default: says } = await (tag === "ja" ? import("./language-ja.js") : import("./language-zh-CN.js"));
  return says;
}

async function arrived(/** @type {URL} */ address) {
  const name = address.pathname.slice(address.pathname.lastIndexOf("/") + 1);
  const response = await fetch(address, { integrity: HOSTED?.integrity[name] ?? "" });
  if (!response.ok) throw new Error(`${address} was answered with ${response.status}`);
  return response;
}

/**
 * Loads a module that is what was published: an import names no integrity, but takes the module that
 * a script with one has loaded.
 */
async function vouched(/** @type {string} */ name) {
  // Spelled out, so that a package has nothing left below, which bundlers would warn of.
  if (HOSTED === null) return;
  const script = document.createElement("script");
  const { href } = new URL(name, import.meta.url);
  Object.assign(script, { type: "module", src: href, integrity: HOSTED.integrity[name], crossOrigin: "anonymous" });
  try {
    await new Promise((resolve, reject) => {
      script.onload = resolve;
      script.onerror = () => reject(new Error(`${href} did not arrive, or is not the file that was published`));
      document.head.append(script);
    });
  } finally {
    script.remove();
  }
}
