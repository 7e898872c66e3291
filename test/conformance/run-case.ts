import type { Case, Inputs, Options } from "./case.ts";
import { compare, type Mismatch } from "./compare.ts";
import { NotImplemented } from "./not-implemented.ts";

/** Our counterpart of a function of the reference: its inputs and options in, its fields out. */
export type Reference = (inputs: Inputs, options: Options) => unknown;

/** Our counterparts by the name that the reference gives its function. */
export type References = { readonly [name: string]: Reference };

/** How one case went. */
export type Outcome =
  | { readonly status: "passed"; readonly compared: number; readonly worst: number }
  | { readonly status: "failed"; readonly mismatches: readonly Mismatch[] }
  | { readonly status: "not implemented"; readonly why: string };

/** Runs one case against our functions. A function that is not among them counts as not implemented. */
export function runCase(one: Case, references: References): Outcome {
  const reference = Object.hasOwn(references, one.function) ? references[one.function] : undefined;
  if (reference === undefined) return { status: "not implemented", why: one.function };

  let found: unknown;
  try {
    found = reference(one.inputs, one.options);
  } catch (error) {
    if (error instanceof NotImplemented) return { status: "not implemented", why: error.message };
    if (one.expected_error !== undefined && isRefusal(error)) return { status: "passed", compared: 1, worst: 0 };
    return failed(one, `thrown: ${error}`);
  }
  if (one.expected === undefined) return failed(one, found);
  const { mismatches, ...rest } = compare(found, one.expected, one.tolerance);
  return mismatches.length === 0 ? { status: "passed", ...rest } : { status: "failed", mismatches };
}

/** A refusal is a range error, or an error with a code; any other error is a fault of ours. */
function isRefusal(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && "code" in error && typeof error.code === "string");
}

function failed(one: Case, found: unknown): Outcome {
  const expected = one.expected_error === undefined ? "a result" : `refused: ${one.expected_error}`;
  return { status: "failed", mismatches: [{ at: "", expected, found }] };
}
