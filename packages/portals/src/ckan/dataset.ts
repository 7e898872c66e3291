import { isObject, type JsonObject, objectsAt, textAt, textOrNull } from "../json-reading.ts";
import { type Resource, readResource } from "./resource.ts";

/** A data set of CKAN, which calls it a package: a page with one or more files. */
export interface Dataset {
  readonly id: string;
  /** Its name in addresses: `standard-populations`. */
  readonly name: string;
  readonly title: string;
  readonly notes: string | null;
  readonly licence: string | null;
  readonly licenceUrl: string | null;
  /** The part of the publisher that it belongs to, such as "Health and care". */
  readonly organisation: string | null;
  readonly author: string | null;
  /** How often it is renewed, in the publisher's words. */
  readonly frequency: string | null;
  readonly created: string | null;
  /** When what is said of it was last changed; its files have dates of their own. */
  readonly modified: string | null;
  /** In the publisher's order. */
  readonly resources: readonly Resource[];
}

/** Reads a data set out of an answer of `package_show` or `package_search`. */
export function readDataset(answer: JsonObject, address: string): Dataset {
  const name = textAt(answer, "name", address);
  return Object.freeze({
    id: textAt(answer, "id", address),
    name,
    title: textOrNull(answer["title"]) ?? name,
    notes: textOrNull(answer["notes"]),
    licence: textOrNull(answer["license_title"]),
    licenceUrl: textOrNull(answer["license_url"]),
    organisation: isObject(answer["organization"]) ? textOrNull(answer["organization"]["title"]) : null,
    author: textOrNull(answer["author"]),
    frequency: textOrNull(answer["nhs_frequency"]),
    created: textOrNull(answer["metadata_created"]),
    modified: textOrNull(answer["metadata_modified"]),
    resources: objectsAt(answer, "resources", address).map((resource) => readResource(resource, address)),
  });
}
