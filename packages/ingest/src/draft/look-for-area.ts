import { areaKind, isCountry } from "./area-kind.ts";
import { counted } from "./doubt.ts";
import { leadingZeros } from "./leading-zeros.ts";
import { lineOfValue, type RawColumn, rowsHolding, rowsWith, wordsOf } from "./raw-columns.ts";
import { type LookFor, qualified, type Seeming, type Seen } from "./seeming.ts";

/** Looks for codes of areas: codes of the national statistical geography, or codes under a header that says so. */
export const lookForArea: LookFor = (seen) => {
  const { column, doubt, rows } = seen;
  const filled = rows - rowsWith(column, (text) => text === "");
  const coded = rowsWith(column, (text) => areaKind(text) !== null);
  if (filled === 0) return null;
  if (coded < filled * 0.9) return otherCodes(seen, filled);
  const kinds = kindsOf(column);
  const others = column.values.filter((text) => text !== "" && areaKind(text) === null);
  const countries = column.values.filter(isCountry);
  const parts = kinds.filter(({ kind }) => kind !== "the country");
  const totals = parts.length > 0 ? countries : [];
  const plain = parts.length > 0 ? parts : kinds;
  const doubts = [
    ...(totals.length > 0
      ? [
          doubt(
            "note",
            "total-among-parts",
            `${totals.join(", ")} is the country among its parts: ${counted(
              rowsHolding(column, totals),
              "row",
            )}, declared as a total, so that nobody is counted twice`,
            "Nothing to do, unless you want the country's own rows: read them by a schema without this total.",
            { column: column.header, line: lineOfValue(column, totals[0]!) },
          ),
        ]
      : []),
    ...(new Set(plain.map(({ kind }) => kind).filter((kind) => !kind.startsWith("areas of "))).size > 1
      ? [
          doubt(
            "warning",
            "levels-mixed",
            `${column.header} mixes ${plain.map(({ kind, times }) => `${kind} (${times.toLocaleString("en-GB")})`).join(", ")}: the same people are in several of them`,
            "Keep the rows of one level before anything is summed: keep(table, { area: (code) => code.startsWith(…) }).",
            { column: column.header },
          ),
        ]
      : []),
    ...(new Set(plain.flatMap(({ edition }) => edition ?? [])).size > 1
      ? [
          doubt(
            "warning",
            "editions-mixed",
            `${column.header} mixes codes of several editions: ${plain.map(({ kind, edition, times }) => `${kind} of ${edition} (${times.toLocaleString("en-GB")})`).join(", ")}`,
            "Convert one edition into the other, or keep the rows of one.",
            { column: column.header },
          ),
        ]
      : []),
    ...(others.length > 0
      ? [
          doubt(
            "warning",
            "odd-area-codes",
            `${counted(others.length, "other text")} among the codes: ${others.slice(0, 3).join(", ")}${others.length > 3 ? " …" : ""}`,
            "Say what they stand for: a total is declared by totals; special codes are kept as they are.",
            { column: column.header, line: lineOfValue(column, others[0]!), found: others[0]! },
          ),
        ]
      : []),
  ];
  return {
    seems: "area code",
    what: `codes of ${plain.map(({ kind, edition }) => (edition ? `${kind} of ${edition}` : kind)).join(", ")}; ${counted(column.values.filter((text) => text !== "").length, "different one")}`,
    confidence: others.length > 0 || plain.length > 1 ? "likely" : "sure",
    name: "area",
    field: {
      field: "area",
      header: column.header,
      ...(totals.length > 0 ? { totals } : {}),
      ...qualified(seen),
    },
    doubts,
  };
};

/** Codes that are no national codes, under a header that says what they are: `CA` with 01 to 32. */
function otherCodes(seen: Seen, filled: number): Seeming | null {
  const { column, doubt } = seen;
  const words = wordsOf(column.header);
  const zeros = column.values.filter((text) => /^0\d+$/.test(text));
  const named = /\b(area|data ?zone|council|ca|hb|hscp|board|locality|ward|location) ?(code|id)?$/.test(words);
  const short = rowsWith(column, (text) => /^[A-Z]{0,4}\d{1,6}[A-Z]?$/i.test(text));
  if (short < filled * 0.9 || !(named || (/\bcode$/.test(words) && zeros.length > 0))) return null;
  return {
    seems: "area code",
    what: `codes such as ${column.values.find((text) => text !== "")}; ${counted(column.values.length, "different one")}`,
    confidence: "unsure",
    name: "area",
    field: { field: "area", header: column.header, ...qualified(seen) },
    doubts: [
      doubt(
        "warning",
        "codes-not-known",
        `${column.header} holds codes that are no nine-character codes such as S12000006`,
        "If they stand for areas, say of which list; if they do not, write category() instead of area().",
        { column: column.header },
      ),
      ...leadingZeros({ column, doubt }, zeros),
    ],
  };
}

interface Kind {
  readonly kind: string;
  readonly edition: string | null;
  /** Different codes. */
  readonly times: number;
}

function kindsOf({ values }: RawColumn): readonly Kind[] {
  const found = new Map<string, Kind>();
  for (const value of values) {
    const of = areaKind(value);
    if (!of) continue;
    const plain = isCountry(value) ? { kind: "the country", edition: null } : of;
    const id = `${plain.kind} ${plain.edition}`;
    found.set(id, { ...plain, times: (found.get(id)?.times ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => b.times - a.times);
}
