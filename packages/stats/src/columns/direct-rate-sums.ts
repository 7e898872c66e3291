import { type Groups, groupCount } from "../shared/groups.ts";
import type { DirectRateColumns, EmptyRowPolicy, RateColumns } from "./direct-rate-columns.ts";
import { statusCode } from "./group-status.ts";

/** Adds up the rows of each group. */
export function addUp(columns: DirectRateColumns, groups: Groups, emptyRows: EmptyRowPolicy): Float64Array {
  const sums = new Float64Array(groupCount(groups) * width);
  if ("starts" in groups) addUpInOrder(columns, groups.starts, emptyRows, sums);
  else addUpInAnyOrder(columns, groups.of, emptyRows, sums);
  return sums;
}

function addUpInOrder(
  { events, population, weights }: DirectRateColumns,
  starts: ArrayLike<number>,
  emptyRows: EmptyRowPolicy,
  sums: Float64Array,
): void {
  for (let g = 0, at = 0; g + 1 < starts.length; g++, at += width) {
    const end = starts[g + 1]!;
    let total = 0;
    let people = 0;
    let weight = 0;
    let weighted = 0;
    let variance = 0;
    let largest = 0;
    let oddities = starts[g]! < end ? oddRows : 0;
    for (let i = starts[g]!; i < end; i++) {
      const e = events[i]!;
      let n = population[i]!;
      const w = weights[i]!;
      if (!isOrdinary(e, n, w)) {
        const odd = oddityOf(e, n, w, emptyRows);
        oddities |= odd;
        if (odd === 0 && emptyRows === "rate 0") {
          total += e;
          weight += w;
        }
        if (odd !== 0 || e === 0 || emptyRows !== "count as people") continue;
        n = e;
      }
      const each = w / n;
      total += e;
      people += n;
      weight += w;
      weighted += (w * e) / n;
      variance += e * (each * each);
      if (each > largest) largest = each;
    }
    sums[at + 1] = total;
    sums[at + 2] = people;
    sums[at + 3] = weight;
    sums[at + 4] = weighted;
    sums[at + 5] = variance;
    sums[at + 6] = largest;
    sums[at + 7] = oddities;
  }
}

function addUpInAnyOrder(
  { events, population, weights }: DirectRateColumns,
  of: ArrayLike<number>,
  emptyRows: EmptyRowPolicy,
  sums: Float64Array,
): void {
  for (let i = 0; i < of.length; i++) {
    const at = of[i]! * width;
    const e = events[i]!;
    let n = population[i]!;
    const w = weights[i]!;
    if (!isOrdinary(e, n, w)) {
      const odd = oddityOf(e, n, w, emptyRows);
      sums[at + 7] = sums[at + 7]! | odd | oddRows;
      if (odd === 0 && emptyRows === "rate 0") {
        sums[at + 1] = sums[at + 1]! + e;
        sums[at + 3] = sums[at + 3]! + w;
      }
      if (odd !== 0 || e === 0 || emptyRows !== "count as people") continue;
      n = e;
    }
    const each = w / n;
    sums[at + 1] = sums[at + 1]! + e;
    sums[at + 2] = sums[at + 2]! + n;
    sums[at + 3] = sums[at + 3]! + w;
    sums[at + 4] = sums[at + 4]! + (w * e) / n;
    sums[at + 5] = sums[at + 5]! + e * (each * each);
    if (each > sums[at + 6]!) sums[at + 6] = each;
    sums[at + 7] = sums[at + 7]! | oddRows;
  }
}

function isOrdinary(events: number, population: number, weight: number): boolean {
  return events >= 0 && population > 0 && weight >= 0 && events + population + weight < Infinity;
}

/** What is odd about a row that is not ordinary; 0 where the policy knows what to do with it. */
function oddityOf(events: number, population: number, weight: number, emptyRows: EmptyRowPolicy): number {
  if (Number.isNaN(events + population + weight)) return oddMissing;
  if (events < 0 || population < 0 || weight < 0) return oddImpossible;
  if (events === Infinity || population === Infinity || weight === Infinity) return oddImpossible;
  return emptyRows === "withhold" ? oddEmpty : 0;
}

// What is added up for a group stands together: one line of the processor's cache.
// 1 events, 2 people, 3 weight, 4 weighted rates, 5 variance, 6 largest weight for a person, 7 oddities.
export const width = 8;

const oddMissing = 1;
const oddImpossible = 2;
const oddEmpty = 4;
const oddRows = 8;

const statusNoRows = statusCode("no rows");
const statusMissing = statusCode("missing");
const statusImpossible = statusCode("impossible");
const statusNoPopulation = statusCode("no population");
const statusTooFew = statusCode("too few events");

/** Writes what came of each group, by its oddities, its weight and its events. */
export function writeStatus(sums: Float64Array, status: Uint8Array, minimumEvents: number): void {
  for (let g = 0, at = 0; g < status.length; g++, at += width) {
    const oddities = sums[at + 7]! | 0;
    if ((oddities & oddImpossible) !== 0) status[g] = statusImpossible;
    else if ((oddities & oddMissing) !== 0) status[g] = statusMissing;
    else if ((oddities & oddRows) === 0) status[g] = statusNoRows;
    else if ((oddities & oddEmpty) !== 0 || sums[at + 3] === 0) status[g] = statusNoPopulation;
    else if (sums[at + 1]! < minimumEvents) status[g] = statusTooFew;
  }
}

/** Writes the rates of the groups that have one, and what was counted of those in which it is known. */
export function writeRates(sums: Float64Array, { status, value, events, population }: RateColumns, per: number): void {
  for (let g = 0, at = 0; g < status.length; g++, at += width) {
    const own = status[g]!;
    if (own === statusMissing || own === statusImpossible || own === statusNoRows) continue;
    events[g] = sums[at + 1]!;
    population[g] = sums[at + 2]!;
    if (own === 0) value[g] = (sums[at + 4]! / sums[at + 3]!) * per;
  }
}
