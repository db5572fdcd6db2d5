/** Where the WebAssembly comes from: its address, the response to a request for it, or its bytes. */
export type WasmSource = string | URL | Request | Response | BufferSource | WebAssembly.Module;

/**
 * Loads the WebAssembly. Call it once, and wait for it, before anything else.
 *
 * Without an argument it is fetched from beside this module; Node has no such fetch, so there it
 * takes the file's bytes.
 */
export default function init(options?: {
  module_or_path?: WasmSource | Promise<WasmSource>;
}): Promise<unknown>;

/** Does what `init` does without waiting, from bytes or a compiled module. */
export function initSync(options: { module: BufferSource | WebAssembly.Module }): unknown;

/**
 * Reads the sources and decides whether the account is ready.
 *
 * Whatever the pasted text holds, it returns a report; it throws only for an input of the wrong
 * shape, with the field's path in the message. It touches no document and keeps nothing.
 */
export function assess(input: AssessInput): Report;

/** The built-in requirement profiles, the default one first. */
export function profiles(): Profile[];

/** A file that a report can be handed over as. */
export type Format = "json" | "markdown" | "csv" | "svg" | "shell-script" | "terraform";

/** Every format, "json" first. */
export function formats(): Format[];

/**
 * What `assess` makes of the input, as the text of a file; undefined where there is nothing to put
 * into it, such as a request to AWS. It throws for what `assess` throws for, and for an unknown format.
 */
export function render(format: Format, input: AssessInput): string | undefined;

/** The calculator's version, as in package.json. */
export function version(): string;

/**
 * Draws a calculator inside the element, in place of what stands there. It throws for options of
 * the wrong shape, with the field's path in the message, and leaves the element as it is. The element
 * has the class "calculator"; its style sheet is byoc-readiness.css for a page that holds nothing
 * else, and elsewhere a shadow tree's. The custom element of "byoc-readiness/embed" does all this.
 */
export function mount(root: HTMLElement, options?: MountOptions): Calculator;

/** A calculator on a page. */
export class Calculator {
  private constructor();
  /** Everything that was entered, for the option `state` of a calculator that takes its place. */
  state(): string;
  /** Puts these sources in place of those that are there; the person can bring them back. */
  replace(sources: SourceText[]): void;
  /** The report as it stands, as the text of a file; undefined where that would be empty. */
  render(format: Format): string | undefined;
  /**
   * Asks the person, in the calculator, whether `who` may have the report; undefined where they
   * refuse.
   */
  requestReport(who: string): Promise<Report | undefined>;
  /** Takes it off the page. It cannot be used any more. */
  unmount(): void;
}

/** How a calculator begins. */
export interface MountOptions {
  /**
   * A built-in profile's id, or a profile; default "aws-byoc". The person may choose another; what
   * they cleared begins with this one again.
   */
  profile?: string | OwnProfile;
  /** Default: the profile's. The person may choose another. */
  region?: string;
  /** What is put in, unless something is brought back. */
  sources?: SourceText[];
  /** What another calculator held: its `state()`. */
  state?: string;
  /**
   * The name under which the tab's session storage keeps what is entered, so that it survives a
   * reload. Without one it is not kept.
   */
  keep?: string;
  /** Only the verdict, the box, and the rows that are short or unknown. */
  compact?: boolean;
  /**
   * What it is a part of. "page": nothing else is in the document, so that files may be dropped and
   * keys pressed anywhere, and a link behind the address's `#` is opened. "frame": the same, in a
   * frame of another page. "element", the default: it keeps to the element.
   */
  within?: "page" | "frame" | "element";
  /** The address of a page that opens links; without one an element offers none. */
  page?: string;
  /**
   * The language that it speaks, as in `lang`, with `sentences`; without those it speaks English.
   * Reports and all that programs read are in English in every language.
   */
  lang?: string;
  /** What that language says: the default export of `byoc-readiness/languages/…`. */
  sentences?: Record<string, string>;
  /**
   * Is told of the language that a person chooses; without it there is no choice. Whoever hears of
   * it puts a calculator with that language in this one's place, with its `state()`.
   */
  onLanguage?: (lang: string) => void;
  /** The day of the build, ISO, where it is to be shown. */
  date?: string;
  /** Is told of each report: of the first, and whenever it changes. */
  onReport?: (report: Report) => void;
}

/** A pasted or dropped text. */
export interface SourceText {
  name?: string;
  text: string;
}

/** What an assessment is made from. */
export interface AssessInput {
  /** Pasted or dropped texts, any mix: exports, the welcome email, tool output. */
  sources?: SourceText[];
  /** Typed by hand; beats what an email says, field by field. */
  license?: LicenseFields;
  /** Typed by hand, with or without a unit: "64", "1 TB". */
  stated?: Partial<Record<ResourceId, { limit?: string; inUse?: string; available?: string }>>;
  /** Checks that a person answers. */
  answers?: Partial<Record<CheckId, "yes" | "no">>;
  /** A built-in profile's id, or a profile; default "aws-byoc". */
  profile?: string | OwnProfile;
  /** What is changed of the profile, to see what would be. */
  adjustments?: Adjustments;
  /** Default: the profile's. */
  region?: string;
  /** Which account counts, when the sources name several. */
  account?: string;
  /**
   * Instance types of the profile that count against the license's cores, such as "r6id.8xlarge";
   * the others are its dependencies. Absent: not known, and the report says between what it lies.
   */
  licensedInstances?: string[];
  /** Whole account numbers and license ID in the report; default false. */
  includeIds?: boolean;
  /** ISO date, the user's local one: the engine reads no clock. */
  today: string;
}

/** What is changed of a profile. */
export interface Adjustments {
  /** What runs, in place of the profile's instances. */
  instances?: { type: string; count: number }[];
  /** Amounts in place of the profile's, with or without a unit: "2 TB", "3". */
  needs?: Partial<Record<ResourceId, string>>;
  /** The deployment goes into a VPC that is there already. */
  existingVpc?: boolean;
  /** Which one: "vpc-0abc…". */
  vpc?: string;
  /** Room for one more of the largest instances while nodes are replaced. */
  upgradeSurge?: boolean;
}

/** A requirement profile of one's own. */
export interface OwnProfile {
  id: string;
  title: string;
  /** Where its figures come from: an address, which the page links to, or plain words. */
  source: string;
  /** ISO date. */
  sourceDate?: string;
  /** Commercial AWS Regions in which it may be deployed; the first is the default. */
  regions: string[];
  /** What runs; vCPU and memory follow. A type outside the catalogue brings its figures. */
  instances?: { type: string; count: number; vcpu?: number; memoryGib?: number }[];
  /** How much else is needed; a row that is not there is none of the profile's. */
  needs?: Partial<Record<ResourceId, string>>;
  /** IAM policies and roles that it creates; the document's numbers where not given. */
  policies?: number;
  roles?: number;
}

/** The license's fields as typed; dates in any unambiguous form. */
export interface LicenseFields {
  id?: string;
  coreSize?: string;
  validFrom?: string;
  validUntil?: string;
}

export type Verdict = "ready" | "not-ready" | "incomplete";

export type SectionId =
  | "resources"
  | "license"
  | "environment"
  | "accounts"
  | "credentials"
  | "permissions";

/** The rows of the document's table. */
export type ResourceId =
  | "vcpu"
  | "memory"
  | "object-storage"
  | "block-storage"
  | "public-ip"
  | "vpc"
  | "private-link"
  | "load-balancer"
  | "dns-zone";

/** The checks beside the rows. */
export type CheckId =
  | "eks-clusters"
  | "nat-gateways"
  | "internet-gateways"
  | "s3-buckets"
  | "upgrade-surge"
  | "instance-offerings"
  | "license-details-confirmed"
  | "operating-system"
  | "terraform-installed"
  | "terraform-version"
  | "aws-account"
  | "one-account"
  | "region-supported"
  | "zilliz-account"
  | "temporary-credentials"
  | "credentials-exposed"
  | "iam-policies-room"
  | "iam-roles-room"
  | "iam-policies-per-role"
  | "iam-name-collisions"
  | "iam-permissions";

/** The whole assessment. The same input gives the same report, byte for byte. */
export interface Report {
  /** Raised by a change that breaks a reader. */
  schemaVersion: 1;
  /** The day of the report: the input's `today`. */
  today: string;
  /** "not-ready" if any section is, else "incomplete" if any is, else "ready". */
  verdict: Verdict;
  /** One sentence that a person can read aloud. */
  summary: string;
  profile: { id: string; title: string; source: string; sourceDate: string | null; region: string };
  sections: { id: SectionId; verdict: Verdict }[];
  /** Always all of the profile's rows, in its order. */
  resources: Resource[];
  license: License;
  /** Always all of the profile's checks, in section order. */
  checks: Check[];
  /** One for each input source, in order. */
  sources: Source[];
  /** Conflicts, other Regions, defaults used, secrets found. */
  notices: Diagnostic[];
}

/**
 * `met`: enough is free. `short`: the limit is too low, or what is free is. `unverified`: too
 * little is known to say. `missing`: nothing usable was given. `unlimited`: AWS sets no limit, and
 * nobody stated one.
 */
export type Status = "met" | "short" | "unverified" | "missing" | "unlimited";

/** An amount in the document's own unit. */
export interface Amount {
  /** To three decimals, shortfall rounded up and what is free down; null for "Unlimited". */
  value: number | null;
  unit: "vCPU" | "GiB" | "TB" | "GB" | "count";
  /** As shown, with the unit that was pasted beside the document's. */
  text: string;
}

/** One row, judged. */
export interface Resource {
  id: ResourceId;
  /** The document's own words: "Virtual Machine", "EC2". */
  label: string;
  service: string;
  status: Status;
  required: Amount;
  limit: Amount | null;
  inUse: Amount | null;
  /** The use came from an incomplete list. */
  inUseIsLowerBound: boolean;
  /** Limit less use, or stated; may be negative; null while the use is unknown. */
  available: Amount | null;
  /** Not null exactly when the status is "short". */
  shortfall: Amount | null;
  /** Met, with less than 20 % of the limit left after deployment. */
  lowHeadroom: boolean;
  quota: {
    serviceCode: string;
    quotaCode: string;
    quotaName: string;
    scope: "region" | "global" | "vpc";
  } | null;
  /** Where the limit came from. */
  basis: "applied" | "default" | "stated" | "report" | null;
  /** Near quotas that do not decide. */
  also: { quotaCode: string; quotaName: string; limit: Amount | null; inUse: Amount | null }[];
  /** Source from 0, line from 1. */
  evidence: { source: number; line: number; role: "limit" | "in-use" }[];
  reason: Reason;
  /** The reason in English. */
  explanation: string;
  /** The request that would raise the quota, where that is the next step. */
  remedy: {
    desiredValue: number;
    unit: string;
    command: string;
    terraform: string;
    consoleUrl: string;
  } | null;
  /** What to do about a short row, the best way first; empty for every other row. */
  steps: { reason: Reason; explanation: string }[];
}

export interface License {
  /** Masked to its last four characters unless `includeIds`. */
  id: string | null;
  coreSize: number | null;
  /** ISO dates. */
  validFrom: string | null;
  validUntil: string | null;
  /** On the end date itself the license is expired. */
  state: "active" | "expiring" | "expired" | "not-started" | "incomplete";
  /** Until the end date; negative once it has passed. */
  daysLeft: number | null;
  /** The core size beside the deployment's; never counts against a verdict. */
  coverage: "covered" | "depends" | "below-minimum" | null;
  evidence: { field: string; source: number; line: number }[];
  problems: Diagnostic[];
}

export interface Check {
  id: CheckId;
  section: SectionId;
  label: string;
  /** "advice" never counts against a verdict. */
  outcome: "pass" | "fail" | "open" | "advice";
  reason: Reason;
  explanation: string;
}

export interface Source {
  name: string;
  /** What was recognised; an open list: accept ids that you do not know. */
  format: string;
  facts: number;
  ignored: number;
  /** Masked unless `includeIds`. */
  accounts: string[];
  regions: string[];
  problems: Diagnostic[];
}

export interface Diagnostic {
  severity: "error" | "warning" | "info";
  reason: Reason;
  message: string;
  /** From 1. */
  line: number | null;
  /** In characters, from 1. */
  column: number | null;
}

/** What a translation is made from; an open list: accept ids that you do not know. */
export interface Reason {
  id: string;
  params: Record<string, string | number>;
}

/** A requirement profile. */
export interface Profile {
  id: string;
  title: string;
  /** What it is, in a sentence. */
  about: string;
  source: string;
  sourceDate: string | null;
  /** Regions in which it may be deployed; the first is the default. */
  regions: string[];
  rows: { id: ResourceId; label: string; service: string; required: Amount }[];
}
