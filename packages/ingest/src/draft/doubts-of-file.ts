import type { Issue } from "@popneeds/core";
import type { RawFile } from "../published/raw-file.ts";
import { counted, type Doubting, firstQuoted } from "./doubt.ts";
import type { RawColumn } from "./raw-columns.ts";

/** Doubts about how a file is written: its encoding, its headers, periods that stand across. */
export function doubtsOfFile(
  file: RawFile,
  columns: readonly RawColumn[],
  headerLine: number,
  doubt: Doubting,
): readonly Issue[] {
  return [...encodingDoubt(file, doubt), ...headerDoubts(columns, headerLine, doubt), ...acrossDoubts(columns, doubt)];
}

function encodingDoubt({ encoding, text }: RawFile, doubt: Doubting): readonly Issue[] {
  if (encoding === "utf-8") return [];
  const odd = /[^\s]*[\u0080-\uFFFF][^\s,;]*/.exec(text)?.[0] ?? "";
  return [
    doubt(
      "warning",
      "not-utf-8",
      `the file is not UTF-8 text; taken as Windows-1252, as older Excel writes it, it reads "${odd.slice(0, 40)}"`,
      "Check that names with accents read right; better save the file as CSV UTF-8.",
    ),
  ];
}

function headerDoubts(columns: readonly RawColumn[], line: number, doubt: Doubting): readonly Issue[] {
  const headers = columns.map(({ header }) => header).filter((text) => text !== "");
  const twice = [...new Set(headers.filter((text, i) => headers.indexOf(text) !== i))];
  return [
    ...(twice.length > 0
      ? [
          doubt(
            "error",
            "duplicate-column",
            `several columns are headed ${firstQuoted(twice)}`,
            "Give each column its own header in the file.",
            { line },
          ),
        ]
      : []),
    ...(headers.length > 1 && headers.every((text) => /^[-\d.,]+$/.test(text))
      ? [
          doubt(
            "error",
            "no-header-line",
            "the first line seems to hold figures and no headers",
            "Put a line of headers above the rows.",
            { line },
          ),
        ]
      : []),
  ];
}

/** Years, or months, that stand across, one column each. */
function acrossDoubts(columns: readonly RawColumn[], doubt: Doubting): readonly Issue[] {
  const years = columns.filter(({ header }) => /^(X|Y)?(19|20)\d\d([/-]\d{2,4})?$/.test(header));
  if (years.length < 3) return [];
  return [
    doubt(
      "error",
      "periods-across",
      `${counted(years.length, "column")} ${firstQuoted(years.map(({ header }) => header))} seem to be periods that stand across`,
      "Put them one below another, with a column for the period and one for the figure: pivot_longer() in R, Unpivot in Excel's Power Query.",
      { line: 1 },
    ),
  ];
}
