// The built page as a host serves it that takes the shipped `_headers` file: Netlify, Cloudflare
// Pages, and others after them. The sidecars are sent by what the request accepts.

import { readFileSync } from "node:fs";
import { type RequestListener, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";
import { DIST } from "./page.ts";

/** The shipped file. */
export const HEADERS = readFileSync(new URL("../../hosting/_headers", import.meta.url), "utf8");

/** The edit that docs/hosting.md gives: lets these origins frame the page. */
export const framedBy = (...origins: string[]) =>
  HEADERS.replaceAll("frame-ancestors 'self'", ["frame-ancestors 'self'", ...origins].join(" "));

interface Rule {
  path: string;
  matches: RegExp;
  headers: [name: string, value: string][];
}

/** A path stands at the beginning of its line, and its headers are indented below it. */
function rules(file: string): Rule[] {
  const rules: Rule[] = [];
  for (const line of file.split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const header = /^\s+([^:]+):\s*(.+)$/.exec(line);
    if (header) rules.at(-1)!.headers.push([header[1], header[2]]);
    else rules.push({ path: line, matches: pattern(line), headers: [] });
  }
  return rules;
}

/** `*` stands for any text, slashes too. */
function pattern(path: string): RegExp {
  const parts = path.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}

/** Every header that a rule of the file sets for this path, in the file's order. */
export function headersOf(path: string, file = HEADERS): [name: string, value: string][] {
  return rules(file).flatMap((rule) => (rule.matches.test(path) ? rule.headers : []));
}

/** Serves until `close` is called. */
async function listen(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  return { port, close };
}

/** The built page with the headers of this file. */
export function hosted(file = HEADERS) {
  const files = sirv(DIST, {
    brotli: true,
    gzip: true,
    setHeaders: (response, path) => {
      for (const [name, value] of headersOf(path, file)) response.setHeader(name, value);
    },
  });
  return listen((request, response) => files(request, response));
}

/** Any other site: one page, without a policy of its own. */
export function site(body: () => string) {
  return listen((_, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="en"><title>Docs</title><link rel="icon" href="data:,">${body()}`);
  });
}
