import {
  type Age,
  type Keys,
  type Measures,
  type Missing,
  measureColumn,
  type OnlyCounts,
  PopneedsError,
  type Table,
  uncheckedTable,
  withStep,
} from "@popneeds/core";
import { type AgesOfGroup, agesOfGroups } from "./ages-of-groups.ts";
import { type WorkingAges, type WorkingAgesName, workingAgesOf } from "./working-ages.ts";

/** People who are children, of working age and old, and how many there are of each to those of working age. */
export type DependencyMeasures = {
  readonly children: "count";
  readonly workingAge: "count";
  readonly older: "count";
  readonly childRatio: "ratio";
  readonly olderRatio: "ratio";
  readonly totalRatio: "ratio";
};

/** Whom the ratios are of. */
export interface DependencyOptions {
  /** A name of `workingAges`, or ages of one's own; default `16 to 64`. */
  readonly ages?: WorkingAgesName | WorkingAges;
  /** People of working age that the ratios are per, above 0; default 100. */
  readonly per?: number;
}

/**
 * Dependency ratios: children, older people and both, per 100 people of working age.
 *
 * childRatio = 100 × children ÷ working age; olderRatio = 100 × older ÷ working age; totalRatio is their sum. People of both sexes
 * are counted together. Where the older age differs by sex, or is a fraction of a year, those of the year that is cut are
 * taken in proportion, as if birthdays were spread evenly.
 *
 * Missing where nobody is of working age (`no population`), where an age is missing (for its reason) or is not there
 * (`incomplete`). The ratios say nothing of who works or needs care: many older people do the one and not the other.
 *
 * @param table   one count of people by age, and by sex where the older age differs by it; of any keys beside
 * @param options `ages`, `per`: see `DependencyOptions`
 * @returns the keys without `age` and `sex`; people in the three groups, and the three ratios
 * @throws PopneedsError `ages-cut` when a limit cuts through a band of the table; `sexes-needed` when the older age differs by
 * sex and the table has no women and men; `sexes-mixed` when it has both together beside them; `invalid-option`, `overlapping-ages`, `unknown-key`, `one-measure`, `not-additive`
 *
 * Source: Rowland DT. Demographic Methods and Concepts, 2003, ch. 3.
 * Reference: shares of children, working and pensionable age in table 7 of the mid-year estimates of National Records of Scotland,
 * 2019, all 47 areas by sex.
 *
 * @example
 * dependencyRatios(people, { ages: "16 to 65" })
 */
export function dependencyRatios<K extends Keys & { readonly age: Age }, M extends Measures>(
  table: Table<K, M> & OnlyCounts<M>,
  { ages = "16 to 64", per = 100 }: DependencyOptions = {},
): Table<{ readonly [P in Exclude<keyof K, "age" | "sex">]: K[P] }, DependencyMeasures> {
  const limits = workingAgesOf(ages, "dependencyRatios");
  if (!(per > 0 && per < Number.POSITIVE_INFINITY))
    throw new PopneedsError({
      code: "invalid-option",
      message: `dependencyRatios: per must be a number above 0; found ${per}`,
      fix: "Write per: 100.",
    });
  const plain = table as unknown as Table;
  const { groups, keys } = agesOfGroups(plain, ["age", "sex"], "dependencyRatios");
  refuseCut((plain.keys["age"]?.values ?? []) as readonly Age[], limits);
  refuseSexes(plain, limits);
  const counts = groups.map((group) => countsOf(group, limits));
  const ratio = (of: (count: ThreeAges) => number) =>
    measureColumn(
      "ratio",
      counts.map((count): number | Missing =>
        typeof count === "string"
          ? count
          : count.workingAge > 0
            ? (per * of(count)) / count.workingAge
            : "no population",
      ),
    );
  const people = (of: (count: ThreeAges) => number) =>
    measureColumn(
      "count",
      counts.map((count) => (typeof count === "string" ? count : of(count))),
    );
  return uncheckedTable({
    keys,
    measures: {
      children: people(({ children }) => children),
      workingAge: people(({ workingAge }) => workingAge),
      older: people(({ older }) => older),
      childRatio: ratio(({ children }) => children),
      olderRatio: ratio(({ older }) => older),
      totalRatio: ratio(({ children, older }) => children + older),
    },
    issues: table.issues,
    provenance: withStep(
      table.provenance,
      `dependency ratios per ${per} of working age: ${typeof ages === "string" ? ages : said(limits)}`,
    ),
  }) as unknown as Table<{ readonly [P in Exclude<keyof K, "age" | "sex">]: K[P] }, DependencyMeasures>;
}

interface ThreeAges {
  readonly children: number;
  readonly workingAge: number;
  readonly older: number;
}

function countsOf({ cells, missing }: AgesOfGroup, limits: WorkingAges): ThreeAges | Missing {
  if (missing) return missing;
  let [children, workingAge, older] = [0, 0, 0];
  for (const { sex, age, people } of cells) {
    const end = endOf(limits, sex);
    if (age.to <= limits.childrenUnder) children += people;
    else if (age.to <= end) workingAge += people;
    else if (age.from >= end) older += people;
    else {
      const working = people * (end - age.from);
      workingAge += working;
      older += people - working;
    }
  }
  return { children, workingAge, older };
}

function endOf({ olderFrom }: WorkingAges, sex: string | null): number {
  if (typeof olderFrom === "number") return olderFrom;
  return sex === "male" ? olderFrom.male : olderFrom.female;
}

function endsOf({ olderFrom }: WorkingAges): readonly number[] {
  return typeof olderFrom === "number" ? [olderFrom] : [olderFrom.female, olderFrom.male];
}

function said(limits: WorkingAges): string {
  const [one, other] = endsOf(limits);
  return `children under ${limits.childrenUnder}, older from ${other === undefined ? one : `${one} (women) and ${other} (men)`}`;
}

function refuseCut(ages: readonly Age[], limits: WorkingAges): void {
  const cut = ages.flatMap((age) =>
    [limits.childrenUnder, ...endsOf(limits)]
      .filter((limit) => age.from < limit && limit < age.to && !(age.to === age.from + 1))
      .map((limit) => `${age.label} is cut at ${limit}`),
  );
  if (cut.length > 0)
    throw new PopneedsError({
      code: "ages-cut",
      message: `dependencyRatios: limits of working age must fall between bands of the table, or within a single year; ${cut.length} do not:`,
      where: cut,
      fix: "Give single years of age, or working ages that fit the bands.",
    });
}

function refuseSexes(table: Table, { olderFrom }: WorkingAges): void {
  const sexes = (table.keys["sex"]?.values ?? []) as readonly unknown[];
  if (sexes.includes("all") && sexes.length > 1)
    throw new PopneedsError({
      code: "sexes-mixed",
      message: `dependencyRatios: people of all sexes must not stand beside women and men, who would be counted twice; found ${sexes.join(", ")}`,
      fix: 'Keep one or the other: keep(people, { sex: (sex) => sex !== "all" }).',
    });
  if (typeof olderFrom === "number" || table.length === 0) return;
  if (sexes.length === 0 || sexes.includes("all"))
    throw new PopneedsError({
      code: "sexes-needed",
      message: `dependencyRatios: the older age differs by sex, and the table must have women and men apart; found ${sexes.join(", ") || "no key sex"}`,
      fix: "Give people by sex, or an older age that is the same for both.",
    });
}
