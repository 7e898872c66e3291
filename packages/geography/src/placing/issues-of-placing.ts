import { firstThree, type Issue } from "@popneeds/core";
import { describeArea } from "../area.ts";
import type { Placing } from "./placed-text.ts";

/** A text of a table, what it stands for, and how many rows it stands in. */
export interface Counted {
  readonly placing: Placing;
  readonly rows: number;
}

/** What there is to say of texts that were placed with a doubt, or not at all. */
export function issuesOfPlacing(counted: readonly Counted[], all: number, by: "code" | "name"): readonly Issue[] {
  const kinds = [
    "former",
    "other code",
    "name",
    "unknown",
    "ambiguous",
    "divided",
    "other extent",
    "other level",
  ] as const;
  return kinds.flatMap((kind): Issue[] => {
    const those = counted.filter(({ placing }) => placing.as === kind);
    if (those.length === 0) return [];
    const rows = those.reduce((sum, one) => sum + one.rows, 0);
    const { code, severity, what, fix } = words(by)[kind];
    const listed = firstThree(those.map(({ placing }) => described(placing))).join("; ");
    return [
      {
        code,
        severity,
        message: `${rows} of ${all} rows ${what}: ${listed}`,
        fix,
        found: those.map(({ placing }) => placing.text).join(", "),
      },
    ];
  });
}

function described({ text, area, former, among }: Placing): string {
  const is = area ? [area] : among;
  const dates = former?.enacted ? `, ${former.enacted} to ${former.archived ?? "now"}` : "";
  const name = former?.name ? ` (${former.name}${dates})` : "";
  return is.length === 0 ? `"${text}"` : `"${text}"${name}: ${is.slice(0, 3).map(describeArea).join(", ")}`;
}

function words(by: "code" | "name") {
  return {
    former: {
      code: "former-code",
      severity: "note",
      what: "have former codes, now the current ones; a new code came with each change of boundary, however small",
      fix: "Say so where figures of before and after are compared.",
    },
    "other code": {
      code: "other-code",
      severity: "note",
      what: "have codes of another publisher's own, now the official ones",
      fix: "Look whether the publisher draws these areas in the same way.",
    },
    name: {
      code: "placed-by-name",
      severity: "warning",
      what: "were placed by name, and names are no keys",
      fix: "Use codes where the publisher gives them; look the list of names through.",
    },
    unknown: {
      code: "unknown-area",
      severity: "error",
      what: "have areas that are not known, and are left out",
      fix:
        by === "code"
          ? 'Correct the codes; convert those of another edition of zones with convertAreas(); say by: "name" for names.'
          : "Correct the names, or add an alias; totals and groups of areas are left out with keep().",
    },
    ambiguous: {
      code: "ambiguous-area",
      severity: "error",
      what: "have names of several areas, and are left out",
      fix: "Say which level is wanted, or use codes.",
    },
    divided: {
      code: "divided-area",
      severity: "error",
      what: "have codes of areas that have been divided since, and are left out",
      fix: "Share them out by a weighted concordance: convertAreas().",
    },
    "other extent": {
      code: "other-extent",
      severity: "error",
      what: "have codes of areas that were not those of today, though their names are, and are left out",
      fix: "Use figures that the publisher gives for the areas of today.",
    },
    "other level": {
      code: "other-level",
      severity: by === "name" ? "warning" : "note",
      what: "are of levels that are not wanted, and are left out",
      fix: "Name these levels too, if they are wanted.",
    },
  } as const;
}
