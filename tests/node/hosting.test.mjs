// The files in hosting/ say one thing, and the page's own policy is part of it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const text = (name) => readFileSync(join(PROJECT, name), "utf8");
const json = (name) => JSON.parse(text(name));

const PAGE =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'";
const FRAMES = "frame-ancestors 'self'";
const PERMISSIONS =
  "camera=(), clipboard-read=(), clipboard-write=(self), display-capture=(), geolocation=(), " +
  "microphone=(), payment=(), usb=()";
const FOR_GOOD = "public, max-age=31536000, immutable";

/** What each match of a pattern captures. */
const all = (pattern, file) => Array.from(text(file).matchAll(pattern), (match) => match[1]);

test("the page's own policy", () => {
  assert.deepEqual(all(/content="(default-src [^"]*)"/g, "index.html"), [PAGE]);
});

test("_headers", () => {
  const values = (name) => all(new RegExp(`^  ${name}: (.*)$`, "gm"), "hosting/_headers");
  const page = `${PAGE}; ${FRAMES}`;
  assert.deepEqual(values("Content-Security-Policy"), [page, page, FRAMES, FRAMES]);
  assert.deepEqual(values("Permissions-Policy"), [PERMISSIONS]);
  assert.deepEqual(values("X-Content-Type-Options"), ["nosniff"]);
  assert.deepEqual(values("Referrer-Policy"), ["no-referrer"]);
  assert.deepEqual(values("Cross-Origin-Opener-Policy"), ["same-origin"]);
  assert.deepEqual(values("Cache-Control"), [...Array(4).fill("no-cache"), ...Array(4).fill(FOR_GOOD)]);
  assert.deepEqual(values("Access-Control-Allow-Origin"), Array(4).fill("*"));
  assert.deepEqual(values("Cross-Origin-Resource-Policy"), Array(4).fill("cross-origin"));
  assert.deepEqual(values("Content-Type"), [
    "text/javascript; charset=utf-8",
    "text/css; charset=utf-8",
    "application/wasm",
    "application/json",
  ]);
});

test("nginx.conf", () => {
  const mapped = (path) => all(new RegExp(`^    ${path} "(.*)";$`, "gm"), "hosting/nginx.conf");
  const sent = (name) => all(new RegExp(`^    add_header ${name} (.*);$`, "gm"), "hosting/nginx.conf");
  assert.deepEqual(mapped("/index\\.html"), [`${PAGE}; ${FRAMES}`]);
  assert.deepEqual(mapped("/byoc-readiness\\.html"), [FRAMES]);
  assert.deepEqual(all(/"([^"]*immutable)"/g, "hosting/nginx.conf"), [FOR_GOOD, FOR_GOOD]);
  assert.deepEqual(sent("Permissions-Policy"), [`"${PERMISSIONS}" always`]);
  assert.deepEqual(sent("X-Content-Type-Options"), ['"nosniff" always']);
  assert.deepEqual(sent("Referrer-Policy"), ['"no-referrer" always']);
  assert.deepEqual(sent("Cross-Origin-Opener-Policy"), ['"same-origin" always']);
});

for (const [file, policy, resource] of [
  ["hosting/s3-cloudfront/page.json", `${PAGE}; ${FRAMES}`, ["cross-origin"]],
  ["hosting/s3-cloudfront/single-file.json", FRAMES, []],
]) {
  test(file, () => {
    const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = json(file);
    const values = (name) => custom.Items.filter((item) => item.Header === name).map((item) => item.Value);
    assert.equal(security.ContentSecurityPolicy.ContentSecurityPolicy, policy);
    assert.equal(security.ReferrerPolicy.ReferrerPolicy, "no-referrer");
    assert.equal(security.ContentTypeOptions.Override, true);
    assert.equal(custom.Quantity, custom.Items.length);
    assert.deepEqual(values("Permissions-Policy"), [PERMISSIONS]);
    assert.deepEqual(values("Cross-Origin-Opener-Policy"), ["same-origin"]);
    assert.deepEqual(values("Cross-Origin-Resource-Policy"), resource);
  });
}

test("upload.sh", () => {
  assert.deepEqual(all(/^for_good='(.*)'$/gm, "hosting/s3-cloudfront/upload.sh"), [FOR_GOOD]);
  assert.deepEqual(all(/^asked_anew='(.*)'$/gm, "hosting/s3-cloudfront/upload.sh"), ["no-cache"]);
});

test("docs/hosting.md quotes the same", () => {
  for (const words of [`${PAGE}; ${FRAMES}`, PERMISSIONS, FOR_GOOD]) {
    assert.ok(text("docs/hosting.md").includes(words), words);
  }
});

test("the command that docs/hosting.md gives names a site in every copy of the policy", (t) => {
  if (process.platform === "darwin") return t.skip("another sed");
  const [command] = all(/^(sed -i .*\n.*)$/gm, "docs/hosting.md");
  const place = mkdtempSync(join(tmpdir(), "byoc-hosting-"));
  cpSync(join(PROJECT, "hosting"), join(place, "hosting"), { recursive: true });
  execFileSync("sh", ["-c", command], { cwd: place });
  const named = "frame-ancestors 'self' https://docs.example.com";
  for (const [name, copies] of [
    ["nginx.conf", 2],
    ["_headers", 4],
    ["s3-cloudfront/page.json", 1],
    ["s3-cloudfront/single-file.json", 1],
  ]) {
    const edited = readFileSync(join(place, "hosting", name), "utf8");
    assert.equal(edited.split(named).length - 1, copies, name);
    assert.equal(edited.split(FRAMES).length - 1, copies, name);
  }
  rmSync(place, { recursive: true });
});
