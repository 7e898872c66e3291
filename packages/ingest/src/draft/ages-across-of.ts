import { type Age, parseAge } from "@popneeds/core";
import type { RawTable } from "../published/raw-table.ts";
import { counted, type Doubting } from "./doubt.ts";
import { markOf } from "./marks.ts";
import type { RawColumn } from "./raw-columns.ts";
import type { ColumnDraft } from "./schema-draft.ts";

/** Ages that stand across a file, one column each. */
export interface AgesAcross {
  /** Positions of their columns, 0 being the first. */
  readonly at: ReadonlySet<number>;
  readonly draft: ColumnDraft;
}

/** The ages that stand across, `0`, `1` … or `Age0` … `Age90plus`; `null` where fewer than three columns are headed so. */
export function agesAcrossOf(columns: readonly RawColumn[], { header }: RawTable, doubt: Doubting): AgesAcross | null {
  const found = columns.flatMap((column): { readonly column: RawColumn; readonly age: Age }[] => {
    const age = /^(age)?\s*\d/i.test(column.header) ? parseAge(column.header) : null;
    return age ? [{ column, age }] : [];
  });
  if (found.length < 3) return null;
  const sorted = [...found].sort((a, b) => a.age.from - b.age.from);
  const broken = sorted.find(({ age }, i) => i > 0 && age.from !== sorted[i - 1]!.age.to);
  const first = found[0]!.column;
  const words = [...new Set(found.flatMap(({ column }) => column.values.filter((text) => !/^\d+$/.test(text))))];
  const thousands = words.some((text) => /^\d{1,3}(,\d{3})+$/.test(text));
  const others = words.filter((text) => !/^\d{1,3}(,\d{3})+$/.test(text));
  const marks = Object.fromEntries(others.flatMap((text) => (markOf(text) ? [[text, markOf(text)!.means]] : [])));
  const odd = others.filter((text) => markOf(text) === null);
  const where = { column: first.header };
  return {
    at: new Set(found.map(({ column }) => column.at)),
    draft: {
      header: `${first.header} … ${found.at(-1)!.column.header}`,
      position: header.indexOf(first.header) + 1,
      seems: "ages across",
      what: `${counted(found.length, "column")} of ages, ${sorted[0]!.age.label} to ${sorted.at(-1)!.age.label}, a count in each`,
      confidence: odd.length > 0 ? "unsure" : "sure",
      name: "people",
      field: {
        field: "countAcross",
        ...(Object.keys(marks).length > 0 ? { marks } : {}),
        ...(thousands ? { thousands: "," as const } : {}),
      },
      doubts: [
        doubt(
          "note",
          "what-is-counted",
          `the file does not say what is counted at each age: the measure is called people`,
          "Rename it if events are counted.",
          where,
        ),
        ...(broken
          ? [
              doubt(
                "error",
                "ages-broken",
                `the columns of ages have a gap or an overlap before "${broken.column.header}"`,
                "Keep columns of ages that follow one another: single years, or bands, not both.",
                { column: broken.column.header },
              ),
            ]
          : []),
        ...Object.keys(marks).map((text) =>
          doubt(
            "warning",
            "mark-to-explain",
            `${text === "" ? "blank cells" : `"${text}"`} among the ages: ${markOf(text)!.said}`,
            "Say what the publisher means by it: suppressed, not applicable, not available or unknown.",
            { ...where, found: text },
          ),
        ),
        ...(odd.length > 0
          ? [
              doubt(
                "warning",
                "not-numbers",
                `among the ages stand ${odd
                  .slice(0, 3)
                  .map((text) => `"${text}"`)
                  .join(", ")}, neither counts nor marks known here: refused when the file is read`,
                "Correct the cells, or say in marks what the publisher means by them.",
                { ...where, found: odd[0]! },
              ),
            ]
          : []),
      ],
    },
  };
}
