import { z } from "zod";

/** A business date, `YYYY-MM-DD`, always a real day of the Gregorian calendar. Compares as a string. */
export const IsoDate = z.iso.date().brand<"IsoDate">();
export type IsoDate = z.infer<typeof IsoDate>;

/** A half-open range of business dates: `from` counts, `until` does not. */
export type DateRange = { readonly from: IsoDate; readonly until: IsoDate };
