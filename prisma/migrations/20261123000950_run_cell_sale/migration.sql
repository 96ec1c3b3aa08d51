-- Who sold what is in the cells that a run keeps, each partner by itself: what their revenue is the sum of. Regions and lines are held by
-- the cells (run_cell), so that only the run is referred to.
CREATE TABLE "run_cell_sale" (
  "org_id" INTEGER NOT NULL,
  "run_id" INTEGER NOT NULL,
  "line_id" INTEGER NOT NULL,
  "region_id" INTEGER NOT NULL,
  "partner_id" INTEGER NOT NULL,
  "revenue_e4" BIGINT NOT NULL,
  CONSTRAINT "run_cell_sale_pkey" PRIMARY KEY ("org_id", "run_id", "line_id", "region_id", "partner_id"),
  CONSTRAINT "run_cell_sale_run_fkey" FOREIGN KEY ("org_id", "run_id") REFERENCES "run" ("org_id", "id") ON DELETE CASCADE
);

ALTER TABLE run_cell_sale ENABLE ROW LEVEL SECURITY;
ALTER TABLE run_cell_sale FORCE ROW LEVEL SECURITY;
CREATE POLICY org_only ON run_cell_sale USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()));
CREATE POLICY staff_only ON run_cell_sale AS RESTRICTIVE USING ((SELECT current_partner() IS NULL));
REVOKE UPDATE ON run_cell_sale FROM tierline_app;
CREATE TRIGGER only_draft_in AFTER INSERT ON run_cell_sale REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION only_draft_keeps();
CREATE TRIGGER only_draft_out AFTER DELETE ON run_cell_sale REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION only_draft_keeps();
CREATE TRIGGER refuse_update BEFORE UPDATE ON run_cell_sale FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('what a run was judged from never changes; evaluate again');
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON run_cell_sale EXECUTE FUNCTION refuse_change('what published runs were judged from never changes');
