import { type Keys, type MeasureColumn, missingAt, PopneedsError, type Table } from "@popneeds/core";
import { sameDraws } from "./combine-draws.ts";
import type { Draws } from "./draws-of.ts";

/** What is uncertain as draws, or what is known as a table: known figures are the same in every draw. */
export type Drawn<K extends Keys = Keys> =
  | Draws<K>
  | Pick<Table<K>, "length" | "keys" | "measures" | "issues" | "provenance">;

/** Everything as draws, of as many as those that are drawn; refuses where nothing is. */
export function allAsDraws(caller: string, given: readonly Drawn[]): readonly Draws[] {
  const drawn = given.filter(isDraws);
  if (drawn.length === 0)
    throw new PopneedsError({
      code: "nothing-drawn",
      message: `${caller}: one of the inputs must be draws; found tables alone`,
      fix: 'Draw what is uncertain: drawsOf(deaths, "poisson", { seed: 1 }).',
    });
  const count = sameDraws(caller, drawn);
  return given.map((each) => (isDraws(each) ? each : sameInEach(each, count)));
}

function isDraws(given: Drawn): given is Draws {
  return "draws" in given;
}

/** The first measure of a table, as often as there are draws. */
function sameInEach({ keys, length, measures, issues, provenance }: Exclude<Drawn, Draws>, draws: number): Draws {
  const figure = Object.values<MeasureColumn>(measures)[0]!;
  const values = new Float64Array(length * draws);
  for (let row = 0; row < length; row++) values.fill(figure.values[row]!, row * draws, (row + 1) * draws);
  return {
    length,
    draws,
    keys,
    kind: figure.kind,
    values,
    missing: Array.from({ length }, (_, row) => missingAt(figure, row)),
    absent: figure.absent,
    ...(figure.sharedOver ? { sharedOver: figure.sharedOver } : {}),
    issues,
    provenance,
  };
}
