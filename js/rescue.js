// Keeps what is entered outside the WebAssembly, so that a fault in it takes nothing away: says what
// happened, and offers it as a file that a page opens again.

/**
 * What a calculator hands over as it is entered, without credentials.
 *
 * @typedef {object} Rescue
 * @property {(id: number, name: string | undefined, text: string | Blob) => void} source a source, new or
 * changed; a large one as a file
 * @property {(ids: Uint32Array, answers: unknown) => void} entered which sources there are, in order,
 * and what else was entered
 */

/** @typedef {(id: string, english: string) => string} Say what a sentence is in the page's language */

/**
 * @param {HTMLElement} app where the calculator stands
 * @param {string} keep the name under which the tab keeps what is entered
 * @param {Say} say
 * @returns {{ rescue: Rescue, isFault: (error: unknown) => boolean, tell: () => Promise<void> }}
 */
export function rescued(app, keep, say) {
  /** @type {Map<number, { name: string | undefined, text: string | Blob }>} */
  const sources = new Map();
  let [ids, answers] = [/** @type {number[]} */ ([]), /** @type {unknown} */ ({})];
  let [isTold, isOver] = [false, false];

  const rescue = {
    source: (/** @type {number} */ id, /** @type {string | undefined} */ name, /** @type {string | Blob} */ text) =>
      void sources.set(id, { name, text }),
    entered(/** @type {Uint32Array} */ now, /** @type {unknown} */ others) {
      [ids, answers] = [[...now], others];
      for (const id of sources.keys()) if (!ids.includes(id)) sources.delete(id);
    },
  };

  /** The assessment as the page itself saves it. */
  const file = async () => {
    const kept = ids.flatMap((id) => sources.get(id) ?? []);
    const entered = kept.map(async ({ name, text }) => ({ name, text: await new Response(text).text() }));
    const [saved] = new Date().toISOString().split("T");
    const kind = "byoc-readiness-assessment";
    return JSON.stringify({ kind, version: 1, saved, sources: await Promise.all(entered), answers }, null, 2);
  };

  const isFault = (/** @type {unknown} */ error) =>
    typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;

  const tell = async () => {
    if (isTold) return;
    isTold = true;
    app.inert = true;
    const kept = storage(keep);
    const text = ids.length > 0 || !kept ? await file() : kept;
    const notice = panel(text, say, () => {
      isOver = true;
      clear(keep);
    });
    app.before(notice);
    notice.querySelector("a")?.focus();
  };
  // Once the person begins empty, nothing of the calculator keeps anything while the page is left.
  addEventListener("pagehide", (event) => isOver && event.stopImmediatePropagation());
  addEventListener("error", ({ error }) => isFault(error) && tell());
  addEventListener("unhandledrejection", ({ reason }) => isFault(reason) && tell());
  return { rescue, isFault, tell };
}

/** What the tab kept, where the calculator broke before it said anything. */
function storage(/** @type {string} */ keep) {
  try {
    return sessionStorage.getItem(`${keep}-sources`);
  } catch {
    return null;
  }
}

function clear(/** @type {string} */ keep) {
  try {
    for (const name of [keep, `${keep}-sources`]) sessionStorage.removeItem(name);
  } catch {
    // Then nothing was kept.
  }
}

function panel(/** @type {string} */ text, /** @type {Say} */ say, /** @type {() => void} */ forget) {
  const panel = document.createElement("section");
  panel.className = "failed rescue";
  panel.setAttribute("role", "alert");
  const says = document.createElement("p");
  says.textContent = say(
    "script.broke",
    "The calculator broke: a fault in it, not of yours. What you entered is not lost. Save it, and " +
      "open the file after the page is loaded again. If the same text breaks it again, begin empty.",
  );
  panel.append(says, save(text, say("script.save", "Save what was entered")));
  panel.append(button(say("script.reload", "Load the page again"), () => location.reload()));
  panel.append(button(say("script.empty", "Begin empty"), () => {
    forget();
    location.reload();
  }));
  return panel;
}

function save(/** @type {string} */ text, /** @type {string} */ word) {
  const link = document.createElement("a");
  link.className = "button primary";
  link.download = "byoc-readiness-rescued.json";
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.textContent = word;
  return link;
}

function button(/** @type {string} */ word, /** @type {() => void} */ does) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = word;
  button.addEventListener("click", does);
  return button;
}
