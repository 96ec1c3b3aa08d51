-- What a run's coverage is judged from: what was sold by region and product line, and by how many active qualified partners. Kept when the
-- run is evaluated, since facts, rule and tiers are then settled; regions, their weights and potentials are read when somebody looks.
CREATE TABLE "run_cell" (
  "org_id" INTEGER NOT NULL,
  "run_id" INTEGER NOT NULL,
  "region_id" INTEGER NOT NULL,
  "line_id" INTEGER NOT NULL,
  "revenue_e4" BIGINT NOT NULL,
  "partners" INTEGER NOT NULL,
  CONSTRAINT "run_cell_pkey" PRIMARY KEY ("org_id", "run_id", "region_id", "line_id"),
  CONSTRAINT "run_cell_run_fkey" FOREIGN KEY ("org_id", "run_id") REFERENCES "run" ("org_id", "id") ON DELETE CASCADE,
  CONSTRAINT "run_cell_region_fkey" FOREIGN KEY ("org_id", "region_id") REFERENCES "region" ("org_id", "id") ON DELETE RESTRICT,
  CONSTRAINT "run_cell_line_fkey" FOREIGN KEY ("org_id", "line_id") REFERENCES "product_line" ("org_id", "id") ON DELETE RESTRICT,
  CONSTRAINT run_cell_partners CHECK (partners >= 0)
);

ALTER TABLE run_cell ENABLE ROW LEVEL SECURITY;
ALTER TABLE run_cell FORCE ROW LEVEL SECURITY;
CREATE POLICY org_only ON run_cell USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()));
CREATE POLICY staff_only ON run_cell AS RESTRICTIVE USING ((SELECT current_partner() IS NULL));
REVOKE UPDATE ON run_cell FROM tierline_app;

CREATE FUNCTION only_draft_cells() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE refused int;
BEGIN
  SELECT r.number INTO refused FROM run r WHERE r.status <> 'draft' AND (r.org_id, r.id) IN (SELECT org_id, run_id FROM changed) LIMIT 1;
  IF refused IS NOT NULL THEN
    RAISE EXCEPTION '% on run_cell is refused: run % is no longer a draft', TG_OP, refused USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER only_draft_in AFTER INSERT ON run_cell REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION only_draft_cells();
CREATE TRIGGER only_draft_out AFTER DELETE ON run_cell REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION only_draft_cells();
CREATE TRIGGER refuse_update BEFORE UPDATE ON run_cell FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('what a run was judged from never changes; evaluate again');
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON run_cell EXECUTE FUNCTION refuse_change('cells of published runs never change');
