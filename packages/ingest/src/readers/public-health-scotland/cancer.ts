import { age, area, category, count, figure, label, period, sex } from "../../field.ts";
import { agesThatDoNotSum } from "../../published/ages-that-do-not-sum.ts";
import { onlyColumns } from "../../published/columns-of-table.ts";
import { headerOf } from "../../published/header-of.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Reader } from "../../published/reader.ts";
import { type Fields, schema } from "../../schema.ts";
import { openDataTable } from "./open-data-table.ts";

const places = ["Country", "HB", "CA", "HSCP", "Region"];
const everySite = "All cancer types";
const blank = { marks: { "": "not available" } } as const;

/** Keys of cancers as Public Health Scotland publishes them, for registrations and deaths. */
const keysOf = (place: string, codesOfEverySite: readonly string[]) =>
  ({
    area: area(place, { totals: place === "Country" ? [] : ["S92000003"] }),
    siteCode: { ...label("CancerSiteICD10Code"), totals: codesOfEverySite },
    site: category("CancerSite", { totals: [everySite] }),
    sex: sex(
      "Sex",
      { Female: "female", Females: "female", Male: "male", Males: "male" },
      { totals: ["All"], qualifier: "SexQF" },
    ),
    period: period("Year"),
  }) satisfies Fields;

/** Cancers registered by age: cases, and their rate per 100,000 person-years in the band of ages. */
export const phsCancerByAge = schema({
  ...keysOf("Country", []),
  age: age("Age"),
  cases: count("Cases"),
  rate: figure("rate", "Rate", blank),
});

/**
 * Public Health Scotland's cancer incidence and cancer mortality: by age, and all ages with the rates of the publisher.
 *
 * Nineteen counts and nineteen rates stand across; they become a row for each age. The rates of all ages, crude, and
 * standardised to the European (2013) and world populations, are per 100,000 person-years, with their 95% limits. A row
 * whose ages do not sum to all ages is used with a warning. Sites overlap: `Bone and connective tissue` holds two others, so
 * that sites may not be summed; `All cancer types` is held apart. Where R saved the file, blanks are NA; in other downloads a
 * figure that is not there is a blank, and not available unless a qualifier says otherwise.
 *
 * No real file of mortality could be had: its columns (`DeathsAllAges`, `StandardisedMortalityRatio`, `Sex` Female, not Females)
 * are as code that reads it names them.
 */
export const phsCancerReader: Reader = {
  name: "phs-cancer",
  title: "Cancer incidence or mortality by site, sex and age",
  publisher: "Public Health Scotland",
  licence: "Open Government Licence v3.0",
  evidence: "published",
  recognise(file) {
    const header = headerOf(file);
    const events = header.find((text) => /^(Incidences|Deaths)AllAges$/.test(text));
    return events && ["CancerSiteICD10Code", "CancerSite", "EASR"].every((text) => header.includes(text))
      ? `it has the columns CancerSiteICD10Code, CancerSite, EASR and ${events}`
      : null;
  },
  parts(file) {
    const cells = openDataTable(file);
    const place = places.find((text) => cells.header.includes(text)) ?? "Country";
    const keys = keysOf(place, codesOfEverySite(cells));
    const events = cells.header.find((text) => /^(Incidences|Deaths)AllAges$/.test(text)) ?? "IncidencesAllAges";
    const bands = bandsAcross(cells.header);
    const rates = allAges(cells.header);
    const columns = [place, "CancerSiteICD10Code", "CancerSite", "Sex", "SexQF", "Year"];
    const read = Object.values(rates).flatMap(({ header, qualifier }) =>
      qualifier ? [header!, qualifier] : [header!],
    );
    const whole = {
      name: "all ages",
      cells: { ...onlyColumns(cells, [...columns, events, ...read]), issues: bands.length > 0 ? [] : cells.issues },
      schema: schema({ ...keys, cases: count(events), ...rates }),
    };
    if (bands.length === 0) return [whole];
    const long = byAge(cells, columns, bands);
    const issues = [...cells.issues, ...agesThatDoNotSum(counts(cells, bands, events), events)];
    return [
      {
        name: "by age",
        cells: { ...long, issues },
        schema: schema({ ...keys, age: age("Age"), cases: count("Cases"), rate: figure("rate", "Rate", blank) }),
      },
      whole,
    ];
  },
};

interface Band {
  readonly label: string;
  readonly countAt: number;
  readonly rateAt: number;
}

/** The bands that stand across: `IncidencesAge5To9` with `IncidenceRateAge5To9`. */
function bandsAcross(header: readonly string[]): readonly Band[] {
  return header.flatMap((text, countAt): Band[] => {
    const band = /^(?:Incidences|Deaths)Age(Under5|\d+To\d+|\d+AndOver)$/.exec(text)?.[1];
    if (!band) return [];
    const rateAt = header.findIndex((other) => other.endsWith(`RateAge${band}`));
    const name = band
      .replace("Under5", "0-4")
      .replace("To", "-")
      .replace(/AndOver$/, "+");
    return [{ label: name, countAt, rateAt }];
  });
}

function byAge(cells: RawTable, columns: readonly string[], bands: readonly Band[]): RawTable {
  const keys = onlyColumns(cells, columns);
  const rows: string[][] = [];
  const lines = new Uint32Array(cells.rows.length * bands.length);
  for (const [i, row] of cells.rows.entries())
    for (const { label: name, countAt, rateAt } of bands) {
      lines[rows.length] = cells.lines[i]!;
      rows.push([...keys.rows[i]!, name, row[countAt]!, rateAt === -1 ? "" : row[rateAt]!]);
    }
  return { ...keys, header: [...columns, "Age", "Cases", "Rate"], rows, lines };
}

/** The counts of each age and of all ages, headed so that they can be compared. */
function counts(cells: RawTable, bands: readonly Band[], events: string): RawTable {
  const at = cells.header.indexOf(events);
  return {
    ...cells,
    header: [...bands.map((band) => band.label), events],
    rows: cells.rows.map((row) => [...bands.map(({ countAt }) => row[countAt]!), row[at]!]),
  };
}

/** The publisher's figures of all ages, as far as the file has them. */
function allAges(header: readonly string[]) {
  const given = <F>(text: string, field: (options: { readonly qualifier?: string }) => F): F | null =>
    header.includes(text) ? field(header.includes(`${text}QF`) ? { qualifier: `${text}QF` } : {}) : null;
  const rate = (text: string) => given(text, (options) => figure("rate", text, { ...blank, ...options }));
  const limit = (text: string) => given(text, (options) => figure("limit", text, { ...blank, ...options }));
  const ratio = (text: string) => given(text, (options) => figure("ratio", text, { ...blank, ...options }));
  const fields = {
    crudeRate: rate("CrudeRate"),
    crudeLower: limit("CrudeRateLower95pcConfidenceInterval"),
    crudeUpper: limit("CrudeRateUpper95pcConfidenceInterval"),
    europeanRate: rate("EASR"),
    europeanLower: limit("EASRLower95pcConfidenceInterval"),
    europeanUpper: limit("EASRUpper95pcConfidenceInterval"),
    worldRate: rate("WASR"),
    worldLower: limit("WASRLower95pcConfidenceInterval"),
    worldUpper: limit("WASRUpper95pcConfidenceInterval"),
    standardisedRatio: ratio("StandardisedIncidenceRatio") ?? ratio("StandardisedMortalityRatio"),
  };
  return Object.fromEntries(Object.entries(fields).flatMap(([name, field]) => (field ? [[name, field]] : [])));
}

function codesOfEverySite({ header, rows }: RawTable): readonly string[] {
  const code = header.indexOf("CancerSiteICD10Code");
  const site = header.indexOf("CancerSite");
  if (code === -1 || site === -1) return [];
  return [...new Set(rows.flatMap((row) => (row[site]!.trim() === everySite ? [row[code]!.trim()] : [])))];
}
