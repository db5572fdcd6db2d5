// Reads one large source in a worker, so that the page answers meanwhile: the same WebAssembly, in an
// instance of its own, whose memory goes with it.

/**
 * @typedef {object} Task
 * @property {string} script where the WebAssembly's glue is
 * @property {WebAssembly.Module} module
 * @property {Blob} source
 * @property {boolean} isText whether it was made of a text, and so needs no look at its encoding
 */

/** Waits for a task, and answers with how much of it is taken in, and at last with what it says. */
export function work() {
  addEventListener("message", async ({ data }) => {
    try {
      const says = await read(data);
      postMessage({ says }, { transfer: [says.reading.buffer] });
    } catch (error) {
      postMessage({ broke: String(error) });
    }
  });
}

async function read(/** @type {Task} */ { script, module, source, isText }) {
  const { default: init, Intake } = await import(script);
  await init({ module_or_path: module });
  const isPacked = !isText && (await begins(source, [0x1f, 0x8b])) && "DecompressionStream" in globalThis;
  const intake = new Intake(source.size, isText);
  let taken = 0;
  const stream = isPacked ? source.stream().pipeThrough(new DecompressionStream("gzip")) : source.stream();
  for await (const bytes of parts(stream)) {
    taken += bytes.length;
    const fits = intake.take(bytes);
    // At once, and not when the garbage is next collected.
    bytes.buffer.transfer?.(0);
    if (!fits) break;
    // How much there is of what is packed nobody knows before its end.
    if (!isPacked) postMessage({ share: taken / source.size });
  }
  return intake.read();
}

async function begins(/** @type {Blob} */ file, /** @type {number[]} */ bytes) {
  const first = new Uint8Array(await file.slice(0, bytes.length).arrayBuffer());
  return bytes.every((byte, at) => first[at] === byte);
}

/** The parts of a stream, one by one: not every browser goes through it by itself. */
async function* parts(/** @type {ReadableStream<Uint8Array<any>>} */ stream) {
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}
