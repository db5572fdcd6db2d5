import type { AssessInput, Report } from "byoc-readiness";

/** To the worker. The engine reads no clock, so the day comes along. */
export interface Question {
  number: number;
  input: AssessInput;
}

/** From the worker, with how long it took in milliseconds. */
export type Answer =
  | { number: number; report: Report; took: number }
  | { number: number; error: string };
