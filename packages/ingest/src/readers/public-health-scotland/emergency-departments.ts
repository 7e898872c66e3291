import { area, category, count, figure, period } from "../../field.ts";
import { schema } from "../../schema.ts";
import { openDataReader } from "./open-data-reader.ts";

const episode = (header: string) => count(header, { qualifier: `${header}QF` });
const percentage = (header: string) => figure("percentage", header, { qualifier: `${header}QF` });

/** Attendances at emergency departments and minor injury units by month and hospital, with waits of 4, 8 and 12 hours. */
export const phsEmergencyDepartments = schema({
  area: area("HBT"),
  location: area("TreatmentLocation"),
  departmentType: category("DepartmentType"),
  period: period("Month"),
  attendances: count("NumberOfAttendancesAll"),
  within4Hours: count("NumberWithin4HoursAll"),
  over4Hours: count("NumberOver4HoursAll"),
  percentageWithin4Hours: figure("percentage", "PercentageWithin4HoursAll"),
  episodes: episode("NumberOfAttendancesEpisode"),
  episodesWithin4Hours: episode("NumberWithin4HoursEpisode"),
  episodesOver4Hours: episode("NumberOver4HoursEpisode"),
  percentageOfEpisodesWithin4Hours: percentage("PercentageWithin4HoursEpisode"),
  episodesOver8Hours: episode("NumberOver8HoursEpisode"),
  percentageOfEpisodesOver8Hours: percentage("PercentageOver8HoursEpisode"),
  episodesOver12Hours: episode("NumberOver12HoursEpisode"),
  percentageOfEpisodesOver12Hours: percentage("PercentageOver12HoursEpisode"),
});

/**
 * Public Health Scotland's monthly accident and emergency activity.
 *
 * Waits of 8 and 12 hours are known only where each attendance is recorded (`Episode`); elsewhere they are not applicable,
 * which is not 0. `Country` is the same in every row, and not read.
 */
export const phsEmergencyDepartmentsReader = openDataReader({
  name: "phs-emergency-departments",
  title: "Monthly accident and emergency activity and waiting times",
  forms: [phsEmergencyDepartments],
  beside: ["Country"],
});
