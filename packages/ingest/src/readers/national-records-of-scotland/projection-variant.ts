const known: Readonly<Record<string, string>> = {
  ppp: "principal",
  hpp: "high fertility",
  lpp: "low fertility",
  php: "high life expectancy",
  plp: "low life expectancy",
  pph: "high migration",
  ppl: "low migration",
  hhh: "high population",
  lll: "low population",
  ppz: "zero net migration",
  hlh: "young age structure",
  lhl: "old age structure",
  rpp: "replacement fertility",
  cpp: "constant fertility",
  pnp: "no mortality improvement",
  cnp: "no change",
  ppb: "balanced net migration",
};

/**
 * The name of a variant of a national projection by its three letters: the assumptions of fertility, life expectancy and
 * migration, each principal, high or low; `null` for letters that are none.
 *
 * Source: Office for National Statistics, zipped population projections data files, list of variants.
 *
 * @example
 * projectionVariant("hpp") // "high fertility"
 */
export function projectionVariant(letters: string): string | null {
  return Object.hasOwn(known, letters) ? known[letters]! : null;
}
