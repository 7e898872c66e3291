import { PopneedsError } from "@popneeds/core";

/** Refuses a table without areas; for callers whom no compiler has told. */
export function requireArea(caller: string, { keys }: { readonly keys: object }): void {
  if (Object.hasOwn(keys, "area")) return;
  throw new PopneedsError({
    code: "unknown-key",
    message: `${caller}: the table needs the key "area"; it has ${Object.keys(keys).join(", ") || "no keys"}`,
    fix: "Give a table with a row for each area.",
  });
}
