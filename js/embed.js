// <byoc-readiness>: the calculator as an element of any page, in a shadow tree of its own.

import { excuse } from "./excuse.js";
import { chosenTheme, hostTheme, watchTheme } from "./host-theme.js";
import { missed, speech } from "./languages.js";
import { load, sentences } from "./load.js";
import { switched } from "./places.js";

const NAME = "byoc-readiness";

/** How near to the view an element is when it starts. */
const NEAR = "800px";

// Where there is no document, as when a site is rendered by a server, importing this does nothing.
const Base = globalThis.HTMLElement ?? class {};

/** What is typed into a field is no shortcut of the page, which does not see the field. */
function keepTyping(/** @type {Event} */ event) {
  const { ctrlKey, metaKey, altKey, key } = /** @type {KeyboardEvent} */ (event);
  const [target] = event.composedPath();
  const isTyped = target instanceof Element && target.matches("input, select, textarea");
  if (isTyped && key !== "Escape" && !ctrlKey && !metaKey && !altKey) event.stopPropagation();
}

export class ByocReadinessElement extends Base {
  static observedAttributes = ["profile", "region", "theme", "compact", "lang", "keep", "page"];

  /** The shadow tree's one child, which neither the page's rules nor its inherited values reach. */
  #root;
  /** @type {import("./byoc_readiness.js").Calculator | undefined} */
  #calculator;
  /** What draws it; nothing while the element is not on a page, or not near enough to be seen. */
  #mount = /** @type {import("./load.js").Loaded["mount"] | undefined} */ (undefined);
  /** What was entered before the element was taken off the page, or given other attributes. */
  #state = /** @type {string | undefined} */ (undefined);
  #speech = /** @type {ReturnType<typeof speech> | undefined} */ (undefined);
  #profile = /** @type {import("./byoc_readiness.js").MountOptions["profile"]} */ (undefined);
  #sources = /** @type {import("./byoc_readiness.js").SourceText[] | undefined} */ (undefined);
  #report = /** @type {import("./byoc_readiness.js").Report | undefined} */ (undefined);
  /** Ends all that goes on while the element is on a page. */
  #presence = /** @type {AbortController | undefined} */ (undefined);
  /** Whether its files did not arrive. */
  #hasFailed = false;
  /** Whether the sources were set after what was entered was left. */
  #areNew = false;
  #isRenewing = false;

  constructor() {
    super();
    this.attachShadow({ mode: "open" });
    this.#root = document.createElement("div");
    this.#root.className = "calculator";
    this.shadowRoot?.append(this.#root);
    for (const name of ["keydown", "keypress", "keyup"]) this.#root.addEventListener(name, keepTyping);
  }

  /** The last report; nothing before the first. */
  get report() {
    return this.#report;
  }

  /** A profile, or a built-in one's id; it goes before the attribute. */
  get profile() {
    return this.#profile ?? this.getAttribute("profile") ?? undefined;
  }

  set profile(profile) {
    this.#profile = profile ?? undefined;
    this.#renew();
  }

  /** What is put in when the calculator starts; later, what takes the place of all sources. */
  get sources() {
    return this.#sources;
  }

  set sources(sources) {
    // What is wrong with them is thrown here, before anything changes.
    if (sources) this.#calculator?.replace(sources);
    this.#sources = sources ?? undefined;
    if (this.#calculator) return;
    this.#areNew = true;
    this.#renew();
  }

  /** The report as the text of a file: `"markdown"`, `"csv"`, …; null where it would be empty. */
  render(/** @type {import("./byoc_readiness.js").Format} */ format) {
    return this.#calculator?.render(format) ?? null;
  }

  connectedCallback() {
    // Moved from one place to another, it just goes on.
    if (this.#presence) return;
    this.#takeUp("profile");
    this.#takeUp("sources");
    this.#presence = new AbortController();
    const { signal } = this.#presence;
    this.#wear();
    watchTheme(this, () => this.#wear(), signal);
    if (this.getAttribute("loading") === "eager") return void this.#begin(signal);
    this.#root.replaceChildren();
    const looked = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        looked.disconnect();
        this.#begin(signal);
      },
      { rootMargin: NEAR },
    );
    looked.observe(this);
    signal.addEventListener("abort", () => looked.disconnect(), { once: true });
  }

  disconnectedCallback() {
    // Moving an element takes it off the page and puts it back in one go.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  attributeChangedCallback(/** @type {string} */ name, /** @type {string | null} */ before, /** @type {string | null} */ now) {
    if (before === now) return;
    if (name === "theme") return this.#wear();
    if (this.#speech && (name === "lang" || name === "keep")) this.#speech = this.#speak();
    this.#renew();
  }

  /** A property that was set before the element knew of it. */
  #takeUp(/** @type {"profile" | "sources"} */ name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete (/** @type {any} */ (this)[name]);
    /** @type {any} */ (this)[name] = value;
  }

  async #begin(/** @type {AbortSignal} */ signal) {
    this.#hasFailed = false;
    try {
      this.#say("status", "Loading the calculator…");
      this.#speech ??= this.#speak();
      const [{ mount, sheet }, speaks] = await Promise.all([load(), this.#speech.options()]);
      if (signal.aborted) return;
      if (this.shadowRoot) this.shadowRoot.adoptedStyleSheets = [sheet];
      this.#mount = mount;
      this.#draw(mount, speaks);
    } catch (error) {
      if (signal.aborted) return;
      this.#hasFailed = true;
      this.#fail(error, excuse(error));
    }
  }

  /** The language that the element asks for, or the page around it. */
  #speak() {
    const asked = this.closest("[lang]")?.getAttribute("lang") || undefined;
    const keep = this.getAttribute("keep");
    return speech({ asked, keep: keep ? `${NAME}:${keep}` : undefined, bring: sentences });
  }

  /**
   * @param {import("./load.js").Loaded["mount"]} mount
   * @param {import("./languages.js").Speaks} speaks
   */
  #draw(mount, { missing, ...speaks }) {
    const given = (/** @type {string} */ name) => this.getAttribute(name) ?? undefined;
    const keep = given("keep");
    try {
      this.#calculator = mount(this.#root, {
        profile: this.profile,
        region: given("region"),
        ...speaks,
        onLanguage: (tag) => {
          this.#speech?.choose(tag);
          this.#renew("language");
        },
        page: given("page") ?? (HOSTED === null ? undefined : new URL(HOSTED.page, import.meta.url).href),
        compact: this.hasAttribute("compact"),
        keep: keep && `${NAME}:${keep}`,
        sources: this.#sources,
        state: this.#state,
        onReport: (report) => {
          this.#report = report;
          this.#tell("readinesschange", report);
        },
      });
      if (this.#state !== undefined && this.#areNew && this.#sources) this.#calculator.replace(this.#sources);
      this.#areNew = false;
      if (missing) this.#root.prepend(missed(missing));
    } catch (error) {
      const says = error instanceof Error ? error.message : String(error);
      // What is thrown for the page's options names the field; a policy is none of them.
      const isGiven = /^\w[\w.[\]-]*: /.test(says);
      this.#fail(error, isGiven ? `The page gives the calculator what it cannot use: ${says}` : excuse(error));
    }
  }

  /**
   * With other attributes it starts again, and brings along what was entered.
   *
   * @param {string} [focus] the id of what had the focus, and gets it again
   */
  #renew(focus = "") {
    if (!(this.#mount || this.#hasFailed) || this.#isRenewing) return;
    this.#isRenewing = true;
    // Several attributes may change in one go.
    queueMicrotask(async () => {
      const speaks = await this.#speech?.options();
      this.#isRenewing = false;
      if (this.#mount && speaks) {
        const switchAgain = switched(this.#root);
        this.#leave();
        this.#draw(this.#mount, speaks);
        await switchAgain(this.#root);
        const before = focus && this.#root.querySelector(`#${focus}`);
        if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      } else if (this.#presence && this.#hasFailed) {
        this.#begin(this.#presence.signal);
      }
    });
  }

  #leave() {
    this.#state = this.#calculator?.state() ?? this.#state;
    this.#calculator?.unmount();
    this.#calculator = undefined;
    this.#root.replaceChildren();
  }

  #end() {
    this.#presence?.abort();
    this.#presence = undefined;
    this.#mount = undefined;
    this.#leave();
  }

  #wear() {
    const around = hostTheme(this);
    const theme = chosenTheme(this.getAttribute("theme")) ?? around;
    this.#root.dataset.theme = theme;
    this.#root.toggleAttribute("data-apart", theme !== around);
  }

  /** Says it in the calculator's place, and tells the page. */
  #fail(/** @type {unknown} */ error, /** @type {string} */ says) {
    this.#say("alert", says);
    this.#tell("readinesserror", error);
    console.error(error);
  }

  #say(/** @type {string} */ role, /** @type {string} */ says) {
    const line = document.createElement("p");
    line.className = role === "alert" ? "failed" : "waiting";
    line.setAttribute("role", role);
    line.textContent = says;
    this.#root.replaceChildren(line);
  }

  #tell(/** @type {string} */ name, /** @type {unknown} */ detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

if (globalThis.customElements && !customElements.get(NAME)) {
  customElements.define(NAME, ByocReadinessElement);
}
