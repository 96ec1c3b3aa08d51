-- Back-tests: a version against past quarters, as known then, quarter by quarter by a worker (docs/decisions/022-back-test.md).
CREATE TABLE back_test (
  org_id int NOT NULL REFERENCES organization (id) ON DELETE CASCADE ON UPDATE CASCADE,
  id serial,
  version_id int NOT NULL,
  -- The version as it was when it was asked for: the draft may go on.
  document jsonb NOT NULL,
  document_hash text NOT NULL,
  -- The last published run then: no quarter ends after its day.
  run_id int NOT NULL,
  engine_version text NOT NULL,
  quarters smallint NOT NULL,
  -- The last import then: for quarters by whose end nothing was known, and for what followed.
  known_at int NOT NULL,
  status text NOT NULL DEFAULT 'running',
  failure text,
  -- The BackTestSummary of lib/contracts.
  summary jsonb,
  asked_by text NOT NULL,
  asked_by_id text NOT NULL,
  asked_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ended_at timestamptz(3),
  CONSTRAINT back_test_pkey PRIMARY KEY (org_id, id),
  CONSTRAINT back_test_version FOREIGN KEY (org_id, version_id) REFERENCES program_version (org_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT back_test_run FOREIGN KEY (org_id, run_id) REFERENCES run (org_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT back_test_quarters CHECK (quarters BETWEEN 1 AND 8),
  CONSTRAINT back_test_status CHECK (status IN ('running', 'done', 'failed', 'cancelled')),
  CONSTRAINT back_test_ended CHECK ((status = 'running') = (ended_at IS NULL)),
  CONSTRAINT back_test_failure CHECK ((status = 'failed') = (failure IS NOT NULL)),
  CONSTRAINT back_test_summary CHECK ((status = 'done') = (summary IS NOT NULL))
);
CREATE INDEX back_test_of_version ON back_test (org_id, version_id, id);
-- Whoever asks again while one is under way gets that one.
CREATE UNIQUE INDEX back_test_one ON back_test (org_id, version_id) WHERE status = 'running';

CREATE TABLE back_test_quarter (
  org_id int NOT NULL REFERENCES organization (id) ON DELETE CASCADE ON UPDATE CASCADE,
  back_test_id int NOT NULL,
  -- 0 is the oldest.
  place smallint NOT NULL,
  -- The BackTestQuarter of lib/contracts.
  result jsonb NOT NULL,
  -- What the next quarter goes on from, partner by partner; null once all quarters are done.
  partners jsonb,
  CONSTRAINT back_test_quarter_pkey PRIMARY KEY (org_id, back_test_id, place),
  CONSTRAINT back_test_quarter_of FOREIGN KEY (org_id, back_test_id) REFERENCES back_test (org_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);

-- What was asked and what came of it stays.
CREATE FUNCTION keep_back_test() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'running' THEN
    RAISE EXCEPTION 'UPDATE on back_test is refused: it has ended' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (to_jsonb(NEW) - ARRAY['status', 'failure', 'summary', 'ended_at']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['status', 'failure', 'summary', 'ended_at']) THEN
    RAISE EXCEPTION 'UPDATE on back_test is refused: what was asked stays; ask again' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_back_test BEFORE UPDATE ON back_test FOR EACH ROW EXECUTE FUNCTION keep_back_test();
CREATE TRIGGER only_with_sample BEFORE DELETE ON back_test FOR EACH ROW EXECUTE FUNCTION only_with_sample('what was tested stays');
CREATE TRIGGER only_with_sample BEFORE DELETE ON back_test_quarter FOR EACH ROW EXECUTE FUNCTION only_with_sample('what was tested stays');
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON back_test EXECUTE FUNCTION refuse_change('back-tests never change');
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON back_test_quarter EXECUTE FUNCTION refuse_change('back-tests never change');

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['back_test', 'back_test_quarter'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY org_only ON %I USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()))', t);
    EXECUTE format('CREATE POLICY staff_only ON %I AS RESTRICTIVE USING ((SELECT current_partner() IS NULL))', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON back_test, back_test_quarter TO tierline_app;
-- Of a quarter that is done nothing changes but that what the next one needs is forgotten at the end.
REVOKE UPDATE ON back_test_quarter FROM tierline_app;
GRANT UPDATE (partners) ON back_test_quarter TO tierline_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO tierline_app;

SELECT pgboss.create_queue('back-test', '{"policy":"standard","retryLimit":3,"retryDelay":2,"retryBackoff":true,"expireInSeconds":7200,"retentionMinutes":20160}'::json);
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO tierline_app;
