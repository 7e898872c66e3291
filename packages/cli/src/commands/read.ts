import {
  describeIssue,
  type Issue,
  type PublishedFile,
  type Reader,
  readers,
  readPublished,
  writeTidy,
} from "popneeds";
import { aligned } from "../aligned.ts";
import type { Command } from "../command.ts";

/** Reads a published file and writes it as tidy CSV files. */
export const read: Command = {
  name: "read",
  summary: "read a file as its publisher gave it out, and write it as tidy CSV",
  positionals: ["[<file>]"],
  options: { reader: { type: "string" }, out: { type: "string" } },
  help: `popneeds read [<file>]

Reads a file as its publisher gave it out (CSV, text, xlsx, xls, ods or zip), lists the tables in it and every doubt, and
with --out writes them as tidy CSV files for R, Excel or any other program. Totals are in tables of their own. Exit code 1
when a row, or the file, cannot be used. Without a file, lists the formats that it knows: reader, publisher, what it holds.

  --out <folder>     write a CSV file for each table, datapackage.json and issues.csv; an earlier output is replaced
  --reader <name>    the reader to use, where two fit the file or none is recognised
  --json             print as JSON`,
  async run(args, { out }) {
    const [file] = args.positionals;
    if (file === undefined) {
      out(args.flag("json") ? JSON.stringify(readers.map(described), null, 2) : aligned(readers.map(inColumns)));
      return 0;
    }
    const reader = args.text("reader");
    const published = await readPublished(file, reader === undefined ? {} : { reader });
    const target = args.text("out");
    if (target !== undefined) await writeTidy(published, target);
    out(args.flag("json") ? json(published, target) : text(file, published, target));
    return published.issues.some(({ severity }) => severity === "error") ? 1 : 0;
  },
};

function described({ name, publisher, title, licence }: Reader) {
  return { name, publisher, title, licence };
}

function inColumns({ name, publisher, title }: Reader): readonly string[] {
  return [name, publisher, title];
}

function text(file: string, { reader, because, source, tables, rows, issues }: PublishedFile, target?: string): string {
  const width = String(tables.length).length;
  return [
    `${file}: ${source.title}. ${source.publisher}; ${source.edition}; ${source.licence}`,
    `Reader ${reader}: ${because}.`,
    "",
    ...tables.map(
      ({ name, table }, i) =>
        `${String(i + 1).padStart(width)}  ${name}: ${counted(table.length, "row")} of ${Object.keys(table.measures).join(", ")} (${table.provenance.evidence})`,
    ),
    "",
    ...shownIssues(issues),
    `${counted(rows.read, "row")} read, ${whole(rows.used)} used, ${whole(rows.refused)} refused`,
    ...(target === undefined ? [] : [`written to ${target}`]),
  ].join("\n");
}

/** Every kind of issue, the first three of each: a file may have thousands of one kind. */
function shownIssues(issues: readonly Issue[]): readonly string[] {
  const kinds = new Map<string, Issue[]>();
  for (const issue of issues) {
    const kind = kinds.get(issue.code);
    if (kind) kind.push(issue);
    else kinds.set(issue.code, [issue]);
  }
  return [...kinds.values()].flatMap((same) => [
    ...same.slice(0, 3).map((issue) => `${issue.severity}: ${describeIssue(issue)}`),
    ...(same.length > 3 ? [`… and ${whole(same.length - 3)} more of ${same[0]!.code}`] : []),
  ]);
}

function json({ reader, because, source, tables, rows, issues }: PublishedFile, target?: string): string {
  return JSON.stringify(
    {
      reader,
      because,
      source,
      rows,
      tables: tables.map(({ name, totalOf, table }) => ({
        name,
        totalOf,
        rows: table.length,
        keys: Object.keys(table.keys),
        measures: Object.keys(table.measures),
        class: table.provenance.evidence,
      })),
      issues,
      ...(target === undefined ? {} : { folder: target }),
    },
    null,
    2,
  );
}

function counted(times: number, what: string): string {
  return `${whole(times)} ${what}${times === 1 ? "" : "s"}`;
}

function whole(number: number): string {
  return number.toLocaleString("en-GB");
}
