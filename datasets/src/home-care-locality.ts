import { LOCALITY_NAMES } from "./area-names.ts";
import { check } from "./build-error.ts";
import { CARE_AGES, careArea } from "./care-areas.ts";
import { codeColumn } from "./common-columns.ts";
import type { Cell, DataTable } from "./data-table.ts";
import type { Hierarchy } from "./hierarchy.ts";
import type { Localities } from "./localities.ts";
import { PHS } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";
import { count, text } from "./raw-row.ts";
import { tidyName } from "./slug.ts";

const FILE = "services/data_homecare_locality.csv.gz";

/** Home care by locality. */
export function homeCareLocalityTable(raw: RawFiles, hierarchy: Hierarchy, localities: Localities): DataTable {
  const areaOf = careArea(hierarchy);
  const codes = new Map<string, string>();
  for (const { code, name, partnership } of localities.byCode.values())
    for (const known of [name, ...(LOCALITY_NAMES[name] ?? [])]) codes.set(`${partnership} ${tidyName(known)}`, code);
  const found = new Map<string, { labels: string[]; people: number | null; hours: number | null }>();
  for (const row of raw.rows(FILE)) {
    const measure = text(row, "measure");
    if (measure.startsWith("Rate")) continue;
    const name = tidyName(text(row, "locality"));
    const { area } = areaOf(text(row, "sending_location"), row);
    const labels = [area, name, text(row, "financial_quarter"), text(row, "age_group")];
    const key = JSON.stringify(labels);
    const figures = found.get(key) ?? { labels, people: null, hours: null };
    if (measure === "Number of People") figures.people = count(row, "value");
    else if (measure === "Number of Hours") figures.hours = count(row, "value");
    else check(false, row, `"${measure}" is not a measure known here`);
    found.set(key, figures);
  }
  const used = new Set<string>();
  const rows = [...found.values()].map(({ labels, people, hours }): Cell[] => {
    const [council, name, quarter, age] = labels as [string, string, string, string];
    const { partnership } = hierarchy.councils.get(council)!;
    const code = codes.get(`${partnership} ${name}`) ?? null;
    if (code !== null) used.add(code);
    return [partnership, code, quarter, age, people, hours, name, council];
  });
  const missed = [...localities.byCode.values()].filter(({ code }) => !used.has(code)).map(({ name }) => name);
  check(missed.length === 0, { file: FILE }, `no home care was found for ${missed.slice(0, 3).join("; ")}`);
  const known = new Set([...localities.byCode.values()].map(({ partnership }) => partnership));
  for (const [partnership, code, , , , , name] of rows)
    check(
      code !== null || name === "Outside Partnership" || !known.has(String(partnership)),
      { file: FILE },
      `"${name}" of ${partnership} is no locality of the look-up`,
    );
  return {
    name: "social-care/home-care-locality",
    title: "Home care by locality",
    description:
      "People who had home care in the quarter and its planned hours, by locality and age, to January-March 2021.",
    columns: [
      codeColumn("partnership", "Partnership (integration authority)."),
      {
        name: "locality",
        type: "string",
        description:
          "Locality code; blank for people living outside the partnership and where the locality has no code.",
        blank: true,
        pattern: "P[A-Z][0-9]{7}",
      },
      quarterColumn,
      { name: "age", type: "string", description: "Age group; All Ages is the total.", values: CARE_AGES },
      { name: "people", type: "integer", description: "People, rounded to 5 by the publisher.", blank: true },
      { name: "hours", type: "integer", description: "Hours in the quarter, rounded to 5.", blank: true },
      { name: "locality_name", type: "string", description: "Name as published, and for &." },
      codeColumn("council", "Council that sent the return."),
    ],
    key: ["council", "locality_name", "quarter", "age"],
    rows,
    publisher: PHS,
    edition: "Insights in Social Care: Statistics for Scotland, 2017/18 to 2020/21",
    class: "observed",
    sources: [{ title: "Insights in Social Care: Statistics for Scotland", organisation: PHS }],
    rawFiles: [FILE],
    changes: "People and hours put side by side, rates left out; councils and localities given codes by name.",
    caveats: [
      "Rounded to 5, so a 0 may be one or two people: parts need not sum to All Ages, nor localities to the partnership.",
      "A group that is not printed has no row: it may be nobody or too few.",
      "January to March 2018 begins the series; later quarters by locality are not here.",
      "Clackmannanshire and Stirling reported apart: see the column council.",
    ],
  };
}

/** `quarter` of a financial year. */
export const quarterColumn = {
  name: "quarter",
  type: "string",
  description: "Quarter of the financial year: Q1 is April to June, Q4 January to March.",
  pattern: "[0-9]{4}/[0-9]{2} Q[1-4]",
} as const;
