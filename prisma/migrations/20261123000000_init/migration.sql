-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "organization" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "fiscal_start_month" SMALLINT NOT NULL DEFAULT 1,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "org_counter" (
    "org_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "value" INTEGER NOT NULL DEFAULT 0,
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "org_counter_pkey" PRIMARY KEY ("org_id","name")
);

-- CreateTable
CREATE TABLE "app_user" (
    "org_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "partner_id" INTEGER,
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    "sessions_valid_from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "org_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "user_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "window_started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "region" (
    "org_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parent_id" INTEGER,

    CONSTRAINT "region_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "product_category" (
    "org_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "product_category_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "product_line" (
    "org_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "category_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "product_line_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "product" (
    "org_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "line_id" INTEGER NOT NULL,
    "sku" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "product_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "partner" (
    "org_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "region_id" INTEGER NOT NULL,
    "type" TEXT,
    "enrolled_on" DATE,
    "attributes" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "partner_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "org_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "origin" TEXT NOT NULL DEFAULT 'file',
    "replay_of_id" INTEGER,
    "file_name" TEXT NOT NULL,
    "file_sha256" TEXT,
    "file_bytes" BIGINT NOT NULL DEFAULT 0,
    "format" JSONB NOT NULL,
    "on_rejected" TEXT NOT NULL DEFAULT 'ask',
    "status" TEXT NOT NULL,
    "seq" INTEGER,
    "header" JSONB,
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "rows_loaded" INTEGER NOT NULL DEFAULT 0,
    "rows_unchanged" INTEGER NOT NULL DEFAULT 0,
    "rows_duplicate" INTEGER NOT NULL DEFAULT 0,
    "rows_rejected" INTEGER NOT NULL DEFAULT 0,
    "rows_unmatched" INTEGER NOT NULL DEFAULT 0,
    "rows_ignored" INTEGER NOT NULL DEFAULT 0,
    "rows_corrected" INTEGER NOT NULL DEFAULT 0,
    "amounts" JSONB NOT NULL DEFAULT '{}',
    "bytes_done" BIGINT NOT NULL DEFAULT 0,
    "outcome" JSONB,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by" TEXT,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "import_chunk" (
    "org_id" INTEGER NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "n" INTEGER NOT NULL,
    "data" BYTEA NOT NULL,

    CONSTRAINT "import_chunk_pkey" PRIMARY KEY ("org_id","batch_id","n")
);

-- CreateTable
CREATE TABLE "import_staged_row" (
    "org_id" INTEGER NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "row" JSONB NOT NULL,

    CONSTRAINT "import_staged_row_pkey" PRIMARY KEY ("org_id","batch_id","line")
);

-- CreateTable
CREATE TABLE "import_rejected_row" (
    "org_id" INTEGER NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "raw" TEXT[],
    "errors" JSONB NOT NULL,

    CONSTRAINT "import_rejected_row_pkey" PRIMARY KEY ("org_id","batch_id","line")
);

-- CreateTable
CREATE TABLE "import_unmatched_row" (
    "org_id" INTEGER NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "row" JSONB NOT NULL,
    "partner_code" TEXT,
    "sku" TEXT,
    "missing" TEXT[],
    "replayed_batch_id" INTEGER,

    CONSTRAINT "import_unmatched_row_pkey" PRIMARY KEY ("org_id","batch_id","line")
);

-- CreateTable
CREATE TABLE "pos_line" (
    "org_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "partner_id" INTEGER NOT NULL,
    "product_id" INTEGER NOT NULL,
    "region_id" INTEGER NOT NULL,
    "sale_date" DATE NOT NULL,
    "units" INTEGER NOT NULL,
    "net_e4" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "document" TEXT NOT NULL DEFAULT '',
    "document_line" TEXT NOT NULL DEFAULT '',
    "end_customer" TEXT,
    "line" INTEGER NOT NULL,

    CONSTRAINT "pos_line_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "fact_retirement" (
    "org_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "fact_id" BIGINT NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "partner_id" INTEGER NOT NULL,

    CONSTRAINT "fact_retirement_pkey" PRIMARY KEY ("org_id","kind","fact_id")
);

-- CreateTable
CREATE TABLE "pos_month" (
    "org_id" INTEGER NOT NULL,
    "partner_id" INTEGER NOT NULL,
    "month" DATE NOT NULL,
    "line_id" INTEGER NOT NULL,
    "region_id" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "lines" INTEGER NOT NULL,
    "units" BIGINT NOT NULL,
    "net_e4" BIGINT NOT NULL,

    CONSTRAINT "pos_month_pkey" PRIMARY KEY ("org_id","partner_id","month","line_id","region_id","currency","batch_id")
);

-- CreateTable
CREATE TABLE "opportunity" (
    "org_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "partner_id" INTEGER NOT NULL,
    "name" TEXT,
    "stage" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "amount_e4" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "created_on" DATE NOT NULL,
    "expected_close_on" DATE,
    "closed_on" DATE,
    "line" INTEGER NOT NULL,

    CONSTRAINT "opportunity_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "certification" (
    "org_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "partner_id" INTEGER NOT NULL,
    "person" TEXT NOT NULL,
    "track" TEXT NOT NULL,
    "level" SMALLINT NOT NULL,
    "earned_on" DATE NOT NULL,
    "expires_on" DATE,
    "line" INTEGER NOT NULL,

    CONSTRAINT "certification_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "observation" (
    "org_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "partner_id" INTEGER NOT NULL,
    "metric_key" TEXT NOT NULL,
    "observed_on" DATE NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "line" INTEGER NOT NULL,

    CONSTRAINT "observation_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "custom_metric" (
    "org_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "better_when" TEXT NOT NULL,

    CONSTRAINT "custom_metric_pkey" PRIMARY KEY ("org_id","key")
);

-- CreateTable
CREATE TABLE "program" (
    "org_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "current_run_id" INTEGER,

    CONSTRAINT "program_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "program_version" (
    "org_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "program_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "effective_from" DATE,
    "document" JSONB NOT NULL,
    "document_hash" TEXT NOT NULL,
    "note" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by" TEXT,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "program_version_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "run" (
    "org_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "number" INTEGER NOT NULL,
    "program_id" INTEGER NOT NULL,
    "program_version_id" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "known_at" INTEGER NOT NULL,
    "base_run_id" INTEGER,
    "status" TEXT NOT NULL,
    "engine_version" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "result_hash" TEXT NOT NULL,
    "partners" INTEGER NOT NULL,
    "summary" JSONB NOT NULL,
    "note" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by" TEXT,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "decision" (
    "org_id" INTEGER NOT NULL,
    "run_id" INTEGER NOT NULL,
    "partner_id" INTEGER NOT NULL,
    "partner_code" TEXT NOT NULL,
    "partner_name" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "region_name" TEXT NOT NULL,
    "partner_type" TEXT,
    "rank" INTEGER,
    "score" DECIMAL(8,4),
    "qualified" TEXT NOT NULL,
    "decided" TEXT NOT NULL,
    "tier_rank" SMALLINT NOT NULL,
    "previous_tier" TEXT,
    "movement" TEXT NOT NULL,
    "steps" SMALLINT NOT NULL,
    "distance_to_cut" DECIMAL(8,4),
    "confidence" TEXT NOT NULL,
    "percentile" SMALLINT,
    "input" JSONB NOT NULL,
    "explanation" JSONB NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("org_id","run_id","partner_id")
);

-- CreateTable
CREATE TABLE "tier_override" (
    "org_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "program_id" INTEGER NOT NULL,
    "partner_id" INTEGER NOT NULL,
    "tier" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "expires_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "tier_override_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "org_id" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "prev_hash" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("org_id","seq")
);

-- CreateTable
CREATE TABLE "idempotency_record" (
    "org_id" INTEGER NOT NULL,
    "caller" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "body" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_record_pkey" PRIMARY KEY ("org_id","caller","route","key")
);

-- CreateIndex
CREATE INDEX "app_user_email_idx" ON "app_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_org_id_email_key" ON "app_user"("org_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "region_org_id_code_key" ON "region"("org_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "product_category_org_id_code_key" ON "product_category"("org_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "product_line_org_id_code_key" ON "product_line"("org_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "product_org_id_sku_key" ON "product"("org_id", "sku");

-- CreateIndex
CREATE INDEX "partner_org_id_name_idx" ON "partner"("org_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "partner_org_id_code_key" ON "partner"("org_id", "code");

-- CreateIndex
CREATE INDEX "import_batch_org_id_kind_file_sha256_idx" ON "import_batch"("org_id", "kind", "file_sha256");

-- CreateIndex
CREATE UNIQUE INDEX "import_batch_org_id_number_key" ON "import_batch"("org_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "import_batch_org_id_seq_key" ON "import_batch"("org_id", "seq");

-- CreateIndex
CREATE INDEX "import_unmatched_row_org_id_partner_code_idx" ON "import_unmatched_row"("org_id", "partner_code");

-- CreateIndex
CREATE INDEX "import_unmatched_row_org_id_sku_idx" ON "import_unmatched_row"("org_id", "sku");

-- CreateIndex
CREATE INDEX "pos_line_org_id_partner_id_sale_date_idx" ON "pos_line"("org_id", "partner_id", "sale_date");

-- CreateIndex
CREATE INDEX "opportunity_org_id_code_idx" ON "opportunity"("org_id", "code");

-- CreateIndex
CREATE INDEX "opportunity_org_id_partner_id_idx" ON "opportunity"("org_id", "partner_id");

-- CreateIndex
CREATE INDEX "certification_org_id_partner_id_idx" ON "certification"("org_id", "partner_id");

-- CreateIndex
CREATE INDEX "observation_org_id_partner_id_metric_key_observed_on_idx" ON "observation"("org_id", "partner_id", "metric_key", "observed_on");

-- CreateIndex
CREATE UNIQUE INDEX "program_org_id_key_key" ON "program"("org_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "program_version_org_id_program_id_version_key" ON "program_version"("org_id", "program_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "run_org_id_number_key" ON "run"("org_id", "number");

-- CreateIndex
CREATE INDEX "decision_org_id_partner_id_idx" ON "decision"("org_id", "partner_id");

-- CreateIndex
CREATE INDEX "decision_org_id_run_id_rank_idx" ON "decision"("org_id", "run_id", "rank");

-- AddForeignKey
ALTER TABLE "org_counter" ADD CONSTRAINT "org_counter_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_org_id_partner_id_fkey" FOREIGN KEY ("org_id", "partner_id") REFERENCES "partner"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_org_id_user_id_fkey" FOREIGN KEY ("org_id", "user_id") REFERENCES "app_user"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region" ADD CONSTRAINT "region_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region" ADD CONSTRAINT "region_org_id_parent_id_fkey" FOREIGN KEY ("org_id", "parent_id") REFERENCES "region"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_category" ADD CONSTRAINT "product_category_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_line" ADD CONSTRAINT "product_line_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_line" ADD CONSTRAINT "product_line_org_id_category_id_fkey" FOREIGN KEY ("org_id", "category_id") REFERENCES "product_category"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_org_id_line_id_fkey" FOREIGN KEY ("org_id", "line_id") REFERENCES "product_line"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner" ADD CONSTRAINT "partner_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner" ADD CONSTRAINT "partner_org_id_region_id_fkey" FOREIGN KEY ("org_id", "region_id") REFERENCES "region"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_org_id_replay_of_id_fkey" FOREIGN KEY ("org_id", "replay_of_id") REFERENCES "import_batch"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_chunk" ADD CONSTRAINT "import_chunk_org_id_batch_id_fkey" FOREIGN KEY ("org_id", "batch_id") REFERENCES "import_batch"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_staged_row" ADD CONSTRAINT "import_staged_row_org_id_batch_id_fkey" FOREIGN KEY ("org_id", "batch_id") REFERENCES "import_batch"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_rejected_row" ADD CONSTRAINT "import_rejected_row_org_id_batch_id_fkey" FOREIGN KEY ("org_id", "batch_id") REFERENCES "import_batch"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_unmatched_row" ADD CONSTRAINT "import_unmatched_row_org_id_batch_id_fkey" FOREIGN KEY ("org_id", "batch_id") REFERENCES "import_batch"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opportunity" ADD CONSTRAINT "opportunity_org_id_partner_id_fkey" FOREIGN KEY ("org_id", "partner_id") REFERENCES "partner"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certification" ADD CONSTRAINT "certification_org_id_partner_id_fkey" FOREIGN KEY ("org_id", "partner_id") REFERENCES "partner"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_org_id_partner_id_fkey" FOREIGN KEY ("org_id", "partner_id") REFERENCES "partner"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_org_id_metric_key_fkey" FOREIGN KEY ("org_id", "metric_key") REFERENCES "custom_metric"("org_id", "key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "custom_metric" ADD CONSTRAINT "custom_metric_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program" ADD CONSTRAINT "program_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program" ADD CONSTRAINT "program_org_id_current_run_id_fkey" FOREIGN KEY ("org_id", "current_run_id") REFERENCES "run"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_version" ADD CONSTRAINT "program_version_org_id_program_id_fkey" FOREIGN KEY ("org_id", "program_id") REFERENCES "program"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_org_id_program_id_fkey" FOREIGN KEY ("org_id", "program_id") REFERENCES "program"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_org_id_program_version_id_fkey" FOREIGN KEY ("org_id", "program_version_id") REFERENCES "program_version"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_org_id_base_run_id_fkey" FOREIGN KEY ("org_id", "base_run_id") REFERENCES "run"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_org_id_run_id_fkey" FOREIGN KEY ("org_id", "run_id") REFERENCES "run"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_org_id_partner_id_fkey" FOREIGN KEY ("org_id", "partner_id") REFERENCES "partner"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tier_override" ADD CONSTRAINT "tier_override_org_id_program_id_fkey" FOREIGN KEY ("org_id", "program_id") REFERENCES "program"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tier_override" ADD CONSTRAINT "tier_override_org_id_partner_id_fkey" FOREIGN KEY ("org_id", "partner_id") REFERENCES "partner"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;


