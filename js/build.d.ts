// What the build puts into the scripts.

/** See `hosted` in embed.js. */
declare const HOSTED: { page: string; integrity: Record<string, string> } | null;
