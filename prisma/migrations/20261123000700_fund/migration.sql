-- Funds: the budget of a benefit for a period, shared among the partners of a published run. Money is in minor units of the currency.
CREATE TABLE fund (
    org_id INTEGER NOT NULL,
    id SERIAL NOT NULL,
    number INTEGER NOT NULL,
    program_id INTEGER NOT NULL,
    benefit TEXT NOT NULL,
    period_from DATE NOT NULL,
    period_until DATE NOT NULL,
    currency CHAR(3) NOT NULL,
    run_id INTEGER NOT NULL,
    status TEXT NOT NULL DEFAULT 'draft',
    budget BIGINT NOT NULL,
    allocated BIGINT NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 1,
    created_by TEXT NOT NULL,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    submitted_by TEXT,
    submitted_by_id TEXT,
    submitted_at TIMESTAMPTZ(3),
    approved_by TEXT,
    approved_by_id TEXT,
    approved_at TIMESTAMPTZ(3),
    CONSTRAINT fund_pkey PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX fund_org_id_number_key ON fund (org_id, number);

CREATE TABLE allocation (
    org_id INTEGER NOT NULL,
    fund_id INTEGER NOT NULL,
    partner_id INTEGER NOT NULL,
    base BIGINT NOT NULL,
    revenue BIGINT,
    floor BIGINT NOT NULL,
    cap BIGINT,
    bound TEXT,
    proposed BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    reason TEXT,
    adjusted_by TEXT,
    revision INTEGER NOT NULL,
    CONSTRAINT allocation_pkey PRIMARY KEY (org_id, fund_id, partner_id)
);
CREATE INDEX allocation_org_id_partner_id_idx ON allocation (org_id, partner_id);

CREATE TABLE fund_change (
    org_id INTEGER NOT NULL,
    id SERIAL NOT NULL,
    fund_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    partner_id INTEGER,
    amount_before BIGINT,
    amount_after BIGINT,
    reason TEXT,
    person TEXT NOT NULL,
    person_name TEXT NOT NULL,
    at TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT fund_change_pkey PRIMARY KEY (org_id, id)
);
CREATE INDEX fund_change_org_id_fund_id_id_idx ON fund_change (org_id, fund_id, id);

ALTER TABLE fund
  ADD CONSTRAINT fund_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization (id) ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT fund_org_id_program_id_fkey FOREIGN KEY (org_id, program_id) REFERENCES program (org_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT fund_org_id_run_id_fkey FOREIGN KEY (org_id, run_id) REFERENCES run (org_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE allocation
  ADD CONSTRAINT allocation_org_id_fund_id_fkey FOREIGN KEY (org_id, fund_id) REFERENCES fund (org_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT allocation_org_id_partner_id_fkey FOREIGN KEY (org_id, partner_id) REFERENCES partner (org_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE fund_change
  ADD CONSTRAINT fund_change_org_id_fund_id_fkey FOREIGN KEY (org_id, fund_id) REFERENCES fund (org_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT fund_change_org_id_partner_id_fkey FOREIGN KEY (org_id, partner_id) REFERENCES partner (org_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. Values: no fund is ever overspent, and nobody approves alone -------------------------------------------------------
ALTER TABLE fund
  ADD CONSTRAINT fund_status CHECK (status IN ('draft', 'submitted', 'approved', 'discarded')),
  ADD CONSTRAINT fund_period CHECK (period_from < period_until),
  ADD CONSTRAINT fund_not_overspent CHECK (allocated BETWEEN 0 AND budget),
  ADD CONSTRAINT fund_submitted CHECK ((status IN ('submitted', 'approved')) = (submitted_by_id IS NOT NULL)),
  ADD CONSTRAINT fund_approved CHECK ((status = 'approved') = (approved_by_id IS NOT NULL)),
  ADD CONSTRAINT fund_approved_by_another CHECK (approved_by_id <> submitted_by_id);
ALTER TABLE allocation
  ADD CONSTRAINT allocation_amounts CHECK (amount >= 0 AND proposed >= 0 AND base >= 0 AND floor >= 0 AND cap >= floor),
  ADD CONSTRAINT allocation_bound CHECK (bound IN ('floor', 'cap')),
  ADD CONSTRAINT allocation_reason CHECK ((amount = proposed) = (reason IS NULL) AND (reason IS NULL) = (adjusted_by IS NULL));
ALTER TABLE fund_change
  ADD CONSTRAINT fund_change_kind CHECK (kind IN ('proposed', 'adjusted', 'submitted', 'returned', 'approved', 'discarded'));
-- One fund for a benefit and period, those put aside not counted.
CREATE UNIQUE INDEX fund_one_for_period ON fund (org_id, program_id, benefit, period_from) WHERE status <> 'discarded';

-- 2. Row-level security: a partner user reads its own allocations of approved funds, and of such a fund its period -------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['fund', 'allocation', 'fund_change'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY org_only ON %I USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()))', t);
    EXECUTE format('CREATE POLICY staff_inserts ON %I AS RESTRICTIVE FOR INSERT WITH CHECK ((SELECT current_partner() IS NULL))', t);
    EXECUTE format('CREATE POLICY staff_updates ON %I AS RESTRICTIVE FOR UPDATE USING ((SELECT current_partner() IS NULL))', t);
    EXECUTE format('CREATE POLICY staff_deletes ON %I AS RESTRICTIVE FOR DELETE USING ((SELECT current_partner() IS NULL))', t);
  END LOOP;
END $$;
CREATE POLICY staff_only ON fund_change AS RESTRICTIVE USING ((SELECT current_partner() IS NULL));
CREATE POLICY partner_approved ON fund AS RESTRICTIVE FOR SELECT USING ((SELECT current_partner() IS NULL) OR status = 'approved');
CREATE POLICY partner_own ON allocation AS RESTRICTIVE FOR SELECT USING (
  (SELECT current_partner() IS NULL)
  OR (partner_id = (SELECT current_partner())
      AND EXISTS (SELECT FROM fund f WHERE f.org_id = allocation.org_id AND f.id = allocation.fund_id AND f.status = 'approved')));

-- 3. What is allocated is what the allocations add up to ------------------------------------------------------------------
-- Written by this trigger; what anybody else writes is refused unless it is the sum (keep_fund).
REVOKE UPDATE, DELETE ON fund_change FROM tierline_app;
REVOKE DELETE ON fund FROM tierline_app;

CREATE FUNCTION add_up_fund() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched int[]; settled int;
BEGIN
  IF TG_OP = 'INSERT' THEN SELECT array_agg(DISTINCT fund_id) INTO touched FROM added;
  ELSIF TG_OP = 'DELETE' THEN SELECT array_agg(DISTINCT fund_id) INTO touched FROM removed;
  ELSE SELECT array_agg(DISTINCT fund_id) INTO touched FROM (SELECT fund_id FROM removed UNION SELECT fund_id FROM added) both_of;
  END IF;
  -- Held first: what is read from here on includes what others did to the fund before.
  PERFORM FROM fund f WHERE f.id = ANY (touched) ORDER BY f.id FOR UPDATE;
  SELECT f.number INTO settled FROM fund f WHERE f.id = ANY (touched) AND f.status <> 'draft' LIMIT 1;
  IF settled IS NOT NULL THEN
    RAISE EXCEPTION '% on allocation is refused: fund % is no longer a draft', TG_OP, settled USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  UPDATE fund f SET allocated = coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.org_id = f.org_id AND a.fund_id = f.id), 0) WHERE f.id = ANY (touched);
  RETURN NULL;
END $$;
CREATE TRIGGER add_up_in AFTER INSERT ON allocation REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION add_up_fund();
CREATE TRIGGER add_up_change AFTER UPDATE ON allocation REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION add_up_fund();
CREATE TRIGGER add_up_out AFTER DELETE ON allocation REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION add_up_fund();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON allocation EXECUTE FUNCTION refuse_change('what is allocated adds up');

-- 4. From draft to submitted, from there back or to approved; what is approved or discarded never changes --------------------------
CREATE FUNCTION keep_fund() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'draft' OR NEW.allocated <> 0 THEN
      RAISE EXCEPTION 'INSERT of fund % is refused: a fund begins as a draft of which nothing is allocated', NEW.number USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status IN ('approved', 'discarded') THEN
    RAISE EXCEPTION '% on fund % is refused: a fund that is % never changes', TG_OP, OLD.number, OLD.status USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF (NEW.org_id, NEW.id, NEW.number, NEW.program_id, NEW.benefit, NEW.period_from, NEW.period_until, NEW.currency)
     IS DISTINCT FROM (OLD.org_id, OLD.id, OLD.number, OLD.program_id, OLD.benefit, OLD.period_from, OLD.period_until, OLD.currency) THEN
    RAISE EXCEPTION 'UPDATE on fund % is refused: it stays the fund of its benefit and period', OLD.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD.status = 'submitted' AND ((NEW.budget, NEW.allocated, NEW.run_id) IS DISTINCT FROM (OLD.budget, OLD.allocated, OLD.run_id)) THEN
    RAISE EXCEPTION 'UPDATE on fund % is refused: it is submitted, and its amounts wait for approval', OLD.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.allocated <> OLD.allocated
     AND NEW.allocated <> (SELECT coalesce(sum(a.amount), 0) FROM allocation a WHERE a.org_id = NEW.org_id AND a.fund_id = NEW.id) THEN
    RAISE EXCEPTION 'UPDATE on fund % is refused: what is allocated is what its allocations add up to', OLD.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (OLD.status, NEW.status) IN (('draft', 'approved'), ('submitted', 'discarded')) THEN
    RAISE EXCEPTION 'UPDATE on fund % is refused: a fund that is % cannot become %', OLD.number, OLD.status, NEW.status USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_fund BEFORE INSERT OR UPDATE OR DELETE ON fund FOR EACH ROW EXECUTE FUNCTION keep_fund();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON fund EXECUTE FUNCTION refuse_change('approved funds never change');
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON fund_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('the history of a fund is append-only');
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON fund_change EXECUTE FUNCTION refuse_change('the history of a fund is append-only');
