/** The licence of what the Institute for Health Metrics and Evaluation gives out: no commercial use, and nothing passed on. */
export const metricsLicence = "IHME Free-of-Charge Non-commercial User Agreement";

/** Who gives it out, as footnotes name it. */
export const metricsPublisher = "Institute for Health Metrics and Evaluation (IHME), Global Burden of Disease";
