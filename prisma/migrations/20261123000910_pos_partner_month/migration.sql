-- What a partner sold in a month, whatever and wherever: pos_month without its product lines and regions, some ten times smaller. It is
-- what pages that show all partners over years add up.
CREATE TABLE "pos_partner_month" (
  "org_id" INTEGER NOT NULL,
  "partner_id" INTEGER NOT NULL,
  "month" DATE NOT NULL,
  "currency" CHAR(3) NOT NULL,
  "batch_id" INTEGER NOT NULL,
  "lines" INTEGER NOT NULL,
  "units" BIGINT NOT NULL,
  "net_e4" BIGINT NOT NULL,
  CONSTRAINT "pos_partner_month_pkey" PRIMARY KEY ("org_id", "partner_id", "month", "currency", "batch_id")
);

-- The owner is bound by row-level security as well, and sees nothing without an organization.
ALTER TABLE pos_month NO FORCE ROW LEVEL SECURITY;
INSERT INTO pos_partner_month (org_id, partner_id, month, currency, batch_id, lines, units, net_e4)
  SELECT org_id, partner_id, month, currency, batch_id, sum(lines), sum(units), sum(net_e4) FROM pos_month GROUP BY 1, 2, 3, 4, 5
  HAVING sum(lines) <> 0 OR sum(units) <> 0 OR sum(net_e4) <> 0;
ALTER TABLE pos_month FORCE ROW LEVEL SECURITY;

ALTER TABLE pos_partner_month ENABLE ROW LEVEL SECURITY;
ALTER TABLE pos_partner_month FORCE ROW LEVEL SECURITY;
CREATE POLICY org_only ON pos_partner_month USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()));
CREATE POLICY partner_own ON pos_partner_month AS RESTRICTIVE FOR SELECT USING ((SELECT current_partner() IS NULL) OR partner_id = (SELECT current_partner()));
CREATE POLICY staff_inserts ON pos_partner_month AS RESTRICTIVE FOR INSERT WITH CHECK ((SELECT current_partner() IS NULL));
CREATE POLICY staff_updates ON pos_partner_month AS RESTRICTIVE FOR UPDATE USING ((SELECT current_partner() IS NULL));
CREATE POLICY staff_deletes ON pos_partner_month AS RESTRICTIVE FOR DELETE USING ((SELECT current_partner() IS NULL));
CREATE POLICY unpublished_in ON pos_partner_month AS RESTRICTIVE FOR INSERT WITH CHECK (batch_id IN (SELECT b.id FROM import_batch b WHERE b.org_id = (SELECT current_org()) AND b.seq IS NULL));
CREATE POLICY unpublished_out ON pos_partner_month AS RESTRICTIVE FOR DELETE USING (batch_id IN (SELECT b.id FROM import_batch b WHERE b.org_id = (SELECT current_org()) AND b.seq IS NULL));
REVOKE UPDATE ON pos_partner_month FROM tierline_app;
