-- Overrides: made by a person, for a time, and never changed; they end once (docs/decisions/020-overrides.md).
ALTER TABLE tier_override
  -- 1, 2, 3 … within the organization.
  ADD COLUMN number int,
  ADD COLUMN created_by text,
  ADD COLUMN ended_by text,
  -- Null where another override took its place: then its number.
  ADD COLUMN end_reason text,
  ADD COLUMN replaced_by int;

-- 1. Those of before: the owner of the tables sees the rows of every organization only while it is not forced not to ------------------
ALTER TABLE tier_override NO FORCE ROW LEVEL SECURITY;
ALTER TABLE org_counter NO FORCE ROW LEVEL SECURITY;
UPDATE tier_override o SET number = n.number, created_by = o.owner, ended_by = CASE WHEN o.ended_at IS NULL THEN NULL ELSE o.owner END,
  end_reason = CASE WHEN o.ended_at IS NULL THEN NULL ELSE 'not stated' END
FROM (SELECT org_id, id, row_number() OVER (PARTITION BY org_id ORDER BY created_at, id) AS number FROM tier_override) n
WHERE n.org_id = o.org_id AND n.id = o.id;
INSERT INTO org_counter (org_id, name, value) SELECT org_id, 'override', max(number) FROM tier_override GROUP BY org_id;
-- The newest counted, so the others had no effect any more.
UPDATE tier_override o SET ended_at = n.created_at, ended_by = n.created_by, replaced_by = n.number
FROM (SELECT o.org_id, o.id, lead(o.number) OVER last AS number, lead(o.created_at) OVER last AS created_at, lead(o.created_by) OVER last AS created_by
  FROM tier_override o WHERE o.ended_at IS NULL WINDOW last AS (PARTITION BY o.org_id, o.program_id, o.partner_id ORDER BY o.number)) n
WHERE n.org_id = o.org_id AND n.id = o.id AND n.number IS NOT NULL;
ALTER TABLE tier_override FORCE ROW LEVEL SECURITY;
ALTER TABLE org_counter FORCE ROW LEVEL SECURITY;

-- 2. Values ----------------------------------------------------------------------------------------------------------------
ALTER TABLE tier_override
  ALTER COLUMN number SET NOT NULL,
  ALTER COLUMN created_by SET NOT NULL,
  ADD CONSTRAINT tier_override_number UNIQUE (org_id, number),
  ADD CONSTRAINT tier_override_org_id_fkey FOREIGN KEY (org_id) REFERENCES organization (id) ON DELETE CASCADE ON UPDATE CASCADE,
  -- Ended first, since a partner has one at a time; what takes its place follows in the same transaction.
  ADD CONSTRAINT tier_override_replaced_by FOREIGN KEY (org_id, replaced_by) REFERENCES tier_override (org_id, number) DEFERRABLE INITIALLY DEFERRED,
  ADD CONSTRAINT tier_override_says_why CHECK (length(btrim(reason)) > 0 AND length(btrim(owner)) > 0),
  ADD CONSTRAINT tier_override_ended CHECK (
    (ended_at IS NULL AND ended_by IS NULL AND end_reason IS NULL AND replaced_by IS NULL)
    OR (ended_at IS NOT NULL AND ended_by IS NOT NULL AND (end_reason IS NULL) <> (replaced_by IS NULL)));
-- At most one that has not ended for a partner in a program.
CREATE UNIQUE INDEX tier_override_one ON tier_override (org_id, program_id, partner_id) WHERE ended_at IS NULL;

-- 3. Nothing of it ever changes but that it ends, once; it is never deleted, other than with all of the sample data ----------------
CREATE FUNCTION keep_override() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'UPDATE on override % is refused: it has ended', OLD.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (to_jsonb(NEW) - ARRAY['ended_at', 'ended_by', 'end_reason', 'replaced_by']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['ended_at', 'ended_by', 'end_reason', 'replaced_by']) THEN
    RAISE EXCEPTION 'UPDATE on override % is refused: an override never changes; end it and make another', OLD.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_override BEFORE UPDATE ON tier_override FOR EACH ROW EXECUTE FUNCTION keep_override();
CREATE TRIGGER refuse_delete BEFORE DELETE ON tier_override FOR EACH ROW EXECUTE FUNCTION refuse_unless_removing_sample('an override is ended, never deleted');
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON tier_override EXECUTE FUNCTION refuse_change('overrides never change');
