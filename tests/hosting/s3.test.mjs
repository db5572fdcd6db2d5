// The files in hosting/s3-cloudfront with the AWS CLI: the upload into moto's S3, and the policies
// as the CLI checks them before it calls anybody.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const FOR_GOOD = "public, max-age=31536000, immutable";
const BUCKET = "byoc-readiness-test";

let moto, env;

before(async () => {
  moto = spawn("moto_server", ["--host", "127.0.0.1", "--port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  const said = createInterface({ input: moto.stderr });
  const address = await new Promise((listening, ended) => {
    said.on("line", (line) => {
      const at = /Running on (http:\S+)/.exec(line);
      if (at) listening(at[1]);
    });
    moto.once("error", ended);
    moto.once("exit", () => ended(new Error("moto_server has ended")));
  });
  // Nothing of the AWS CLI's own set-up counts, so that no call can reach AWS.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("AWS_"));
  env = {
    ...Object.fromEntries(inherited),
    AWS_ENDPOINT_URL: address,
    AWS_ACCESS_KEY_ID: "testing",
    AWS_SECRET_ACCESS_KEY: "testing",
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
    NO_PROXY: "127.0.0.1",
    no_proxy: "127.0.0.1",
  };
  aws("s3api", "create-bucket", "--bucket", BUCKET);
  execFileSync("sh", ["hosting/s3-cloudfront/upload.sh", "dist", `s3://${BUCKET}`], { cwd: PROJECT, env });
});

after(() => moto?.kill());

function aws(...words) {
  const said = execFileSync("aws", [...words, "--output", "json"], { cwd: PROJECT, env, encoding: "utf8" });
  return said && JSON.parse(said);
}

const KINDS = {
  html: ["text/html; charset=utf-8", "no-cache"],
  js: ["text/javascript; charset=utf-8", FOR_GOOD],
  css: ["text/css; charset=utf-8", FOR_GOOD],
  wasm: ["application/wasm", FOR_GOOD],
  json: ["application/json", FOR_GOOD],
};

test("every file is there with its headers, and no sidecar under a name of its own", () => {
  const keys = aws("s3api", "list-objects-v2", "--bucket", BUCKET).Contents.map(({ Key }) => Key);
  assert.ok(keys.includes("index.html") && keys.some((key) => key.endsWith(".wasm")), keys.join(" "));
  for (const key of keys) {
    const kind = key.split(".").at(-1);
    const object = aws("s3api", "head-object", "--bucket", BUCKET, "--key", key);
    assert.deepEqual([object.ContentType, object.CacheControl], KINDS[kind], key);
    assert.equal(object.ContentEncoding, kind === "wasm" ? "br" : undefined, key);
  }
});

test("the WebAssembly unpacks to what was built", () => {
  const { Contents } = aws("s3api", "list-objects-v2", "--bucket", BUCKET);
  const { Key } = Contents.find(({ Key }) => Key.endsWith(".wasm"));
  const words = ["s3", "cp", "--only-show-errors", `s3://${BUCKET}/${Key}`, "-"];
  const packed = execFileSync("aws", words, { env, maxBuffer: 2 ** 26 });
  assert.ok(brotliDecompressSync(packed).equals(readFileSync(join(PROJECT, "dist", Key))));
});

for (const name of ["page", "single-file"]) {
  test(`${name}.json is what create-response-headers-policy takes`, () => {
    const config = `file://hosting/s3-cloudfront/${name}.json`;
    const words = ["create-response-headers-policy", "--response-headers-policy-config", config];
    // Checks the input as for a call, and makes none.
    assert.ok(aws("cloudfront", ...words, "--generate-cli-skeleton", "output").ResponseHeadersPolicy);
  });
}
