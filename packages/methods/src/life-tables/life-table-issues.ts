import { type Age, type Exposed, firstThree, type Issue, type KeyColumn, type Keys, keyLabel } from "@popneeds/core";
import type { LifeTableStatus } from "@popneeds/stats";
import type { RowsByGroup } from "../shared/rows-by-group.ts";

interface Worked {
  readonly exposed: Exposed<Keys & { readonly age: Age }>;
  readonly groups: RowsByGroup;
  readonly bands: readonly Age[];
  /** The row of each band of each group; −1 where there is none. */
  readonly rowAt: Int32Array;
  readonly statuses: readonly LifeTableStatus[];
}

/** What the groups lack, one issue for each kind of fault: how many groups, the first three places, and what to do. */
export function lifeTableIssues(worked: Worked): readonly Issue[] {
  const { groups, bands, rowAt, statuses } = worked;
  const count = groups.first.length;
  const places = (holds: (i: number) => boolean) => {
    const found: string[] = [];
    for (let g = 0; g < count; g++)
      for (let k = bands.length - 1; k >= 0; k--)
        if (holds(g * bands.length + k)) {
          found.push(placeOf(worked, g, ofWholeGroup.has(statuses[g * bands.length + k]!) ? null : bands[k]!));
          break;
        }
    return found;
  };
  return [
    issue(
      "band-missing",
      places((i) => rowAt[i] === -1),
    ),
    ...faults.map(([status, code]) =>
      issue(
        code,
        places((i) => statuses[i] === status),
      ),
    ),
  ].flat();
}

type Code = keyof typeof words;

const faults: readonly (readonly [LifeTableStatus, Code])[] = [
  ["no population", "band-without-people"],
  ["no deaths in the open band", "open-band-without-deaths"],
  ["impossible", "impossible-count"],
  ["deaths above population", "deaths-above-population"],
  ["population too small", "population-too-small"],
  ["too few deaths", "too-few-deaths"],
  ["interval too wide", "interval-too-wide"],
];

const ofWholeGroup: ReadonlySet<LifeTableStatus> = new Set(["population too small", "too few deaths"]);

const below = "and have no life expectancy at that age and below";

const words = {
  "band-missing": [
    `lack a band of ages that others have, ${below}`,
    "Give every group a row for every band, with 0 deaths where nobody died.",
  ],
  "band-without-people": [
    `have a band of ages in which nobody lives, ${below}`,
    'Sum into wider bands first, or take openBand: "merge" where it is the open one.',
  ],
  "open-band-without-deaths": [
    "have no deaths in the open band, and have no life expectancy",
    'Take more years together, a lower open band, or openBand: "merge".',
  ],
  "impossible-count": [
    `have a count that is negative or infinite, ${below}`,
    "Correct the counts, or leave these groups out with keep().",
  ],
  "deaths-above-population": [
    `have more deaths than people in a band, ${below}`,
    "Take person-years of all the years in which deaths were counted.",
  ],
  "population-too-small": [
    "have too few people for a life expectancy by the rule given",
    "Take more years or larger areas together.",
  ],
  "too-few-deaths": [
    "have too few deaths for a life expectancy by the rule given",
    "Take more years or larger areas together.",
  ],
  "interval-too-wide": [
    "have at some age a life expectancy whose 95% interval is wider than the rule given, and whose value is withheld",
    "Take more years or larger areas together.",
  ],
} as const;

function issue(code: Code, places: readonly string[]): Issue[] {
  if (places.length === 0) return [];
  const [fault, fix] = words[code];
  return [
    { code, severity: "warning", message: `${places.length} groups ${fault}: ${firstThree(places).join("; ")}`, fix },
  ];
}

/** A group, or a band of it, as people read it. */
function placeOf({ exposed, groups }: Worked, group: number, band: Age | null): string {
  const labels = groups.names.map((name) => {
    const { codes, values } = exposed.keys[name] as KeyColumn;
    return keyLabel(values[codes[groups.first[group]!]!]!);
  });
  return [...labels, ...(band ? [band.label] : [])].join("  ");
}
