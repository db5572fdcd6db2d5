import type { Format, MountOptions, Report, SourceText } from "./byoc_readiness.js";

/**
 * `<byoc-readiness>`, which importing this module registers.
 *
 * Attributes: `profile` (a built-in one's id), `region`, `theme` ("light", "dark", "auto"; "auto" is
 * as the page is), `compact`, `lang` (else the page's, else the
 * browser's), `keep` (a name under which the tab keeps what is entered),
 * `page` (the address of a page that opens links), `loading` ("eager"; else it loads once it is
 * nearly in view).
 */
export class ByocReadinessElement extends HTMLElement {
  /** A profile, or a built-in one's id; it goes before the attribute. */
  profile: MountOptions["profile"];
  /** What is put in when the calculator starts; later, what takes the place of all sources. */
  sources: SourceText[] | undefined;
  /** The last report; undefined before the first. */
  readonly report: Report | undefined;
  /** The report as the text of a file; null before the calculator has started, or where it would be empty. */
  render(format: Format): string | null;
}

declare global {
  interface HTMLElementTagNameMap {
    "byoc-readiness": ByocReadinessElement;
  }
  interface GlobalEventHandlersEventMap {
    /** The report, at first and whenever it changes. It bubbles. */
    readinesschange: CustomEvent<Report>;
    /** Why the calculator did not start, or could not use what the page gave it. It bubbles. */
    readinesserror: CustomEvent<Error>;
  }
}
