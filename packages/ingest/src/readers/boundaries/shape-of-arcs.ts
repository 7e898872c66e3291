import { property } from "../../published/json-of.ts";
import type { Point, Shape } from "./shape.ts";

/** Puts together the shapes of a TopoJSON topology, in which neighbours share the arcs between them. */
export function shapeOfArcs(topology: unknown): (geometry: unknown) => Shape | string {
  const lines = property(topology, "arcs");
  const moved = property(topology, "transform") !== undefined;
  const arcs = Array.isArray(lines) ? lines.map((arc) => pointsOf(arc, moved)) : [];
  return (geometry) => {
    const type = property(geometry, "type");
    if (type !== "Polygon" && type !== "MultiPolygon")
      return `its geometry is ${type === undefined ? "missing" : String(type)}`;
    const given = property(geometry, "arcs");
    const polygons: unknown = type === "Polygon" ? [given] : given;
    if (!Array.isArray(polygons) || polygons.length === 0) return "it has no arcs";
    const shape: Point[][][] = [];
    for (const polygon of polygons) {
      if (!Array.isArray(polygon) || polygon.length === 0) return "it has no arcs";
      const rings: Point[][] = [];
      for (const ring of polygon) {
        const points = ringOf(ring, arcs);
        if (points === null) return "it names an arc that is not in the file";
        rings.push(points);
      }
      shape.push(rings);
    }
    return shape;
  };
}

/** The points of a ring of arcs; a negative number is an arc taken backwards. Arcs share their end points. */
function ringOf(ring: unknown, arcs: readonly (readonly Point[] | null)[]): Point[] | null {
  if (!Array.isArray(ring) || ring.length === 0) return null;
  const points: Point[] = [];
  for (const [i, at] of ring.entries()) {
    const arc: readonly Point[] | null | undefined = Number.isInteger(at) ? arcs[at < 0 ? ~at : at] : null;
    if (!arc) return null;
    const taken = at < 0 ? [...arc].reverse() : arc;
    points.push(...(i === 0 ? taken : taken.slice(1)));
  }
  return points;
}

/** The points of an arc, which a quantised topology gives as steps from the one before. */
function pointsOf(arc: unknown, moved: boolean): readonly Point[] | null {
  if (!Array.isArray(arc) || arc.length === 0) return null;
  let [x, y] = [0, 0];
  const points: Point[] = [];
  for (const step of arc) {
    if (!Array.isArray(step) || !Number.isFinite(step[0]) || !Number.isFinite(step[1])) return null;
    [x, y] = moved ? [x + step[0], y + step[1]] : [step[0], step[1]];
    points.push([x, y]);
  }
  return points;
}
