// Which files the page loads before it is there. tests/browser/boot.spec.ts compares this list
// with what a browser asks for, so that the budget can leave nothing out.

import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The names of index.html and of every file that it names, in the page's order.
 *
 * @param {string} dist the directory of the built page
 * @returns {string[]}
 */
export function firstLoad(dist) {
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const named = html.matchAll(/\s(?:href|src)="\.\/([^"]+)"/g);
  return ["index.html", ...new Set(Array.from(named, ([, name]) => name))];
}
