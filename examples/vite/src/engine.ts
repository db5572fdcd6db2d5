import type { AssessInput, Report } from "byoc-readiness";
import type { Answer, Question } from "./messages";

const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
const waiting = new Map<number, PromiseWithResolvers>();
let asked = 0;

interface PromiseWithResolvers {
  resolve: (answer: { report: Report; took: number }) => void;
  reject: (error: Error) => void;
}

worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
  const question = waiting.get(data.number);
  waiting.delete(data.number);
  if ("error" in data) question?.reject(new Error(data.error));
  else question?.resolve(data);
});

// The worker's file did not arrive.
worker.addEventListener("error", () => {
  for (const { reject } of waiting.values()) reject(new Error("The worker could not start."));
  waiting.clear();
});

/** What `assess` says, from the worker. */
export function assess(input: AssessInput): Promise<{ report: Report; took: number }> {
  const number = ++asked;
  const question: Question = { number, input };
  return new Promise((resolve, reject) => {
    waiting.set(number, { resolve, reject });
    worker.postMessage(question);
  });
}
