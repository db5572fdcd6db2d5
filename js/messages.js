// What the page in a frame and the loader around it name their messages by.

/** Names them among all others. */
export const NAME = "byoc-readiness";

/** The version of what they say. */
export const VERSION = 1;
