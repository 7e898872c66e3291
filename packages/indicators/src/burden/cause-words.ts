/** Causes of death as the source's table abbreviates them, in full words. */
const words: Readonly<Record<string, string>> = {
  "Chronic lower resp diseases": "Chronic lower respiratory diseases",
  "Cirrhosis and other liver": "Cirrhosis and other liver diseases",
  Cerebrovascular: "Cerebrovascular disease",
  "Digestive exc cirrhosis": "Digestive diseases except cirrhosis",
  "Drug-related": "Drug-related deaths",
  "Flu and pneumonia": "Influenza and pneumonia",
  Genitourinary: "Genitourinary diseases",
  IHD: "Ischaemic heart disease",
  "Ill-defined": "Ill-defined causes",
  "Dementia and Alzheimer": "Dementia and Alzheimer's disease",
  "Other Mental behavioural": "Other mental and behavioural disorders",
  "Other Nervous system": "Other diseases of the nervous system",
  "Other circulatory": "Other circulatory diseases",
  "Other external": "Other external causes",
  "Other respiratory": "Other respiratory diseases",
  Perinatal: "Perinatal conditions",
  Residual: "All other causes",
};

/** The full words for a cause; a cause that is written out already stays as it is. */
export function causeWords(published: string): string {
  return words[published] ?? published;
}
