-- How large a region's market is beside the others', in whatever unit the organization chose (inhabitants, shops, vehicles).
ALTER TABLE "region" ADD COLUMN "weight" DECIMAL(18,6);
ALTER TABLE "region" ADD CONSTRAINT region_weight CHECK (weight > 0);
