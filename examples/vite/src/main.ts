// A page of one's own over the engine, with the ready-made element below it.

import type { Report } from "byoc-readiness";
import { assess } from "./engine";
import { EXAMPLE } from "./example";
import { failed, say, show } from "./show";
import { type Text, textOf } from "./text";

const box = find("exports", HTMLTextAreaElement);
const choose = find("choose", HTMLInputElement);
const clear = find("clear", HTMLButtonElement);
const open = find("open", HTMLButtonElement);
const list = find("files", HTMLUListElement);
const heard = find("heard", HTMLParagraphElement);
const place = find("calculator", HTMLDivElement);

let files: Text[] = [];
let latest = 0;

box.addEventListener("input", refresh);
choose.addEventListener("change", () => add(choose.files));
find("example", HTMLButtonElement).addEventListener("click", () => begin(EXAMPLE));
clear.addEventListener("click", () => begin(""));
open.addEventListener("click", openCalculator);

// Files can be dropped anywhere, but for the calculator, which takes its own.
document.addEventListener("dragover", (event) => {
  if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
});
document.addEventListener("drop", (event) => {
  if (event.defaultPrevented || event.composedPath().includes(place)) return;
  if (!event.dataTransfer?.files.length) return;
  event.preventDefault();
  void add(event.dataTransfer.files);
});

refresh();

function given(): Text[] {
  return box.value.trim() ? [...files, { name: "Pasted", text: box.value }] : files;
}

function begin(text: string) {
  files = [];
  choose.value = "";
  box.value = text;
  refresh();
}

async function add(chosen: FileList | null) {
  files = [...files, ...(await Promise.all(Array.from(chosen ?? [], textOf)))];
  refresh();
}

/** Asks anew after each change; an answer to an older question is let go. */
async function refresh() {
  const sources = given();
  clear.disabled = sources.length === 0;
  list.replaceChildren(...files.map(({ name }) => item(name)));
  const question = ++latest;
  try {
    const answer = await assess({ sources, today: today() });
    if (question === latest) show(answer.report, answer.took, sources.length > 0);
  } catch (error) {
    if (question === latest) failed(error);
  }
}

/** A calculator that begins with what is given, in place of the one before. */
async function openCalculator() {
  open.disabled = true;
  try {
    await import("byoc-readiness/embed");
    const calculator = document.createElement("byoc-readiness");
    calculator.sources = given();
    calculator.setAttribute("loading", "eager");
    calculator.addEventListener("readinesschange", ({ detail }) => repeat(detail));
    calculator.addEventListener("readinesserror", ({ detail }) => (heard.textContent = detail.message));
    place.replaceChildren(calculator);
    open.textContent = "Open it anew";
  } catch {
    heard.textContent = "The calculator could not be loaded.";
  } finally {
    open.disabled = false;
  }
}

/** What the element reports of itself. */
function repeat(report: Report) {
  heard.textContent = `The element says: ${say(report.verdict)}. ${report.summary}`;
  heard.dataset.verdict = report.verdict;
}

function item(text: string) {
  const element = document.createElement("li");
  element.textContent = text;
  return element;
}

/** The day here, as 2026-11-24. */
function today() {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function find<E extends HTMLElement>(id: string, type: new () => E): E {
  const element = document.getElementById(id);
  if (element instanceof type) return element;
  throw new Error(`#${id} is not there`);
}
