import type { ImportKind } from "./import-kind";
import type { KindDefinition } from "./kind-definition";
import { type CertificationRow, certifications } from "./kinds/certifications";
import { type ObservationRow, observations } from "./kinds/observations";
import { type OpportunityRow, opportunities } from "./kinds/opportunities";
import { type PartnerRow, partners } from "./kinds/partners";
import { type PosRow, pos } from "./kinds/pos";
import { type PotentialRow, potentials } from "./kinds/potentials";
import { type ProductRow, products } from "./kinds/products";
import { type RegionRow, regions } from "./kinds/regions";

/** The typed row of each kind; its keys are the column names. */
export type ImportRow = {
  regions: RegionRow;
  products: ProductRow;
  partners: PartnerRow;
  pos: PosRow;
  opportunities: OpportunityRow;
  certifications: CertificationRow;
  observations: ObservationRow;
  potentials: PotentialRow;
};

export const kindDefinitions: { readonly [Kind in ImportKind]: KindDefinition<ImportRow[Kind]> } = {
  regions,
  products,
  partners,
  pos,
  opportunities,
  certifications,
  observations,
  potentials,
};
