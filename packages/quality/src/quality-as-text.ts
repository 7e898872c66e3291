import type { Quality, Refusals } from "./quality.ts";
import type { TotalCheck } from "./totals/total-check.ts";

/** The quality of data as plain text, for a terminal or a log: each finding on a line, what was not found said too. */
export function qualityAsText(quality: Quality): string {
  const { rows, sources, time } = quality;
  const several = quality.coverage.length > 1;
  const inTable = (name: string): string => (several && name !== "" ? `${name}: ` : "");
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [
      "Source",
      sources.map(
        ({ title, publisher, edition, released }) =>
          `${title}. ${publisher}; ${edition}${released ? `, released ${released}` : ""}`,
      ),
    ],
    [
      "Rows",
      [
        rows.read === null
          ? `${count(rows.used)} in the table, ${count(rows.refused)} refused`
          : `${count(rows.read)} read, ${count(rows.used)} used, ${count(rows.refused)} refused`,
        ...quality.refusals.flatMap((refusals) => groupLines("refused", refusals)),
        ...quality.warnings.flatMap((refusals) => groupLines(refusals.times === 1 ? "warning" : "warnings", refusals)),
      ],
    ],
    ["Totals", totalLines(quality.totals)],
    [
      "Rounding",
      quality.rounding.map(
        ({ table, measure, step }) => `${inTable(table)}every figure of ${measure} is a multiple of ${step}`,
      ),
    ],
    ["Coverage", quality.coverage.flatMap((coverage) => coverageLines(coverage, inTable(coverage.table)))],
    [
      "Areas",
      quality.codes.flatMap(({ table, kinds, mixed, former, unknown }) => [
        `${inTable(table)}${kinds.map(({ kind, codes }) => (kind === "the country" ? kind : `${kind} (${count(codes)})`)).join(", ")}`,
        ...mixed.map((text) => `${inTable(table)}EDITIONS MIXED: ${text}`),
        ...former.map((text) => `${inTable(table)}earlier codes: ${text}`),
        ...(unknown.times > 0
          ? [
              `${inTable(table)}${counted(unknown.times, "code")} not known to the geography: ${unknown.first.join(", ")}${unknown.times > 3 ? " …" : ""}`,
            ]
          : []),
      ]),
    ],
    [
      "Missing",
      quality.missing.map(
        ({ table, measure, reasons }) =>
          `${inTable(table)}${measure}: ${Object.entries(reasons)
            .map(([reason, times]) => `${count(times)} ${reason}`)
            .join(", ")}`,
      ),
    ],
    [
      "Time",
      time === null
        ? ["no periods"]
        : [
            `${time.from} to ${time.to}, ${counted(time.periods, "period")}${time.asOf === null ? "" : `; ${age(time.monthsOld!, time.asOf)}`}`,
          ],
    ],
    ["Breaks", quality.breaks.length === 0 ? ["none marked"] : quality.breaks],
    ["Jumps", jumpLines(quality, inTable)],
  ];
  return sections
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([title, lines]) =>
      capped(lines).map((line, i) => `${(i === 0 ? title : "").padEnd(10)}${line}`.trimEnd()),
    )
    .join("\n");
}

/** The first lines of a section; all of it is in the JSON. */
function capped(lines: readonly string[]): readonly string[] {
  return lines.length <= 14 ? lines : [...lines.slice(0, 12), `and ${count(lines.length - 12)} more lines: see --json`];
}

function totalLines(checks: readonly TotalCheck[]): readonly string[] {
  if (checks.length === 0) return ["no total stands beside its parts"];
  const sum = (of: (check: TotalCheck) => number) => checks.reduce((total, check) => total + of(check), 0);
  const found = [
    [sum(({ withinRounding }) => withinRounding), "differ within rounding"],
    [sum(({ apart }) => apart), "DO NOT ADD UP"],
    [sum(({ notCompared }) => notCompared), "could not be compared"],
  ] as const;
  const said = found.filter(([times]) => times > 0).map(([times, words]) => `${count(times)} ${words}`);
  const all = sum(({ compared }) => compared);
  const agree = sum(({ agree: right }) => right);
  return [
    `${counted(all, "total")} of ${counted(checks.length, "kind")} compared with the sum of their parts: ${agree === all && all > 0 ? "all agree" : `${count(agree)} agree`}${said.map((text) => `, ${text}`).join("")}`,
    ...checks.filter(({ agree: right, compared, notCompared }) => right < compared || notCompared > 0).map(totalLine),
  ];
}

function totalLine({
  what,
  compared,
  agree,
  withinRounding,
  apart,
  notCompared,
  because,
  largest,
}: TotalCheck): string {
  const parts = [
    `${count(agree)} of ${count(compared)} agree`,
    ...(withinRounding > 0 ? [`${count(withinRounding)} within rounding`] : []),
    ...(apart > 0 ? [`${count(apart)} DO NOT`] : []),
    ...(notCompared > 0 ? [`${count(notCompared)} not compared: a part or the total is missing`] : []),
  ];
  const worst =
    largest === null
      ? ""
      : `; largest: ${largest.where || "the whole"}: ${count(largest.of)} ${largest.of === 1 ? "part sums" : "parts sum"} to ${count(largest.parts)}, the total is ${count(largest.total)} (${signed(largest.difference)})`;
  return `${what}: ${parts.join(", ")}${worst}${because ? `. ${because[0]!.toUpperCase()}${because.slice(1)}` : ""}`;
}

function coverageLines(
  { rows, keys, combinations, gaps, levels }: Quality["coverage"][number],
  table: string,
): readonly string[] {
  const shape = Object.entries(keys)
    .map(([key, values]) => `${key} ${count(values)}`)
    .join(" × ");
  return [
    `${table}${counted(rows, "row")} of ${counted(combinations, "combination")}${shape ? ` (${shape})` : ""}`,
    ...(gaps.times > 0
      ? [
          `${table}${counted(gaps.times, "area and period", "areas and periods")} without a row: ${gaps.first.join(", ")}${gaps.times > 3 ? " …" : ""}`,
        ]
      : []),
    ...levels.map(
      ({ level, present, all, absent }) =>
        `${table}${count(present)} of ${count(all)} areas of the level ${level}${absent.length > 0 ? `; absent: ${absent.join(", ")}${all - present > absent.length ? " …" : ""}` : ""}`,
    ),
  ];
}

function jumpLines({ jumps }: Quality, inTable: (name: string) => string): readonly string[] {
  if (jumps.series === 0) return ["no series of counts is long enough to look for them"];
  return [
    `${count(jumps.beyond)} of ${counted(jumps.figures, "figure")} in ${count(jumps.series)} series far from their past: to look at, not faults`,
    ...jumps.furthest.map(
      ({ table, measure, series, period, value, before, expected, distance }) =>
        `${inTable(table)}${measure}, ${series}, ${period}: ${count(value)} after ${count(before)}; ${count(expected)} expected (distance ${signed(distance)})`,
    ),
  ];
}

function groupLines(how: string, { code, times, first }: Refusals): readonly string[] {
  return [
    `${count(times)} ${how}: ${code}`,
    ...first.map((text) => `  ${text}`),
    ...(times > 3 ? [`  and ${count(times - 3)} more`] : []),
  ];
}

function age(months: number, asOf: string): string {
  if (months < 0) return `reaching ${counted(-months, "month")} beyond ${asOf}`;
  return `${counted(months, "month")} old on ${asOf}`;
}

function counted(times: number, one: string, several = `${one}s`): string {
  return `${count(times)} ${times === 1 ? one : several}`;
}

function count(value: number): string {
  return value.toLocaleString("en-GB", { maximumFractionDigits: 6 });
}

function signed(value: number): string {
  return `${value > 0 ? "+" : "\u2212"}${count(Math.abs(value))}`;
}
