// Which language a calculator speaks: the one that it is asked for, else the one that was chosen in this
// tab, else the browser's, else English. English is in the WebAssembly; another one is a file of its own.

/**
 * @typedef {Record<string, string>} Sentences
 * @typedef {{ lang: string, says: string }} Missing what is said where a language did not arrive
 * @typedef {{ lang: string, sentences?: Sentences, missing?: Missing }} Speaks what a calculator is
 * mounted with
 */

export const ENGLISH = "en";

/** What is said where a language's file does not arrive. */
const MISSING = /** @type {Record<string, string>} */ ({
  "zh-CN": "未能加载简体中文，现以英文显示。重新加载页面可再试一次。",
  ja: "日本語を読み込めなかったため、英語で表示しています。ページを再読み込みすると、もう一度試せます。",
});

/**
 * The first language of these wishes, as tags of BCP 47, that there is. Traditional Chinese is none:
 * whoever reads it is not given simplified characters unasked.
 *
 * @param {Iterable<string | undefined | null>} wishes
 */
export function languageFor(wishes) {
  for (const wish of wishes) {
    const [base, ...parts] = (wish ?? "").toLowerCase().split(/[-_]/);
    if (base === "en" || base === "ja") return base;
    const isTraditional = parts.includes("hant") || (!parts.includes("hans") && /^(tw|hk|mo)$/.test(parts.at(-1) ?? ""));
    if (base === "zh" && !isTraditional) return "zh-CN";
  }
  return ENGLISH;
}

/** What was chosen counts as long as the page asks for the same as it did then. */
const entry = (/** @type {string} */ keep) => `${keep}-language`;
const asks = (/** @type {string | undefined} */ asked) => `${asked ?? ""} `;

/**
 * The language that was chosen in this tab.
 *
 * @param {string} keep the name under which the tab keeps what is entered
 * @param {string | undefined} asked what the page asks for
 */
function chosen(keep, asked) {
  try {
    const kept = sessionStorage.getItem(entry(keep)) ?? "";
    return kept.startsWith(asks(asked)) ? kept.slice(asks(asked).length) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Speaks a language, and another one once it is chosen.
 *
 * @param {object} of
 * @param {string} [of.asked] the language that the page asks for
 * @param {string} [of.keep] the name under which the tab keeps the choice
 * @param {(tag: string) => Promise<Sentences>} of.bring what a language says
 */
export function speech({ asked, keep, bring }) {
  const before = keep === undefined ? undefined : chosen(keep, asked);
  let tag = languageFor([before, ...(asked === undefined ? navigator.languages : [asked])]);
  /** The file is on its way along with the WebAssembly. */
  let coming = brought(tag);
  let here = /** @type {Sentences | undefined} */ (undefined);

  function brought(/** @type {string} */ tag) {
    const arrives = tag === ENGLISH ? Promise.resolve(undefined) : bring(tag);
    // Whoever waits for it is told; until then it is nobody's fault.
    arrives.catch(() => undefined);
    return arrives;
  }

  return {
    isEnglish: tag === ENGLISH,
    /** @returns {Promise<Speaks>} */
    async options() {
      const wished = tag;
      try {
        here = await coming;
        return { lang: tag, sentences: here };
      } catch (error) {
        console.error(error);
        [tag, coming, here] = [ENGLISH, brought(ENGLISH), undefined];
        return { lang: ENGLISH, missing: { lang: wished, says: MISSING[wished] ?? "" } };
      }
    },
    /** What the scripts themselves say, which stands in them in English. */
    say: (/** @type {string} */ id, /** @type {string} */ english) => here?.[id] ?? english,
    /** From here on it is this one. */
    choose(/** @type {string} */ wished) {
      [tag, coming] = [wished, brought(wished)];
      if (keep === undefined) return;
      try {
        sessionStorage.setItem(entry(keep), asks(asked) + wished);
      } catch {
        // Then it is chosen for as long as the page stands.
      }
    },
  };
}

/**
 * Says that a language did not arrive.
 *
 * @param {Missing} missing
 */
export function missed({ lang, says }) {
  const line = document.createElement("p");
  line.className = "missed";
  line.lang = lang;
  line.setAttribute("role", "status");
  line.textContent = says;
  return line;
}
