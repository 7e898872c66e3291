import type { Apart, Comparison, PublishedFile } from "../published/published-file.ts";
import { difference, table } from "./markdown.ts";

/** The table of published files: what of them was computed anew, how much agrees and how closely, and what cannot. */
export async function publishedSection(files: readonly PublishedFile[], folder: string): Promise<string> {
  const rows: string[][] = [];
  const apart: string[] = [];
  for (const { title, compare } of files) {
    const comparisons = await compare(folder);
    comparisons.forEach((one, i) => {
      rows.push([
        i === 0 ? title : "",
        one.what,
        count(one.figures),
        count(one.figures - one.apart.length),
        closeness(one),
      ]);
    });
    apart.push(...comparisons.flatMap((one) => apartLines(title, one)));
  }
  const header = ["file", "figures", "compared", "agree", "largest relative difference"];
  const publishers = `Their publishers: ${[...new Set(files.map(({ publisher }) => publisher))].join("; ")}.`;
  const cannot = apart.length === 0 ? [] : ["Rows that cannot agree, and why:", apart.join("\n")];
  return [table(header, rows), publishers, ...cannot].join("\n\n");
}

function closeness({ within, worst = 0 }: Comparison): string {
  if (typeof within === "number") return difference(worst);
  return within === "exactly" ? difference(0) : `within ${within}`;
}

/** A line for each reason, naming the rows where they are few, else among which they stand. */
function apartLines(title: string, { apart, figures }: Comparison): readonly string[] {
  const byReason = new Map<string, Apart[]>();
  for (const one of apart) {
    if (one.why === undefined) throw new Error(`${title}: ${one.key} is apart, and nobody knows why`);
    byReason.set(one.why, [...(byReason.get(one.why) ?? []), one]);
  }
  return [...byReason].map(([why, rows]) => {
    const among = [...new Set(rows.map(({ among }) => among))];
    const named = rows.length <= 8 ? rows.map(({ key }) => key) : among;
    return `- ${rows.length} of ${count(figures)} (${named.join("; ")}): ${why}`;
  });
}

function count(value: number): string {
  return value.toLocaleString("en-GB");
}
