ALTER TABLE "preview_answer" ADD COLUMN "reported_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "preview_answer" SET "reported_at" = "at" WHERE "solved" is not null;--> statement-breakpoint
ALTER TABLE "preview_answer" ADD CONSTRAINT "preview_answer_reported" CHECK ("preview_answer"."solved" is null or "preview_answer"."reported_at" is not null);