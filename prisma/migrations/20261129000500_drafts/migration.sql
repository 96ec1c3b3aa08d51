-- Drafts that several people write on, what was simulated of them, and the second person who puts them into effect.

-- 1. A version: draft → proposed → published, or back to draft; or discarded ---------------------------------------------------
ALTER TABLE program_version
  -- Rises with every change, so that nobody overwrites, proposes or approves what it has not seen.
  ADD COLUMN revision int NOT NULL DEFAULT 1,
  -- The version that it began as a copy of.
  ADD COLUMN based_on int,
  ADD COLUMN updated_by text,
  ADD COLUMN updated_by_id text,
  ADD COLUMN updated_at timestamptz(3),
  ADD COLUMN proposed_by text,
  ADD COLUMN proposed_by_id text,
  ADD COLUMN proposed_at timestamptz(3),
  DROP CONSTRAINT program_version_status,
  ADD CONSTRAINT program_version_status CHECK (status IN ('draft', 'proposed', 'published', 'discarded')),
  ADD CONSTRAINT program_version_proposed CHECK (status <> 'proposed' OR (proposed_by_id IS NOT NULL AND effective_from IS NOT NULL AND note IS NOT NULL));

CREATE OR REPLACE FUNCTION keep_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND removing_sample(OLD.org_id) THEN RETURN OLD; END IF;
  IF OLD.status IN ('published', 'discarded') THEN
    RAISE EXCEPTION '% on program version % is refused: a % version never changes', TG_OP, OLD.version, OLD.status USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF OLD.status = 'proposed' AND NEW.document IS DISTINCT FROM OLD.document THEN
    RAISE EXCEPTION 'UPDATE on program version % is refused: it is proposed as it is', OLD.version USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

-- 2. What a draft would do to the partners of a run: asked for before it is proposed, and kept with it -----------------------------
CREATE TABLE simulation (
  org_id int NOT NULL REFERENCES organization (id) ON DELETE CASCADE ON UPDATE CASCADE,
  id serial,
  version_id int NOT NULL,
  -- Of the very document that was simulated.
  document_hash text NOT NULL,
  run_id int NOT NULL,
  engine_version text NOT NULL,
  -- The SimulationSummary of lib/contracts.
  summary jsonb NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT simulation_pkey PRIMARY KEY (org_id, id),
  CONSTRAINT simulation_version FOREIGN KEY (org_id, version_id) REFERENCES program_version (org_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT simulation_run FOREIGN KEY (org_id, run_id) REFERENCES run (org_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX simulation_of_version ON simulation (org_id, version_id, document_hash, run_id);

-- 3. Who has a draft open, and what people say of a version ------------------------------------------------------------------------
CREATE TABLE draft_editor (
  org_id int NOT NULL REFERENCES organization (id) ON DELETE CASCADE ON UPDATE CASCADE,
  version_id int NOT NULL,
  -- "user:7": the person, whatever the window.
  person text NOT NULL,
  name text NOT NULL,
  seen_at timestamptz(3) NOT NULL,
  CONSTRAINT draft_editor_pkey PRIMARY KEY (org_id, version_id, person),
  CONSTRAINT draft_editor_version FOREIGN KEY (org_id, version_id) REFERENCES program_version (org_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE TABLE program_comment (
  org_id int NOT NULL REFERENCES organization (id) ON DELETE CASCADE ON UPDATE CASCADE,
  id serial,
  version_id int NOT NULL,
  -- 1, 2, 3 … within the version.
  number int NOT NULL,
  -- The place by keys, as an issue names it; null for the version as a whole.
  path text,
  text text NOT NULL,
  author text NOT NULL,
  author_id text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  resolved_by text,
  resolved_at timestamptz(3),
  CONSTRAINT program_comment_pkey PRIMARY KEY (org_id, id),
  CONSTRAINT program_comment_number UNIQUE (org_id, version_id, number),
  CONSTRAINT program_comment_version FOREIGN KEY (org_id, version_id) REFERENCES program_version (org_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT program_comment_text CHECK (length(text) BETWEEN 1 AND 2000),
  CONSTRAINT program_comment_resolved CHECK ((resolved_by IS NULL) = (resolved_at IS NULL))
);

-- What was said stays as it was said; it may be resolved, once.
CREATE FUNCTION keep_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.resolved_at IS NOT NULL OR (to_jsonb(NEW) - ARRAY['resolved_by', 'resolved_at']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['resolved_by', 'resolved_at']) THEN
    RAISE EXCEPTION 'UPDATE on comment % is refused: what was said stays', OLD.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_comment BEFORE UPDATE ON program_comment FOR EACH ROW EXECUTE FUNCTION keep_comment();

CREATE FUNCTION only_with_sample() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT removing_sample(OLD.org_id) THEN
    RAISE EXCEPTION 'DELETE on % is refused: %', TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER only_with_sample BEFORE DELETE ON program_comment FOR EACH ROW EXECUTE FUNCTION only_with_sample('what was said stays');
CREATE TRIGGER only_with_sample BEFORE DELETE ON simulation FOR EACH ROW EXECUTE FUNCTION only_with_sample('what was simulated stays');
CREATE TRIGGER refuse_update BEFORE UPDATE ON simulation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('a simulation never changes; simulate again');
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON simulation EXECUTE FUNCTION refuse_change('simulations never change');
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON program_comment EXECUTE FUNCTION refuse_change('what was said stays');

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['simulation', 'draft_editor', 'program_comment'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY org_only ON %I USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()))', t);
    EXECUTE format('CREATE POLICY staff_only ON %I AS RESTRICTIVE USING ((SELECT current_partner() IS NULL))', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON simulation, draft_editor, program_comment TO tierline_app;
REVOKE UPDATE ON simulation FROM tierline_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO tierline_app;

-- 4. A run of a version that was not published yet keeps the rules that it was evaluated with: the draft may go on ------------------------
ALTER TABLE run ADD COLUMN document jsonb;
