import {
  type Additive,
  atBest,
  type Counts,
  createTable,
  type Exposed,
  fromInputs,
  groupRows,
  type Key,
  type KeyColumn,
  type Keys,
  keyLabel,
  keyText,
  type MeasureColumn,
  type Missing,
  measureColumn,
  missingAt,
  PopneedsError,
  type Table,
  takeRows,
  withStep,
} from "@popneeds/core";

/** What says where and when rates were counted, not what they are by. */
type Whereabouts = "area" | "level" | "period";
const whereabouts: readonly string[] = ["area", "level", "period"];

/**
 * The events that people would have at the rates of elsewhere: national rates by sex and age, applied to small areas.
 *
 * expected = people × events of elsewhere ÷ person-years of elsewhere, in each cell; with rates per person-year and people
 * at one time they are events a year. The result adds up, and is modelled: it shows what the people's sex and age imply,
 * and nothing of how healthy the area is. It is never evidence that an area differs.
 *
 * @param rates  events over people of one area and period, by age and sex and by anything more, such as a cause
 * @param people one count, by every sex and age that rates are by; any area, period and level
 * @returns events by the keys of the people, and what more the rates are by. People of 0 have 0 events. A missing rate or
 * count passes its reason; a rate without people is `no population`
 * @throws PopneedsError `several-rates` when rates are of several areas, levels or periods
 * @throws PopneedsError `not-counted-by` when rates are by sex or age and people are not
 * @throws PopneedsError `no-rate` when people are of a sex or an age that rates are not
 * @throws PopneedsError `one-measure` when people have more than one measure
 *
 * Source: indirect standardisation's expected count (Breslow NE, Day NE. Statistical Methods in Cancer Research II, 1987,
 * ch. 2).
 *
 * @example
 * yearsOfLifeLost(expectedEvents(nationalDeaths, localPeople), ukLifeTable)
 */
export function expectedEvents<KR extends Keys, KP extends Keys, E extends Additive>(
  rates: Exposed<KR, E>,
  people: Table<KP, Counts>,
): Table<KP & Omit<KR, keyof KP | Whereabouts>, { readonly events: E }> {
  const count = onlyCount(people);
  const ratesOf = refuseSeveral(rates as unknown as Table);
  const shared = Object.keys(rates.keys).filter((name) => name in people.keys && !whereabouts.includes(name));
  const further = Object.keys(rates.keys).filter((name) => !(name in people.keys) && !whereabouts.includes(name));
  refuseUncounted(further);

  const combinations = groupRows(
    further.map((name) => rates.keys[name] as KeyColumn),
    rates.length,
  );
  const size = further.length === 0 ? 1 : combinations.first.length;
  const cells = new Map<string, (number | Missing)[]>();
  const absent = rates.measures.events.absent === "zero" ? 0 : "unknown";
  const cellText = (table: Table, row: number): string =>
    shared.map((name) => keyText(keyAt(table.keys[name]!, row))).join("|");
  for (let i = 0; i < rates.length; i++) {
    const text = cellText(rates as unknown as Table, i);
    const cell = cells.get(text) ?? Array.from({ length: size }, () => absent as number | Missing);
    cell[further.length === 0 ? 0 : combinations.group[i]!] = rateAt(rates, i);
    cells.set(text, cell);
  }

  const astray: string[] = [];
  const events: (number | Missing)[] = [];
  for (let i = 0; i < people.length; i++) {
    const cell = cells.get(cellText(people as unknown as Table, i));
    if (!cell) astray.push(shared.map((name) => keyLabel(keyAt(people.keys[name] as KeyColumn, i))).join("  "));
    else for (const rate of cell) events.push(product(missingAt(count, i) ?? count.values[i]!, rate));
  }
  refuseAstray([...new Set(astray)], shared);

  const peopleRow = Int32Array.from({ length: people.length * size }, (_, i) => Math.floor(i / size));
  const rateRow = Int32Array.from({ length: people.length * size }, (_, i) => combinations.first[i % size]!);
  const rateKeys = takeRows(rates as unknown as Table, rateRow).keys;
  const said = `expected events: ${ratesOf} rates by ${[...shared, ...further].join(", ")}, applied to the people here; modelled, not counted`;
  return createTable({
    keys: {
      ...takeRows(people as unknown as Table, peopleRow).keys,
      ...Object.fromEntries(further.map((name) => [name, rateKeys[name] as KeyColumn])),
    },
    measures: { events: measureColumn(rates.measures.events.kind, events) },
    issues: [...rates.issues, ...people.issues],
    provenance: atBest(withStep(fromInputs([rates.provenance, people.provenance]), said), "modelled"),
  }) as unknown as Table<KP & Omit<KR, keyof KP | Whereabouts>, { readonly events: E }>;
}

function keyAt({ values, codes }: KeyColumn, row: number): Key {
  return values[codes[row]!]!;
}

function rateAt({ measures: { events, population } }: Exposed<Keys, Additive>, row: number): number | Missing {
  const missing = missingAt(events, row) ?? missingAt(population, row);
  if (missing) return missing;
  return population.values[row]! > 0 ? events.values[row]! / population.values[row]! : "no population";
}

function product(people: number | Missing, rate: number | Missing): number | Missing {
  if (people === 0) return 0;
  if (typeof people === "string") return people;
  return typeof rate === "string" ? rate : people * rate;
}

function onlyCount({ measures }: Table<Keys, Counts>): MeasureColumn {
  const [first, ...others] = Object.entries<MeasureColumn>(measures);
  if (!first || others.length > 0)
    throw new PopneedsError({
      code: "one-measure",
      message: `expectedEvents: people must have one measure; found ${Object.keys(measures).join(", ") || "none"}`,
      fix: 'Keep one with only(table, "people").',
    });
  return first[1];
}

/** What the rates are of, in words; refuses rates of several places or times. */
function refuseSeveral(rates: Table): string {
  const said: string[] = [];
  for (const name of whereabouts) {
    const values = rates.keys[name]?.values ?? [];
    if (values.length > 1)
      throw new PopneedsError({
        code: "several-rates",
        message: `expectedEvents: rates must be of one ${name}; found ${values.length}: ${values.slice(0, 3).map(keyLabel).join(", ")}${values.length > 3 ? " …" : ""}`,
        fix: `Keep one: keep(rates, { ${name}: … }).`,
      });
    if (values[0] !== undefined && name !== "level") said.push(keyLabel(values[0]));
  }
  return said.length > 0 ? said.join(", ") : "the given";
}

function refuseUncounted(further: readonly string[]): void {
  const lacking = further.filter((name) => name === "sex" || name === "age");
  if (lacking.length > 0)
    throw new PopneedsError({
      code: "not-counted-by",
      message: `expectedEvents: rates are by ${lacking.join(" and ")}, but people are not counted by it`,
      fix: `Give people by ${lacking.join(" and ")}, or sum the rates' events and people first.`,
    });
}

function refuseAstray(astray: readonly string[], shared: readonly string[]): void {
  if (astray.length > 0)
    throw new PopneedsError({
      code: "no-rate",
      message: `expectedEvents: people need a rate for each ${shared.join(" and ")}; ${astray.length} have none:`,
      where: astray,
      fix: "Bring people and rates to common bands of ages first: into(people, bands).",
    });
}
