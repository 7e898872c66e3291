import { type JsonObject, numberOrNull, textAt, textOrNull } from "../json-reading.ts";

/** A file of a data set. */
export interface Resource {
  readonly id: string;
  /** The id of its data set; CKAN calls it `package_id`. */
  readonly dataset: string;
  readonly name: string;
  readonly description: string | null;
  readonly format: string | null;
  readonly mediaType: string | null;
  /** `null` where the portal lists a file and has none: 3 of 723 files of Public Health Scotland that were looked at. */
  readonly url: string | null;
  /** Bytes, as the portal says. */
  readonly size: number | null;
  /** As the portal says; blank, so `null`, for all 723 files of Public Health Scotland that were looked at. */
  readonly hash: string | null;
  readonly created: string | null;
  /** CKAN's `last_modified`. */
  readonly modified: string | null;
  /** Whether its rows can be asked for one by one. */
  readonly inDatastore: boolean;
}

/** Reads a file's record out of an answer of `resource_show` or `package_show`. */
export function readResource(answer: JsonObject, address: string): Resource {
  const url = textOrNull(answer["url"]);
  const id = textAt(answer, "id", address);
  return Object.freeze({
    id,
    dataset: textAt(answer, "package_id", address),
    name: textOrNull(answer["name"]) ?? url?.slice(url.lastIndexOf("/") + 1) ?? id,
    description: textOrNull(answer["description"]),
    format: textOrNull(answer["format"]),
    mediaType: textOrNull(answer["mimetype"]),
    url,
    size: numberOrNull(answer["size"]),
    hash: textOrNull(answer["hash"]),
    created: textOrNull(answer["created"]),
    modified: textOrNull(answer["last_modified"]),
    inDatastore: answer["datastore_active"] === true,
  });
}
