import type { Missing } from "@popneeds/core";
import type { MeasureField, Refusal } from "./field.ts";
import { missingBy } from "./qualifiers.ts";
import { shown } from "./shown.ts";

/**
 * The figure in a cell, the reason why there is none, or what is wrong with it.
 *
 * @param qualifier the publisher's qualifier for the cell; it is looked at when the cell is blank
 */
export function readFigure(text: string, field: MeasureField, qualifier: string): number | Missing | Refusal {
  const why = text === "" ? missingBy(qualifier) : null;
  if (why) return why;
  if (Object.hasOwn(field.marks, text)) return field.marks[text]!;
  const digits = wholeNumber(text);
  if (digits >= 0) return digits;
  if (text === "")
    return {
      code: "blank-figure",
      refused: `is blank${qualifier ? `, qualified ${shown(qualifier)}` : ""}`,
      fix: 'Fill the cell, or say in the schema what a blank means: { marks: { "": "not available" } }.',
    };
  const joined = field.thousands && separated.test(text) ? text.replaceAll(field.thousands, "") : text;
  const plain = field.decimal && /^[-+]?\d+,\d+$/.test(joined) ? joined.replace(",", ".") : joined;
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return notANumber(text);
  const value = Number(plain);
  if (!Number.isFinite(value)) return notANumber(text);
  if (value < 0 && !field.negatives)
    return {
      code: "negative-count",
      refused: `is ${text}; ${field.kind === "count" ? "a count is" : `${field.kind} are`} 0 or more`,
      fix: "Correct the cell; if the publisher writes a missing figure as a negative number, declare it as a mark.",
    };
  if (!field.fractions && !Number.isInteger(value))
    return {
      code: "fractional-count",
      refused: `is ${text}; a count is a whole number`,
      fix: 'Correct the cell; for apportioned or averaged figures declare amount("person-years", …) or a figure.',
    };
  return value;
}

/** The value of a text of digits; -1 for any other text. */
function wholeNumber(text: string): number {
  if (text.length === 0 || text.length > 15) return -1;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Digits in groups of three. Anything else with a comma, such as `12,34`, is not taken for a number. */
const separated = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/;

function notANumber(text: string): Refusal {
  if (separated.test(text))
    return {
      code: "thousands-separator",
      refused: `is "${text}", with thousands separators`,
      fix: 'Declare them in the schema: { thousands: "," }.',
    };
  if (/^(\*+|\.\.|:|c|z|x|-|n\/a|na|\[[a-z]+\]|<\s?\d+)$/i.test(text))
    return {
      code: "undeclared-mark",
      refused: `is "${text}", a mark that the schema does not explain`,
      fix: `Say what the publisher means by it: { suppressed: "${text}" } or { marks: { "${text}": "not available" } }.`,
    };
  return {
    code: "not-a-number",
    refused: `is ${shown(text)}; expected a number`,
    fix: "Correct the cell; notes and units do not belong in it.",
  };
}
