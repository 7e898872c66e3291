import type { Provenance } from "./provenance.ts";
import type { Source } from "./source.ts";

/**
 * What was done to get these figures, as text that a reviewer can repeat with a pencil: each file with its publisher,
 * edition and hash, then each step, indented under what it acted on. Tables that were brought together stand under one
 * another, the later ones after `with` and indented; what was done to them together follows after `then`.
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

function lines(of: Provenance, indent: string): string[] {
  const { source, inputs, steps } = of;
  const above = source
    ? [`${indent}${describeSource(source)}`]
    : inputs.flatMap((input, i) => {
        if (i === 0) return lines(input, indent);
        const [first, ...rest] = lines(input, `${indent}  `);
        return first === undefined ? [] : [`${indent}with ${first.trimStart()}`, ...rest];
      });
  const lead = above.length > 0 && branched(of) ? `${indent}then ` : `${indent}  `;
  return [...above, ...steps.map((step) => lead + step)];
}

/** Whether tables were brought together on the way, so that steps no longer belong to the file printed above them. */
function branched({ inputs }: Provenance): boolean {
  return inputs.length > 1 || inputs.some(branched);
}
