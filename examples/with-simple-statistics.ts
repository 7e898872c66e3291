// Are more people limited a lot by a long-term condition where more are deprived of income? Scotland's localities.
import * as pn from "popneeds";
import { linearRegression, rSquared } from "simple-statistics";

const data = await pn.openData("datasets");
const places = await pn.loadPlaces(data);
const area = pn.area("data_zone");
const simd = pn.schema({ area, people: pn.count("population"), deprived: pn.count("income_deprived") });
const census = pn.schema({ area, people: pn.count("all_people"), limited: pn.count("limited_a_lot") });
const index = pn.rollUp(await data.table("deprivation-simd-2020v2", simd), places, ["locality"]);
const conditions = pn.rollUp(await data.table("census-limiting-conditions-2022", census), places, ["locality"]);

const deprived = pn.share(pn.only(index, "deprived"), pn.only(index, "people"));
const limited = pn.share(pn.only(conditions, "limited"), pn.only(conditions, "people"));
const limitedIn = new Map(Array.from(limited, (row) => [row.area, row.value]));
const points = Array.from(deprived, (row) => [row.value ?? NaN, limitedIn.get(row.area) ?? NaN]);
const { m, b } = linearRegression(points);
const explained = rSquared(points, (x) => m * x + b);
console.log(`${points.length} localities: limited a lot % = ${b.toFixed(2)} + ${m.toFixed(3)} × income deprived %`);
console.log(`R² = ${explained.toFixed(3)}. It says where both are found together, not that one causes the other.`);
