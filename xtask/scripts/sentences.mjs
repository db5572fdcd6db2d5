// The languages beside English, which stand in languages/.

import { readFileSync } from "node:fs";

export const LANGUAGES = ["zh-CN", "ja"];

/** The same as a script, which every page and bundler can load. */
export const module = (tag) => `export default ${JSON.stringify(sentences(tag))};\n`;

/** What a language says, by the ids of src/text/en.rs. */
export const sentences = (tag) => JSON.parse(readFileSync(`languages/${tag}.json`, "utf8"));
