import { basename } from "node:path";
import { type DataFolder, loadPlaces, type Places, readRecords, withCustomAreas, withLocalities } from "popneeds";

/** The files and editions that change the geography, as the command line gives them. */
export interface PlacesWanted {
  readonly regions?: string | undefined;
  readonly localities?: string | undefined;
  readonly areas?: string | undefined;
}

/** The geography of the data, with localities and areas of one's own where files of them are given. */
export async function placesFor(data: DataFolder, { regions, localities, areas }: PlacesWanted): Promise<Places> {
  const places = await loadPlaces(data, regions ? { regions } : {});
  const local =
    localities === undefined
      ? places
      : withLocalities(places, await readRecords(localities, ["data_zone", "locality"]));
  if (areas === undefined) return local;
  const about = {
    title: "Areas of the analyst's own",
    publisher: "given with --areas",
    edition: `look-up ${basename(areas)}`,
  };
  return withCustomAreas(local, await readRecords(areas, ["data_zone", "area"], about));
}
