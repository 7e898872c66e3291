import {
  type Additive,
  type Age,
  type Derived,
  type Key,
  type MeasureKind,
  type Missing,
  type Period,
  parseAge,
  parsePeriod,
  type Sex,
} from "@popneeds/core";
import { shown } from "./shown.ts";

/** A cell that does not say what its column must say. */
export interface Refusal {
  readonly refused: string;
  readonly code: string;
  readonly fix: string;
}

/** A column that tells rows apart. */
export interface KeyField<K extends Key = Key> {
  readonly role: "key";
  /** The column's header; `null` for a key that is the same in every row. */
  readonly header: string | null;
  /** What the column must hold, for messages. */
  readonly holds: string;
  readonly read: (text: string) => K | Refusal;
  /** Cells that mark a total of the column's other values; such rows are left out, and counted. */
  readonly totals: readonly string[];
  /** Column of the publisher's qualifier for this one; `d` (derived) there marks a total too. */
  readonly qualifier?: string;
  /** Whether a total has a key of its own, as the country has among councils: `code`; else it is the whole of the key. */
  readonly totalsHave?: "code";
  /** The ages stand across, one column each: the headers are read, not the cells. */
  readonly across?: boolean;
}

/** A column that is measured. */
export interface MeasureField<Kind extends MeasureKind = MeasureKind> {
  readonly role: "measure";
  /** The column's header; `null` when the figures stand across the columns of an age key. */
  readonly header: string | null;
  readonly kind: Kind;
  /** What a row that is not in the file means. */
  readonly absent: "zero" | "unknown";
  /** Cells that stand for a figure that is missing, and why. */
  readonly marks: Readonly<Record<string, Missing>>;
  /** Column of the publisher's qualifier for this one, if there is one. */
  readonly qualifier: string | null;
  /** Whether fractions are allowed: person-years and rates may have them, counts may not. */
  readonly fractions: boolean;
  readonly negatives: boolean;
  /** The thousands separator that the publisher writes, if one. */
  readonly thousands: "," | null;
  /** The decimal mark, where it is a comma: `12,5`; else it is a point. */
  readonly decimal?: ",";
  /** The figure of every row, where the file has none: 1, to count the rows of a list. */
  readonly each?: 1;
}

export interface KeyOptions {
  /** Cells that mark a total of the other values: `["All"]`. Such rows are left out, and counted. */
  readonly totals?: readonly string[] | undefined;
  /** Column of the publisher's qualifier for this one; `d` (derived) there marks a total too. */
  readonly qualifier?: string | undefined;
}

/** Words by which publishers mark a total. In a column that does not declare them they are refused, not summed. */
const totalWords =
  /^(all( (ages|areas|causes|deaths|people|persons|sexes))?|(grand |sub-?)?total( .*)?|persons|both( sexes)?|everyone|scotland)$/i;

/**
 * An area code, kept as text: `01` stays `01`.
 *
 * @param options `totals`: codes of areas that hold the others, such as the country's among councils; left out, and counted
 */
export function area(header: string, { totals = [], qualifier }: KeyOptions = {}): KeyField<string> {
  const holds = "an area code";
  const field = key(header, holds, (text) => (totalWords.test(text) ? total(text) : text), { totals, qualifier });
  return Object.freeze({ ...field, totalsHave: "code" as const });
}

/** Text that tells rows apart, such as a cause or a reason; kept as it is written. */
export function category(
  header: string,
  { totals = [], values = null, qualifier }: KeyOptions & { readonly values?: readonly string[] | null } = {},
): KeyField<string> {
  const holds = values ? `one of ${values.join(", ")}` : "a category";
  const read = (text: string): string | Refusal => {
    if (values && !values.includes(text)) return unexpected(text, holds);
    return totalWords.test(text) && !values ? total(text) : text;
  };
  return key(header, holds, read, { totals, qualifier });
}

/** Text that may be anything, blank or a total included; the schema's author knows what it means. */
export function label(header: string): KeyField<string> {
  return Object.freeze({ role: "key", header, holds: "text", read: (text: string) => text, totals: [] });
}

/** The sex, by the publisher's words for it. */
export function sex(
  header: string,
  words: Readonly<Record<string, Sex>> = { female: "female", male: "male" },
  { totals = [], qualifier }: KeyOptions = {},
): KeyField<Sex> {
  const holds = Object.keys(words).join(" or ");
  return key(
    header,
    holds,
    (text) =>
      Object.hasOwn(words, text) ? words[text]! : totalWords.test(text) ? total(text) : unexpected(text, holds),
    { totals, qualifier },
  );
}

/** A band of ages, in any of the ways in which publishers print one. */
export function age(header: string, { totals = [], qualifier }: KeyOptions = {}): KeyField<Age> {
  const holds = "an age or a band of ages such as 85-89 or 90+";
  return key(
    header,
    holds,
    (text) => parseAge(text) ?? (totalWords.test(text) ? total(text) : unexpected(text, holds)),
    { totals, qualifier },
  );
}

/** Ages that stand across, one column for each band: `0`, `1` … `90+`, or `Age0` … `Age90plus`. */
export function agesAcross(): KeyField<Age> {
  return { ...key(null, "ages across", (text: string) => parseAge(text) ?? unexpected(text, "an age")), across: true };
}

/**
 * A period in any of the ways in which publishers print one: a year, a financial year, a run of years, a month, a day.
 *
 * @param read the publisher's own way of writing periods, where it has one; `null` for a text that is none
 */
export function period(header: string, read: (text: string) => Period | null = parsePeriod): KeyField<Period> {
  const holds = "a period such as 2023, 2022/23, 2019-2021 or 2016-07";
  return key(header, holds, (text) => read(text) ?? unexpected(text, holds));
}

/** A key that the file does not hold because it is the same in every row. */
export function constant<K extends Key>(value: K): KeyField<K> {
  return Object.freeze({ role: "key", header: null, holds: "a constant", read: () => value, totals: [] });
}

export interface MeasureOptions {
  readonly absent?: "zero" | "unknown";
  /** The mark of a suppressed figure. */
  readonly suppressed?: string;
  /** Further marks, and why the figure is missing. A blank cell is a mark too: `{ "": "not available" }`. */
  readonly marks?: Readonly<Record<string, Missing>>;
  readonly qualifier?: string;
  readonly thousands?: ",";
  /** The publisher writes decimals with a comma: `12,5`. */
  readonly decimal?: ",";
}

/** Whole numbers of events or people, 0 or more. */
export function count(header: string, options: MeasureOptions = {}): MeasureField<"count"> {
  return measure("count", header, options, { fractions: false, negatives: false });
}

/** A change of a count, which adds up and may be below nought: births less deaths, net migration. */
export function change(header: string, options: MeasureOptions = {}): MeasureField<"count"> {
  return measure("count", header, options, { fractions: false, negatives: true });
}

/** Whole numbers of people that stand across the columns of `agesAcross()`. */
export function countAcross(options: MeasureOptions = {}): MeasureField<"count"> {
  return measure("count", null, options, { fractions: false, negatives: false });
}

/** Counts the rows of a list that holds no figures, a look-up or a catalogue: 1 for each row. */
export function listed(): MeasureField<"count"> {
  const rows = measure("count", null, { absent: "zero" }, { fractions: false, negatives: false });
  return Object.freeze({ ...rows, each: 1 as const });
}

/** A quantity that adds up and may have fractions: person-years, years of life, annual means of events. */
export function amount<Kind extends Additive>(
  kind: Kind,
  header: string,
  options: MeasureOptions = {},
): MeasureField<Kind> {
  return measure(kind, header, options, { fractions: true, negatives: false });
}

/** A figure that a publisher computed and that never adds up: a rate, a percentage, a limit. */
export function figure<Kind extends Derived>(
  kind: Kind,
  header: string,
  options: MeasureOptions = {},
): MeasureField<Kind> {
  return measure(kind, header, options, { fractions: true, negatives: true });
}

function key<K extends Key>(
  header: string | null,
  holds: string,
  read: (text: string) => K | Refusal,
  { totals = [], qualifier }: KeyOptions = {},
): KeyField<K> {
  const filled = (text: string) => (text === "" ? blank(holds) : read(text));
  return Object.freeze({ role: "key", header, holds, read: filled, totals, ...(qualifier ? { qualifier } : {}) });
}

function measure<Kind extends MeasureKind>(
  kind: Kind,
  header: string | null,
  { absent = "unknown", suppressed, marks = {}, qualifier, thousands, decimal }: MeasureOptions,
  allowed: { readonly fractions: boolean; readonly negatives: boolean },
): MeasureField<Kind> {
  return Object.freeze({
    role: "measure",
    header,
    kind,
    absent,
    marks: suppressed === undefined ? marks : { ...marks, [suppressed]: "suppressed" as const },
    qualifier: qualifier ?? null,
    thousands: thousands ?? null,
    ...(decimal ? { decimal } : {}),
    ...allowed,
  });
}

function blank(holds: string): Refusal {
  return { code: "blank-key", refused: `is blank; expected ${holds}`, fix: "Fill the cell, or take the row out." };
}

function unexpected(text: string, holds: string): Refusal {
  return {
    code: "unexpected-value",
    refused: `is ${shown(text)}; expected ${holds}`,
    fix: "Correct the cell, or say in the schema what the publisher means by it.",
  };
}

function total(text: string): Refusal {
  return {
    code: "total-among-parts",
    refused: `is "${text}": a total among its parts would be counted twice`,
    fix: `Leave such rows out by declaring them in the schema: { totals: ["${text}"] }.`,
  };
}
