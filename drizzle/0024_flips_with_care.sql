CREATE TABLE "stage_announcement" (
	"stage" text PRIMARY KEY NOT NULL,
	"english" text NOT NULL,
	"french" text NOT NULL,
	"english_html" text NOT NULL,
	"french_html" text NOT NULL,
	"written_by" uuid,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stage_announcement_words" CHECK ("stage_announcement"."english" <> '' or "stage_announcement"."french" <> ''),
	CONSTRAINT "stage_announcement_length" CHECK (char_length(english) <= 4000 and char_length(french) <= 4000)
);
--> statement-breakpoint
CREATE TABLE "flip_plan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"to_stage" text NOT NULL,
	"version" integer NOT NULL,
	"proposed_by" uuid,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"time_zone" text NOT NULL,
	"reason" text NOT NULL,
	"override" text NOT NULL,
	"needs_second" boolean NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp (3) with time zone,
	"state" text NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"outcome" jsonb,
	"flip_id" uuid,
	CONSTRAINT "flip_plan_state" CHECK (state in ('proposed', 'planned', 'late', 'done', 'refused', 'cancelled', 'expired')),
	CONSTRAINT "flip_plan_waits" CHECK ("flip_plan"."due_at" is not null or "flip_plan"."needs_second"),
	CONSTRAINT "flip_plan_other" CHECK ("flip_plan"."approved_by" <> "flip_plan"."proposed_by")
);
--> statement-breakpoint
CREATE TABLE "flip_hold" (
	"flip_id" uuid PRIMARY KEY NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"since_before" timestamp (3) with time zone NOT NULL,
	"let_go_at" timestamp (3) with time zone,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "flip_hold_one_end" CHECK ("flip_hold"."let_go_at" is null or "flip_hold"."undone_at" is null)
);
--> statement-breakpoint
ALTER TABLE "flip_change" DROP CONSTRAINT "flip_change_known";--> statement-breakpoint
ALTER TABLE "letter" DROP CONSTRAINT "letter_state";--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "notice_kind";--> statement-breakpoint
ALTER TABLE "admission" DROP CONSTRAINT "admission_kind";--> statement-breakpoint
ALTER TABLE "flip" ADD COLUMN "approved_by" uuid;--> statement-breakpoint
ALTER TABLE "flip" ADD COLUMN "undoes" uuid;--> statement-breakpoint
ALTER TABLE "join_request" ADD COLUMN "closed_by_flip" uuid;--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "flip_id" uuid;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "plan_id" uuid;--> statement-breakpoint
ALTER TABLE "launch_state" ADD COLUMN "two_admins" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "stage_announcement" ADD CONSTRAINT "stage_announcement_written_by_person_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flip_plan" ADD CONSTRAINT "flip_plan_proposed_by_person_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flip_plan" ADD CONSTRAINT "flip_plan_approved_by_person_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flip_plan" ADD CONSTRAINT "flip_plan_flip_id_flip_id_fk" FOREIGN KEY ("flip_id") REFERENCES "public"."flip"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flip_hold" ADD CONSTRAINT "flip_hold_flip_id_flip_id_fk" FOREIGN KEY ("flip_id") REFERENCES "public"."flip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "flip_plan_one_open" ON "flip_plan" USING btree (((1))) WHERE state in ('proposed', 'planned', 'late');--> statement-breakpoint
CREATE INDEX "flip_plan_by_time" ON "flip_plan" USING btree ("proposed_at");--> statement-breakpoint
ALTER TABLE "flip" ADD CONSTRAINT "flip_approved_by_person_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flip" ADD CONSTRAINT "flip_undoes_flip_id_fk" FOREIGN KEY ("undoes") REFERENCES "public"."flip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_request" ADD CONSTRAINT "join_request_closed_by_flip_flip_id_fk" FOREIGN KEY ("closed_by_flip") REFERENCES "public"."flip"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_flip_id_flip_id_fk" FOREIGN KEY ("flip_id") REFERENCES "public"."flip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_plan_id_flip_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."flip_plan"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "join_request_by_flip" ON "join_request" USING btree ("closed_by_flip") WHERE "join_request"."closed_by_flip" is not null;--> statement-breakpoint
CREATE INDEX "letter_by_flip" ON "letter" USING btree ("flip_id") WHERE "letter"."flip_id" is not null;--> statement-breakpoint
CREATE INDEX "notice_by_plan" ON "notice" USING btree ("plan_id") WHERE "notice"."plan_id" is not null;--> statement-breakpoint
ALTER TABLE "flip" ADD CONSTRAINT "flip_undoes_unique" UNIQUE("undoes");--> statement-breakpoint
ALTER TABLE "flip_change" ADD CONSTRAINT "flip_change_known" CHECK ("flip_change"."change" in ('gained', 'lost', 'kept', 'waits'));--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_state" CHECK ("letter"."state" in ('waiting', 'sent', 'kept', 'failed', 'dropped'));--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_kind" CHECK (kind in ('mention', 'answer', 'talk', 'thread', 'idea', 'accepted', 'advice', 'thanks', 'help', 'place', 'reaction', 'launch'));--> statement-breakpoint
ALTER TABLE "admission" ADD CONSTRAINT "admission_kind" CHECK ("admission"."kind" in ('host-invitation', 'member-invitation', 'wave', 'kept'));