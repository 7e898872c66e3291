import type { Provenance } from "./provenance.ts";
import type { Source } from "./source.ts";

/**
 * What was done to get these figures, as text that a reviewer can repeat with a pencil: each file with its publisher,
 * edition and hash, then each step, indented under what it acted on. Tables that were brought together stand under one
 * another, the later ones after `with`; what was done to them together follows after `then`.
 *
 * @param of a table, or the provenance of one
 */
export function explain(of: Provenance | { readonly provenance: Provenance }): string {
  return lines("provenance" in of ? of.provenance : of, "").join("\n");
}

/** A file in one line, as a footnote prints it. */
export function describeSource({ title, publisher, edition, released, licence, file, sha256 }: Source): string {
  const dated = released ? `, released ${released}` : "";
  return `${title}. ${publisher}; edition: ${edition}${dated}; ${licence}; ${file}; sha256 ${sha256.slice(0, 12)}…`;
}

function lines({ source, inputs, steps }: Provenance, indent: string): string[] {
  const above = source
    ? [`${indent}${describeSource(source)}`]
    : inputs.flatMap((input, i) => {
        const inner = lines(input, indent);
        if (i > 0 && inner.length > 0) inner[0] = `${indent}with ${inner[0]!.trimStart()}`;
        return inner;
      });
  const lead = above.length > 0 && !source ? `${indent}then ` : `${indent}  `;
  return [...above, ...steps.map((step) => lead + step)];
}
