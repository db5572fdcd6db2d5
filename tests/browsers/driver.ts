// What the steps ask of a browser, so that a step is written once for all of them.

export interface Driver {
  /** Goes to an address in the present tab. */
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Opens an address in a new tab, which is the present one from then on. */
  openTab(url: string): Promise<void>;
  /** Closes the present tab; the one before it is the present one again. */
  closeTab(): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** A PNG of what is in view. */
  picture(): Promise<Buffer>;

  /** What an expression of JavaScript comes to in the page. */
  run(expression: string): Promise<unknown>;
  /** With the mouse, where the element is in view. */
  click(part: Part): Promise<void>;
  /** Keys one after the other: `Enter`, or `Control+V`. */
  press(...keys: string[]): Promise<void>;
  /** Letter by letter, where the focus is. */
  type(text: string): Promise<void>;
  /** Chooses these files of the disk in a file field. */
  upload(part: Part, ...paths: string[]): Promise<void>;

  /** Where the files that the page offers are put. */
  readonly downloads: string;
  /** Console errors, uncaught errors and violations of the policy, in each page so far. */
  faults(): Promise<string[]>;
  /** Requests so far to anywhere but this machine. */
  elsewhere(): string[];
  close(): Promise<void>;
}

/** A part of the page that a person sees: the first that the selector finds, with this text. */
export type Part = string | { css: string; text: string };

/** Finds a part within the page, its frames and each calculator on it. Runs in the page. */
function find(css: string, text: string): HTMLElement | undefined {
  const frames = [...document.querySelectorAll("iframe")].flatMap(({ contentDocument }) => contentDocument ?? []);
  const elements = [...document.querySelectorAll("byoc-readiness")].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const found = [document, ...frames, ...elements].flatMap((root) => [...root.querySelectorAll<HTMLElement>(css)]);
  return found.find((element) => element.textContent!.includes(text));
}

/** A function as an expression that calls it: it sees nothing but its arguments. */
export function called<Arguments extends unknown[]>(script: (...args: Arguments) => unknown, ...args: Arguments): string {
  return `(${script})(${args.map((argument) => JSON.stringify(argument))})`;
}

/** An expression for the element of a part. */
export function sought(part: Part): string {
  return typeof part === "string" ? called(find, part, "") : called(find, part.css, part.text);
}
