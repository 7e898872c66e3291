import {
  firstThree,
  type KeyColumn,
  type MeasureColumn,
  type Missing,
  missingAt,
  PopneedsError,
  type Table,
} from "@popneeds/core";
import type { Places } from "../places.ts";

/** The rank and the people of a data zone, each a number or the reason why there is none. */
export interface FiguresOfZone {
  readonly rank: number | Missing;
  readonly people: number | Missing;
}

/** Sets the ranks of data zones beside their people. A zone that stands in one table only is `unknown` in the other. */
export function figuresOfZones(
  ranks: Table,
  people: Table,
  places: Places,
  verb: string,
): { readonly of: (zone: string) => FiguresOfZone } {
  const known = new Set(places.areasAt(places.levels[0]!).map(({ code }) => code));
  const rankOf = byZone(ranks, known, (row) => rankAt(ranks, row, verb), verb, "ranks");
  const [[, column] = []] = Object.entries<MeasureColumn>(people.measures);
  if (column === undefined || Object.keys(people.measures).length > 1)
    throw new PopneedsError({
      code: "one-measure",
      message: `${verb}: people must have one measure; found ${Object.keys(people.measures).join(", ") || "none"}`,
      fix: 'Keep one with only(table, "people").',
    });
  const peopleOf = byZone(people, known, (row) => missingAt(column, row) ?? column.values[row]!, verb, "people");
  return { of: (zone) => ({ rank: rankOf.get(zone) ?? "unknown", people: peopleOf.get(zone) ?? "unknown" }) };
}

function byZone(
  table: Table,
  known: ReadonlySet<string>,
  figure: (row: number) => number | Missing,
  verb: string,
  what: string,
): ReadonlyMap<string, number | Missing> {
  const column = table.keys["area"] as KeyColumn<string> | undefined;
  const found = new Map<string, number | Missing>();
  const again: string[] = [];
  for (let row = 0; column !== undefined && row < table.length; row++) {
    const zone = column.values[column.codes[row]!]!;
    if (found.has(zone)) again.push(zone);
    found.set(zone, figure(row));
  }
  const astray = [...found.keys()].filter((zone) => !known.has(zone));
  if (column === undefined || astray.length > 0)
    throw new PopneedsError({
      code: "unknown-area",
      message: `${verb}: every area of the ${what} must be a data zone; ${column ? `${astray.length} of ${found.size} are not:` : "the table has no areas"}`,
      where: astray,
      fix: "Give data zones of the geography's edition; convert others first.",
    });
  if (again.length > 0)
    throw new PopneedsError({
      code: "several-rows",
      message: `${verb}: a data zone has one row of ${what}; ${again.length} rows are further ones: ${firstThree([...new Set(again)]).join(", ")}`,
      fix: 'Keep one period, and sum over other keys first: sumOver(people, "age", "sex").',
    });
  return found;
}

/** The rank stands among the keys, as in the published index, or among the measures. */
function rankAt(table: Table, row: number, verb: string): number | Missing {
  const measure = table.measures["rank"];
  if (measure) return missingAt(measure, row) ?? measure.values[row]!;
  const key = table.keys["rank"];
  const text = key ? String(key.values[key.codes[row]!]) : "";
  if (key && text.trim() !== "" && Number.isFinite(Number(text))) return Number(text);
  throw new PopneedsError({
    code: "no-rank",
    message: `${verb}: every row needs a "rank" that is a number, as a key or a measure; ${key ? `found "${text}"` : `the table has ${[...Object.keys(table.keys), ...Object.keys(table.measures)].join(", ")}`}`,
    fix: "Give the ranks of the index, 1 for the most deprived.",
  });
}
