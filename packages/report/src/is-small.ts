import { sourcesOf } from "@popneeds/core";
import type { Fact } from "@popneeds/jsna";
import { countsPeople } from "./counts-people.ts";

/**
 * Whether a fact would show a small number of people or events: as its value, its numerator or its denominator.
 *
 * Zero is not small. A fall or rise by a small number is. What publishers have published as it is (class `published`,
 * and nothing but published files behind it) has been released by them, and is not small here.
 *
 * @param below counts from 1 up to, not including, this are small
 */
export function isSmall(fact: Fact, below: number): boolean {
  if (isPublished(fact)) return false;
  const small = (count: number | null) => count !== null && count !== 0 && Math.abs(count) < below;
  return small(fact.numerator) || small(fact.denominator) || (countsPeople(fact.unit, fact.per) && small(fact.value));
}

function isPublished({ evidence, provenance }: Fact): boolean {
  return evidence === "published" && sourcesOf(provenance).every((source) => source.evidence === "published");
}
