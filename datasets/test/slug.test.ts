import { describe, expect, it } from "vitest";
import { slug, tidyName } from "../src/slug.ts";

describe("slug", () => {
  it.each([
    ["Annandale & Eskdale", "annandale-and-eskdale"],
    ["Na h-Eileanan Siar", "na-h-eileanan-siar"],
    ["Midlothian (East)", "midlothian-east"],
    ["Dumbarton/Alexandria", "dumbarton-alexandria"],
    ["Blackness, Bo'ness - Carriden", "blackness-boness-carriden"],
  ])("writes %s as %s", (name, expected) => expect(slug(name)).toBe(expected));
});

describe("tidyName", () => {
  it("drops stray blanks and writes and for &", () => {
    expect(tidyName("West Renfrewshire ")).toBe("West Renfrewshire");
    expect(tidyName("Kincardine  & Mearns")).toBe("Kincardine and Mearns");
  });
});
