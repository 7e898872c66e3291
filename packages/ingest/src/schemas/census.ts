import { area, count } from "../field.ts";
import { schema } from "../schema.ts";

/** Census 2022, ethnic group of all people by data zone. Small counts carry the census's own noise: parts need not add up. */
export const censusEthnicGroup = schema({
  area: area("data_zone"),
  people: count("all_people"),
  white: count("white"),
  mixed: count("mixed"),
  asian: count("asian"),
  african: count("african"),
  caribbeanOrBlack: count("caribbean_or_black"),
  other: count("other"),
});

/** Census 2022, people whose day-to-day activities are limited by a long-term condition, by data zone. */
export const censusLimitingConditions = schema({
  area: area("data_zone"),
  people: count("all_people"),
  limitedALot: count("limited_a_lot"),
  limitedALittle: count("limited_a_little"),
  notLimited: count("not_limited"),
});
