import { type MeasureKind, type Period, parseAge, parsePeriod } from "@popneeds/core";
import {
  age,
  area,
  count,
  figure,
  type KeyField,
  label,
  listed,
  type MeasureField,
  type MeasureOptions,
  period,
  sex,
} from "../../field.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Fields } from "../../schema.ts";
import { qualified, withNamedTotals } from "./qualified.ts";

const words = { Female: "female", Females: "female", Male: "male", Males: "male" } as const;
const total = /^(all|total|both|persons)( .*)?$/i;
const time =
  /^(Year|Month|Quarter|Week|Date)$|(Year|Month|Quarter|Week|Date|Ending|Ended|Beginning|Commencing|OfDelay)$/;
const code = /(Code|Postcode|Practice|Location|Telephone|TelephoneNumber|Identifier)$|Date/;
const group = /(Quintile|Decile|Vigintile|^SIMD)$/;
const ageAcross = /^(AllAges|Ages?\d+((To|to)\d+)?(plus)?)$/;
const counted =
  /^(NumberOf|Number|Total|Incidences|Deaths)(?!.*(Average|Mean|Percent|Rate))|^(?!.*(Cumulative|Average|Mean|Percent|Rate)).*(Admissions|Attendances|Beddays|BedDays|Births|Deaths|Discharges|Episodes|Patients|Referrals|Registrations|Stays)$/;

/**
 * What the columns of one of Public Health Scotland's tables are, by the publisher's rules of naming and by what they hold.
 *
 * A column `XQF` qualifies the column `X`. A column is a key when it is a time, a code or a group by its name, or when most of its cells
 * are no numbers; every other column is measured. It is a count only if its name says so, or is an age
 * or all ages, and every figure is whole; a rate, a percentage, a ratio or
 * a limit if its name says so; else a score. A key's totals are held apart: cells qualified `d`, Scotland's code among other areas, and
 * words such as `All`. A blank that no qualifier explains is unknown. A table without figures counts its rows.
 */
export function columnsOfOpenData({ header, rows }: RawTable): Fields {
  const columns = header.flatMap((name, at) =>
    name.endsWith("QF") && header.includes(name.slice(0, -2)) ? [] : [new Column(name, at, header, rows)],
  );
  const places = columns.filter((column) => column.isArea && column.name !== "Country");
  const groups = columns.filter(({ name }) => group.test(name));
  const times = columns.filter((column) => column.isTime);
  const fields = columns.map((column): [string, KeyField | MeasureField] => {
    if (column.isTime) return [times.length === 1 ? "period" : camelCase(column.name), column.time()];
    if (column.isArea)
      return [places.length === 1 && places[0] === column ? "area" : camelCase(column.name), column.area()];
    if (column.isMeasured && !(group.test(column.name) && groups.length === 1))
      return [camelCase(column.name), column.measure()];
    return [camelCase(column.name), column.key()];
  });
  return Object.fromEntries(
    fields.some(([, { role }]) => role === "measure") ? fields : [...fields, ["rows", listed()] as const],
  );
}

/** A header as the key of a table is written: `NumberOfWaits` as `numberOfWaits`, `SIMDQuintile` as `simdQuintile`. */
function camelCase(text: string): string {
  return text.replace(/^[A-Z]+(?=[A-Z][a-z]|\d|$)|^[A-Z]/, (start) => start.toLowerCase());
}

class Column {
  readonly name: string;
  readonly qualifier: string | undefined;
  /** The different texts in it, blanks left out. */
  readonly #texts: ReadonlySet<string>;
  /** Those that the qualifier marks as totals. */
  readonly #derived: ReadonlySet<string>;
  readonly #numbers: number;
  readonly #filled: number;

  constructor(name: string, at: number, header: readonly string[], rows: RawTable["rows"]) {
    this.name = name;
    this.qualifier = header.includes(`${name}QF`) ? `${name}QF` : undefined;
    const qualifierAt = this.qualifier ? header.indexOf(this.qualifier) : -1;
    const texts = new Set<string>();
    const derived = new Set<string>();
    let numbers = 0;
    let filled = 0;
    for (const row of rows) {
      const text = row[at]!.trim();
      if (text === "" || text === "NA") continue;
      filled++;
      if (isNumber(text)) numbers++;
      texts.add(text);
      if (qualifierAt !== -1 && row[qualifierAt]!.trim() === "d") derived.add(text);
    }
    this.#texts = texts;
    this.#derived = derived;
    this.#numbers = numbers;
    this.#filled = filled;
  }

  get isTime(): boolean {
    return time.test(this.name) && this.#mostly((text) => periodOf(text) !== null);
  }

  get isArea(): boolean {
    return this.#mostly((text) => /^(S\d{8}|SB\d{4})$/.test(text));
  }

  get isMeasured(): boolean {
    if (code.test(this.name) || /^(Age|AgeGroup|Sex|Gender)$/.test(this.name)) return false;
    return this.#filled === 0 ? this.qualifier !== undefined : this.#numbers * 2 > this.#filled;
  }

  time(): KeyField {
    return this.#qualified(period(this.name, periodOf));
  }

  area(): KeyField {
    const totals = this.name === "Country" ? [] : ["S92000003"];
    return area(this.name, { totals, qualifier: this.qualifier });
  }

  key(): KeyField {
    // Where the publisher marks totals, its marks decide: "All Day cases" may be a part.
    const said = this.#derived.size > 0 ? this.#derived : [...this.#texts].filter((text) => total.test(text));
    const totals = [...said].filter((text) => parseAge(text) === null);
    const options = { totals, qualifier: this.qualifier };
    const one = new Set([...totals, ...this.#derived]).size <= 1;
    const parts = [...this.#texts].filter((text) => !totals.includes(text) && !this.#derived.has(text));
    if (one && /^(Sex|Gender)$/.test(this.name) && parts.every((text) => Object.hasOwn(words, text)))
      return sex(this.name, words, options);
    if (one && /^Age(Group|Band|Range)?$/.test(this.name) && parts.every((text) => parseAge(text) !== null))
      return age(this.name, options);
    return withNamedTotals(this.#qualified({ ...label(this.name), totals }));
  }

  measure(): MeasureField {
    const options: MeasureOptions = {
      marks: { "": "unknown", NA: "unknown" },
      ...(this.qualifier ? { qualifier: this.qualifier } : {}),
    };
    const whole = [...this.#texts].every((text) => !isNumber(text) || /^\d+$/.test(text));
    return whole && (counted.test(this.name) || ageAcross.test(this.name))
      ? count(this.name, options)
      : figure(kindOf(this.name), this.name, options);
  }

  #qualified<F extends KeyField>(field: F): F {
    return this.qualifier ? qualified(field, this.qualifier) : field;
  }

  #mostly(holds: (text: string) => boolean): boolean {
    let yes = 0;
    for (const text of this.#texts) if (holds(text)) yes++;
    return yes * 2 > this.#texts.size;
  }
}

function kindOf(name: string): Exclude<MeasureKind, "count" | "person-years" | "years"> {
  if (/(Lower|Upper)/.test(name)) return "limit";
  if (/Percent(?!ile)/.test(name)) return "percentage";
  if (/Rate|EASR|WASR/.test(name)) return "rate";
  return /Ratio/.test(name) ? "ratio" : "score";
}

/** A period as the publisher writes it: with `financial year` behind it, or the like. */
function periodOf(text: string): Period | null {
  return parsePeriod(text.replace(/\s*(financial|calendar) years?$/i, ""));
}

function isNumber(text: string): boolean {
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text);
}
