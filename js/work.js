// Reads one large source in a worker, so that the page answers meanwhile: the same WebAssembly, in an
// instance of its own, whose memory goes with it.

/** How many characters of a text are taken at once, and so how often its progress is told. */
const SLICE = 1 << 20;

/**
 * @typedef {object} Task
 * @property {string} script where the WebAssembly's glue is
 * @property {WebAssembly.Module} module
 * @property {Blob | string} source
 */

/** Waits for a task, and answers with how much of it is taken in, and at last with what it says. */
export function work() {
  addEventListener("message", async ({ data }) => {
    try {
      const says = await read(data);
      postMessage({ says }, { transfer: [says.text.buffer, says.reading.buffer] });
    } catch (error) {
      postMessage({ broke: String(error) });
    }
  });
}

async function read(/** @type {Task} */ { script, module, source }) {
  const { default: init, Intake } = await import(script);
  await init({ module_or_path: module });
  const size = typeof source === "string" ? source.length : source.size;
  const intake = new Intake(size);
  let taken = 0;
  const take = (/** @type {Uint8Array} */ bytes, /** @type {number} */ of) => {
    intake.take(bytes);
    taken += of;
    postMessage({ share: size > 0 ? taken / size : 1 });
  };
  if (typeof source === "string") {
    const encoder = new TextEncoder();
    for (let at = 0; at < source.length; ) {
      // Not between the two halves of a character.
      const cut = Math.min(at + SLICE, source.length);
      const end = cut < source.length && isSecondHalf(source.charCodeAt(cut)) ? cut - 1 : cut;
      take(encoder.encode(source.slice(at, end)), end - at);
      at = end;
    }
    intake.isText();
  } else if (await isPacked(source)) {
    for await (const bytes of parts(unpacked(source))) if (!intake.take(bytes)) break;
  } else {
    for await (const bytes of parts(source.stream())) take(bytes, bytes.length);
  }
  return intake.read();
}

function isSecondHalf(/** @type {number} */ unit) {
  return unit >= 0xdc00 && unit < 0xe000;
}

async function isPacked(/** @type {Blob} */ file) {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b && "DecompressionStream" in globalThis;
}

const unpacked = (/** @type {Blob} */ file) => file.stream().pipeThrough(new DecompressionStream("gzip"));

/** The parts of a stream, one by one: not every browser goes through it by itself. */
async function* parts(/** @type {ReadableStream<Uint8Array>} */ stream) {
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}
