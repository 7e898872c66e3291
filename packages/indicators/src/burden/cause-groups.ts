import { PopneedsError } from "@popneeds/core";

/** Groups of causes of death for charts, in the order in which they are shown. */
export const causeGroups = [
  "Cancers",
  "Heart and circulation",
  "Respiratory",
  "Dementia, mental health and nervous system",
  "Digestive, liver, diabetes and kidney",
  "Injury, drugs and suicide",
  "All other causes",
] as const;

export type CauseGroup = (typeof causeGroups)[number];

const causesOf: Readonly<Record<CauseGroup, readonly string[]>> = {
  Cancers: ["Bowel cancer", "Breast cancer", "Lung cancer", "Prostate cancer", "Other cancers"],
  "Heart and circulation": ["Ischaemic heart disease", "Cerebrovascular disease", "Other circulatory diseases"],
  Respiratory: ["Chronic lower respiratory diseases", "Influenza and pneumonia", "Other respiratory diseases"],
  "Dementia, mental health and nervous system": [
    "Dementia and Alzheimer's disease",
    "Other mental and behavioural disorders",
    "Other diseases of the nervous system",
  ],
  "Digestive, liver, diabetes and kidney": [
    "Cirrhosis and other liver diseases",
    "Digestive diseases except cirrhosis",
    "Diabetes",
    "Genitourinary diseases",
  ],
  "Injury, drugs and suicide": ["Accidents", "Drug-related deaths", "Suicide", "Other external causes"],
  "All other causes": ["Infectious diseases", "Perinatal conditions", "Ill-defined causes", "All other causes"],
};

const groupOf = new Map(causeGroups.flatMap((group) => causesOf[group].map((cause) => [cause, group] as const)));

/**
 * The group that a cause of death belongs to.
 *
 * @param cause in full words, as `causeWords` gives them
 * @throws PopneedsError `unknown-cause` for a cause that is in no group, rather than count it among the others
 *
 * @example
 * causeGroup("Lung cancer") // "Cancers"
 */
export function causeGroup(cause: string): CauseGroup {
  const group = groupOf.get(cause);
  if (group) return group;
  throw new PopneedsError({
    code: "unknown-cause",
    message: `causeGroup: a cause must be in one of the groups; "${cause}" is in none`,
    fix: "Name it as the causes in cause-groups.ts are named, or add it to a group there.",
  });
}
