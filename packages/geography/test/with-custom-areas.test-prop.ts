import { tableFromRows } from "@popneeds/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { rollUp, withCustomAreas } from "../src/index.ts";
import { smallPlaces as places } from "./small-places.ts";

const zones = ["z1", "z2", "z3", "z4", "z5", "z6"];
const rows = fc.array(fc.record({ data_zone: fc.constantFrom(...zones), area: fc.constantFrom("a", "b", "c", "d") }), {
  minLength: 1,
  maxLength: 20,
});

test("each area has the people of its zones, each zone once, whatever the areas share; those of a level never share", () => {
  fc.assert(
    fc.property(rows, fc.array(fc.nat({ max: 9_999 }), { minLength: 6, maxLength: 6 }), (drawn, counts) => {
      const own = withCustomAreas(places, { rows: drawn });
      const levels = own.parts.customLevels!;
      const people = tableFromRows(
        zones.map((area, i) => ({ area, people: counts[i]! })),
        { people: "count" },
      );
      const found = new Map([...rollUp(people, own, levels)].map((row) => [row.area, row.people]));
      for (const area of new Set(drawn.map((row) => row.area))) {
        const held = new Set(drawn.filter((row) => row.area === area).map((row) => row.data_zone));
        expect(found.get(area)).toBe([...held].reduce((sum, zone) => sum + counts[zones.indexOf(zone)]!, 0));
      }
      for (const level of levels) {
        const held = own.areasAt(level).flatMap(({ code }) => own.baseAreas(code));
        expect(new Set(held).size).toBe(held.length);
      }
    }),
  );
});
