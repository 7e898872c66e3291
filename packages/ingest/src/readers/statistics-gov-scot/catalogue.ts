import { category, label } from "../../field.ts";
import { csvList } from "../../published/csv-list.ts";
import type { Reader } from "../../published/reader.ts";

/** The catalogue of statistics.gov.scot as Open Data Scotland keeps it: a row for each data set. */
export const statisticsGovScotCatalogueReader: Reader = csvList({
  name: "statistics-gov-scot-catalogue",
  title: "Catalogue of the data sets of statistics.gov.scot",
  publisher: "Scottish Government, statistics.gov.scot, by way of Open Data Scotland",
  licence: "Open Government Licence v3.0",
  keys: {
    address: category("url"),
    title: label("title"),
    publisher: label("organization"),
    created: label("date_created"),
    updated: label("date_updated"),
    licence: label("licence"),
    notes: label("notes"),
    category: label("category"),
  },
  once: "url",
});
