import { z } from "zod";

/** What the lines of an imported file are. */
export const ImportKind = z.enum(["regions", "products", "partners", "pos", "opportunities", "certifications", "observations", "potentials"]);
export type ImportKind = z.infer<typeof ImportKind>;
