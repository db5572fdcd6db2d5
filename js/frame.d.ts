import type { Report, Verdict } from "./byoc_readiness.js";

/**
 * The `<iframe class="byoc-readiness">` that frame.js puts on a page. It is a classic script: a page
 * loads it by `<script src>`, and its attributes are in docs/embedding.md.
 */
export interface ReadinessFrame extends HTMLIFrameElement {
  /** Asks the person for the report; null where they refuse, or the frame goes away. */
  requestReport(): Promise<Report | null>;
}

declare global {
  interface GlobalEventHandlersEventMap {
    /** The verdict of a frame, at first and whenever it is told. It bubbles. */
    readinessverdict: CustomEvent<{ verdict: Verdict }>;
  }
}
