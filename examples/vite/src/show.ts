// The answer, drawn from the report alone.

import type { Report, Resource, Status, Verdict } from "byoc-readiness";

const part = (id: string) => document.getElementById(id)!;

const VERDICTS: Record<Verdict, string> = {
  ready: "Ready",
  "not-ready": "Not ready",
  incomplete: "Incomplete",
};

/** What is said of the rows that are not short, in this order. */
const OTHERS: [string, Status[]][] = [
  ["Unknown", ["missing", "unverified"]],
  ["Fits", ["met"]],
  ["No AWS limit", ["unlimited"]],
];

/** A verdict as a person reads it. */
export const say = (verdict: Verdict) => VERDICTS[verdict];

export function show(report: Report, took: number, any: boolean) {
  const verdict = part("verdict");
  verdict.textContent = any ? say(report.verdict) : "Nothing given yet";
  verdict.parentElement!.dataset.verdict = any ? report.verdict : "none";
  part("summary").textContent = any ? report.summary : "Each row that turns out too small will stand here, with what to do about it.";
  part("short").replaceChildren(...report.resources.filter(({ status }) => status === "short").map(short));
  part("others").replaceChildren(...(any ? others(report.resources) : []));
  part("took").textContent = any ? `Read in ${took < 1 ? "less than 1" : Math.round(took)} ms.` : "";
}

export function failed(error: unknown) {
  part("verdict").textContent = "The engine could not start";
  part("verdict").parentElement!.dataset.verdict = "none";
  part("summary").textContent = error instanceof Error ? error.message : String(error);
}

/** A row that is short: by how much, why, and the best thing to do. */
function short(row: Resource) {
  const step = row.steps[0];
  return element("li", {}, [
    element("h3", {}, [element("span", {}, [name(row)]), element("strong", {}, [`${row.shortfall?.text} short`])]),
    element("p", {}, [row.explanation]),
    ...(step ? [element("p", { class: "step" }, [step.explanation])] : []),
  ]);
}

function others(rows: Resource[]) {
  return OTHERS.flatMap(([word, statuses]) => {
    const names = rows.filter(({ status }) => statuses.includes(status)).map(name);
    return names.length ? [element("dt", {}, [word]), element("dd", {}, [names.join(", ")])] : [];
  });
}

/** The document calls two rows the same, but their units differ. */
function name(row: Resource) {
  switch (row.id) {
    case "vcpu":
      return "vCPU";
    case "memory":
      return "Memory";
    default:
      return row.label;
  }
}

function element(tag: string, attributes: Record<string, string>, children: (Node | string)[]) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
