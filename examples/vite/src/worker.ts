// The engine off the main thread: however much is pasted, the page never waits for it.

import init, { assess } from "byoc-readiness";
import type { Answer, Question } from "./messages";

const ready = init();

addEventListener("message", async ({ data: { number, input } }: MessageEvent<Question>) => {
  let answer: Answer;
  try {
    await ready;
    const start = performance.now();
    const report = assess(input);
    answer = { number, report, took: performance.now() - start };
  } catch (error) {
    answer = { number, error: error instanceof Error ? error.message : String(error) };
  }
  postMessage(answer);
});
