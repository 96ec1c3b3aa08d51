-- Invitations, when somebody last signed in, and indexes for looking through the audit trail.

ALTER TABLE app_user ADD COLUMN last_signed_in_at timestamptz(3);

CREATE TABLE invitation (
  org_id int NOT NULL REFERENCES organization (id) ON DELETE CASCADE ON UPDATE CASCADE,
  id serial NOT NULL,
  email text NOT NULL,
  role text NOT NULL,
  partner_id int,
  token_hash text NOT NULL,
  invited_by text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL,
  accepted_at timestamptz(3),
  revoked_at timestamptz(3),
  CONSTRAINT invitation_pkey PRIMARY KEY (org_id, id),
  CONSTRAINT invitation_org_id_partner_id_fkey FOREIGN KEY (org_id, partner_id) REFERENCES partner (org_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT invitation_role CHECK (role IN ('admin', 'channel_manager', 'finance', 'partner')),
  CONSTRAINT invitation_partner CHECK ((role = 'partner') = (partner_id IS NOT NULL)),
  CONSTRAINT invitation_email CHECK (email = lower(email)),
  CONSTRAINT invitation_ends CHECK (expires_at > created_at),
  CONSTRAINT invitation_one_end CHECK (accepted_at IS NULL OR revoked_at IS NULL)
);
CREATE UNIQUE INDEX invitation_token_hash_key ON invitation (token_hash);
-- Whoever is invited again gets a new link, and the one before ends.
CREATE UNIQUE INDEX invitation_one_open ON invitation (org_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL;

ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY org_only ON invitation USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()));
CREATE POLICY staff_only ON invitation AS RESTRICTIVE USING ((SELECT current_partner() IS NULL));
-- Before anybody is known: the invitation of exactly one token.
CREATE POLICY by_token ON invitation FOR SELECT USING (token_hash = nullif(current_setting('app.invitation_hash', true), ''));

CREATE INDEX audit_event_org_id_action_seq_idx ON audit_event (org_id, action, seq);

-- Monday is 1, as in ISO 8601.
ALTER TABLE organization ADD COLUMN week_start smallint NOT NULL DEFAULT 1;
ALTER TABLE organization
  ADD CONSTRAINT organization_week_start CHECK (week_start BETWEEN 1 AND 7),
  ADD CONSTRAINT organization_currency CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT organization_name CHECK (name <> '');

-- Results are written down in the currency of their day: once there are any, or rules for them are published, it stays.
CREATE FUNCTION currency_in_use(org int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM program_version v WHERE v.org_id = org AND v.status = 'published') OR EXISTS (SELECT FROM run r WHERE r.org_id = org)
$$;
CREATE FUNCTION keep_currency() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF currency_in_use(OLD.id) THEN
    RAISE EXCEPTION 'the currency of organization % is refused to change: results depend on it', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_currency BEFORE UPDATE OF currency ON organization FOR EACH ROW WHEN (OLD.currency IS DISTINCT FROM NEW.currency) EXECUTE FUNCTION keep_currency();
