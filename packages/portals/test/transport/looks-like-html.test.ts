import { expect, it } from "vitest";
import { looksLikeHtml } from "../../src/transport/looks-like-html.ts";

it.each([
  ["<!DOCTYPE html><html>", true],
  ["\r\n  <html lang='en'>", true],
  ["\uFEFF<!doctype HTML>", true],
  ["<!-- Under repair -->\n<html>", true],
  ['<?xml version="1.0"?>\n<html xmlns="x">', true],
  ["<htmlish>,Count", false],
  ['<?xml version="1.0"?>\n<rows>', false],
  ["Area,Note\nA1,<html>", false],
  ['{"help": "<html>"}', false],
  ["", false],
])("%s: %s", (text, expected) => {
  expect(looksLikeHtml(Buffer.from(text))).toBe(expected);
});
