// The page's start-up script, made one file, and its style sheet, made small: what the page loads
// first it loads in few requests.
// Usage: node xtask/scripts/assets.mjs

import { buildSync } from "esbuild";

const common = { minify: true, logLevel: "warning" };

buildSync({
  ...common,
  entryPoints: ["js/boot.js"],
  outfile: "target/assets/boot.js",
  bundle: true,
  format: "esm",
  target: "es2022",
});
buildSync({ ...common, entryPoints: ["target/style/main.css"], outfile: "target/assets/main.css" });
