/** What kind of area a code stands for. */
export interface AreaKind {
  /** In the plural: `data zones`. */
  readonly kind: string;
  /** The edition of the geography, where the code shows it. */
  readonly edition: string | null;
}

/**
 * What kind of area a nine-character code of the Government Statistical Service stands for, and for zones of which edition; `null` for
 * any other text.
 *
 * Data zones run from S01000001 to S01006505 in the edition of 2001, to S01013481 in that of 2011, and on in that of 2022;
 * intermediate zones to S02001235, to S02002514, and on.
 *
 * @example
 * areaKind("S01013481") // { kind: "data zones", edition: "2011" }
 */
export function areaKind(code: string): AreaKind | null {
  if (!/^[SEWNK]\d{8}$/.test(code)) return null;
  const number = Number(code.slice(3));
  const type = code.slice(0, 3);
  if (type === "S01")
    return { kind: "data zones", edition: number <= 6505 ? "2001" : number <= 13481 ? "2011" : "2022" };
  if (type === "S02")
    return { kind: "intermediate zones", edition: number <= 1235 ? "2001" : number <= 2514 ? "2011" : "2022" };
  return { kind: kinds[type] ?? nations[code[0]!] ?? "areas of a kind not known here", edition: null };
}

/** Whether a code is that of a whole country, which stands among its parts as a total. */
export function isCountry(code: string): boolean {
  return /^([SEWN]92|K0[2-4])\d{6}$/.test(code) || code === "S00000001";
}

const kinds: Readonly<Record<string, string>> = {
  S00: "output areas",
  S03: "community health partnerships",
  S08: "health boards",
  S12: "councils",
  S13: "electoral wards",
  S14: "constituencies of the United Kingdom's parliament",
  S16: "constituencies of the Scottish Parliament",
  S17: "regions of the Scottish Parliament",
  S37: "health and social care partnerships",
  S92: "the country",
  S99: "localities as ScotPHO codes them",
};

const nations: Readonly<Record<string, string>> = {
  E: "areas of England",
  W: "areas of Wales",
  N: "areas of Northern Ireland",
  K: "countries of the United Kingdom",
};
