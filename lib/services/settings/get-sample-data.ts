import { z } from "zod";
import type { SampleData } from "@/lib/contracts/sample-data";
import { query } from "../define-service";
import { sampleDataDto } from "./sample-data-dto";

/** Whether the organization holds the sample data, how far loading it is, and whether it may be loaded. */
export const getSampleData = query({
  permission: "home.read",
  input: z.strictObject({}),
  run: ({ db }): Promise<SampleData> => sampleDataDto(db),
});
