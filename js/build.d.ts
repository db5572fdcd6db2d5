// What the build puts into the scripts.

/**
 * Of files that are served under an exact version: where the page is, seen from them, and their
 * integrity by name. Null in the package, since a bundler makes files of its own.
 */
declare const HOSTED: { page: string; integrity: Record<string, string> } | null;
