// Which files the page loads by itself, and which once somebody touches it. tests/browser/boot.spec.ts
// compares these lists with what a browser asks for, so that the budget can leave nothing out.

import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @param {string} dist the directory of the built page
 * @returns {{ first: string[], later: string[] }} the names of index.html and of every file that it
 * names, in the page's order: those that it asks for, and those that it leaves until they are wanted;
 * without other languages, which English does not ask for
 */
export function loads(dist) {
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const named = [...html.matchAll(/<(?:link|script)[^>]*\s(?:href|src)="\.\/([^"]+)"[^>]*>/g)];
  const isSpoken = (/** @type {RegExpExecArray} */ [tag]) => /\sdata-language=/.test(tag ?? "");
  const isLater = (/** @type {RegExpExecArray} */ [tag]) => /\sdata-later=/.test(tag ?? "");
  const names = (/** @type {RegExpExecArray[]} */ tags) => [...new Set(tags.map(([, name]) => name ?? ""))];
  return {
    first: ["index.html", ...names(named.filter((tag) => !isLater(tag) && !isSpoken(tag)))],
    later: names(named.filter(isLater)),
  };
}
