import { type Exposed, type KeyColumn, keyLabel, keyText, PopneedsError } from "@popneeds/core";

/**
 * Finds the row of a reference that meets a row of a table: by every key that the reference has, never by position.
 *
 * @returns the row, or `undefined` where the reference has none
 */
export function referenceRows(
  caller: string,
  exposed: Exposed,
  reference: Exposed,
): (row: number) => number | undefined {
  const names = Object.keys(reference.keys);
  const unknown = names.filter((name) => !Object.hasOwn(exposed.keys, name));
  if (unknown.length > 0)
    throw new PopneedsError({
      code: "unknown-key",
      message: `${caller}: the table must have every key of the reference; it has no ${unknown.join(", ")}`,
      fix: `Keep one ${unknown[0]} of the reference and drop the key, or sum over it: sumOver(reference, "${unknown[0]}").`,
    });
  refuseOtherBands(caller, exposed, reference);
  const theirs = names.map((name) => columnTexts(reference.keys[name]!));
  const ours = names.map((name) => columnTexts(exposed.keys[name]!));
  const rowOf = new Map<string, number>();
  for (let i = 0; i < reference.length; i++) rowOf.set(theirs.map((text) => text(i)).join("\u0000"), i);
  return (row) => rowOf.get(ours.map((text) => text(row)).join("\u0000"));
}

function columnTexts({ codes, values }: KeyColumn): (row: number) => string {
  const texts = values.map(keyText);
  return (row) => texts[codes[row]!]!;
}

function refuseOtherBands(caller: string, exposed: Exposed, reference: Exposed): void {
  if (exposed.length === 0) return;
  const [ours, theirs] = [exposed, reference].map(({ keys }) => keys["age"]!.values);
  const known = new Set(theirs!.map(keyText));
  if (ours!.some((age) => known.has(keyText(age)))) return;
  const labels = (ages: typeof ours) => ages!.map(keyLabel).slice(0, 3).join(", ") || "none";
  throw new PopneedsError({
    code: "bands-differ",
    message: `${caller}: the table and the reference must have the same bands of ages; they share none: ${labels(ours)} against ${labels(theirs)}`,
    fix: "Bring both to common bands first: into(exposed, bands).",
  });
}
