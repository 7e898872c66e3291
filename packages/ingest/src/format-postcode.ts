import type { Refusal } from "./field.ts";
import { shown } from "./shown.ts";

/** Which fixed form a postcode is written in. */
export interface PostcodeOptions {
  /**
   * `7` (the default): always seven characters, with two blanks, one or none before the last three. `8`: one blank before
   * the last three, so six to eight characters.
   */
  readonly characters?: 7 | 8;
}

/**
 * A postcode of the United Kingdom in capitals, with its blanks where the form asks for them.
 *
 * The standard form is one or two letters, a digit, perhaps a letter or digit; then a digit and two letters. Blanks anywhere
 * and small letters are put right. Whether such a postcode exists is not looked up.
 *
 * @param text the postcode as found
 * @returns the postcode; or a refusal, `blank-postcode` or `not-a-postcode`, that says what was found and what to do
 *
 * Agrees with `format_postcode` of phsmethods (`pc7`, `pc8`).
 *
 * @example
 * formatPostcode("g2 6qe") // "G2  6QE"
 * formatPostcode("PA152TY", { characters: 8 }) // "PA15 2TY"
 */
export function formatPostcode(text: string, { characters = 7 }: PostcodeOptions = {}): string | Refusal {
  const plain = text.replace(/\s/g, "").toUpperCase();
  if (plain === "")
    return {
      code: "blank-postcode",
      refused: "is blank; expected a postcode",
      fix: "Fill the cell, or leave the record out where places are needed.",
    };
  if (!/^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(plain))
    return {
      code: "not-a-postcode",
      refused: `is ${shown(text)}; a postcode is one or two letters, a digit, perhaps a letter or digit, then a digit and two letters`,
      fix: "Correct the cell; an O for a zero or a missing letter is the usual cause.",
    };
  const outward = plain.slice(0, -3);
  return `${characters === 7 ? outward.padEnd(4) : `${outward} `}${plain.slice(-3)}`;
}
