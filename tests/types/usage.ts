// How a TypeScript program uses the package. It is compiled and never run.

import init, { initSync, mount, version } from "../../pkg/byoc_readiness.js";

await init();
await init({ module_or_path: new Uint8Array() });
await init({ module_or_path: fetch("byoc_readiness_bg.wasm") });
initSync({ module: new Uint8Array() });

const text: string = version();
mount(document.createElement("div"));

// @ts-expect-error An address alone was the form of an older wasm-bindgen.
await init("byoc_readiness_bg.wasm");
// @ts-expect-error An element may be absent, which is the caller's to settle.
mount(document.getElementById("calculator"));

export { text };
