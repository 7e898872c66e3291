import { figure, label } from "../../field.ts";
import { schema } from "../../schema.ts";
import { openDataReader } from "./open-data-reader.ts";

/** Resources of an open-data portal: what each is called, where it is, when it was changed, how large it is in bytes. */
export const openDataCatalogue = schema({
  title: label("Title"),
  owner: label("Owner"),
  page: label("PageURL"),
  address: label("AssetURL"),
  fileName: label("FileName"),
  created: label("DateCreated"),
  updated: label("DateUpdated"),
  unit: label("FileSizeUnit"),
  fileType: label("FileType"),
  tags: label("OriginalTags"),
  moreTags: label("ManualTags"),
  licence: label("License"),
  description: label("Description"),
  size: figure("score", "FileSize", { marks: { "": "not available" } }),
  records: figure("score", "NumRecords", { marks: { "": "not available" } }),
});

/** Open Data Scotland's catalogue of the resources of a portal. Sizes are in the unit beside them, and are not added up. */
export const openDataCatalogueReader = openDataReader({
  name: "open-data-catalogue",
  title: "Catalogue of open-data resources",
  forms: [openDataCatalogue],
});
