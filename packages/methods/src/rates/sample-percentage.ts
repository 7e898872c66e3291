import {
  type Counts,
  type Exposed,
  fromInputs,
  type Issue,
  type Keys,
  keyText,
  type Missing,
  over,
  PopneedsError,
  type Table,
  uncheckedTable,
  withStep,
} from "@popneeds/core";
import { finitePopulationProportion } from "@popneeds/stats";
import { refusePartAboveWhole } from "../differences/part-above-whole.ts";
import type { Estimates } from "../shared/estimate.ts";
import { estimateRows, missingEstimate } from "../shared/estimate-rows.ts";
import { type Figure, figureAt } from "../shared/figure.ts";
import { groupIssue } from "../shared/group-issue.ts";
import { onlyFigure } from "../shared/only-figure.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { printLevel, type RateOptions, requireScale } from "../shared/scale.ts";

export interface SamplePercentageOptions extends Pick<RateOptions, "level"> {
  /** A normal deviate in place of the level's, such as 1.96. Default none. */
  readonly deviate?: number;
  /** `wilson` (default), or `normal`: as far to each side, cut at 0 and 100. */
  readonly limits?: "wilson" | "normal";
  /** The correction: √(1 − n/N) by default, or √((N − n)/(N − 1)). */
  readonly form?: "1 - n/N" | "(N - n)/(N - 1)";
  /** How often its square root is taken: `once` (default), or `twice`, by which some published limits are too wide. */
  readonly root?: "once" | "twice";
  /** The name of the convention that these options come from, for the provenance. */
  readonly convention?: string;
}

/**
 * How many of 100 have something, where a good part of all people was asked: the limits are narrower than those of
 * `percentage`, and there is no width where everybody was asked.
 *
 * value = part ÷ asked × 100; the standard error is that of a simple sample times √(1 − n/N), with n asked of N people.
 *
 * @param part    how many of those asked have it: one count, by the keys of `asked` and any more
 * @param asked   how many were asked: one count
 * @param people  how many there are: one count, by keys that `asked` has too
 * @param options `level`: coverage, default 0.95; `deviate`, `limits`, `form`, `root`: see `SamplePercentageOptions`
 * @returns percentages and limits, with part as `events` and asked as `population`. Nobody asked: missing as `no population`.
 * Where people are missing the value is there and the limits are missing for their reason, as `unknown` without a row. Fewer
 * people than were asked, as an estimate may be, are taken as all, with an issue; a count that cannot be is missing as
 * `not available`, with an issue. Missing or suppressed counts pass their reason
 * @throws PopneedsError `part-above-whole` when more have it than were asked; `unknown-key` when people are counted by a key
 * that `asked` lacks; `one-measure`; `invalid-option`; those of `over`
 *
 * Source: Cochran WG. Sampling Techniques, 3rd ed., 1977, 3.2.
 * Reference: worked by hand, through `finitePopulationProportion` of `@popneeds/stats`.
 *
 * @example
 * samplePercentage(only(survey, "active"), only(survey, "asked"), only(pupils, "people"))
 */
export function samplePercentage<KP extends KA, KA extends KN, KN extends Keys>(
  part: Table<KP, Readonly<Record<string, "count">>>,
  asked: Table<KA, Counts>,
  people: Table<KN, Counts>,
  options: SamplePercentageOptions = {},
): Estimates<KP, "percentage"> {
  const { level = 0.95, convention, ...placing } = options;
  requireScale("samplePercentage", { level });
  const { limits = "wilson", form = "1 - n/N", root = "once", deviate } = placing;
  if (deviate !== undefined && !(deviate > 0 && deviate < Number.POSITIVE_INFINITY)) {
    throw new PopneedsError({
      code: "invalid-option",
      message: `samplePercentage: invalid deviate: ${deviate}`,
      fix: "Give a number above 0, such as 1.96.",
    });
  }
  requireChoice("samplePercentage", "limits", limits, ["wilson", "normal"]);
  requireChoice("samplePercentage", "form", form, ["1 - n/N", "(N - n)/(N - 1)"]);
  requireChoice("samplePercentage", "root", root, ["once", "twice"]);
  const exposed: Exposed<KP> = over(part, asked);
  refusePartAboveWhole("samplePercentage", exposed);
  const peopleOf = peopleIn(exposed as unknown as Table, people as unknown as Table);

  const faults: Record<Fault, number[]> = {
    "impossible-count": [],
    "impossible-people": [],
    "more-asked-than-people": [],
  };
  const found = estimateRows(
    exposed,
    "percentage",
    (events, sampled, row) => {
      if (events < 0 || sampled === Number.POSITIVE_INFINITY) {
        faults["impossible-count"].push(row);
        return missingEstimate("not available");
      }
      const all = peopleOf(row);
      if (typeof all === "string" || !(all > 0 && all < Number.POSITIVE_INFINITY)) {
        const reason: Missing = typeof all === "string" ? all : all === 0 ? "no population" : "not available";
        if (reason === "not available") faults["impossible-people"].push(row);
        return { value: (events / sampled) * 100, lower: reason, upper: reason };
      }
      if (all < sampled) faults["more-asked-than-people"].push(row);
      return finitePopulationProportion(events, sampled, all, { per: 100, level, ...placing });
    },
    withStep(fromInputs([exposed.provenance, people.provenance]), describe({ ...options, level })),
  );
  const issues = Object.entries(faults).flatMap(([code, rows]) =>
    issue(code as Fault, rows, exposed as unknown as Table),
  );
  return uncheckedTable({ ...found, issues: [...found.issues, ...people.issues, ...issues] });
}

/** How many people there are for a row, by every key that people are counted by. */
function peopleIn(table: Table, people: Table): (row: number) => Figure {
  const figures = onlyFigure("samplePercentage", people);
  const names = Object.keys(people.keys);
  const unknown = names.filter((name) => !Object.hasOwn(table.keys, name));
  if (unknown.length > 0) {
    throw new PopneedsError({
      code: "unknown-key",
      message: `samplePercentage: people are counted by ${unknown.join(", ")}, and those asked are not`,
      fix: `Sum over it: sumOver(people, "${unknown[0]}").`,
    });
  }
  const textOf = ({ keys }: Table, row: number) =>
    names.map((name) => keyText(keys[name]!.values[keys[name]!.codes[row]!]!)).join("\u0000");
  const rowOf = new Map(Array.from({ length: people.length }, (_, row) => [textOf(people, row), row]));
  return (row) => {
    const at = rowOf.get(textOf(table, row));
    return at === undefined ? "unknown" : figureAt(figures, at);
  };
}

function describe({
  level,
  deviate,
  limits,
  form,
  root,
  convention,
}: SamplePercentageOptions & { level: number }): string {
  const said = [
    `percentage of those asked; ${printLevel(level)} ${limits === "normal" ? "normal limits" : "limits by Wilson's score method"}${deviate === undefined ? "" : ` with z = ${deviate}`}`,
    `corrected for the part of the population that was asked by √(${form === "(N - n)/(N - 1)" ? "(N − n)/(N − 1)" : "1 − n/N"})`,
    root === "twice" ? "its square root taken twice, as published" : null,
    convention === undefined ? null : `by the convention ${convention}`,
  ];
  return said.filter((words) => words !== null).join("; ");
}

type Fault = keyof typeof faultWords;

const faultWords = {
  "impossible-count": "have a count that is negative or infinite, and no percentage",
  "impossible-people": "have a number of people that is negative or infinite, and no limits",
  "more-asked-than-people": "have fewer people than were asked, and limits as if all had been asked",
} as const;

function issue(code: Fault, rows: readonly number[], table: Table): Issue[] {
  const fix =
    code === "impossible-count"
      ? "Correct the counts, or leave these groups out with keep()."
      : "Set those asked against the people of the same place and time.";
  return groupIssue(table, rows, { code, words: faultWords[code], fix });
}
