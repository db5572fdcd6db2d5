// Has large sources read by workers.

/**
 * @typedef {object} Says what a worker says of a source
 * @property {Uint8Array} text without credentials
 * @property {Uint8Array} reading as the engine carries it
 * @property {boolean} isText
 * @property {boolean} isCandidate whether it may be a saved assessment
 */

/**
 * @typedef {object} Large
 * @property {(source: Blob | string, progress: (share: number) => void) => { says: Promise<Says | undefined>, stop: () => void }} read
 * reads a source; `says` is rejected where no worker can, and is nothing where it was stopped
 */

/**
 * @param {string} worker the script that works (js/work.js)
 * @param {string} script where the WebAssembly's glue is
 * @param {WebAssembly.Module} module
 * @returns {Large}
 */
export function large(worker, script, module) {
  return {
    read(source, progress) {
      let stop = () => {};
      const says = new Promise((/** @type {(says: Says | undefined) => void} */ resolve, reject) => {
        // Refused to pages without an origin, and by policies.
        const thread = new Worker(worker, { type: "module" });
        stop = () => {
          thread.terminate();
          resolve(undefined);
        };
        const fails = (/** @type {Event} */ event) => {
          event.preventDefault();
          thread.terminate();
          reject(new Error("the worker broke down"));
        };
        thread.onerror = fails;
        thread.onmessageerror = fails;
        thread.onmessage = ({ data }) => {
          if ("share" in data) return progress(data.share);
          // Its memory first: what it has said is the page's.
          thread.terminate();
          if (data.says) resolve(data.says);
          else reject(new Error(data.broke));
        };
        thread.postMessage({ script, module, source });
      });
      return { says, stop };
    },
  };
}
