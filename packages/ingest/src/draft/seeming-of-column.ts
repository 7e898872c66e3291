import { missingBy, qualifierInWords } from "../qualifiers.ts";
import { type Doubting, firstQuoted } from "./doubt.ts";
import { lookForAge } from "./look-for-age.ts";
import { lookForArea } from "./look-for-area.ts";
import { lookForFigures } from "./look-for-figures.ts";
import { lookForPeriod } from "./look-for-period.ts";
import { lookForSex } from "./look-for-sex.ts";
import { lookForNumberedGroups, lookForPeople, lookForText } from "./look-for-text.ts";
import type { RawColumn } from "./raw-columns.ts";
import type { Seeming, Seen } from "./seeming.ts";

/** What a column seems to be: the first kind that fits, looked for in a fixed order. */
export function seemingOfColumn(
  column: RawColumn,
  columns: readonly RawColumn[],
  rows: number,
  doubt: Doubting,
): Seeming {
  if (column.values.every((text) => text === ""))
    return { seems: "empty", what: "no filled cell", confidence: "sure", name: null, field: null, doubts: [] };
  const base = columns.find(({ header }) => header !== "" && column.header === `${header}QF`);
  if (base) return qualifierOf(column, base, doubt);
  const qualifier = columns.find(({ header }) => header === `${column.header}QF`) ?? null;
  const seen: Seen = { column, qualifier, rows, doubt };
  for (const lookFor of looks) {
    const seeming = lookFor(seen);
    if (seeming) return column.header === "" ? withoutHeader(seeming, column, doubt) : wholly(seeming, column, doubt);
  }
  throw new Error("unreachable: whatever is filled is text");
}

function withoutHeader(seeming: Seeming, { at }: RawColumn, doubt: Doubting): Seeming {
  if (seeming.field === null) return seeming;
  return {
    ...seeming,
    name: null,
    field: null,
    doubts: [
      doubt("warning", "no-header", `column ${at + 1} has no header: not read`, "Give it a header in the file."),
    ],
  };
}

/** A key that is a total in every row tells no rows apart; declared as a total, it would leave every row out. */
function wholly(seeming: Seeming, { header, values }: RawColumn, doubt: Doubting): Seeming {
  const field = seeming.field;
  const totals = field !== null && "totals" in field ? (field.totals ?? []) : [];
  if (totals.length === 0 || values.some((text) => !totals.includes(text))) return seeming;
  return {
    ...seeming,
    what: `${firstQuoted(totals)} in every row`,
    name: null,
    field: null,
    doubts: [
      doubt(
        "note",
        "total-in-every-row",
        `${header} is ${firstQuoted(totals)} in every row: the figures are totals over it; not read`,
        "Nothing to do.",
        { column: header },
      ),
    ],
  };
}

function qualifierOf(column: RawColumn, base: RawColumn, doubt: Doubting): Seeming {
  // R writes NA for a qualifier that is not there.
  const marks = column.values.filter((text) => text !== "" && text !== "NA");
  const unknown = marks.filter((mark) => qualifierInWords(mark).startsWith("a qualifier not on"));
  const where = { column: column.header };
  return {
    seems: "qualifier",
    what: `the publisher's qualifiers of ${base.header}: ${marks.map(qualifierInWords).join(", ") || "none"}`,
    confidence: unknown.length > 0 ? "unsure" : "sure",
    name: null,
    field: null,
    doubts: [
      ...(unknown.length > 0
        ? [
            doubt(
              "warning",
              "unknown-qualifier",
              `${column.header}: ${firstQuoted(unknown)} ${unknown.length === 1 ? "is" : "are"} not on the publisher's list of qualifiers`,
              "Look up what it says of the figure.",
              where,
            ),
          ]
        : []),
      ...(marks.some((mark) => missingBy(mark) === "suppressed")
        ? [
            doubt(
              "note",
              "suppressed-figures",
              `${column.header}: figures of ${base.header} qualified "c" are suppressed: read as missing for that reason, never as 0`,
              "Nothing to do.",
              where,
            ),
          ]
        : []),
    ],
  };
}

const looks = [
  lookForPeople,
  lookForArea,
  lookForSex,
  lookForAge,
  lookForPeriod,
  lookForNumberedGroups,
  lookForFigures,
  lookForText,
];
