/** Where the WebAssembly comes from: its address, the response to a request for it, or its bytes. */
export type WasmSource = string | URL | Request | Response | BufferSource | WebAssembly.Module;

/**
 * Loads the WebAssembly. Call it once, and wait for it, before anything else.
 *
 * Without an argument it is fetched from beside this module; Node has no such fetch, so there it
 * takes the file's bytes.
 */
export default function init(options?: {
  module_or_path?: WasmSource | Promise<WasmSource>;
}): Promise<unknown>;

/** Does what `init` does without waiting, from bytes or a compiled module. */
export function initSync(options: { module: BufferSource | WebAssembly.Module }): unknown;

/** The calculator's version, as in package.json. */
export function version(): string;

/** Draws the calculator inside the element. */
export function mount(root: HTMLElement): void;
