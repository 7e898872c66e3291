export { type PlaceAreasOptions, type PlacedKeys, placeAreas } from "./place-areas.ts";
