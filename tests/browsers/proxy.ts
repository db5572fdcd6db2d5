// A proxy for a browser that tells nobody of its requests and its console: it lets through what is
// for this machine, notes the rest, and gives each page a script that notes the page's errors.

import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** A script of the page's own origin, as its policy asks for. */
const PATH = "/watch-of-the-tests.js";

/** Notes what goes wrong in `window.faults`. */
export const WATCH = `
  if (!window.faults) {
    const faults = (window.faults = []);
    const error = console.error;
    console.error = (...said) => {
      faults.push("console: " + said.join(" "));
      error.apply(console, said);
    };
    addEventListener("error", ({ message, target }) => {
      faults.push(message ? "uncaught: " + message : "not loaded: " + (target.src ?? target.href));
    }, true);
    addEventListener("unhandledrejection", ({ reason }) => faults.push("uncaught: " + reason));
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
      faults.push("securitypolicyviolation: " + effectiveDirective + " " + blockedURI));
  }`;

export async function proxy() {
  const elsewhere: string[] = [];

  async function answer(asked: IncomingMessage, response: ServerResponse) {
    const url = new URL(asked.url!);
    if (url.hostname !== "127.0.0.1") {
      elsewhere.push(url.href);
      response.writeHead(502).end();
      return;
    }
    if (url.pathname === PATH) {
      response.writeHead(200, { "content-type": "text/javascript" }).end(WATCH);
      return;
    }
    const isPage = asked.headers.accept?.includes("text/html");
    const headers = { ...asked.headers, ...(isPage && { "accept-encoding": "identity" }) };
    const forwarded = asked.pipe(request(url, { method: asked.method, headers }));
    const [answered] = (await once(forwarded, "response")) as [IncomingMessage];
    if (!isPage) {
      response.writeHead(answered.statusCode!, answered.headers);
      answered.pipe(response);
      return;
    }
    const html = (await buffer(answered)).toString().replace("<head>", `<head><script src="${PATH}"></script>`);
    const { "content-length": _, ...others } = answered.headers;
    response.writeHead(answered.statusCode!, others).end(html);
  }

  const server = createServer((asked, response) => {
    answer(asked, response).catch((error) => response.destroy(error));
  });
  // What would be encrypted.
  server.on("connect", ({ url }, socket) => {
    elsewhere.push(url!);
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  async function close() {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  }
  return { at: `127.0.0.1:${(server.address() as AddressInfo).port}`, elsewhere, close };
}
