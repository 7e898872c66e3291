import {
  describeRow,
  firstThree,
  type Issue,
  type Key,
  type KeyColumn,
  keyLabel,
  type Missing,
  PopneedsError,
  type Table,
} from "@popneeds/core";
import type { Estimates } from "../shared/estimate.ts";
import { figureAt } from "../shared/figure.ts";
import { groupsButFor } from "../shared/groups-but-for.ts";

/** By which key groups are told apart, and in which order they stand. */
export interface GroupOrder<By extends string = string> {
  /** The key whose values are the groups, such as `fifth`. */
  readonly by: By;
  /** Its values, first to last: most deprived first, say. Default: rising, where all are numbers. */
  readonly order?: readonly string[];
}

/** The rows of one area (or any other combination of keys), one for each group in order, or why they cannot be used. */
export interface OrderedGroups {
  readonly rows: readonly number[];
  readonly missing: Missing | null;
}

/** The estimates of a table laid out for measures of inequality. */
export interface GroupsInOrder {
  readonly names: readonly string[];
  readonly first: Int32Array;
  readonly groups: readonly OrderedGroups[];
  /** The labels of the groups, first to last. */
  readonly labels: readonly string[];
  readonly issues: readonly Issue[];
}

/** Lays out estimates by groups in order; what lacks a group, or has one without people, is missing and said aloud. */
export function groupsInOrder(caller: string, table: Estimates, { by, order }: GroupOrder): GroupsInOrder {
  const column = (table.keys as Readonly<Record<string, KeyColumn<Key>>>)[by];
  if (!column)
    throw new PopneedsError({
      code: "unknown-key",
      message: `${caller}: the table needs the key "${by}"; it has ${Object.keys(table.keys).join(", ") || "no keys"}`,
      fix: "Name the key that tells the groups apart.",
    });
  const labels = order ?? numericOrder(caller, by, column);
  refuseUnordered(caller, by, column, labels);
  const place = column.values.map((key) => labels.indexOf(keyLabel(key)));
  const { names, first, members } = groupsButFor(by, table as unknown as Table);

  const lacking: number[] = [];
  const empty: number[] = [];
  const impossible: number[] = [];
  const groups = members.map((members): OrderedGroups => {
    const rows = members.toSorted((a, b) => place[column.codes[a]!]! - place[column.codes[b]!]!);
    if (rows.length < labels.length) {
      lacking.push(rows[0]!);
      return { rows, missing: "incomplete" };
    }
    const reason = rows.map((i) => figureAt(table.measures.value, i)).find((figure) => typeof figure === "string");
    if (typeof reason === "string") return { rows, missing: reason };
    const people = rows.map((i) => figureAt(table.measures.population, i));
    const unknown = people.find((figure) => typeof figure === "string");
    if (typeof unknown === "string") return { rows, missing: unknown };
    const odd = rows.find((i, g) => !Number.isFinite(table.measures.value.values[i]!) || people[g] === Infinity);
    if (odd !== undefined || people.some((figure) => (figure as number) < 0)) {
      impossible.push(odd ?? rows[0]!);
      return { rows, missing: "not available" };
    }
    const without = people.findIndex((figure) => !((figure as number) > 0));
    if (without >= 0) {
      empty.push(rows[without]!);
      return { rows, missing: "no population" };
    }
    return { rows, missing: null };
  });
  return {
    names,
    first,
    groups,
    labels,
    issues: [...said("group-missing", lacking), ...said("group-empty", empty), ...said("impossible-value", impossible)],
  };

  function said(code: keyof typeof words, rows: readonly number[]): Issue[] {
    if (rows.length === 0) return [];
    const some = firstThree(rows.map((i) => describeRow(table as unknown as Table, i))).join("; ");
    return [
      {
        code,
        severity: "warning",
        message: `${caller}: ${rows.length} of ${members.length} ${words[code]}, and have no measure of inequality: ${some}`,
        fix:
          code === "impossible-value"
            ? "Correct the values."
            : "Take wider areas or fewer groups, so that each has its people.",
      },
    ];
  }
}

const words = {
  "group-missing": "lack a group that others have",
  "group-empty": "have a group in which nobody lives",
  "impossible-value": "have a group whose value is infinite, or whose people are fewer than none",
} as const;

function numericOrder(caller: string, by: string, { values }: KeyColumn<Key>): readonly string[] {
  const labels = values.map(keyLabel);
  if (labels.some((label) => label.trim() === "" || Number.isNaN(Number(label))))
    throw new PopneedsError({
      code: "order-needed",
      message: `${caller}: the order of "${by}" must be given where its values are no numbers; found ${firstThree(labels).join(", ")}`,
      fix: 'Say which comes first: { order: ["most deprived", …, "least deprived"] }.',
    });
  return labels.toSorted((a, b) => Number(a) - Number(b));
}

function refuseUnordered(caller: string, by: string, { values }: KeyColumn<Key>, labels: readonly string[]): void {
  const odd = values.map(keyLabel).filter((label) => !labels.includes(label));
  if (odd.length === 0 && new Set(labels).size === labels.length) return;
  throw new PopneedsError({
    code: "order-incomplete",
    message: `${caller}: the order must name each value of "${by}" once; it has ${labels.join(", ")}, the table also ${odd.join(", ") || "none"}`,
    fix: "Leave other rows out with keep(), such as those of all groups together, or name them in the order.",
  });
}
