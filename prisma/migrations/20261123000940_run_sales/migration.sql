-- What a run's KPIs of sales are made of, for the fiscal quarters until its day, as known to it: by partner, and by product line. Neither
-- ever changes, so they are added up once, when the run is evaluated; rates are the program's, and applied when somebody looks.
CREATE TABLE "run_sale" (
  "org_id" INTEGER NOT NULL,
  "run_id" INTEGER NOT NULL,
  "quarter_from" DATE NOT NULL,
  "partner_id" INTEGER NOT NULL,
  "currency" CHAR(3) NOT NULL,
  "lines" INTEGER NOT NULL,
  "units" BIGINT NOT NULL,
  "net_e4" BIGINT NOT NULL,
  "net_before_e4" BIGINT NOT NULL,
  "core_net_e4" BIGINT NOT NULL,
  CONSTRAINT "run_sale_pkey" PRIMARY KEY ("org_id", "run_id", "quarter_from", "partner_id", "currency"),
  CONSTRAINT "run_sale_run_fkey" FOREIGN KEY ("org_id", "run_id") REFERENCES "run" ("org_id", "id") ON DELETE CASCADE
);
CREATE TABLE "run_line_sale" (
  "org_id" INTEGER NOT NULL,
  "run_id" INTEGER NOT NULL,
  "quarter_from" DATE NOT NULL,
  "line_id" INTEGER NOT NULL,
  "currency" CHAR(3) NOT NULL,
  "units" BIGINT NOT NULL,
  "net_e4" BIGINT NOT NULL,
  "net_before_e4" BIGINT NOT NULL,
  -- Of the line: the same in each of its rows. Whether its category sold most in all those quarters.
  "is_core" BOOLEAN NOT NULL,
  -- Of the line in the quarter, whatever the currency: the same in each of its rows.
  "active_partners" INTEGER NOT NULL,
  CONSTRAINT "run_line_sale_pkey" PRIMARY KEY ("org_id", "run_id", "quarter_from", "line_id", "currency"),
  CONSTRAINT "run_line_sale_run_fkey" FOREIGN KEY ("org_id", "run_id") REFERENCES "run" ("org_id", "id") ON DELETE CASCADE,
  CONSTRAINT "run_line_sale_line_fkey" FOREIGN KEY ("org_id", "line_id") REFERENCES "product_line" ("org_id", "id") ON DELETE RESTRICT
);

-- One function for all that a run keeps.
CREATE FUNCTION only_draft_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE refused int;
BEGIN
  SELECT r.number INTO refused FROM run r
  WHERE r.status <> 'draft' AND (r.org_id, r.id) IN (SELECT org_id, run_id FROM changed) AND NOT (TG_OP = 'DELETE' AND removing_sample(r.org_id)) LIMIT 1;
  IF refused IS NOT NULL THEN
    RAISE EXCEPTION '% on % is refused: run % is no longer a draft', TG_OP, TG_TABLE_NAME, refused USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['run_sale', 'run_line_sale'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY org_only ON %I USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()))', t);
    EXECUTE format('CREATE POLICY staff_only ON %I AS RESTRICTIVE USING ((SELECT current_partner() IS NULL))', t);
    EXECUTE format('CREATE TRIGGER refuse_update BEFORE UPDATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(''what a run was judged from never changes; evaluate again'')', t);
    EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change(''what published runs were judged from never changes'')', t);
  END LOOP;
  DROP TRIGGER only_draft_in ON run_cell;
  DROP TRIGGER only_draft_out ON run_cell;
  FOREACH t IN ARRAY ARRAY['run_cell', 'run_sale', 'run_line_sale'] LOOP
    EXECUTE format('CREATE TRIGGER only_draft_in AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION only_draft_keeps()', t);
    EXECUTE format('CREATE TRIGGER only_draft_out AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION only_draft_keeps()', t);
  END LOOP;
END $$;
DROP FUNCTION only_draft_cells();
REVOKE UPDATE ON run_sale, run_line_sale FROM tierline_app;
