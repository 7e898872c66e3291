import { PopneedsError } from "@popneeds/core";
import { shown } from "../shown.ts";
import type { RawFile } from "./raw-file.ts";
import type { Reader } from "./reader.ts";

/** A reader that fits a file, and why. */
export interface Recognition {
  readonly reader: Reader;
  readonly because: string;
}

/**
 * The readers that fit a file. A general reader gives way to those that know the very table.
 *
 * @returns none, one or several; that several fit is for the user to decide
 */
export function recognise(file: RawFile, readers: readonly Reader[]): readonly Recognition[] {
  const fit = readers.flatMap((reader): Recognition[] => {
    const because = reader.recognise(file);
    return because === null ? [] : [{ reader, because }];
  });
  const exact = fit.filter(({ reader }) => !reader.general);
  return exact.length > 0 ? exact : fit;
}

/**
 * The one reader for a file.
 *
 * @param wanted name of a reader, if the user chose one
 * @throws PopneedsError `unknown-reader`, `unknown-format`, `several-readers`
 */
export function theReader(file: RawFile, readers: readonly Reader[], wanted?: string): Recognition {
  if (wanted !== undefined) return chosen(file, readers, wanted);
  const fit = recognise(file, readers);
  if (fit.length === 1) return fit[0]!;
  if (fit.length === 0) throw unknownFormat(file);
  throw fault(
    "several-readers",
    file,
    `${fit.length} readers fit the file, and may read it differently: ${fit.map(({ reader, because }) => `${reader.name} (${because})`).join("; ")}`,
    `Say which is meant: reader: "${fit[0]!.reader.name}".`,
  );
}

function chosen(file: RawFile, readers: readonly Reader[], wanted: string): Recognition {
  const reader = readers.find(({ name }) => name === wanted);
  if (reader) return { reader, because: reader.recognise(file) ?? "it was chosen by name" };
  throw fault(
    "unknown-reader",
    file,
    `unknown reader "${wanted}"; readers are ${readers.map(({ name }) => name).join(", ")}`,
    "Name one of these, or none, to have the file recognised.",
  );
}

function unknownFormat(file: RawFile): PopneedsError {
  const seen =
    file.kind === "text"
      ? `it begins ${shown(file.head.find((line) => line.trim() !== "") ?? "")}`
      : file.kind === "workbook"
        ? `its sheets are ${file.sheets.map(({ name }) => name).join(", ")}`
        : `it holds ${file.entries.map(({ name }) => name).join(", ")}`;
  return fault(
    "unknown-format",
    file,
    `no reader knows this format: ${seen}`,
    file.kind === "text"
      ? "Declare its columns with schema() and read it with readCsv(); popneeds check proposes a draft."
      : "Save the sheet that you need as CSV UTF-8, and read it with readCsv() by a schema.",
  );
}

function fault(code: string, { name }: RawFile, message: string, fix: string): PopneedsError {
  return new PopneedsError({
    code,
    message: `${name}: ${message}`,
    fix,
    issues: [{ code, severity: "error", message, fix, file: name }],
  });
}
