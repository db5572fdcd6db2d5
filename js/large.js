// Has large sources read by workers.

/**
 * @typedef {object} Says what a worker says of a source
 * @property {Blob} file the text without credentials
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
      // A file is handed over as it is, and a text would be copied, twice.
      const isText = typeof source === "string";
      /** @type {Worker | undefined} */
      let thread;
      /** @type {Blob | undefined} */
      let given;
      let stop = () => {};
      const says = new Promise((/** @type {(says: Says | undefined) => void} */ resolve, reject) => {
        const end = () => thread?.terminate();
        stop = () => {
          end();
          resolve(undefined);
        };
        const fails = (/** @type {unknown} */ why) => {
          end();
          reject(why);
        };
        // Refused to pages without an origin, and by policies.
        thread = new Worker(worker, { type: "module" });
        thread.onerror = (event) => {
          event.preventDefault();
          fails(new Error("the worker broke down"));
        };
        thread.onmessage = ({ data: { share, says, broke } }) => {
          if (share !== undefined) return progress(share);
          if (!says) return fails(new Error(broke));
          // Its memory first: what it has said is the page's.
          end();
          resolve({ ...says, file: says.file ?? given });
        };
        const made = isText ? asFile(source) : Promise.resolve(source);
        made.then((file) => {
          given = file;
          thread?.postMessage({ script, module, source: file, isText });
        }, fails);
      });
      return { says, stop };
    },
  };
}

/** How many characters of a text are put into its file at once: a small part of a frame's work. */
const SLICE = 1 << 20;

/** A text as a file, made piece by piece so that the page goes on, by way of one small room. */
async function asFile(/** @type {string} */ text) {
  const [encoder, room] = [new TextEncoder(), new Uint8Array(SLICE * 3)];
  const parts = [];
  for (let at = 0; at < text.length; ) {
    // Not between the two halves of a character.
    const cut = Math.min(at + SLICE, text.length);
    const end = cut < text.length && isSecondHalf(text.charCodeAt(cut)) ? cut - 1 : cut;
    const { written } = encoder.encodeInto(text.slice(at, end), room);
    parts.push(new Blob([room.subarray(0, written)]));
    at = end;
    await new Promise((later) => setTimeout(later));
  }
  return new Blob(parts);
}

const isSecondHalf = (/** @type {number} */ unit) => unit >= 0xdc00 && unit < 0xe000;
