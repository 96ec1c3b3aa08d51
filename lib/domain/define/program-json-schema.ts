import { z } from "zod";
import { Program } from "./program";

/** The JSON Schema (draft 2020-12) of a program document as its author writes it: fields with a default may be left out. */
export function programJsonSchema(): object {
  return { title: "Tierline program", ...z.toJSONSchema(Program, { target: "draft-2020-12", io: "input" }) };
}
