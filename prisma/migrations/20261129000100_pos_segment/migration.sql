-- What market the end customer of a sale belongs to, where the file says so: metrics may count some segments only.
ALTER TABLE pos_line ADD COLUMN segment text;
