import { expect, it } from "vitest";
import {
  atBest,
  evidences,
  fromInputs,
  fromSource,
  leastFirm,
  noSource,
  type Source,
  sourcesOf,
  withStep,
} from "../src/index.ts";

const source = (id: string, evidence: Source["evidence"]) => ({ id, sha256: id, evidence }) as Source;

it("is never firmer than the least firm of what it rests on", () => {
  const inputs = [fromSource(source("a", "observed")), fromSource(source("b", "projected"))];
  expect(fromInputs(inputs).evidence).toBe("projected");
  expect(atBest(fromInputs(inputs), "modelled").evidence).toBe("modelled");
  expect(atBest(fromInputs(inputs), "observed").evidence).toBe("projected");
  expect(leastFirm([])).toBe("observed");
  expect(leastFirm(evidences)).toBe("assumption");
});

it("adds steps at the end, and changes nothing given to it", () => {
  const read = fromSource(source("a", "observed"), "read");
  expect(withStep(withStep(read, "one"), "two").steps).toEqual(["read", "one", "two"]);
  expect(read.steps).toEqual(["read"]);
  expect(Object.isFrozen(read) && Object.isFrozen(read.steps)).toBe(true);
});

it("names every file once, in the order met", () => {
  const [a, b] = [fromSource(source("a", "observed")), fromSource(source("b", "observed"))];
  expect(sourcesOf(fromInputs([a, fromInputs([b, a])])).map(({ id }) => id)).toEqual(["a", "b"]);
  expect(sourcesOf(noSource)).toEqual([]);
});
