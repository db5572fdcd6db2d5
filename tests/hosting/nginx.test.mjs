// nginx with the shipped hosting/nginx.conf: every line of it but those that are marked “yours”.
// NGINX_PROGRAM names the program, and NGINX_BROTLI its module.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as later } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { freePort } from "../port.mjs";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const { NGINX_PROGRAM, NGINX_BROTLI } = process.env;

const PAGE =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
const FOR_GOOD = "public, max-age=31536000, immutable";

let place, port, server, site;

/** The shipped server, on this port and without TLS. */
function shipped() {
  const yours = { listen: `127.0.0.1:${port}`, server_name: "localhost", root: site };
  const seen = new Set();
  const lines = readFileSync(join(PROJECT, "hosting/nginx.conf"), "utf8").split("\n").map((line) => {
    const name = /^ +(\w+) .*# yours/.exec(line)?.[1];
    if (!name) return line;
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew && yours[name] ? `    ${name} ${yours[name]};` : "";
  });
  assert.deepEqual([...seen], ["listen", "server_name", "ssl_certificate", "ssl_certificate_key", "root"]);
  return lines.join("\n");
}

/** What Debian's own nginx.conf does around it, for anybody and within one directory. */
function around() {
  const directories = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `
    load_module ${NGINX_BROTLI};
    daemon off;
    pid ${join(place, "nginx.pid")};
    error_log stderr crit;
    events {}
    http {
      access_log off;
      ${directories.map((name) => `${name}_temp_path ${join(place, name)};`).join("\n")}
      include ${join(place, "shipped.conf")};
    }`;
}

before(async () => {
  place = mkdtempSync(join(tmpdir(), "byoc-nginx-"));
  // Where root runs the tests, nginx reads as a user without rights.
  chmodSync(place, 0o755);
  site = join(place, "site");
  cpSync(join(PROJECT, "dist"), site, { recursive: true });
  // A released version, and the page as a single file, whether or not they were built.
  mkdirSync(join(site, "embed/0.0.0-test"), { recursive: true });
  for (const name of ["embed.js", "integrity.json"]) writeFileSync(join(site, "embed/0.0.0-test", name), "{}");
  writeFileSync(join(site, "byoc-readiness.html"), "<!doctype html>");
  port = await freePort();
  writeFileSync(join(place, "shipped.conf"), shipped());
  writeFileSync(join(place, "nginx.conf"), around());
  server = spawn(NGINX_PROGRAM, ["-p", place, "-c", join(place, "nginx.conf"), "-e", "stderr"], { stdio: "inherit" });
  for (let tries = 0; ; tries++) {
    assert.equal(server.exitCode, null, "nginx has ended");
    if (await ask("/").catch(() => undefined)) break;
    assert.ok(tries < 100, "nginx does not answer");
    await later(50);
  }
});

after(async () => {
  if (server?.exitCode === null) {
    const ended = new Promise((exit) => server.once("exit", exit));
    server.kill("SIGTERM");
    await ended;
  }
  rmSync(place, { recursive: true, force: true });
});

/** The answer as it comes, not unpacked. */
function ask(path, headers = {}) {
  return new Promise((answered, failed) => {
    get({ host: "127.0.0.1", port, path, headers }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () =>
        answered({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    }).on("error", failed);
  });
}

const TYPES = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  wasm: "application/wasm",
};
const built = readdirSync(join(PROJECT, "dist")).filter((name) => /\.(js|css|wasm)$/.test(name));

for (const name of ["index.html", ...built]) {
  test(`${name}, packed as it is asked for`, async () => {
    const original = readFileSync(join(PROJECT, "dist", name));
    for (const [accepted, encoding, unpack] of [
      ["gzip, deflate, br, zstd", "br", brotliDecompressSync],
      ["gzip", "gzip", gunzipSync],
      ["identity", undefined, (bytes) => bytes],
    ]) {
      const { status, headers, body } = await ask(`/${name}`, { "Accept-Encoding": accepted });
      assert.equal(status, 200);
      assert.equal(headers["content-encoding"], encoding);
      assert.equal(headers["content-type"], TYPES[name.split(".").at(-1)]);
      assert.equal(headers.vary, "Accept-Encoding");
      assert.ok(unpack(body).equals(original));
    }
  });
}

test("the page is asked for anew, and brings its policy along", async () => {
  for (const path of ["/", "/?embed=1", "/index.html"]) {
    const { headers } = await ask(path);
    assert.equal(headers["content-security-policy"], PAGE);
    assert.equal(headers["cache-control"], "no-cache");
    assert.equal(headers["access-control-allow-origin"], undefined);
    assert.equal(headers["x-frame-options"], undefined);
  }
});

test("and is not sent again where it is the same", async () => {
  const { headers } = await ask("/");
  const again = await ask("/", { "If-None-Match": headers.etag });
  assert.equal(again.status, 304);
  assert.equal(again.headers["content-security-policy"], PAGE);
});

test("the single file's own policy stands alone, but for who may frame it", async () => {
  const { headers } = await ask("/byoc-readiness.html");
  assert.equal(headers["content-security-policy"], "frame-ancestors 'self'");
  assert.equal(headers["cache-control"], "no-cache");
});

test("hashed and released files are kept for good, and anybody may load them", async () => {
  const released = ["embed.js", "integrity.json"].map((name) => `embed/0.0.0-test/${name}`);
  for (const name of [...built, ...released]) {
    const { status, headers } = await ask(`/${name}`, { Origin: "null" });
    assert.equal(status, 200, name);
    assert.equal(headers["cache-control"], FOR_GOOD, name);
    assert.equal(headers["access-control-allow-origin"], "*", name);
    assert.equal(headers["cross-origin-resource-policy"], "cross-origin", name);
    assert.equal(headers["content-security-policy"], undefined, name);
  }
});

test("every answer has the headers that go for all, and an error is not kept", async () => {
  for (const path of ["/", `/${built[0]}`, "/gone-0123456789abcdef.js"]) {
    const { headers } = await ask(path);
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["referrer-policy"], "no-referrer");
    assert.equal(headers["cross-origin-opener-policy"], "same-origin");
    assert.match(headers["permissions-policy"], /clipboard-write=\(self\)/);
    assert.equal(headers.server, "nginx");
  }
  const gone = await ask("/gone-0123456789abcdef.js");
  assert.equal(gone.status, 404);
  assert.equal(gone.headers["cache-control"], undefined);
});
