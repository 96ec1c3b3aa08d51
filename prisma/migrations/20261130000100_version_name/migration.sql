-- A program is called what its version calls it, from the day of that version on and not before: the name is the version's, and is kept nowhere else.
ALTER TABLE program_version ADD COLUMN name text NOT NULL GENERATED ALWAYS AS (document ->> 'name') STORED;
ALTER TABLE program DROP COLUMN name;
