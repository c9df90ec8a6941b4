CREATE TABLE "gate_alarm" (
	"id" uuid PRIMARY KEY NOT NULL,
	"flip_id" uuid NOT NULL,
	"gates" text[] NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "calendar_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"site" text DEFAULT '' NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"entered_by" uuid,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "calendar_entry_kind" CHECK (kind in ('leave', 'event', 'quiet', 'council', 'answering')),
	CONSTRAINT "calendar_entry_name" CHECK (char_length(name) between 1 and 120),
	CONSTRAINT "calendar_entry_days" CHECK ("calendar_entry"."from_day" <= "calendar_entry"."until_day")
);
--> statement-breakpoint
CREATE TABLE "missed_answer" (
	"round_id" uuid NOT NULL,
	"day" date NOT NULL,
	"answer" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "missed_answer_round_id_day_answer_pk" PRIMARY KEY("round_id","day","answer"),
	CONSTRAINT "missed_answer_known" CHECK (answer in ('very', 'somewhat', 'not')),
	CONSTRAINT "missed_answer_count" CHECK ("missed_answer"."count" > 0)
);
--> statement-breakpoint
CREATE TABLE "missed_ask" (
	"round_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"has_answered" boolean DEFAULT false NOT NULL,
	CONSTRAINT "missed_ask_round_id_person_id_pk" PRIMARY KEY("round_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "missed_round" (
	"id" uuid PRIMARY KEY NOT NULL,
	"opened_by" uuid,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"asked" integer NOT NULL,
	CONSTRAINT "missed_round_asked" CHECK ("missed_round"."asked" > 0)
);
--> statement-breakpoint
CREATE TABLE "person_unit" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"department" text NOT NULL,
	"site" text NOT NULL,
	"frozen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "readiness_day" (
	"day" date PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"stage" text NOT NULL,
	"rule_version" text NOT NULL,
	"ready" boolean NOT NULL,
	"gates" jsonb NOT NULL,
	CONSTRAINT "readiness_day_stage" CHECK ("readiness_day"."stage" in ('groundwork', 'founding', 'early', 'pilot', 'general'))
);
--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "notice_kind";--> statement-breakpoint
ALTER TABLE "admission" ADD COLUMN "wanted_by" uuid;--> statement-breakpoint
ALTER TABLE "gate_alarm" ADD CONSTRAINT "gate_alarm_flip_id_flip_id_fk" FOREIGN KEY ("flip_id") REFERENCES "public"."flip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_entry" ADD CONSTRAINT "calendar_entry_entered_by_person_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "missed_answer" ADD CONSTRAINT "missed_answer_round_id_missed_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."missed_round"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "missed_ask" ADD CONSTRAINT "missed_ask_round_id_missed_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."missed_round"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "missed_ask" ADD CONSTRAINT "missed_ask_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "missed_round" ADD CONSTRAINT "missed_round_opened_by_person_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_unit" ADD CONSTRAINT "person_unit_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "gate_alarm_one_open" ON "gate_alarm" USING btree ("flip_id") WHERE "gate_alarm"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "calendar_entry_by_day" ON "calendar_entry" USING btree ("from_day","id") WHERE "calendar_entry"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "missed_ask_by_person" ON "missed_ask" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "missed_round_by_time" ON "missed_round" USING btree ("opened_at");--> statement-breakpoint
ALTER TABLE "admission" ADD CONSTRAINT "admission_wanted_by_person_id_fk" FOREIGN KEY ("wanted_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_kind" CHECK (kind in ('mention', 'answer', 'talk', 'thread', 'idea', 'accepted', 'advice', 'thanks', 'help', 'place', 'launch', 'reaction'));