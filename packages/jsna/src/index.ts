export type { Chart, ChartPoint } from "./chart.ts";
export type { Fact } from "./fact.ts";
export type { Finding } from "./finding.ts";
export type { Gap, IndicatorWords, LocalityPart, Profile, ProfileArea } from "./profile.ts";
export type { Block, FactTable, Section } from "./section.ts";
export type { Cited, Sentence } from "./sentence.ts";
