import type { Issue } from "./issue.ts";

export interface Fault {
  /** Stable name of the kind of fault, in kebab-case. */
  readonly code: string;
  /** What must hold, and what was found. */
  readonly message: string;
  /** The first places where it fails; the message says how many there are. */
  readonly where?: readonly string[];
  /** What to write instead. */
  readonly fix?: string;
  /** The faults of the data that led here, if it was the data. */
  readonly issues?: readonly Issue[];
}

/** A mistake in a call, or data that cannot be used at all. The code is stable; the message is for people. */
export class PopneedsError extends Error {
  readonly code: string;
  readonly fix: string | null;
  declare readonly issues: readonly Issue[];

  constructor(fault: Fault) {
    super(text(fault));
    this.name = "PopneedsError";
    this.code = fault.code;
    this.fix = fault.fix ?? null;
    // Not listed among its properties: an error nobody catches would print every one of them.
    Object.defineProperty(this, "issues", { value: fault.issues ?? [], enumerable: false });
  }
}

/** The first three places, then how many more there are. */
export function firstThree(places: readonly string[]): readonly string[] {
  return places.length <= 3 ? places : [...places.slice(0, 3), `and ${places.length - 3} more`];
}

function text({ code, message, where = [], fix }: Fault): string {
  const lines = [`[${code}] ${message}`, ...firstThree(where).map((place) => `  ${place}`)];
  if (fix) lines.push(`  Fix: ${fix}`);
  return lines.join("\n");
}
