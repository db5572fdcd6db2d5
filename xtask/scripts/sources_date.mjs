// When the sources are from: what is made of them says this, and not when it was made, so that the
// same sources give the same bytes.

import { spawnSync } from "node:child_process";

/** In seconds: SOURCE_DATE_EPOCH, or the last commit's time; now where there is neither. */
export function sourcesDate() {
  const { stdout } = spawnSync("git", ["log", "-1", "--format=%ct"], { encoding: "utf8" });
  return Math.floor(Number(process.env.SOURCE_DATE_EPOCH || stdout?.trim() || Date.now() / 1000));
}
