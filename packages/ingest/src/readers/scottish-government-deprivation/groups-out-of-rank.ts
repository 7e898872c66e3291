import type { Issue } from "@popneeds/core";
import type { RawTable } from "../../published/raw-table.ts";
import { saidOnce } from "../../published/said-once.ts";

/**
 * A warning for zones whose decile, or another such group, does not follow from their rank: a zone of a higher rank cannot be in a lower group.
 *
 * Zones of the same rank may stand in different groups. Figures that are missing are passed over.
 *
 * @param options `rank`, `group`: headers of the two
 */
export function groupsOutOfRank(
  { file, header, rows, lines }: RawTable,
  { rank, group }: { readonly rank: string; readonly group: string },
): readonly Issue[] {
  const [rankAt, groupAt] = [header.indexOf(rank), header.indexOf(group)];
  if (rankAt === -1 || groupAt === -1) return [];
  const zones = rows
    .map((row, i) => ({ line: lines[i]!, rank: figure(row[rankAt]!), group: figure(row[groupAt]!) }))
    .filter((zone) => !Number.isNaN(zone.rank) && !Number.isNaN(zone.group))
    .sort((a, b) => a.rank - b.rank || a.group - b.group);
  let highest = Number.NEGATIVE_INFINITY;
  let before = Number.NEGATIVE_INFINITY;
  let at = Number.NEGATIVE_INFINITY;
  const wrong: number[] = [];
  for (const zone of zones) {
    if (zone.rank > at) {
      before = highest;
      at = zone.rank;
    }
    if (zone.group < before) wrong.push(zone.line);
    highest = Math.max(highest, zone.group);
  }
  return saidOnce(
    {
      code: "group-does-not-follow-rank",
      severity: "warning",
      file,
      column: group,
      fix: "Compare the rows with the publisher's file: a rank or a group was changed.",
    },
    wrong.sort((a, b) => a - b),
    (count) => `${group} does not follow from ${rank} in ${count}`,
  );
}

function figure(text: string): number {
  const plain = text.trim().replaceAll(",", "");
  return plain === "" ? Number.NaN : Number(plain);
}
