/** What every reader of National Records of Scotland says of itself. */
export const recordsOfScotland = {
  publisher: "National Records of Scotland",
  licence: "Open Government Licence v3.0",
} as const;
