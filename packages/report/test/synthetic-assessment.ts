import { atBest, fromInputs, fromSource, type Provenance, type Source } from "@popneeds/core";
import type { Block, Chart, ChartPoint, Cited, Fact, Finding, Profile, ProfileArea, Sentence } from "@popneeds/jsna";
import type { NeedsRow } from "@popneeds/planning";
import type { Assessment } from "../src/index.ts";

/**
 * A small assessment of a place that does not exist, with every kind of block and chart, and suppressed, modelled,
 * projected, published and missing figures. No number in it is of any real place.
 */
export function syntheticAssessment(): Assessment {
  return { profile, needs };
}

const own: ProfileArea = {
  code: "X37000001",
  level: "partnership",
  name: "Synthetic partnership",
  slug: "synthetic-partnership",
};
const locality = (n: number, name: string): ProfileArea => ({
  code: `X9900000${n}`,
  level: "locality",
  name,
  slug: `synthetic-partnership/${name.toLowerCase().replaceAll(/[^a-z]+/g, "-")}`,
});
export const localities = [locality(1, "Northvale, Upper & Lower"), locality(2, "Eastmoor"), locality(3, "Westhaven")];
const region: ProfileArea = { code: "X38000001", level: "region", name: "Synthetic region", slug: "synthetic-region" };
const country: ProfileArea = { code: "X92000001", level: "country", name: "Synthetica", slug: "synthetica" };
const council: ProfileArea = {
  code: "X12000001",
  level: "council",
  name: "Synthetic council",
  slug: "synthetic-council",
};

export function source(id: string, evidence: Source["evidence"], title: string, edition: string): Source {
  return {
    id,
    title,
    publisher: "Synthetic Records Office",
    edition,
    licence: "Open Government Licence v3.0",
    file: `datasets/data/${id}.csv`,
    sha256: id.padEnd(64, "0").replaceAll(/[^0-9a-f]/g, "e"),
    evidence,
    released: "2024-05-13",
  };
}

export const people = source(
  "people-2021",
  "observed",
  "Small-area population, by sex and age",
  "mid-2021, first edition",
);
export const deaths = source("deaths-2023", "observed", "Deaths by cause, sex and age", "2023");
export const expectancy = source("life-expectancy", "published", "Life expectancy by council", "2020-2022");
export const projection = source("projections-2022", "projected", "Population projections", "2022-based");

const counted = fromSource(people, "read 120 rows", "rolled up to locality, partnership, region and country");
const died = fromSource(deaths, "read 400 rows", "summed over sex");
const rated = fromInputs([died, counted], "directly standardised to ESP 2013, Byar–Dobson limits, per 100,000, 95%");
const expected = fromSource(expectancy, "read 64 rows", "kept the council");
const projected = fromSource(projection, "read 900 rows", "summed over sex");
const modelled = atBest(
  fromInputs([died, counted], "national rates by age and sex applied to this area’s people"),
  "modelled",
);

interface Parts extends Partial<Fact> {
  readonly indicator: string;
  readonly area: string;
  readonly provenance: Provenance;
}

export function fact(parts: Parts): Fact {
  const { indicator, area, provenance, period = "2021", sex = "all", age = "all", category = "" } = parts;
  return {
    id: [indicator, area, period, sex, age, category].filter(Boolean).join("/"),
    level:
      area === own.code
        ? own.level
        : area.startsWith("X99")
          ? "locality"
          : area === country.code
            ? "country"
            : "region",
    period,
    sex,
    age,
    category,
    value: null,
    lower: null,
    upper: null,
    unit: "people",
    per: null,
    decimals: Math.abs(parts.value ?? 0) < 1000 && /%|^years$|per|point/.test(parts.unit ?? "") ? 1 : 0,
    counts: null,
    numerator: null,
    denominator: null,
    method: "counted",
    evidence: provenance.evidence,
    missing: null,
    ...parts,
  };
}

const facts: Fact[] = [];
const keep = (of: Fact): Fact => {
  facts.push(of);
  return of;
};
const everywhere = [own, ...localities, region, country];

const population = new Map(
  everywhere.map(({ code }, i) => [
    code,
    keep(
      fact({
        indicator: "population",
        area: code,
        provenance: counted,
        value: [90_787, 37_899, 28_676, 24_212, 740_000, 5_479_900][i]!,
      }),
    ),
  ]),
);
const older = new Map(
  everywhere.map(({ code }, i) => {
    const denominator = population.get(code)!.value!;
    const numerator = Math.round(denominator * [0.258, 0.241, 0.27, 0.284, 0.21, 0.197][i]!);
    const share = (100 * numerator) / denominator;
    return [
      code,
      keep(
        fact({
          indicator: "older-people",
          area: code,
          age: "65+",
          provenance: fromInputs([counted, counted], "people aged 65+ over all people, Wilson limits, 95%"),
          value: share,
          lower: share - 30 / Math.sqrt(denominator / 100),
          upper: share + 30 / Math.sqrt(denominator / 100),
          unit: "%",
          per: 100,
          numerator,
          denominator,
          method: "proportion, Wilson limits, 95%",
        }),
      ),
    ];
  }),
);
const mortality = new Map(
  everywhere.map(({ code }, i) => {
    const value = [412.25, 380.5, 466.75, null, 401.5, 423.125][i]!;
    return [
      code,
      keep(
        fact({
          indicator: "premature-mortality",
          area: code,
          period: "2019-2023",
          age: "0-74",
          provenance: rated,
          value,
          lower: value && value - [21, 40, 52, 0, 9, 3][i]!,
          upper: value && value + [22, 42, 56, 0, 9, 3][i]!,
          unit: "deaths per 100,000 people",
          per: 100_000,
          numerator: value && Math.round(value * 4),
          denominator: value && 400_000,
          method: "directly standardised to ESP 2013, Byar–Dobson limits, 95%",
          missing: value === null ? "too few events" : null,
        }),
      ),
    ];
  }),
);
const causes = [
  ["Ischaemic heart disease", 612],
  ["Dementia and Alzheimer disease", 548],
  ["Malignant neoplasm of trachea, bronchus and lung", 331],
  ["Drug-related deaths", 41],
  ["Rare disease of which few die", 3],
].map(([category, value]) =>
  keep(
    fact({
      indicator: "deaths",
      area: own.code,
      period: "2023",
      category: String(category),
      provenance: died,
      value: Number(value),
      unit: "deaths",
    }),
  ),
);
const yearsLost = [own, ...localities, country].map(({ code }, i) =>
  keep(
    fact({
      indicator: "years-of-life-lost",
      area: code,
      level: code === country.code ? "country" : code === own.code ? "partnership" : "locality",
      period: "2023",
      provenance: code === country.code ? rated : modelled,
      value: [152.5, 148.25, 155.125, 160.75, 150.0625][i]!,
      unit: "years per 1,000 people",
      per: 1000,
      method: "years lost against a reference table",
    }),
  ),
);
const lifeExpectancy = (["female", "male"] as const).map((sex, i) =>
  keep(
    fact({
      indicator: "life-expectancy",
      area: council.code,
      level: "council",
      period: "2020-2022",
      sex,
      age: "0",
      provenance: expected,
      value: [81.42, 77.31][i]!,
      lower: [81.01, 76.88][i]!,
      upper: [81.83, 77.74][i]!,
      unit: "years",
      method: "as published",
    }),
  ),
);
const rareCases = keep(
  fact({
    indicator: "deaths",
    area: localities[1]!.code,
    period: "2023",
    category: "Drug-related deaths",
    provenance: died,
    value: 4,
    unit: "deaths",
  }),
);
keep(
  fact({
    indicator: "homes",
    area: own.code,
    period: "2023",
    provenance: fromSource(source("homes", "published", "Care homes by council", "2023"), "kept the council"),
    value: 3,
    unit: "residents",
    method: "as published",
  }),
);
const years = Array.from({ length: 31 }, (_, i) => 2013 + i);
const inYears = [own, region, country].flatMap(({ code }, a) =>
  years.map((year) => {
    const firm = year <= 2023;
    const value = [9.2, 8.9, 8.7][a]! + [0.24, 0.16, 0.15][a]! * (year - 2013);
    return keep(
      fact({
        indicator: "aged-75-and-over",
        area: code,
        period: String(year),
        age: "75+",
        provenance: firm ? counted : projected,
        value,
        lower: firm && a === 0 ? value - 0.5 : null,
        upper: firm && a === 0 ? value + 0.5 : null,
        unit: "%",
        per: 100,
        numerator: Math.round(value * 900),
        denominator: 90_000,
        method: firm ? "proportion" : "projected population",
      }),
    );
  }),
);
const bands = Array.from({ length: 19 }, (_, i) => (i === 18 ? "90+" : `${i * 5}-${i * 5 + 4}`));
const pyramid = ["2023", "2043"].flatMap((period) =>
  (["female", "male"] as const).flatMap((sex) =>
    bands.map((age, i) =>
      keep(
        fact({
          indicator: "population",
          area: own.code,
          period,
          sex,
          age,
          provenance: period === "2023" ? counted : projected,
          value: Math.round(
            (2400 + 900 * Math.sin(i / 3)) * (i > 12 ? (19 - i) / 7 : 1) * (period === "2023" ? 1 : 0.7 + i / 30),
          ),
          method: period === "2023" ? "counted" : "projected",
        }),
      ),
    ),
  ),
);

export function cite(of: Fact, text: string, part: Cited["part"] = "value"): Cited {
  return { fact: of, part, text };
}

export function finding(sentences: readonly Sentence[], parts: Partial<Finding> = {}): Finding {
  const cited = sentences.flat().flatMap((part) => (typeof part === "string" ? [] : [part.fact]));
  return {
    indicator: cited[0]?.indicator ?? "population",
    area: own.code,
    strength: "stated",
    direction: "neither",
    sentences,
    evidence: cited,
    ...parts,
  };
}

const howMany = finding([
  [cite(population.get(own.code)!, "90,787"), " people lived in Synthetic partnership in 2021."],
  ["Of them ", cite(older.get(own.code)!, "25.8%"), " were aged 65 and over."],
]);
const dyingEarly = finding(
  [
    [
      "Premature mortality was not clearly different from Synthetica: ",
      cite(mortality.get(own.code)!, "412.3"),
      " (",
      cite(mortality.get(own.code)!, "391.3", "lower"),
      " to ",
      cite(mortality.get(own.code)!, "434.3", "upper"),
      ") per ",
      cite(mortality.get(own.code)!, "100,000", "per"),
      " against ",
      cite(mortality.get(country.code)!, "423.1"),
      ".",
    ],
  ],
  { strength: "not clear" },
);
const clearlyOlder = finding(
  [
    [
      "The share aged 65 and over is higher in Westhaven than in Synthetica: ",
      cite(older.get(localities[2]!.code)!, "28.4%"),
      " against ",
      cite(older.get(country.code)!, "19.7%"),
      ".",
    ],
  ],
  { strength: "clear", direction: "worse", area: localities[2]!.code },
);
const fewerDie = finding(
  [
    [
      "Premature mortality is lower in Northvale than in Eastmoor: ",
      cite(mortality.get(localities[0]!.code)!, "380.5"),
      " against ",
      cite(mortality.get(localities[1]!.code)!, "466.8"),
      ".",
    ],
  ],
  { strength: "clear", direction: "better", area: localities[0]!.code },
);
const lost = finding([
  [
    "About ",
    cite(yearsLost[0]!, "152.5"),
    " years of life were lost for each ",
    cite(yearsLost[0]!, "1,000", "per"),
    " people.",
  ],
]);
const tooFew = finding([["In Eastmoor ", cite(rareCases, "4"), " people died of drugs."]], {
  area: localities[1]!.code,
});
const livesLong = finding([
  [
    "A girl born in the council can expect to live ",
    cite(lifeExpectancy[0]!, "81.4"),
    " years, a boy ",
    cite(lifeExpectancy[1]!, "77.3"),
    ".",
  ],
]);

const point = (of: Fact, at: string, series = "", isOwn = of.area === own.code): ChartPoint => ({
  at,
  series,
  own: isOwn,
  fact: of,
});
const nameOf = (code: string) => [...everywhere, council].find((area) => area.code === code)!.name;

export const charts: Readonly<Record<"bars" | "dots" | "lines" | "pyramid" | "modelledBars", Chart>> = {
  bars: {
    id: "causes",
    kind: "bars",
    title: ["Heart disease took most lives: ", cite(causes[0]!, "612")],
    subtitle: "Deaths by cause, Synthetic partnership, 2023",
    valueLabel: "Deaths",
    points: causes.map((of) => point(of, of.category)),
    rule: null,
  },
  dots: {
    id: "premature-mortality",
    kind: "dots",
    title: ["Eastmoor stands above the country, Northvale below"],
    subtitle: "Premature mortality, deaths per 100,000 people under 75, directly standardised, 2019 to 2023",
    valueLabel: "Deaths per 100,000 people",
    points: [own, ...localities, region].map(({ code, name }) => point(mortality.get(code)!, name)),
    rule: { label: country.name, fact: mortality.get(country.code)! },
  },
  lines: {
    id: "aged-75-and-over",
    kind: "lines",
    title: ["The share aged 75 and over is projected to reach ", cite(inYears[30]!, "16.4%"), " by 2043"],
    subtitle: "People aged 75 and over, % of all people, 2013 to 2043",
    valueLabel: "% of all people",
    points: inYears.map((of) => point(of, of.period, nameOf(of.area))),
    rule: null,
  },
  pyramid: {
    id: "pyramid",
    kind: "pyramid",
    title: ["Fewer children, more people past 80"],
    subtitle: "People by age and sex, Synthetic partnership, 2023 and 2043",
    valueLabel: "People",
    points: pyramid.map((of) => point(of, of.age, of.period)),
    rule: null,
  },
  modelledBars: {
    id: "years-of-life-lost",
    kind: "bars",
    title: ["Westhaven loses most years of life, as modelled"],
    subtitle: "Years of life lost per 1,000 people, all causes, 2023",
    valueLabel: "Years per 1,000 people",
    points: yearsLost.slice(0, 4).map((of) => point(of, nameOf(of.area))),
    rule: { label: country.name, fact: yearsLost[4]! },
  },
};

const table: Block = {
  kind: "table",
  table: {
    caption: "Population and older people, 2021",
    rowHeader: "Area",
    columns: ["People", "Aged 65 and over", "Premature mortality", "Years of life lost"],
    rows: everywhere.map(({ code, name }) => ({
      name,
      own: code === own.code,
      cells: [
        population.get(code)!,
        older.get(code)!,
        mortality.get(code)!,
        yearsLost.find(({ area }) => area === code) ?? null,
      ],
    })),
  },
};
const smallTable: Block = {
  kind: "table",
  table: {
    caption: "Deaths by cause, 2023",
    rowHeader: "Cause",
    columns: ["Synthetic partnership"],
    rows: causes.map((of) => ({ name: of.category, own: false, cells: [of] })),
  },
};

const profile: Profile = {
  area: own,
  twins: [own, council],
  comparators: [region, country],
  areas: [...everywhere, council],
  localities,
  withoutLocalities: null,
  summary: [howMany, clearlyOlder, fewerDie, dyingEarly],
  sections: [
    {
      id: "population",
      title: "Population",
      blocks: [
        { kind: "finding", finding: howMany },
        { kind: "chart", chart: charts.pyramid },
        { kind: "chart", chart: charts.lines },
        table,
        { kind: "note", text: "Mid-2021 is of the edition before rebasing; it is not set against later years <here>." },
      ],
    },
    {
      id: "life-expectancy-and-mortality",
      title: "Life expectancy and mortality",
      blocks: [
        { kind: "finding", finding: livesLong },
        { kind: "finding", finding: dyingEarly },
        { kind: "chart", chart: charts.dots },
        { kind: "finding", finding: tooFew },
        { kind: "chart", chart: charts.bars },
        smallTable,
        { kind: "finding", finding: lost },
        { kind: "chart", chart: charts.modelledBars },
      ],
    },
  ],
  localityParts: localities.map((area, i) => ({
    area,
    findings: [[fewerDie], [tooFew], [clearlyOlder]][i]!,
    facts: [population, older, mortality].map((of) => of.get(area.code)!).concat(yearsLost[i + 1]!),
  })),
  gaps: [
    {
      what: "Children and young people",
      why: "No source for this age group is read yet; school health records could be.",
    },
  ],
  facts,
  indicators: [
    words("population", "People", "Population", "people", "neither"),
    words("older-people", "People aged 65 and over", "Population", "%", "neither"),
    words("aged-75-and-over", "People aged 75 and over", "Population", "%", "neither"),
    words(
      "premature-mortality",
      "Premature mortality",
      "Life expectancy & mortality",
      "deaths per 100,000 people",
      "lower",
    ),
    words("deaths", "Deaths by cause", "Life expectancy & mortality", "deaths", "lower"),
    words("life-expectancy", "Life expectancy at birth", "Life expectancy & mortality", "years", "higher"),
    words("years-of-life-lost", "Years of life lost", "Life expectancy & mortality", "years per 1,000 people", "lower"),
    words("homes", "Residents of care homes", "Social care", "residents", "neither"),
  ],
  sources: [people, deaths, expectancy, projection],
  dataQuality: [
    {
      id: `data-quality/${people.id}`,
      source: people,
      rows: 120,
      refused: 0,
      missing: 0,
      from: "2021-01-01",
      to: "2021-12-31",
      periods: 1,
      areas: 60,
      gaps: 0,
      totals: { compared: 12, agree: 12, withinRounding: 0, apart: 0 },
      comparedWith: [],
      looked: 0,
      jumps: 0,
      breaks: [],
      method: "counted by hand",
      provenance: fromInputs([fromSource(people, "read 120 rows")], "counted its rows"),
    },
    {
      id: `data-quality/${deaths.id}`,
      source: deaths,
      rows: 1400,
      refused: 2,
      missing: 31,
      from: "2004-01-01",
      to: "2023-12-31",
      periods: 20,
      areas: 4,
      gaps: 1,
      totals: { compared: 80, agree: 70, withinRounding: 9, apart: 1 },
      comparedWith: [people.id],
      looked: 64,
      jumps: 3,
      breaks: ["the classification <changed> in 2011"],
      method: "counted by hand",
      provenance: fromInputs([died, fromSource(people)], "counted its rows"),
    },
  ],
  issues: [
    {
      code: "negative-count",
      severity: "warning",
      message: "A count must be 0 or more; found -3.",
      fix: "Ask the publisher.",
      file: "/home/someone/deaths.csv",
      line: 12,
    },
  ],
};

function words(id: string, title: string, domain: string, unit: string, better: "higher" | "lower" | "neither") {
  return {
    id,
    title,
    domain,
    meaning: `${title}, of a place that does not exist.`,
    unit,
    better,
    caveats: ["Synthetic."],
  };
}

const needs: readonly NeedsRow[] = [own, ...localities].flatMap(({ code, level }, a) =>
  (["now", "+5", "+10", "+20"] as const).flatMap((horizon, h): NeedsRow[] => {
    const year = 2023 + [0, 5, 10, 20][h]!;
    const rests = [inYears[year - 2013]!, population.get(code)!];
    const now = [10_440, 4_120, 3_610, 2_710][a]!;
    const value = Math.round(now * (1 + h * 0.117));
    const shared = { area: code, level, horizon, year, unit: "people", lower: null, upper: null };
    return [
      {
        ...shared,
        id: `needs/${code}/aged-75-and-over/${horizon}`,
        topic: "aged-75-and-over",
        topicTitle: "People aged 75 and over",
        value,
        change: h === 0 ? null : value - now,
        changePercent: h === 0 ? null : (100 * (value - now)) / now,
        evidence: h === 0 ? "observed" : a === 0 ? "projected" : "modelled",
        method: h === 0 ? "counted" : a === 0 ? "published projection" : "share of the partnership’s projection",
        rests,
      },
      {
        ...shared,
        id: `needs/${code}/drug-deaths/${horizon}`,
        topic: "drug-deaths",
        topicTitle: "Deaths from drugs",
        value: a === 2 ? 4 : 41 + h,
        unit: "deaths",
        change: h === 0 ? null : h,
        changePercent: h === 0 ? null : (100 * h) / 41,
        lower: 30 + h,
        upper: 56 + h,
        evidence: "modelled",
        method: "today’s rates by age carried forward",
        rests: [a === 2 ? rareCases : causes[3]!],
      },
    ];
  }),
);
