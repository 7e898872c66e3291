import { PopneedsError, type Sex } from "@popneeds/core";
import { type DiseaseCodes, diseaseCodes } from "../causes/disease-codes.ts";

/** A list of causes of which deaths are avoidable before an age. */
export interface AvoidableList {
  readonly name: string;
  readonly causes: readonly AvoidableCause[];
  /** The published table that its rows were compared with; `null` if with none, and then figures are provisional. */
  readonly comparedWith: string | null;
}

export interface AvoidableCause {
  readonly cause: string;
  readonly codes: DiseaseCodes;
  /** The part of its deaths that public health and primary prevention could avoid, 0 to 1. */
  readonly preventable: number;
  /** The part that timely and good health care could avoid, 0 to 1. */
  readonly treatable: number;
  /** The sex whose deaths count; `null` for both. */
  readonly sex: Sex | null;
  /** The youngest completed age whose deaths count. */
  readonly from: number;
  /** The age from which they count no more. */
  readonly until: number;
}

export interface AvoidableListOptions {
  /** How steps and issues name it. Default `the given list of avoidable causes`. */
  readonly name?: string;
  /** The published table that every row was compared with. Default none: figures are provisional, and say so. */
  readonly comparedWith?: string | null;
}

/**
 * A list of avoidable causes of death from rows that their owner may change: cause, codes, and which part is preventable and
 * which treatable.
 *
 * No list comes with this library: publishers' lists differ between editions, and have licences of their own. Figures by a list of
 * which nobody says that it was compared with a published one are marked provisional.
 *
 * @param records rows with `cause`, `icd10` (codes and ranges, "excl" for what is left out), `preventable_share`,
 * `treatable_share`; and, if there, `sex` (`female` or `male`; or a `note` that begins "female only"), `age_limit` (`<75`, default)
 * and `age_from` (default 0)
 * @param options `name`, `comparedWith`
 * @throws PopneedsError `invalid-list` when a share is not from 0 to 1, shares of a cause sum to more than 1 or to nothing, a cause
 * comes twice for a sex and ages, or an age or sex cannot be read; `invalid-disease-code`
 *
 * @example
 * avoidableList((await readRecords("list.csv", ["cause", "icd10", "preventable_share", "treatable_share"])).rows)
 */
export function avoidableList(
  records: readonly Readonly<Record<string, string>>[],
  { name = "the given list of avoidable causes", comparedWith = null }: AvoidableListOptions = {},
): AvoidableList {
  const faults: string[] = [];
  const seen = new Set<string>();
  const causes = records.map((row): AvoidableCause => {
    const cause = row["cause"] ?? "";
    const of = {
      cause,
      codes: diseaseCodes(row["icd10"] ?? ""),
      preventable: share(row["preventable_share"]),
      treatable: share(row["treatable_share"]),
      sex: sexOf(row),
      from: Number(row["age_from"] ?? 0),
      until: Number((row["age_limit"] || "75").replace(/^\s*<\s*/, "")),
    };
    const sum = of.preventable + of.treatable;
    if (cause === "") faults.push("a row without a cause");
    else if (!(of.preventable >= 0 && of.treatable >= 0 && sum > 0 && sum <= 1 + 1e-9))
      faults.push(`${cause}: preventable ${row["preventable_share"]}, treatable ${row["treatable_share"]}`);
    else if (!(of.from >= 0 && of.until > of.from))
      faults.push(`${cause}: ages ${row["age_from"] ?? 0} ${row["age_limit"]}`);
    else if (row["sex"] && of.sex === null && !/^(both|all|persons)$/i.test(row["sex"]))
      faults.push(`${cause}: sex ${row["sex"]}`);
    const text = `${cause} ${of.sex} ${of.from}`;
    if (seen.has(text)) faults.push(`${cause} comes twice`);
    seen.add(text);
    return of;
  });
  if (faults.length > 0 || causes.length === 0)
    throw new PopneedsError({
      code: "invalid-list",
      message: `avoidableList: each row needs a cause, once, and shares from 0 to 1 that sum to more than 0 and at most 1; ${faults.length} of ${causes.length} rows fail:`,
      where: faults,
      fix: "Correct the list.",
    });
  return Object.freeze({ name, causes: Object.freeze(causes), comparedWith });
}

function share(text: string | undefined): number {
  return text === undefined || text.trim() === "" ? Number.NaN : Number(text);
}

function sexOf(row: Readonly<Record<string, string>>): Sex | null {
  const said = /^(female|male)$/i.exec(row["sex"] ?? "") ?? /^(female|male)s? only/i.exec(row["note"] ?? "");
  return said ? (said[1]!.toLowerCase() as Sex) : null;
}
