// What does the needs assessment of an area say? Made, passed through disclosure control and written to a folder.
import * as pn from "popneeds";

const folder = process.argv[2] ?? "out/nithsdale";
const data = await pn.openData("datasets");
const { profile } = await pn.assess(data, "dumfries-and-galloway/nithsdale");
const released = pn.release({ profile, needs: pn.needsSummary(profile) }, { suppressBelow: 5 });
const files = await pn.writeAssessment(released, folder);

console.log(
  `${profile.area.name}: ${profile.facts.length} figures in ${files.length} files; open ${folder}/index.html`,
);
console.log(`${released.withheld.facts} figures are withheld because they would show fewer than 5 people`);
for (const { topicTitle, year, value, evidence } of released.needs.filter(({ horizon }) => /now|20/.test(horizon)))
  console.log(`${topicTitle.padEnd(44)} ${year} ${value === null ? "withheld" : Math.round(value)} (${evidence})`);
