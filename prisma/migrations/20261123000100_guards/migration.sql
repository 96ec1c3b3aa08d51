-- What must hold whatever the application does: value checks, row-level security, immutability, the audit chain.
-- The application connects as tierline_app, which owns nothing; every policy is forced on the owner as well.

-- 1. Values ------------------------------------------------------------------------------------------------------
ALTER TABLE organization ADD CONSTRAINT organization_fiscal_start CHECK (fiscal_start_month BETWEEN 1 AND 12);
ALTER TABLE app_user
  ADD CONSTRAINT app_user_role CHECK (role IN ('admin', 'channel_manager', 'finance', 'partner')),
  ADD CONSTRAINT app_user_partner CHECK ((role = 'partner') = (partner_id IS NOT NULL)),
  ADD CONSTRAINT app_user_email CHECK (email = lower(email));
ALTER TABLE region ADD CONSTRAINT region_not_its_parent CHECK (parent_id IS DISTINCT FROM id);
ALTER TABLE import_batch
  ADD CONSTRAINT import_batch_kind CHECK (kind IN ('regions', 'products', 'partners', 'pos', 'opportunities', 'certifications', 'observations')),
  ADD CONSTRAINT import_batch_origin CHECK (origin IN ('file', 'replay')),
  ADD CONSTRAINT import_batch_on_rejected CHECK (on_rejected IN ('ask', 'load', 'discard')),
  ADD CONSTRAINT import_batch_status CHECK (status IN ('receiving', 'queued', 'checking', 'ready', 'loading', 'published', 'unchanged', 'discarded', 'failed')),
  ADD CONSTRAINT import_batch_seq CHECK ((status = 'published') = (seq IS NOT NULL)),
  ADD CONSTRAINT import_batch_balance CHECK (
    status <> 'published'
    OR rows_read = rows_loaded + rows_unchanged + rows_duplicate + rows_rejected + rows_unmatched + rows_ignored);
ALTER TABLE fact_retirement ADD CONSTRAINT fact_retirement_kind CHECK (kind IN ('pos', 'opportunity', 'certification', 'observation'));
ALTER TABLE opportunity
  ADD CONSTRAINT opportunity_status CHECK (status IN ('open', 'won', 'lost')),
  ADD CONSTRAINT opportunity_origin CHECK (origin IN ('sourced', 'influenced')),
  ADD CONSTRAINT opportunity_closed CHECK ((status = 'open') = (closed_on IS NULL));
ALTER TABLE certification ADD CONSTRAINT certification_expires CHECK (expires_on > earned_on);
ALTER TABLE program_version ADD CONSTRAINT program_version_status CHECK (status IN ('draft', 'published'));
ALTER TABLE run ADD CONSTRAINT run_status CHECK (status IN ('draft', 'published', 'discarded'));
-- Two runs never follow the same published run (nor two the beginning): the backstop of publishing.
CREATE UNIQUE INDEX run_one_follower ON run (org_id, program_id, coalesce(base_run_id, 0)) WHERE status = 'published';
CREATE INDEX pos_line_batch ON pos_line USING brin (batch_id, sale_date) WITH (pages_per_range = 32);
CREATE INDEX import_unmatched_waiting ON import_unmatched_row (org_id, batch_id) WHERE replayed_batch_id IS NULL;
CREATE INDEX import_batch_moving ON import_batch (org_id, id) WHERE status IN ('receiving', 'queued', 'checking', 'loading');

-- 2. Row-level security --------------------------------------------------------------------------------------------
-- Set per transaction with set_config(..., true): the organization, and the partner when a partner user acts.
-- The policies ask (SELECT current_partner() IS NULL), not (SELECT current_partner()) IS NULL: the planner then expects the rows there are.
-- nullif: after the transaction the setting is an empty string, not null.
CREATE FUNCTION current_org() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE RETURN nullif(current_setting('app.org_id', true), '')::int;
CREATE FUNCTION current_partner() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE RETURN nullif(current_setting('app.partner_id', true), '')::int;

DO $$
DECLARE t text;
BEGIN
  -- Every table of an organization: only its own rows.
  FOREACH t IN ARRAY ARRAY['org_counter', 'app_user', 'api_token', 'region', 'product_category', 'product_line', 'product', 'partner', 'import_batch',
    'import_chunk', 'import_staged_row', 'import_rejected_row', 'import_unmatched_row', 'pos_line', 'fact_retirement', 'pos_month', 'opportunity',
    'certification', 'observation', 'custom_metric', 'program', 'program_version', 'run', 'decision', 'tier_override', 'audit_event', 'idempotency_record']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY org_only ON %I USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()))', t);
  END LOOP;

  -- Staff only: a partner user reads none of it.
  FOREACH t IN ARRAY ARRAY['app_user', 'api_token', 'import_chunk', 'import_staged_row', 'import_rejected_row', 'import_unmatched_row']
  LOOP
    EXECUTE format('CREATE POLICY staff_only ON %I AS RESTRICTIVE USING ((SELECT current_partner() IS NULL))', t);
  END LOOP;
  CREATE POLICY staff_reads ON audit_event AS RESTRICTIVE FOR SELECT USING ((SELECT current_partner() IS NULL));

  -- A partner user reads the rows of its own partner.
  FOREACH t IN ARRAY ARRAY['pos_line', 'fact_retirement', 'pos_month', 'opportunity', 'certification', 'observation', 'tier_override']
  LOOP
    EXECUTE format('CREATE POLICY partner_own ON %I AS RESTRICTIVE FOR SELECT USING ((SELECT current_partner() IS NULL) OR partner_id = (SELECT current_partner()))', t);
  END LOOP;
  CREATE POLICY partner_own ON partner AS RESTRICTIVE FOR SELECT USING ((SELECT current_partner() IS NULL) OR id = (SELECT current_partner()));
  CREATE POLICY partner_published ON run AS RESTRICTIVE FOR SELECT USING ((SELECT current_partner() IS NULL) OR status = 'published');
  CREATE POLICY partner_published ON program_version AS RESTRICTIVE FOR SELECT USING ((SELECT current_partner() IS NULL) OR status = 'published');
  CREATE POLICY partner_published ON import_batch AS RESTRICTIVE FOR SELECT USING ((SELECT current_partner() IS NULL) OR seq IS NOT NULL);
  CREATE POLICY partner_own ON decision AS RESTRICTIVE FOR SELECT USING (
    (SELECT current_partner() IS NULL)
    OR (partner_id = (SELECT current_partner())
        AND EXISTS (SELECT FROM run r WHERE r.org_id = decision.org_id AND r.id = decision.run_id AND r.status = 'published')));

  -- A partner user writes nothing but its audit trail (and the trail's counter) and its idempotency records.
  FOREACH t IN ARRAY ARRAY['region', 'product_category', 'product_line', 'product', 'partner', 'import_batch', 'pos_line', 'fact_retirement', 'pos_month',
    'opportunity', 'certification', 'observation', 'custom_metric', 'program', 'program_version', 'run', 'decision', 'tier_override']
  LOOP
    EXECUTE format('CREATE POLICY staff_inserts ON %I AS RESTRICTIVE FOR INSERT WITH CHECK ((SELECT current_partner() IS NULL))', t);
    EXECUTE format('CREATE POLICY staff_updates ON %I AS RESTRICTIVE FOR UPDATE USING ((SELECT current_partner() IS NULL))', t);
    EXECUTE format('CREATE POLICY staff_deletes ON %I AS RESTRICTIVE FOR DELETE USING ((SELECT current_partner() IS NULL))', t);
  END LOOP;

  -- Facts enter and leave only while their batch is unpublished.
  FOREACH t IN ARRAY ARRAY['pos_line', 'fact_retirement', 'pos_month', 'opportunity', 'certification', 'observation']
  LOOP
    EXECUTE format('CREATE POLICY unpublished_in ON %I AS RESTRICTIVE FOR INSERT WITH CHECK (batch_id IN (SELECT b.id FROM import_batch b WHERE b.org_id = (SELECT current_org()) AND b.seq IS NULL))', t);
    EXECUTE format('CREATE POLICY unpublished_out ON %I AS RESTRICTIVE FOR DELETE USING (batch_id IN (SELECT b.id FROM import_batch b WHERE b.org_id = (SELECT current_org()) AND b.seq IS NULL))', t);
  END LOOP;
END $$;

ALTER TABLE organization ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization FORCE ROW LEVEL SECURITY;
CREATE POLICY org_only ON organization USING (id = (SELECT current_org())) WITH CHECK (id = (SELECT current_org()));
CREATE POLICY staff_updates ON organization AS RESTRICTIVE FOR UPDATE USING ((SELECT current_partner() IS NULL));

-- Before anybody is known: the accounts of exactly one e-mail address, the token of exactly one hash.
CREATE POLICY sign_in ON app_user FOR SELECT USING (email = nullif(current_setting('app.sign_in_email', true), ''));
CREATE POLICY sign_in ON api_token FOR SELECT USING (token_hash = nullif(current_setting('app.token_hash', true), ''));

-- 3. Privileges ------------------------------------------------------------------------------------------------------
GRANT USAGE ON SCHEMA public TO tierline_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO tierline_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO tierline_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO tierline_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO tierline_app;
REVOKE UPDATE ON pos_line, fact_retirement, pos_month, opportunity, certification, observation, decision, audit_event FROM tierline_app;
REVOKE DELETE ON audit_event, organization FROM tierline_app;
DO $$ BEGIN -- absent from a shadow database
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN REVOKE ALL ON "_prisma_migrations" FROM tierline_app; END IF;
END $$;

-- 4. What is published never changes ------------------------------------------------------------------------------------
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: %', TG_OP, TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE FUNCTION keep_published_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'draft' THEN
    RAISE EXCEPTION '% on run % is refused: a % run never changes', TG_OP, OLD.number, OLD.status USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF (to_jsonb(NEW) - ARRAY['status', 'note', 'published_by', 'published_at']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['status', 'note', 'published_by', 'published_at']) THEN
    RAISE EXCEPTION 'UPDATE on run % is refused: what was evaluated never changes', OLD.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_published BEFORE UPDATE OR DELETE ON run FOR EACH ROW EXECUTE FUNCTION keep_published_run();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON run EXECUTE FUNCTION refuse_change('published runs never change');

CREATE FUNCTION only_draft_decisions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE refused int;
BEGIN
  SELECT r.number INTO refused FROM run r WHERE r.status <> 'draft' AND (r.org_id, r.id) IN (SELECT org_id, run_id FROM changed) LIMIT 1;
  IF refused IS NOT NULL THEN
    RAISE EXCEPTION '% on decision is refused: run % is no longer a draft', TG_OP, refused USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER only_draft_in AFTER INSERT ON decision REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION only_draft_decisions();
CREATE TRIGGER only_draft_out AFTER DELETE ON decision REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION only_draft_decisions();
CREATE TRIGGER refuse_update BEFORE UPDATE ON decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('a decision never changes; evaluate again');
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON decision EXECUTE FUNCTION refuse_change('decisions of published runs never change');

CREATE FUNCTION keep_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'published' THEN
    RAISE EXCEPTION '% on program version % is refused: a published version never changes', TG_OP, OLD.version USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_published BEFORE UPDATE OR DELETE ON program_version FOR EACH ROW EXECUTE FUNCTION keep_published_version();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON program_version EXECUTE FUNCTION refuse_change('published versions never change');

CREATE FUNCTION keep_published_batch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.seq IS NOT NULL THEN
    RAISE EXCEPTION '% on import batch % is refused: a published batch never changes', TG_OP, OLD.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_published BEFORE UPDATE OR DELETE ON import_batch FOR EACH ROW EXECUTE FUNCTION keep_published_batch();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON import_batch EXECUTE FUNCTION refuse_change('published batches never change');

-- 5. The audit chain ---------------------------------------------------------------------------------------------------
CREATE FUNCTION audit_canonical(e audit_event) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('org', e.org_id, 'seq', e.seq, 'at', to_char(e.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'actor', jsonb_build_array(e.actor_kind, e.actor_id, e.actor_name), 'action', e.action, 'target', e.target, 'detail', e.detail)::text
$$;
CREATE FUNCTION audit_hash(e audit_event) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(e.prev_hash || E'\n' || audit_canonical(e), 'UTF8')), 'hex')
$$;
-- Number, instant and hashes are never the writer's: the counter's row lock makes the chain one line.
CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO org_counter (org_id, name, value) VALUES (NEW.org_id, 'audit', 0) ON CONFLICT DO NOTHING;
  UPDATE org_counter SET value = value + 1 WHERE org_id = NEW.org_id AND name = 'audit' RETURNING value, hash INTO NEW.seq, NEW.prev_hash;
  NEW.occurred_at := date_trunc('milliseconds', clock_timestamp());
  NEW.hash := audit_hash(NEW);
  UPDATE org_counter SET hash = NEW.hash WHERE org_id = NEW.org_id AND name = 'audit';
  RETURN NEW;
END $$;
CREATE TRIGGER chain BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION audit_chain();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('the audit trail is append-only');
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON audit_event EXECUTE FUNCTION refuse_change('the audit trail is append-only');
