// The page's start-up script, of one file: what the page loads first it loads in few requests.
// Usage: node xtask/scripts/boot.mjs

import { buildSync } from "esbuild";

buildSync({
  entryPoints: ["js/boot.js"],
  outfile: "target/scripts/boot.js",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  logLevel: "warning",
});
