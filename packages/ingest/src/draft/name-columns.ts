import type { Doubting } from "./doubt.ts";
import { followsFrom, type RawColumn } from "./raw-columns.ts";
import type { ColumnDraft } from "./schema-draft.ts";
import type { Seeming } from "./seeming.ts";

/** A column and what it seems to be. */
export interface Looked {
  readonly column: RawColumn;
  readonly seeming: Seeming;
}

/** A column as a draft, with its cells. */
export type DraftedColumn = ColumnDraft & { readonly column: RawColumn };

/**
 * Columns as drafts, each with a name that no other has. Names of areas and other texts that follow from a column of codes are left out.
 */
export function nameColumns(looked: readonly Looked[], doubt: Doubting): readonly DraftedColumn[] {
  return named(linked(looked, doubt));
}

/** Names and other texts that follow from a column of codes are left out: codes are the keys. */
function linked(looked: readonly Looked[], doubt: Doubting): readonly Looked[] {
  const first = finest(looked);
  return looked.map(({ column, seeming }): Looked => {
    const texts = ["area code", "area name", "category"].includes(seeming.seems);
    if (!texts || column === first?.column || seeming.field === null) return { column, seeming };
    const from = [
      ...(first && seeming.seems !== "category" ? [first] : []),
      ...looked.filter(({ column: other }) => nameFor(column.header, other.header)),
    ].find(
      ({ column: other, seeming: of }) =>
        other !== column &&
        of.field !== null &&
        (column.values.length > 1 || seeming.seems !== "category") &&
        followsFrom(column, other),
    );
    if (!from) return { column, seeming };
    return {
      column,
      seeming: {
        ...seeming,
        name: null,
        field: null,
        doubts: [
          doubt(
            "note",
            "follows-from",
            `${column.header} follows from ${from.column.header}: each ${from.column.header} has one; not read`,
            `Nothing to do; to keep it beside the code, add label("${column.header}").`,
            { column: column.header },
          ),
        ],
      },
    };
  });
}

/** The column of codes of the smallest areas. */
function finest(looked: readonly Looked[]): Looked | undefined {
  return looked
    .filter(({ seeming }) => seeming.seems === "area code" && seeming.field !== null)
    .sort((a, b) => b.column.values.length - a.column.values.length)[0];
}

/** Whether a header is that of the names for another header's codes: `cause_name` for `cause_id`, `CAName` for `CA`. */
function nameFor(header: string, other: string): boolean {
  const stem = (text: string) => text.toLowerCase().replace(/[_ ]?(name|label|description|title|id|code)$/, "");
  return header !== other && stem(header) === stem(other) && /(name|label|description|title)$/i.test(header);
}

/** Columns as drafts, each with a name that no other has. */
function named(looked: readonly Looked[]): readonly DraftedColumn[] {
  const taken = new Set<string>();
  const first = finest(looked);
  return looked.map(({ column, seeming }) => {
    const wished = seeming.name === "area" && column !== first?.column ? camel(column.header) : seeming.name;
    let name = wished;
    if (wished !== null) {
      const own = seeming.field && "header" in seeming.field ? seeming.field.header : column.header;
      if (taken.has(wished)) name = camel(own);
      for (let i = 2; taken.has(name!); i++) name = `${camel(own)}${i}`;
      taken.add(name!);
    }
    return { column, header: column.header, position: column.at + 1, ...seeming, name };
  });
}

function camel(header: string): string {
  const plain = header.replace(/[^\p{L}\p{N}]+(.)?/gu, (_, next: string | undefined) => next?.toUpperCase() ?? "");
  return /^\p{L}/u.test(plain) ? plain[0]!.toLowerCase() + plain.slice(1) : `column${plain}`;
}
