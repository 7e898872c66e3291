import { directRate } from "@popneeds/stats";
import { expect, it } from "vitest";
import { describePublished, folder } from "./describe-published.ts";
import { standardisationTemplate, templateOf } from "./standardisation-template.ts";

describePublished("the standardisation template", [standardisationTemplate.path], () => {
  it("is 985.98387765805262 for England and Wales in 2012, to 95 and over", () => {
    const { deaths, people, weights, printed } = templateOf(folder, "95+");
    expect(deaths.reduce((sum, d) => sum + d, 0)).toBe(499_331);
    expect(directRate(deaths, people, weights).value / 985.98387765805262).toBeCloseTo(1, 15);
    expect(printed).toEqual({ value: 985.98387765805262, lower: 983.24903956570779, upper: 988.71871575039745 });
  });
});
