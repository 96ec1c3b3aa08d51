-- A batch is loaded, and discarded, without reading the lines of all others.
CREATE INDEX "pos_line_org_id_batch_id_idx" ON "pos_line"("org_id", "batch_id");
