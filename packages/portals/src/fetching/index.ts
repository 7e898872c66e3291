export {
  addInput,
  type FetchedInput,
  type FetchedInputs,
  fetchPinned,
  movePins,
  type Portals,
} from "./fetch-input.ts";
