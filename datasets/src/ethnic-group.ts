import { check } from "./build-error.ts";
import { codeColumn } from "./common-columns.ts";
import type { DataTable } from "./data-table.ts";
import { checkZones, type Hierarchy } from "./hierarchy.ts";
import { NRS } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";

const FILE = "population/census2022_UV201_ethnic_group_dz11.csv.gz";

// Column, heading in the export, what it holds.
const GROUPS: readonly (readonly [string, string, string])[] = [
  ["all_people", "All People", "All residents."],
  ["white", "White: Total", "White."],
  ["mixed", "Mixed or multiple ethnic group", "Mixed or multiple ethnic group."],
  ["asian", "Asian, Asian Scottish or Asian British: Total", "Asian, Asian Scottish or Asian British."],
  ["african", "African: Total", "African, African Scottish or African British."],
  ["caribbean_or_black", "Caribbean or Black: Total", "Caribbean or Black."],
  ["other", "Other ethnic groups: Total", "Other ethnic groups."],
  ["white_scottish", "White: White Scottish", "Part of white: Scottish."],
  ["white_other_british", "White: Other White British", "Part of white: other British."],
  ["white_irish", "White: White Irish", "Part of white: Irish."],
  ["white_gypsy_traveller", "White: Gypsy/ Traveller", "Part of white: Gypsy/Traveller."],
  ["white_polish", "White: White Polish", "Part of white: Polish."],
  ["white_other", "Other White", "Part of white: other."],
];

/** Residents by ethnic group in Census 2022. */
export function ethnicGroupTable(raw: RawFiles, hierarchy: Hierarchy): DataTable {
  const cells = raw.cells(FILE);
  const header = cells.find((row) => row[0] === "Ethnic Group");
  check(header !== undefined, { file: FILE }, 'there is no header row beginning "Ethnic Group"');
  const positions = GROUPS.map(([, heading]) => {
    const at = header.indexOf(heading);
    check(at !== -1, { file: FILE }, `there is no column "${heading}"`);
    return at;
  });
  const rows = [...cells.entries()]
    .filter(([, row]) => /^S01\d{6}$/.test(row[0] ?? ""))
    .map(([index, row]) => {
      const place = { file: FILE, line: index + 1 };
      const people = positions.map((at) => {
        check(/^\d+$/.test(row[at] ?? ""), place, () => `"${row[at]}" is not a whole number (${header[at]})`);
        return Number(row[at]);
      });
      const [all, ...parts] = people as [number, ...number[]];
      const noise = parts.slice(0, 6).reduce((a, b) => a + b, 0) - all;
      check(Math.abs(noise) <= 20, place, () => `groups sum to ${noise} more than all people: more than noise`);
      return [row[0]!, ...people];
    });
  checkZones(
    hierarchy,
    rows.map(([zone]) => String(zone)),
    FILE,
  );
  return {
    name: "census/ethnic-group-2022",
    title: "Ethnic group, Census 2022",
    description:
      "Residents by ethnic group. White, mixed, asian, african, caribbean_or_black and other are the whole; the white_ columns are parts of white. A minority ethnic group is every group but white_scottish and white_other_british, or but white: say which.",
    columns: [
      codeColumn("data_zone", "Data zone of 2011."),
      ...GROUPS.map(([name, , description]) => ({ name, type: "integer", description }) as const),
    ],
    key: ["data_zone"],
    rows,
    publisher: NRS,
    edition: "Scotland's Census 2022, 20 March 2022, table UV201",
    class: "observed",
    sources: [
      {
        title: "Scotland's Census 2022, table UV201: ethnic group",
        organisation: NRS,
        path: "https://www.scotlandscensus.gov.uk/",
      },
    ],
    rawFiles: [FILE],
    changes:
      "Preamble and footers removed; single countries of origin within asian, african, caribbean_or_black and other left out.",
    caveats: [
      "Perturbed by the publisher against disclosure: parts need not sum to all_people (by up to 13 in a zone; 198 in Scotland), and sums over many zones carry the noise of each.",
    ],
  };
}
