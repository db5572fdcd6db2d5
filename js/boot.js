// Starts the page. It is a file of its own because the Content-Security-Policy forbids inline
// scripts, and it finds the hashed names of the other two in the links that Trunk writes.

const app = document.getElementById("app");
const waiting = document.getElementById("waiting");
waiting.hidden = false;

try {
  const glue = document.querySelector('link[rel="modulepreload"]');
  const wasm = document.querySelector('link[rel="preload"][type="application/wasm"]');
  const { default: init, mount } = await import(glue.href);
  // With the link's integrity, the request is the one that the browser has already made.
  await init({ module_or_path: fetch(wasm.href, { integrity: wasm.integrity }) });
  mount(app);
} catch (error) {
  const notice = document.createElement("p");
  notice.className = "sentence";
  notice.setAttribute("role", "alert");
  notice.textContent =
    typeof WebAssembly === "object"
      ? "The calculator could not start: not all of the page's files arrived, or a policy of the " +
        "page around it forbids WebAssembly (script-src needs 'wasm-unsafe-eval'). Reload the page to try again."
      : "The calculator needs WebAssembly, which this browser does not have or has switched off.";
  waiting.replaceWith(notice);
  console.error(error);
}
