import type { Age } from "./age.ts";
import { groupRows } from "./group-rows.ts";
import { type Key, type KeyColumn, keyLabel, keyText, takeKeys } from "./key-column.ts";
import { type MeasureColumn, takeMeasures } from "./measure-column.ts";
import { type Additive, addsUp } from "./measure-kind.ts";
import { reasonCode } from "./missing.ts";
import type { Period } from "./period.ts";
import { PopneedsError } from "./popneeds-error.ts";
import { fromInputs } from "./provenance.ts";
import { type Counts, describeRow, type Keys, type Table, uncheckedTable } from "./table.ts";

/** Events and the people among whom they were counted: what every rate needs. */
export type Exposed<K extends Keys = Keys, E extends Additive = "count"> = Table<
  K,
  { readonly events: E; readonly population: Additive }
>;

/**
 * Sets events against the people among whom they were counted.
 *
 * It starts from the people, so that a band in which nothing happened is present: with 0 events where the events' schema
 * says that an absent row means zero, else as unknown. Rows meet by what their keys mean, ages by their bands, never by
 * position. Events may have keys that people have not (a cause): then every such key meets all the people, and cannot be
 * summed over any more. Of the people, those of periods and levels that the events are not about are left out; events
 * without any row leave out nobody. What is rare may not have happened in a whole year, and then no row is about that year:
 * say which periods the events were counted in.
 *
 * @param events  one count
 * @param people  one count, of people or person-years; its keys must all be keys of the events
 * @param options `periods`: the periods in which events were counted; default those that occur among the events
 * @throws PopneedsError `population-missing` when events happened in a group that has no people's row
 * @throws PopneedsError `not-counted-by` when people are counted by something that events are not
 * @throws PopneedsError `not-additive` when the measure of a table is not a count
 * @throws PopneedsError `one-measure` when a table has more than one measure
 *
 * @example
 * over(deaths, people)
 * over(rareDeaths, people, { periods: [calendarYears(2022), calendarYears(2023)] })
 */
export function over<KE extends KP, KP extends Keys, M extends Counts>(
  events: Table<KE, M>,
  people: Table<KP, Counts>,
  { periods = null }: { readonly periods?: readonly Period[] | null } = {},
): Exposed<KE, M[keyof M]> {
  const [, eventCount] = onlyMeasure(events, "events");
  const [, peopleCount] = onlyMeasure(people, "people");
  const shared = Object.keys(people.keys);
  const extra = Object.keys(events.keys).filter((name) => !shared.includes(name));
  refuseUncounted(events, shared);

  const inPeople = shared.map((name) => ({
    people: people.keys[name] as KeyColumn,
    events: events.keys[name] as KeyColumn,
    translate: translation(events.keys[name] as KeyColumn, people.keys[name] as KeyColumn),
  }));
  const rows = peopleRows(people, events, periods);
  const rowOf = rowIndex(
    inPeople.map((column) => column.people),
    rows,
  );
  const combinations = groupRows(
    extra.map((name) => events.keys[name] as KeyColumn),
    events.length,
  );
  const count = extra.length === 0 ? 1 : combinations.first.length;

  const values = new Float64Array(rows.length * count);
  const reasons = new Uint8Array(rows.length * count);
  const unknown = eventCount.absent === "zero" ? 0 : reasonCode("unknown");
  values.fill(unknown === 0 ? 0 : Number.NaN);
  reasons.fill(unknown);
  const astray: number[] = [];
  for (let i = 0; i < events.length; i++) {
    const at = rowOf(inPeople.map((column) => column.translate[column.events.codes[i]!]!));
    if (at === undefined) {
      astray.push(i);
      continue;
    }
    const slot = at * count + (extra.length === 0 ? 0 : combinations.group[i]!);
    values[slot] = eventCount.values[i]!;
    reasons[slot] = eventCount.reasons?.[i] ?? 0;
  }
  if (astray.length > 0) throw populationMissing(events, people, astray);

  const peopleRow = Int32Array.from({ length: rows.length * count }, (_, i) => rows[Math.floor(i / count)]!);
  const eventRow = Int32Array.from({ length: rows.length * count }, (_, i) => combinations.first[i % count]!);
  return uncheckedTable({
    keys: Object.fromEntries([
      ...shared.map((name) => [name, takeKeys(people.keys[name] as KeyColumn, peopleRow)] as const),
      ...extra.map((name) => [name, takeKeys(events.keys[name] as KeyColumn, eventRow)] as const),
    ]),
    measures: {
      events: Object.freeze({
        kind: eventCount.kind,
        values,
        reasons: reasons.some((reason) => reason !== 0) ? reasons : null,
        absent: eventCount.absent,
      }),
      population: Object.freeze({
        ...takeMeasures(peopleCount, peopleRow),
        ...(extra.length > 0 ? { sharedOver: extra } : {}),
      }),
    },
    issues: [...events.issues, ...people.issues],
    provenance: fromInputs([events.provenance, people.provenance]),
  }) as unknown as Exposed<KE, M[keyof M]>;
}

function onlyMeasure(table: Table<Keys, Counts>, which: string): [string, MeasureColumn<Additive>] {
  const measures = Object.entries<MeasureColumn<Additive>>(table.measures);
  if (measures.length !== 1)
    throw new PopneedsError({
      code: "one-measure",
      message: `over: ${which} must have one measure; found ${measures.map(([name]) => name).join(", ") || "none"}`,
      fix: 'Keep one with only(table, "deaths").',
    });
  const [name, { kind }] = measures[0]!;
  if (!addsUp(kind))
    throw new PopneedsError({
      code: "not-additive",
      message: `over: ${which} must be counts; "${name}" is a ${kind}`,
      fix: "Set counts against people, then compute the rate.",
    });
  return measures[0]!;
}

function refuseUncounted(events: Table, shared: readonly string[]): void {
  const lacking = shared.filter((name) => !(name in events.keys));
  if (lacking.length > 0)
    throw new PopneedsError({
      code: "not-counted-by",
      message: `over: events are not counted by ${lacking.join(", ")}, but people are`,
      fix: `Sum the people first: sumOver(people, ${lacking.map((name) => `"${name}"`).join(", ")}).`,
    });
}

/** The people's rows of the periods and levels that the events are about. */
function peopleRows(people: Table, events: Table, periods: readonly Period[] | null): Int32Array {
  const tests = ["period", "level"]
    .filter((name) => name in people.keys && events.length > 0)
    .map((name) => {
      const said =
        name === "period" && periods ? [...periods, ...events.keys[name]!.values] : events.keys[name]!.values;
      const wanted = new Set(said.map(keyText));
      const column = people.keys[name]!;
      return { codes: column.codes, pass: column.values.map((key) => wanted.has(keyText(key))) };
    });
  const rows: number[] = [];
  for (let i = 0; i < people.length; i++) if (tests.every(({ codes, pass }) => pass[codes[i]!])) rows.push(i);
  return Int32Array.from(rows);
}

function translation(from: KeyColumn, to: KeyColumn): Int32Array {
  const known = new Map(to.values.map((key, i) => [keyText(key), i]));
  return Int32Array.from(from.values, (key) => known.get(keyText(key)) ?? -1);
}

/** Finds the position in `rows` of the row that has the given codes. */
function rowIndex(columns: readonly KeyColumn[], rows: Int32Array): (codes: readonly number[]) => number | undefined {
  const at = new Map<string, number>();
  for (let i = 0; i < rows.length; i++) at.set(columns.map((column) => column.codes[rows[i]!]).join(" "), i);
  return (codes) => at.get(codes.join(" "));
}

function populationMissing(events: Table, people: Table, astray: readonly number[]): PopneedsError {
  return new PopneedsError({
    code: "population-missing",
    message: `over: every row of events needs people; ${astray.length} of ${events.length} rows have none:`,
    where: astray.map((i) => describeRow(events, i)),
    fix: likelyCause(events, people),
  });
}

function likelyCause(events: Table, people: Table): string {
  const ages = [events, people].map((table) => (table.keys["age"] as KeyColumn<Age> | undefined)?.values);
  const bands = (values: readonly Key[]) => new Set(values.map(keyText));
  if (ages[0] && ages[1]) {
    const theirs = bands(ages[1]);
    const odd = ages[0].filter((age) => !theirs.has(keyText(age)));
    if (odd.length > 0)
      return `The people are not counted in the band ${odd.map(keyLabel).slice(0, 3).join(", ")}: bring both to common bands first, into(people, bands).`;
  }
  for (const [name, column] of Object.entries(people.keys)) {
    const theirs = bands(column.values);
    const odd = (events.keys[name] as KeyColumn).values.filter((key) => !theirs.has(keyText(key)));
    if (odd.length > 0)
      return `The people have no ${name} ${odd.map(keyLabel).slice(0, 3).join(", ")}: give people that cover it, or leave these events out with keep().`;
  }
  return "Give people for every group in which events were counted.";
}
