import { describe, expect, it } from "vitest";
import { addressPart, plainName } from "../src/index.ts";

describe("plainName", () => {
  it("leaves out what people write in different ways", () => {
    expect(plainName("  Dumfries & Galloway ")).toBe("dumfries and galloway");
    expect(plainName("Lochgoilhead’s Côte-d'Or")).toBe("lochgoilheads cote dor");
    expect(plainName("&")).toBe("and");
    expect(plainName(" .- ")).toBe("");
  });
});

describe("addressPart", () => {
  it("joins the words of a name with hyphens", () => {
    expect(addressPart("Mull, Iona, Coll & Tiree")).toBe("mull-iona-coll-and-tiree");
  });
});
