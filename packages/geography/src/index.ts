export { addressPart } from "./address-part.ts";
export { type Area, describeArea } from "./area.ts";
export { type Bodies, type BodiesAtOptions, type Body, bodiesAt, type SingleAuthority } from "./bodies/bodies-at.ts";
export { placesAt } from "./bodies/places-at.ts";
export { type Concordance, type ConcordanceColumns, concordance, type Share } from "./conversion/concordance.ts";
export { type ConvertAreasOptions, convertAreas } from "./conversion/convert-areas.ts";
export { exactPairs } from "./conversion/exact-pairs.ts";
export { createPlaces } from "./create-places.ts";
export { type CustomArea, type CustomAreaParts, customArea } from "./custom-area.ts";
export {
  type DeprivationGroupsOptions,
  deprivationGroups,
  type PeopleOfZones,
} from "./deprivation/deprivation-groups.ts";
export { type MostDeprivedOptions, peopleInMostDeprived } from "./deprivation/people-in-most-deprived.ts";
export { type LoadPlacesOptions, loadPlaces } from "./load-places.ts";
export { localitiesOf } from "./localities-of.ts";
export { type LookUpColumns, lookUpFromRecords } from "./look-up-from-records.ts";
export type { Places } from "./places.ts";
export type { FormerCode, Link, PlacesParts } from "./places-parts.ts";
export { type PlaceAreasOptions, type PlacedKeys, placeAreas } from "./placing/place-areas.ts";
export { plainName } from "./plain-name.ts";
export { readLocalities } from "./read-localities.ts";
export { rollUp } from "./roll-up.ts";
export {
  type CustomAreaRecords,
  type CustomAreasOptions,
  withCustomAreas,
} from "./with-custom-areas.ts";
export { withLocalities } from "./with-localities.ts";
export { withoutLocalities } from "./without-localities.ts";
