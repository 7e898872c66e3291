export { type DeprivationGroupsOptions, deprivationGroups, type PeopleOfZones } from "./deprivation-groups.ts";
export { type MostDeprivedOptions, peopleInMostDeprived } from "./people-in-most-deprived.ts";
