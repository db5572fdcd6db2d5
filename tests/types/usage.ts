// How a TypeScript program uses the package. It is compiled and never run.

import init, {
  type AssessInput,
  Calculator,
  type Format,
  type Report,
  assess,
  formats,
  initSync,
  mount,
  profiles,
  render,
  version,
} from "../../pkg/byoc_readiness.js";
import { ByocReadinessElement } from "../../pkg/embed.js";

await init();
await init({ module_or_path: new Uint8Array() });
await init({ module_or_path: fetch("byoc_readiness_bg.wasm") });
initSync({ module: new Uint8Array() });

const text: string = version();
const input: AssessInput = {
  today: "2026-11-24",
  stated: { vcpu: { limit: "64" } },
  licensedInstances: ["m6i.xlarge", "r6id.8xlarge"],
};
const report: Report = assess(input);
const shortfalls: string[] = report.resources.flatMap((row) => row.shortfall?.text ?? []);
const regions: string[] = profiles().flatMap((profile) => profile.regions);
mount(document.createElement("div"));
mount(document.createElement("div"), { profile: "aws-terraform-minimum" });
mount(document.createElement("div"), {
  profile: { id: "own", title: "Own", source: "wiki", regions: ["us-west-2"], needs: { vpc: "1" } },
});

const calculator: Calculator = mount(document.createElement("div"), {
  region: "us-west-2",
  sources: [{ name: "mail.txt", text: "" }],
  keep: "docs",
  compact: true,
  within: "element",
  page: "https://calculator.example/",
  onReport: (report) => console.log(report.verdict),
});
const state: string = calculator.state();
calculator.replace([{ text: state }]);
const asked: Report | undefined = await calculator.requestReport("https://docs.example");
const markdown: string | undefined = calculator.render("markdown");
calculator.unmount();

const files: (string | undefined)[] = formats().map((format: Format) => render(format, input));

const element = document.createElement("byoc-readiness");
element.profile = "aws-byoc";
element.sources = [{ text: "" }];
element.addEventListener("readinesschange", ({ detail }) => console.log(detail.summary, element.report?.verdict));
element.addEventListener("readinesserror", ({ detail }) => console.log(detail.message));
const isElement: boolean = element instanceof ByocReadinessElement;

// @ts-expect-error There is no such format.
render("pdf", input);
// @ts-expect-error A report is read and not set.
element.report = undefined;
// @ts-expect-error Calculators come from mount.
new Calculator();
// @ts-expect-error An address alone was the form of an older wasm-bindgen.
await init("byoc_readiness_bg.wasm");
// @ts-expect-error The engine reads no clock: the date is the caller's.
assess({});
// @ts-expect-error There is no such row.
assess({ today: "2026-11-24", stated: { cpu: { limit: "64" } } });
// @ts-expect-error An element may be absent, which is the caller's to settle.
mount(document.getElementById("calculator"));

export { asked, files, isElement, markdown, regions, shortfalls, text };
