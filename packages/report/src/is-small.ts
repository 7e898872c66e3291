import { sourcesOf } from "@popneeds/core";
import type { Fact } from "@popneeds/jsna";
import { countsPeople } from "./counts-people.ts";
import { isFirm } from "./is-firm.ts";

/**
 * Whether a fact would show a small number of people or events: as its value, its numerator or its denominator.
 *
 * Zero is not small. A fall or rise by a small number is. What publishers have published as it is (class `published`, and
 * nothing but published files behind it) has been released by them, and is not small here. Nor is a numerator that is modelled or
 * projected and known to count nobody, such as years of life at national rates; years from observed deaths may be.
 *
 * @param below counts from 1 up to, not including, this are small
 */
export function isSmall(fact: Fact, below: number): boolean {
  if (isPublished(fact)) return false;
  const small = (count: number | null) => count !== null && count !== 0 && Math.abs(count) < below;
  const telling = fact.counts === null || countsPeople(fact.counts, null) || isFirm(fact.evidence);
  const value = countsPeople(fact.unit, fact.per) ? fact.value : null;
  return (telling && small(fact.numerator)) || small(fact.denominator) || small(value);
}

function isPublished({ evidence, provenance }: Fact): boolean {
  return evidence === "published" && sourcesOf(provenance).every((source) => source.evidence === "published");
}
