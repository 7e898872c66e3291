// How does the Scottish Burden of Disease get into a needs assessment? Its workbook becomes a table of a copy of the data.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as pn from "popneeds";

const [workbook, folder, year] = process.argv.slice(2) as [string, string, string];
const places = await pn.loadPlaces(await pn.openData(folder));
const { tables, source } = await pn.readPublished(workbook);
const { title, publisher, edition, licence, evidence } = source;
const wholes = tables.filter(({ table }) => !("age" in table.keys || "sex" in table.keys));
const rows = wholes.flatMap(({ table }) => [...table]);
const lines = rows.map(({ areaName = "Scotland", period, cause, yearsOfLifeLost, yearsLivedWithDisability }) => {
  const [when, what] = [(period as pn.Period | undefined)?.label ?? year, String(cause).replaceAll('"', '""')];
  const { code } = places.find(String(areaName));
  return [code, when, "all", `"${what}"`, yearsOfLifeLost, yearsLivedWithDisability].join(",");
});
const [name, path] = ["burden-of-disease", "data/burden-of-disease.csv"];
const header = "area,period,sex,cause,years_of_life_lost,years_lived_with_disability";
await writeFile(join(folder, path), `${[header, ...lines].join("\n")}\n`);
const data = JSON.parse(await readFile(join(folder, "datapackage.json"), "utf8"));
const others = data.resources.filter((resource: { name: string }) => resource.name !== name);
const table = { name, path, title, publisher, edition, licenses: [{ title: licence }], class: evidence };
await writeFile(join(folder, "datapackage.json"), JSON.stringify({ ...data, resources: [...others, table] }, null, 2));
console.log(`${lines.length} rows (${evidence}) of the ${title} are in ${join(folder, path)}`);
