-- Answers are kept for a day; the old ones are found by their age.
CREATE INDEX "idempotency_record_org_id_created_at_idx" ON "idempotency_record"("org_id", "created_at");
