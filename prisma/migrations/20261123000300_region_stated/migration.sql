-- A sale whose line names no region lies in its partner's. When the partner moves, the same line in a later file is still the same sale.
ALTER TABLE "pos_line" ADD COLUMN "region_stated" BOOLEAN NOT NULL DEFAULT true;
