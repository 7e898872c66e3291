/**
 * The level of areas that a code of the Scottish coding system belongs to, in words, with the edition of small areas:
 * `council areas`, `data zones 2011`.
 *
 * Levels overlap, so that areas of two of them must never be added together. A code that is none of them is of `other areas`.
 * Source: the ranges of the Standard Geography Code Register.
 */
export function levelOfCode(code: string): string {
  const found = /^(S\d\d)(\d{6})$/.exec(code);
  if (!found) return "other areas";
  const number = Number(found[2]);
  if (found[1] === "S01") return `data zones ${number < 6506 ? 2001 : number < 13482 ? 2011 : 2022}`;
  if (found[1] === "S02") return `intermediate zones ${number < 1236 ? 2001 : number < 2515 ? 2011 : 2022}`;
  return levels[found[1]!] ?? "other areas";
}

const levels: Readonly<Record<string, string>> = {
  S00: "Scotland",
  S03: "community health partnerships",
  S08: "health boards",
  S12: "council areas",
  S13: "electoral wards",
  S14: "constituencies of the United Kingdom Parliament",
  S16: "constituencies of the Scottish Parliament",
  S17: "regions of the Scottish Parliament",
  S19: "localities",
  S20: "settlements",
  S22: "travel to work areas",
  S37: "health and social care partnerships",
  S92: "Scotland",
  S99: "localities of health and social care partnerships",
};
