export {
  addInput,
  type FetchedInputs,
  fetchPinned,
  type Input,
  movePins,
  type Portals,
} from "./fetch-input.ts";
