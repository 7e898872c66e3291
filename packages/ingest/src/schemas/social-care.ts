import { area, count, label, period } from "../field.ts";
import { schema } from "../schema.ts";

const none = { marks: { "": "not available" } } as const;

/** People receiving home care in a quarter, and hours, by locality of the partnership. Rounded to 5 by the publisher. */
export const homeCareByLocality = schema({
  partnership: area("partnership"),
  council: area("council"),
  area: label("locality"),
  localityName: label("locality_name"),
  period: period("quarter"),
  ages: label("age"),
  people: count("people", none),
  hours: count("hours", none),
});

/** People receiving home care in a quarter, and hours, by partnership and Scotland. Rounded to 5 by the publisher. */
export const homeCare = schema({
  area: area("area"),
  level: label("level"),
  period: period("quarter"),
  ages: label("age"),
  people: count("people", none),
  hours: count("hours", none),
});

/** Residents of care homes in a quarter. Rounded to 5 by the publisher. */
export const careHomeResidents = schema({
  area: area("area"),
  level: label("level"),
  period: period("quarter"),
  ages: label("age"),
  stay: label("stay"),
  people: count("people", none),
});
