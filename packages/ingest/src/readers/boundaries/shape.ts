import { property } from "../../published/json-of.ts";

/** A point: longitude and latitude, or whatever the file's coordinates are. */
export type Point = readonly [number, number];

/** The rings of the polygons of an area, the outer one of each first. */
export type Shape = readonly (readonly (readonly Point[])[])[];

/** The shape of a GeoJSON geometry, or what is wrong with it. */
export function shapeOf(geometry: unknown): Shape | string {
  const type = property(geometry, "type");
  const coordinates = property(geometry, "coordinates");
  if (type !== "Polygon" && type !== "MultiPolygon")
    return `its geometry is ${type === undefined ? "missing" : String(type)}`;
  const polygons = type === "Polygon" ? [coordinates] : coordinates;
  return isShape(polygons) ? polygons : "its coordinates are no rings of points";
}

/** What is wrong with the rings of a shape: one that is not closed, or has fewer than four points; `null` when nothing is. */
export function faultOfRings(shape: Shape): string | null {
  for (const ring of shape.flat()) {
    if (ring.length < 4) return `a ring has ${ring.length} points`;
    const [first, last] = [ring[0]!, ring.at(-1)!];
    if (first[0] !== last[0] || first[1] !== last[1]) return "a ring is not closed";
  }
  return null;
}

function isShape(value: unknown): value is Shape {
  return isListOf(value, (polygon) => isListOf(polygon, (ring) => isListOf(ring, isPoint)));
}

function isListOf(value: unknown, is: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(is);
}

function isPoint(value: unknown): boolean {
  return Array.isArray(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1]);
}
