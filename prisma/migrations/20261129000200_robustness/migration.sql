-- How firmly a decision's tier stands when the weights of the score vary; null of decisions from before that was measured.
ALTER TABLE decision
  ADD COLUMN stays smallint CHECK (stays BETWEEN 0 AND 1000),
  ADD COLUMN rank_best int,
  ADD COLUMN rank_worst int,
  ADD COLUMN solid boolean;
-- Borderline is what is not solid; of decisions from before, what lies less than two points from a cut.
ALTER TABLE decision ADD COLUMN borderline boolean NOT NULL GENERATED ALWAYS AS (coalesce(NOT solid, distance_to_cut < 2, false)) STORED;
CREATE INDEX decision_borderline ON decision (org_id, run_id, stays, distance_to_cut) WHERE borderline;
