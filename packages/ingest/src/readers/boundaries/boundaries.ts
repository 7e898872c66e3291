import { type Issue, PopneedsError } from "@popneeds/core";
import { area, count, label } from "../../field.ts";
import { asCell, jsonOf, property } from "../../published/json-of.ts";
import type { RawFile } from "../../published/raw-file.ts";
import type { Reader } from "../../published/reader.ts";
import { saidOnce } from "../../published/said-once.ts";
import { schema } from "../../schema.ts";
import { faultOfRings, type Shape, shapeOf } from "./shape.ts";
import { shapeOfArcs } from "./shape-of-arcs.ts";

/**
 * Boundaries of areas as GeoJSON or TopoJSON: a row for each area, with how many polygons, rings and points its boundary has.
 *
 * The boundary itself is not read: this says which areas a file has, and whether their shapes are in order. An area without a
 * shape is an error, a ring that is not closed a warning. The code is the property that holds nine-character codes, the name
 * the one that is headed so. The line of an issue is the area's number in the file.
 */
export const boundariesReader: Reader = {
  name: "boundaries",
  title: "Boundaries of areas",
  publisher: "Scottish Government or Office for National Statistics",
  licence: "Open Government Licence v3.0; contains Ordnance Survey data",
  evidence: "published",
  recognise({ kind, text }) {
    const beginning = kind === "text" ? text.slice(0, 2000) : "";
    const found = /^\s*\{[\s\S]*?"type"\s*:\s*"(FeatureCollection|Topology)"/.exec(beginning);
    return found ? `it is JSON of the type ${found[1]}` : null;
  },
  parts(file) {
    const { areas, shape } = areasIn(file);
    const columns = columnsOf(areas);
    const rows: string[][] = [];
    const lines: number[] = [];
    const issues: Issue[] = [];
    const odd = new Map<string, number[]>();
    for (const [i, one] of areas.entries()) {
      const found = shape(one);
      const texts = [columns.code, columns.name].map((name) => asCell(property(property(one, "properties"), name)));
      if (typeof found === "string") {
        issues.push(withoutShape(file.name, i + 1, texts[0]!, found));
        continue;
      }
      const fault = faultOfRings(found);
      if (fault) odd.set(fault, [...(odd.get(fault) ?? []), i + 1]);
      const rings = found.flat();
      rows.push([...texts, String(found.length), String(rings.length), String(rings.flat().length)]);
      lines.push(i + 1);
    }
    for (const [fault, of] of odd) issues.push(...oddRings(file.name, fault, of));
    const cells = { file: file.name, header: ["code", "name", "polygons", "rings", "points"], rows, lines, issues };
    return [
      {
        name: "",
        cells,
        schema: schema({
          area: area("code"),
          areaName: label("name"),
          polygons: count("polygons"),
          rings: count("rings"),
          points: count("points"),
        }),
      },
    ];
  },
};

interface Areas {
  readonly areas: readonly unknown[];
  readonly shape: (one: unknown) => Shape | string;
}

function areasIn(file: RawFile): Areas {
  const json = jsonOf(file);
  const features = property(json, "features");
  if (Array.isArray(features)) return { areas: features, shape: (one) => shapeOf(property(one, "geometry")) };
  const objects = property(json, "objects");
  const geometries = Object.values(typeof objects === "object" && objects !== null ? objects : {}).flatMap((object) => {
    const found = property(object, "geometries");
    return Array.isArray(found) ? found : [];
  });
  if (geometries.length > 0) return { areas: geometries, shape: shapeOfArcs(json) };
  const message = "the file has no list of areas: neither features nor geometries";
  const fix = "Download it again; a boundary file is GeoJSON or TopoJSON.";
  throw new PopneedsError({
    code: "no-areas",
    message: `${file.name}: ${message}`,
    fix,
    issues: [{ code: "no-areas", severity: "error", message, fix, file: file.name }],
  });
}

/** The properties that hold the code and the name: found by the codes of all areas, and by their headings. */
function columnsOf(areas: readonly unknown[]): { readonly code: string; readonly name: string } {
  const names = [...new Set(areas.flatMap((one) => Object.keys(property(one, "properties") ?? {})))];
  const coded = (name: string) =>
    areas.filter((one) => /^[A-Z]\d{8}$/.test(asCell(property(property(one, "properties"), name)))).length;
  const code = names.map((name) => ({ name, areas: coded(name) })).sort((a, b) => b.areas - a.areas)[0];
  return {
    code: code && code.areas > 0 ? code.name : "code",
    name: names.find((text) => text !== code?.name && /(name|nm)$/i.test(text)) ?? "name",
  };
}

function withoutShape(file: string, line: number, code: string, fault: string): Issue {
  return {
    code: "malformed-geometry",
    severity: "error",
    file,
    line,
    found: code,
    message: `area ${line}${code ? `, ${code},` : ""} is left out: ${fault}`,
    fix: "Download the file again; the area cannot be drawn.",
  };
}

function oddRings(file: string, fault: string, lines: readonly number[]): readonly Issue[] {
  return saidOnce(
    {
      code: "malformed-geometry",
      severity: "warning",
      file,
      fix: "Download the file again, or mend the shapes before drawing.",
    },
    lines,
    (rows) => `${fault} in the boundary of an area: ${rows}`,
  );
}
