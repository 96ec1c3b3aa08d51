-- What a region could bring a year of a product line or of a category, as imported: versioned facts like observations.
CREATE TABLE "potential" (
  "org_id" INTEGER NOT NULL,
  "id" BIGSERIAL NOT NULL,
  "batch_id" INTEGER NOT NULL,
  "region_id" INTEGER NOT NULL,
  "line_id" INTEGER,
  "category_id" INTEGER,
  -- What makes two versions of a record the same, without nulls: a line by its id, a category by its id below zero.
  "line_or_category" INTEGER NOT NULL GENERATED ALWAYS AS (coalesce("line_id", -"category_id")) STORED,
  "valid_from" DATE NOT NULL,
  "amount_e4" BIGINT NOT NULL,
  "currency" CHAR(3) NOT NULL,
  "line" INTEGER NOT NULL,
  CONSTRAINT "potential_pkey" PRIMARY KEY ("org_id", "id"),
  CONSTRAINT "potential_region_fkey" FOREIGN KEY ("org_id", "region_id") REFERENCES "region" ("org_id", "id") ON DELETE RESTRICT,
  CONSTRAINT "potential_line_fkey" FOREIGN KEY ("org_id", "line_id") REFERENCES "product_line" ("org_id", "id") ON DELETE RESTRICT,
  CONSTRAINT "potential_category_fkey" FOREIGN KEY ("org_id", "category_id") REFERENCES "product_category" ("org_id", "id") ON DELETE RESTRICT,
  CONSTRAINT potential_of_one CHECK (num_nonnulls(line_id, category_id) = 1),
  CONSTRAINT potential_amount CHECK (amount_e4 >= 0)
);
CREATE INDEX "potential_org_id_region_id_line_or_category_idx" ON "potential" ("org_id", "region_id", "line_or_category");

ALTER TABLE import_batch
  DROP CONSTRAINT import_batch_kind,
  ADD CONSTRAINT import_batch_kind CHECK (kind IN ('regions', 'products', 'partners', 'pos', 'opportunities', 'certifications', 'observations', 'potentials'));
-- A potential is no partner's: its retirement names none, and no partner user sees it.
ALTER TABLE fact_retirement
  ALTER COLUMN partner_id DROP NOT NULL,
  DROP CONSTRAINT fact_retirement_kind,
  ADD CONSTRAINT fact_retirement_kind CHECK (kind IN ('pos', 'opportunity', 'certification', 'observation', 'potential')),
  ADD CONSTRAINT fact_retirement_partner CHECK ((partner_id IS NULL) = (kind = 'potential'));

ALTER TABLE potential ENABLE ROW LEVEL SECURITY;
ALTER TABLE potential FORCE ROW LEVEL SECURITY;
CREATE POLICY org_only ON potential USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()));
CREATE POLICY staff_only ON potential AS RESTRICTIVE USING ((SELECT current_partner() IS NULL));
CREATE POLICY unpublished_in ON potential AS RESTRICTIVE FOR INSERT WITH CHECK (batch_id IN (SELECT b.id FROM import_batch b WHERE b.org_id = (SELECT current_org()) AND b.seq IS NULL));
CREATE POLICY unpublished_out ON potential AS RESTRICTIVE FOR DELETE USING (batch_id IN (SELECT b.id FROM import_batch b WHERE b.org_id = (SELECT current_org()) AND b.seq IS NULL));
REVOKE UPDATE ON potential FROM tierline_app;
