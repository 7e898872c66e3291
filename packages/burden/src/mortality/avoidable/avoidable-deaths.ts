import {
  type Age,
  atBest,
  type Counts,
  countBy,
  createTable,
  type Issue,
  type KeyColumn,
  type Keys,
  keyColumn,
  measureColumn,
  missingAt,
  PopneedsError,
  type Sex,
  type Table,
  takeRows,
  withStep,
} from "@popneeds/core";
import { diseaseCode } from "../causes/disease-code.ts";
import { holdsCode } from "../causes/disease-codes.ts";
import { onlyCount } from "../only-count.ts";
import { refuseAcross } from "../refuse-across.ts";
import type { AvoidableCause, AvoidableList } from "./avoidable-list.ts";

/** Whether a death could have been avoided, and by what. */
export type Avoidance = "preventable" | "treatable" | "not avoidable";

/** The cause of deaths that are not on a list. */
export const notOnList = "not on the list";

/**
 * Deaths that are avoidable: preventable by public health and primary prevention, or treatable by timely and good health care.
 *
 * Each death before the age of the list counts as preventable and as treatable by the shares of its cause, half and half for
 * some; what is left is not avoidable. So the three add up to all deaths: keep preventable and treatable for avoidable mortality.
 * Avoidable means of the population: no single death is said to have been avoidable.
 *
 * @param deaths one count by the keys `code` (ICD-10, with or without its point), `sex`, `age`, and anything else; no band of ages
 * may lie across an age of the list
 * @param list   causes with their codes and shares
 * @returns deaths with `cause` and `avoidance` in place of `code`, fractions where a cause is shared; a code that is none, and one
 * that is on the list at other ages or for the other sex only, is not avoidable. Missing deaths pass their reason. With an issue
 * when the list was not compared with a published one
 * @throws PopneedsError `code-in-two-causes` when a code of the deaths is in two causes of the list; `age-across-limit`;
 * `unknown-key`; `key-exists`; `one-measure`
 *
 * Source: OECD/Eurostat. Avoidable mortality: OECD/Eurostat lists of preventable and treatable causes of death, January 2022.
 *
 * @example
 * avoidableDeaths(deaths, list)
 */
export function avoidableDeaths<
  K extends Keys & { readonly code: string; readonly sex: Sex; readonly age: Age },
  M extends Counts,
>(
  deaths: Table<K, M>,
  list: AvoidableList,
): Table<Omit<K, "code"> & { readonly cause: string; readonly avoidance: string }, M> {
  const table = deaths as unknown as Table<Keys, Counts>;
  refuseKeys(table);
  const [name, count] = onlyCount("avoidableDeaths", table);
  const code = table.keys["code"] as KeyColumn<string>;
  const sex = table.keys["sex"] as KeyColumn<Sex>;
  const age = table.keys["age"] as KeyColumn<Age>;
  refuseAcross(
    "avoidableDeaths",
    age.values,
    list.causes.flatMap(({ from, until }) => [from, until]),
  );

  const unread = code.values.filter((text) => diseaseCode(text) === null);
  const causesOf = code.values.map((text) => {
    const tidy = diseaseCode(text);
    return tidy === null ? [] : list.causes.filter(({ codes }) => holdsCode(codes, tidy));
  });
  const rows: number[] = [];
  const causes: string[] = [];
  const avoidances: Avoidance[] = [];
  const figures: (number | ReturnType<typeof missingAt>)[] = [];
  for (let i = 0; i < table.length; i++) {
    const of = causeOf(
      causesOf[code.codes[i]!]!,
      sex.values[sex.codes[i]!]!,
      age.values[age.codes[i]!]!,
      code.values[code.codes[i]!]!,
      list,
    );
    const add = (cause: string, avoidance: Avoidance, share: number) => {
      if (share <= 0 && count.absent === "zero") return;
      rows.push(i);
      causes.push(cause);
      avoidances.push(avoidance);
      figures.push(missingAt(count, i) ?? count.values[i]! * share);
    };
    if (of) {
      add(of.cause, "preventable", of.preventable);
      add(of.cause, "treatable", of.treatable);
      if (of.preventable + of.treatable < 1 - 1e-9) add(of.cause, "not avoidable", 1 - of.preventable - of.treatable);
    } else add(notOnList, "not avoidable", 1);
  }
  const taken = takeRows(table, Int32Array.from(rows)).keys;
  const wide = createTable<Keys, Counts>({
    keys: { ...taken, cause: keyColumn(causes), avoidance: keyColumn(avoidances) },
    measures: {
      [name]: measureColumn(count.kind as "count", figures as (number | "unknown")[], { absent: count.absent }),
    },
  });
  const summed = countBy(
    wide,
    Object.keys(wide.keys).filter((key) => key !== "code"),
  );
  const provisional = list.comparedWith === null;
  return createTable<Keys, Counts>({
    keys: summed.keys,
    measures: summed.measures,
    issues: [
      ...deaths.issues,
      ...(unread.length > 0 ? [unreadIssue(unread)] : []),
      ...(provisional ? [provisionalIssue(list)] : []),
    ],
    provenance: atBest(withStep(deaths.provenance, stepOf(list)), provisional ? "assumption" : "observed"),
  }) as unknown as Table<Omit<K, "code"> & { readonly cause: string; readonly avoidance: string }, M>;
}

/** The one cause of a list that a death belongs to, if any. */
function causeOf(
  candidates: readonly AvoidableCause[],
  sex: Sex,
  age: Age,
  code: string,
  { name }: AvoidableList,
): AvoidableCause | null {
  const holding = candidates.filter(
    (of) => (of.sex === null || of.sex === sex) && age.from >= of.from && age.to <= of.until,
  );
  if (holding.length > 1)
    throw new PopneedsError({
      code: "code-in-two-causes",
      message: `avoidableDeaths: each code must be in one cause of the list; ${code} is in ${holding.length} of ${name}:`,
      where: holding.map(({ cause }) => cause),
      fix: 'Leave it out of one of them: "I20-I25 (excl I23)".',
    });
  return holding[0] ?? null;
}

function refuseKeys(table: Table<Keys, Counts>): void {
  const lacking = ["code", "sex", "age"].filter((key) => !table.keys[key]);
  if (lacking.length > 0)
    throw new PopneedsError({
      code: "unknown-key",
      message: `avoidableDeaths: deaths must be by code, sex and age; ${lacking.join(", ")} ${lacking.length === 1 ? "is" : "are"} not there`,
      fix: "Give deaths by code of ICD-10, sex and age.",
    });
  const there = ["cause", "avoidance"].filter((key) => table.keys[key]);
  if (there.length > 0)
    throw new PopneedsError({
      code: "key-exists",
      message: `avoidableDeaths: the table has the key "${there[0]}" already`,
      fix: "Sum over it first.",
    });
}

function stepOf({ name, comparedWith, causes }: AvoidableList): string {
  const until = [...new Set(causes.map((of) => of.until))].sort((a, b) => a - b).join(" or ");
  const firm =
    comparedWith === null ? "not compared with a published list: provisional" : `compared with ${comparedWith}`;
  return `deaths before age ${until} divided into preventable, treatable and not avoidable by ${name} (${firm})`;
}

function provisionalIssue({ name }: AvoidableList): Issue {
  return {
    code: "list-not-compared",
    severity: "warning",
    message: `${name} was not compared with a published list of avoidable causes; figures by it are provisional`,
    fix: "Compare each row with the publisher's table, and name it: avoidableList(rows, { comparedWith: … }).",
  };
}

function unreadIssue(codes: readonly string[]): Issue {
  const more = codes.length > 3 ? ` and ${codes.length - 3} more` : "";
  return {
    code: "unknown-code",
    severity: "warning",
    message: `every code must be one of ICD-10; ${codes.length} ${codes.length === 1 ? "is" : "are"} not: ${codes.slice(0, 3).join(", ")}${more}; their deaths are not on the list`,
    fix: "Correct the codes.",
  };
}
