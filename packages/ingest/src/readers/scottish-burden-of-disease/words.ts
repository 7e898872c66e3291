/** Who publishes the Scottish Burden of Disease. */
export const burdenPublisher = "Public Health Scotland (Scottish Burden of Disease)";

/** Its licence. */
export const burdenLicence = "Open Government Licence v3.0";

/** Its words for the sexes. */
export const sexes = { Female: "female", Females: "female", Male: "male", Males: "male" } as const;

/** Its words for both sexes together. */
export const sexTotals = ["All", "Both", "Both sexes", "Persons", "Total"];

/** Its words for all ages together. */
export const allAges = ["All", "All ages", "All Ages", "Total"];
