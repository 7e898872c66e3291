import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { boundariesReader } from "../../../src/readers/boundaries/boundaries.ts";
import { describeSturdiness } from "../sturdiness.ts";

const ring = (x: number) => [
  [x, 56],
  [x + 1, 56],
  [x + 1, 57],
  [x, 56],
];
const feature = (code: string, name: string, geometry: unknown) =>
  JSON.stringify({ type: "Feature", properties: { code, area_name: name }, geometry });
const collection = (...features: readonly string[]) =>
  [
    "{",
    '"type": "FeatureCollection",',
    '"name": "boundary",',
    '"features": [',
    features.join(",\n"),
    "]",
    "}",
    "",
  ].join("\n");
/** Synthetic, written as GDAL writes it: a line for each area. */
const geo = collection(
  feature("S12000033", "Aberdeen City", { type: "Polygon", coordinates: [ring(-2)] }),
  feature("S12000027", "Shetland Islands", { type: "MultiPolygon", coordinates: [[ring(-1), ring(-1.5)], [ring(0)]] }),
);
/** Synthetic: two areas that share the arc between them, in steps. */
const topology = {
  type: "Topology",
  objects: {
    lad: {
      type: "GeometryCollection",
      geometries: [
        { type: "Polygon", properties: { LAD13CD: "S12000033", LAD13CDO: "00QA", LAD13NM: "West" }, arcs: [[0, 1]] },
        {
          type: "MultiPolygon",
          properties: { LAD13CD: "S12000034", LAD13CDO: "00QB", LAD13NM: "East" },
          arcs: [[[-2, 2]]],
        },
      ],
    },
  },
  // A square from (0, 0) to (10, 10), cut by the line from (10, 0) to (0, 10); the eastern half goes by (10, 10).
  arcs: [
    [
      [0, 10],
      [0, -10],
      [10, 0],
    ],
    [
      [10, 0],
      [-10, 10],
    ],
    [
      [10, 0],
      [0, 10],
      [-10, 0],
    ],
  ],
  transform: { scale: [0.1, 0.1], translate: [-8, 54] },
};
const read = async (text: string) => readRaw(await rawFile(text, "areas.geojson"));
const rowsOf = (file: Awaited<ReturnType<typeof read>>) =>
  [...file.tables[0]!.table].map((row) => [row["area"], row["areaName"], row["polygons"], row["rings"], row["points"]]);

describe("boundaries of areas", () => {
  test("GeoJSON gives a row for each area with its polygons, rings and points", async () => {
    const file = await read(geo);
    expect(file.because).toBe("it is JSON of the type FeatureCollection");
    expect(rowsOf(file)).toEqual([
      ["S12000033", "Aberdeen City", 1, 1, 4],
      ["S12000027", "Shetland Islands", 2, 3, 12],
    ]);
    expect(file.issues).toEqual([]);
  });

  test("TopoJSON gives the same of its arcs, and the code is the property that holds codes", async () => {
    const east = { ...topology, arcs: [...topology.arcs] };
    // East: the shared arc backwards from (0, 10) to (10, 0), then by (10, 10) back: 2 + 3 points that share one.
    expect(rowsOf(await read(JSON.stringify(east)))).toEqual([
      ["S12000033", "West", 1, 1, 4],
      ["S12000034", "East", 1, 1, 4],
    ]);
  });

  test("an area without a shape is left out with an error, and one whose ring is open is kept with a warning", async () => {
    const file = await read(
      collection(
        feature("S12000033", "A", null),
        feature("S12000034", "B", { type: "Point", coordinates: [1, 2] }),
        feature("S12000035", "C", { type: "Polygon", coordinates: [[["x", 1]]] }),
        feature("S12000036", "D", { type: "Polygon", coordinates: [ring(0).slice(0, 3)] }),
        feature("S12000038", "E", { type: "Polygon", coordinates: [[...ring(0), [9, 9]]] }),
      ),
    );
    expect(rowsOf(file).map(([code]) => code)).toEqual(["S12000036", "S12000038"]);
    expect(file.issues.map(({ severity, line, message }) => [severity, line, message])).toEqual([
      ["error", 1, "area 1, S12000033, is left out: its geometry is missing"],
      ["error", 2, "area 2, S12000034, is left out: its geometry is Point"],
      ["error", 3, "area 3, S12000035, is left out: its coordinates are no rings of points"],
      ["warning", 4, "a ring has 3 points in the boundary of an area: 1 row (line 4)"],
      ["warning", 5, "a ring is not closed in the boundary of an area: 1 row (line 5)"],
    ]);
    expect(file.rows).toEqual({ read: 5, used: 2, refused: 3 });
  });

  test("an arc that is not there, and an area that is there twice, are errors", async () => {
    const lost = await read(JSON.stringify({ ...topology, arcs: topology.arcs.slice(0, 2) }));
    expect(lost.issues.map(({ message }) => message)).toEqual([
      "area 2, S12000034, is left out: it names an arc that is not in the file",
    ]);
    const twice = await read(geo.replace("S12000027", "S12000033").replace("Shetland Islands", "Aberdeen City"));
    expect(twice.issues.map(({ code }) => code)).toEqual(["duplicate-key"]);
  });

  test("what has no areas is refused", async () => {
    await expect(read('{ "type": "FeatureCollection" }\n')).rejects.toMatchObject({ code: "no-areas" });
    await expect(read(geo.slice(0, -20))).rejects.toMatchObject({ code: "not-json" });
    await expect(read(collection())).rejects.toMatchObject({ code: "no-rows" });
  });
});

describeSturdiness(boundariesReader, "areas.geojson", () => geo);
describeSturdiness(boundariesReader, "areas.topojson", () => `${JSON.stringify(topology)}\n`);
