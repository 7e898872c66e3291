import { expect, it } from "vitest";
import { councilProfiles, profilesWithLimits } from "./council-profiles.ts";
import { councilProfilesApart } from "./council-profiles-apart.ts";
import { describePublished, folder } from "./describe-published.ts";

describePublished("council profiles", [councilProfiles.path], () => {
  it("print rates and percentages whose limits are apart in the rows listed, and in no other", async () => {
    const rows = await profilesWithLimits(folder);
    const listed = councilProfilesApart.flatMap(({ indicator, councils, butNot }) =>
      rows
        .filter((row) => row["indicator"] === indicator)
        .map((row) => row["area_name"]!)
        .filter((council) => councils?.includes(council) ?? !butNot?.includes(council))
        .map((council) => `${indicator}, ${council}`),
    );
    const found = (await councilProfiles.compare(folder)).flatMap(({ apart }) => apart.map(({ key }) => key));
    expect([...found].sort()).toEqual([...listed].sort());
  });
});
