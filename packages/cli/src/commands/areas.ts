import { loadPlaces } from "popneeds";
import type { Command } from "../command.ts";
import { openDataAt } from "../data-location.ts";
import { Misuse } from "../misuse.ts";

/** Lists levels and areas. */
export const areas: Command = {
  name: "areas",
  summary: "list the levels, and the areas of one",
  positionals: [],
  options: { level: { type: "string" }, regions: { type: "string" } },
  help: `popneeds areas

Lists the levels and how many areas each has; with --level, the areas: code, name and address.

  --level <level>      list the areas of this level
  --regions <edition>  edition of the NHS planning regions: 2017 or later (default: later)
  --data <folder>      folder with datapackage.json (default: datasets)
  --json               print as JSON`,
  async run(args, { out }) {
    const regions = args.text("regions");
    const places = await loadPlaces(await openDataAt(args.text("data")), regions ? { regions } : {});
    const level = args.text("level");
    if (level === undefined) {
      const levels = places.levels.map((name) => ({ level: name, areas: places.areasAt(name).length }));
      out(
        args.flag("json") ? JSON.stringify(levels, null, 2) : columns(levels.map((row) => [row.level, `${row.areas}`])),
      );
      return 0;
    }
    if (!places.levels.includes(level))
      throw new Misuse(`Unknown level "${level}"; levels are ${places.levels.join(", ")}.`);
    const found = places.areasAt(level);
    out(
      args.flag("json")
        ? JSON.stringify(found, null, 2)
        : columns(found.map(({ code, name, address }) => [code, name, address])),
    );
    return 0;
  },
};

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
