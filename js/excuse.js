// Why the calculator could not start, in words for whoever looks at the page.

/**
 * @param {unknown} error what starting threw
 * @returns {string}
 */
export function excuse(error) {
  if (typeof WebAssembly !== "object") {
    return "The calculator needs WebAssembly, which this browser does not have or has switched off.";
  }
  const said = error instanceof Error ? error.message : "";
  if (/Content.Security.Policy|unsafe-eval|disallowed by embedder|blocked by CSP/i.test(said)) {
    return (
      "The calculator could not start: the policy of the page around it forbids WebAssembly. " +
      "Its Content-Security-Policy needs 'wasm-unsafe-eval' in script-src."
    );
  }
  if (/Trusted/.test(said)) {
    return (
      "The calculator could not start: the policy of the page around it (require-trusted-types-for) " +
      "forbids markup that scripts write. Put the calculator into a frame there."
    );
  }
  return (
    "The calculator could not start: not all of its files arrived. Reload the page to try again. " +
    "Where that does not help, a policy of the page around it may forbid them, or WebAssembly " +
    "(script-src needs 'wasm-unsafe-eval')."
  );
}

/**
 * A notice in place of what stands in `place`.
 *
 * @param {Element} place
 * @param {string} says
 */
export function notice(place, says) {
  const notice = document.createElement("p");
  notice.className = "failed";
  notice.setAttribute("role", "alert");
  notice.textContent = says;
  place.replaceWith(notice);
}
