import * as pn from "popneeds";

/** What is known of the made-up country: see README.md beside this file. Figures of each kind are of the class that real ones would be. */
export async function syntheticCountry() {
  const file = (name: string) => `examples/synthetic/${name}.csv`;
  const about = (title: string, evidence: pn.Evidence) =>
    ({ title: `SYNTHETIC ${title}`, publisher: "nobody", edition: "made up", licence: "MIT", evidence }) as const;
  const [sex, age] = [pn.sex("sex"), pn.age("age")];
  const place = { period: pn.period("year"), area: pn.area("district"), sex, age };
  const limits = { lower: pn.figure("limit", "lower"), upper: pn.figure("limit", "upper") };
  const share = pn.figure("ratio", "share");
  const cause = pn.category("cause");
  const exposure = pn.category("exposure");

  const weights = await pn.readRecords(
    file("weights"),
    ["health_state", "dw", "lower95", "upper95"],
    about("weights", "assumption"),
  );
  const districts = await pn.readRecords(
    file("districts"),
    ["district", "region", "fifth"],
    about("districts", "published"),
  );
  const districtsIn = (level: string) => pn.lookUpFromRecords(districts, { child: "district", parent: level, level });
  return {
    regionOf: districtsIn("region"),
    fifthOf: districtsIn("fifth"),
    people: await pn.readCsv(
      file("people"),
      pn.schema({ ...place, people: pn.count("people") }),
      about("people", "observed"),
    ),
    deaths: await pn.readCsv(
      file("deaths"),
      pn.schema({ ...place, cause, deaths: pn.count("deaths", { absent: "zero" }) }),
      about("deaths", "observed"),
    ),
    prevalence: await pn.readCsv(
      file("prevalence"),
      pn.schema({ cause, sex, age, share, ...limits }),
      about("survey", "published"),
    ),
    severities: await pn.readCsv(
      file("severities"),
      pn.schema({ cause, state: pn.category("state"), share }),
      about("severities", "published"),
    ),
    weights: pn.disabilityWeights(weights.rows, {
      name: "SYNTHETIC weights, in the columns of a published file",
      licence: "MIT",
      provenance: pn.fromSource(weights.source),
      evidence: "assumption",
    }),
    smoking: await pn.readCsv(file("smoking"), pn.schema({ exposure, sex, share }), about("smoking", "published")),
    risks: await pn.readCsv(
      file("risks"),
      pn.schema({ exposure, cause, relativeRisk: pn.figure("ratio", "relative_risk"), ...limits }),
      about("relative risks", "published"),
    ),
  };
}
