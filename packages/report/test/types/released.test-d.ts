import { type Assessment, chartSvg, pageHtml, type Released, release, writeAssessment } from "../../src/index.ts";

declare const assessment: Assessment;

// What has passed release() is written.
const released: Released = release(assessment);
pageHtml(released);
await writeAssessment(released, "out");

// @ts-expect-error nothing is written that has not passed release()
pageHtml(assessment);

// @ts-expect-error nothing is written that has not passed release()
await writeAssessment(assessment, "out");

// @ts-expect-error an assessment with figures put back is not released
pageHtml({ profile: assessment.profile, needs: [], suppressBelow: 5, withheld: released.withheld });

// @ts-expect-error a chart is drawn of a chart, not of its id
chartSvg("causes");
