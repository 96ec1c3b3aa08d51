import { z } from "zod";

/** The number that a version, a run or anything else is counted by, from 1 on; larger ones than the database can hold are refused. */
export const RowNumber = z.coerce.number().int().min(1).max(2_147_483_647);
