-- The sample data: an organization that is_demo holds nothing else, and may have all of it removed again (docs/decisions/016-sample-data.md).

-- 1. The load: asked for by a person, done by a worker ---------------------------------------------------------------------
CREATE TABLE sample_load (
  org_id int NOT NULL REFERENCES organization (id) ON DELETE CASCADE ON UPDATE CASCADE,
  status text NOT NULL DEFAULT 'queued',
  step text,
  steps_done int NOT NULL DEFAULT 0,
  steps int NOT NULL DEFAULT 0,
  failure text,
  asked_by text NOT NULL,
  asked_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  currency_before char(3) NOT NULL,
  CONSTRAINT sample_load_pkey PRIMARY KEY (org_id),
  CONSTRAINT sample_load_status CHECK (status IN ('queued', 'loading', 'loaded', 'failed')),
  CONSTRAINT sample_load_steps CHECK (steps_done BETWEEN 0 AND steps),
  CONSTRAINT sample_load_failure CHECK ((status = 'failed') = (failure IS NOT NULL))
);
ALTER TABLE sample_load ENABLE ROW LEVEL SECURITY;
ALTER TABLE sample_load FORCE ROW LEVEL SECURITY;
CREATE POLICY org_only ON sample_load USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()));
CREATE POLICY staff_only ON sample_load AS RESTRICTIVE USING ((SELECT current_partner() IS NULL));

SELECT pgboss.create_queue('sample', '{"policy":"standard","retryLimit":3,"retryDelay":2,"retryBackoff":true,"expireInSeconds":7200,"retentionMinutes":20160}'::json);
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO tierline_app;

-- 2. The mark: sample data and an organization's own never lie in one organization unawares ----------------------------------
-- What of an organization's own there is. Everything else hangs on one of these; an import that came to nothing is none.
CREATE FUNCTION organization_contents(org int) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT array_remove(ARRAY[
    CASE WHEN EXISTS (SELECT FROM region r WHERE r.org_id = org) THEN 'regions' END,
    CASE WHEN EXISTS (SELECT FROM product_category c WHERE c.org_id = org) THEN 'products' END,
    CASE WHEN EXISTS (SELECT FROM partner p WHERE p.org_id = org) THEN 'partners' END,
    CASE WHEN EXISTS (SELECT FROM import_batch b WHERE b.org_id = org AND b.status NOT IN ('failed', 'discarded')) THEN 'imports' END,
    CASE WHEN EXISTS (SELECT FROM custom_metric m WHERE m.org_id = org) THEN 'metrics' END,
    CASE WHEN EXISTS (SELECT FROM program p WHERE p.org_id = org) THEN 'programs' END
  ], NULL)
$$;
CREATE FUNCTION keep_sample_mark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF organization_contents(OLD.id) <> '{}' THEN
    RAISE EXCEPTION 'the mark of sample data on organization % is refused to change: it holds %', OLD.id, array_to_string(organization_contents(OLD.id), ', ')
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_sample_mark BEFORE UPDATE OF is_demo ON organization FOR EACH ROW WHEN (OLD.is_demo IS DISTINCT FROM NEW.is_demo) EXECUTE FUNCTION keep_sample_mark();

-- The sample counts in its own currency from the first moment on.
CREATE OR REPLACE FUNCTION currency_in_use(org int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM organization o WHERE o.id = org AND o.is_demo)
    OR EXISTS (SELECT FROM program_version v WHERE v.org_id = org AND v.status = 'published') OR EXISTS (SELECT FROM run r WHERE r.org_id = org)
$$;

-- 3. The one exception from what the guards forbid: DELETE, while the sample data of this very organization is removed --------------
-- Set per transaction with set_config('app.removing_sample', …, true). It means nothing in an organization that is not marked.
CREATE FUNCTION removing_sample(org int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM organization o WHERE o.id = org AND o.is_demo AND o.id::text = current_setting('app.removing_sample', true))
$$;

CREATE OR REPLACE FUNCTION keep_published_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND removing_sample(OLD.org_id) THEN RETURN OLD; END IF;
  IF OLD.status <> 'draft' THEN
    RAISE EXCEPTION '% on run % is refused: a % run never changes', TG_OP, OLD.number, OLD.status USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF (to_jsonb(NEW) - ARRAY['status', 'note', 'published_by', 'published_at']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['status', 'note', 'published_by', 'published_at']) THEN
    RAISE EXCEPTION 'UPDATE on run % is refused: what was evaluated never changes', OLD.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION only_draft_decisions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE refused int;
BEGIN
  SELECT r.number INTO refused FROM run r
  WHERE r.status <> 'draft' AND (r.org_id, r.id) IN (SELECT org_id, run_id FROM changed) AND NOT (TG_OP = 'DELETE' AND removing_sample(r.org_id)) LIMIT 1;
  IF refused IS NOT NULL THEN
    RAISE EXCEPTION '% on decision is refused: run % is no longer a draft', TG_OP, refused USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION only_draft_cells() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE refused int;
BEGIN
  SELECT r.number INTO refused FROM run r
  WHERE r.status <> 'draft' AND (r.org_id, r.id) IN (SELECT org_id, run_id FROM changed) AND NOT (TG_OP = 'DELETE' AND removing_sample(r.org_id)) LIMIT 1;
  IF refused IS NOT NULL THEN
    RAISE EXCEPTION '% on run_cell is refused: run % is no longer a draft', TG_OP, refused USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION keep_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND removing_sample(OLD.org_id) THEN RETURN OLD; END IF;
  IF OLD.status = 'published' THEN
    RAISE EXCEPTION '% on program version % is refused: a published version never changes', TG_OP, OLD.version USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION keep_published_batch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND removing_sample(OLD.org_id) THEN RETURN OLD; END IF;
  IF OLD.seq IS NOT NULL THEN
    RAISE EXCEPTION '% on import batch % is refused: a published batch never changes', TG_OP, OLD.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['pos_line', 'fact_retirement', 'pos_month', 'pos_partner_month', 'opportunity', 'certification', 'observation', 'potential'] LOOP
    EXECUTE format('ALTER POLICY unpublished_out ON %I USING ((SELECT removing_sample(current_org())) OR batch_id IN (SELECT b.id FROM import_batch b WHERE b.org_id = (SELECT current_org()) AND b.seq IS NULL))', t);
  END LOOP;
END $$;

GRANT DELETE ON fund, fund_change TO tierline_app;
-- Before, a privilege kept the application from it; now a trigger that tells the one case in which it may.
CREATE FUNCTION refuse_unless_removing_sample() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF removing_sample(OLD.org_id) THEN RETURN OLD; END IF;
  RAISE EXCEPTION '% on % is refused: %', TG_OP, TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END $$;
DROP TRIGGER refuse_change ON fund_change;
CREATE TRIGGER refuse_change BEFORE UPDATE ON fund_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('the history of a fund is append-only');
CREATE TRIGGER refuse_delete BEFORE DELETE ON fund_change FOR EACH ROW EXECUTE FUNCTION refuse_unless_removing_sample('the history of a fund is append-only');
CREATE TRIGGER refuse_delete BEFORE DELETE ON fund FOR EACH ROW EXECUTE FUNCTION refuse_unless_removing_sample('a fund is discarded, never deleted');

CREATE OR REPLACE FUNCTION add_up_fund() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched int[]; settled int;
BEGIN
  IF TG_OP = 'INSERT' THEN SELECT array_agg(DISTINCT fund_id) INTO touched FROM added;
  ELSIF TG_OP = 'DELETE' THEN SELECT array_agg(DISTINCT fund_id) INTO touched FROM removed WHERE NOT removing_sample(org_id); -- then the fund itself goes too
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

CREATE OR REPLACE FUNCTION keep_fund() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND removing_sample(OLD.org_id) THEN RETURN OLD; END IF;
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

-- 4. Whoever writes the trail holds the organization before the trail's counter, as whoever removes the sample data does: in one order,
-- nobody waits for somebody who waits for them. (The trail's foreign key would hold the organization too, but only after the counter.)
CREATE OR REPLACE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM organization o WHERE o.id = NEW.org_id FOR KEY SHARE;
  INSERT INTO org_counter (org_id, name, value) VALUES (NEW.org_id, 'audit', 0) ON CONFLICT DO NOTHING;
  UPDATE org_counter SET value = value + 1 WHERE org_id = NEW.org_id AND name = 'audit' RETURNING value, hash INTO NEW.seq, NEW.prev_hash;
  NEW.occurred_at := date_trunc('milliseconds', clock_timestamp());
  NEW.hash := audit_hash(NEW);
  UPDATE org_counter SET hash = NEW.hash WHERE org_id = NEW.org_id AND name = 'audit';
  RETURN NEW;
END $$;
