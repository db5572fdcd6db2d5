// Starts the page. It is a file of its own because the Content-Security-Policy forbids inline
// scripts, and it finds the hashed names of the other two in the links that Trunk writes.

const app = document.getElementById("app");

try {
  const glue = document.querySelector('link[rel="modulepreload"]');
  const wasm = document.querySelector('link[rel="preload"][type="application/wasm"]');
  const { default: init, mount } = await import(glue.href);
  // With the link's integrity, the request is the one that the browser has already made.
  await init({ module_or_path: fetch(wasm.href, { integrity: wasm.integrity }) });
  mount(app);
} catch (error) {
  const notice = document.createElement("p");
  notice.setAttribute("role", "alert");
  notice.textContent =
    "The calculator could not start. It needs a current browser with WebAssembly and all of " +
    "this page's files. Reload the page to try again.";
  app.replaceChildren(notice);
  console.error(error);
}
