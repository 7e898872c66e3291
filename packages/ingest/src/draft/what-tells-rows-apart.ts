import { groupRows, type Issue } from "@popneeds/core";
import type { RawTable } from "../published/raw-table.ts";
import { counted, type Doubting } from "./doubt.ts";
import type { DraftedColumn } from "./name-columns.ts";
import type { ColumnDraft } from "./schema-draft.ts";
import { nameOf } from "./seeming.ts";

const keyFields = ["area", "category", "label", "sex", "age", "period"];

/**
 * Whether the columns proposed as keys tell every row from every other, and which of them are needed for it. Where they do not, the
 * columns left out are tried, and one that helps is added.
 */
export function whatTellsRowsApart(
  columns: readonly DraftedColumn[],
  cells: RawTable,
  doubt: Doubting,
): { readonly columns: readonly ColumnDraft[]; readonly doubts: readonly Issue[] } {
  const rows = cells.rows.length;
  const keys = columns.filter(isKey);
  const groups = (of: readonly DraftedColumn[]) =>
    groupRows(
      of.map(({ column }) => column),
      rows,
    );
  const apart = (of: readonly DraftedColumn[]) => groups(of).first.length;
  const plain = (list: readonly DraftedColumn[]): readonly ColumnDraft[] =>
    list.map(({ column: _, ...draft }) => draft);
  if (keys.length === 0)
    return {
      columns: plain(columns),
      doubts:
        rows > 1
          ? [
              doubt(
                "error",
                "no-keys",
                `no column tells the ${rows} rows apart`,
                "Add one: the area, the period, the group.",
              ),
            ]
          : [],
    };
  if (apart(keys) === rows) {
    const needed = keys.reduceRight(
      (kept, key) => {
        const without = kept.filter((other) => other !== key);
        return without.length > 0 && apart(without) === rows ? without : kept;
      },
      [...keys],
    );
    return {
      columns: plain(columns),
      doubts: [
        doubt(
          "note",
          "keys",
          needed.length === keys.length
            ? `rows are told apart by ${listed(keys)}, all of them needed`
            : `rows are told apart by ${listed(needed)} alone; ${listed(keys.filter((key) => !needed.includes(key)))} ${keys.length - needed.length === 1 ? "follows" : "follow"} from them or ${keys.length - needed.length === 1 ? "is" : "are"} the same in every row`,
          "Nothing to do.",
        ),
      ],
    };
  }
  const unread = columns.filter(
    (one) => one.field === null && one.header !== "" && ["text", "area name", "category"].includes(one.seems),
  );
  const helps = unread.find((one) => apart([...keys, one]) === rows);
  if (helps) {
    const added: DraftedColumn = {
      ...helps,
      name: nameOf(helps.header),
      field: { field: "label", header: helps.header },
      confidence: "unsure",
      doubts: [],
    };
    return {
      columns: plain(columns.map((one) => (one === helps ? added : one))),
      doubts: [
        doubt(
          "warning",
          "key-added",
          `rows are told apart only when ${helps.header} is read as well: added as a label`,
          "Check that it belongs to the keys, and is no remark.",
          { column: helps.header },
        ),
      ],
    };
  }
  const { group, first } = groups(keys);
  const again = Array.from(group.keys()).filter((i) => first[group[i]!] !== i);
  const one = again[0]!;
  const before = first[group[one]!]!;
  return {
    columns: plain(columns),
    doubts: [
      doubt(
        "warning",
        "duplicate-rows",
        `${counted(again.length, "row")} ${again.length === 1 ? "has" : "have"} the same ${listed(keys)} as another, for instance line ${cells.lines[one]} and line ${cells.lines[before]}${cells.rows[one]!.join("\t") === cells.rows[before]!.join("\t") ? ", which are the same in every cell" : ""}`,
        "Find the column that tells them apart, or take the repeated rows out: they are refused when the file is read.",
        { line: cells.lines[one]! },
      ),
    ],
  };
}

function isKey({ field }: ColumnDraft): boolean {
  return field !== null && keyFields.includes(field.field);
}

function listed(columns: readonly ColumnDraft[]): string {
  const headers = columns.map(({ header }) => header);
  return headers.length < 2 ? headers.join("") : `${headers.slice(0, -1).join(", ")} and ${headers.at(-1)}`;
}
