CREATE TABLE "digest" (
	"person_id" uuid NOT NULL,
	"period" text NOT NULL,
	"things" integer DEFAULT 0 NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "digest_person_id_period_pk" PRIMARY KEY("person_id","period")
);
--> statement-breakpoint
CREATE TABLE "mail_decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"notice_id" uuid,
	"conversation_id" uuid,
	"reason" text NOT NULL,
	"letter_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mail_decision_reason" CHECK (reason in ('mailed', 'quiet-hours', 'in-digest', 'bell-only', 'read', 'removed', 'not-visible', 'left', 'no-address', 'bounced', 'nothing-new'))
);
--> statement-breakpoint
CREATE TABLE "push_device" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"endpoint" text NOT NULL,
	"p256dh" text NOT NULL,
	"auth" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "push_device_endpoint_unique" UNIQUE("endpoint")
);
--> statement-breakpoint
CREATE TABLE "notice_rule" (
	"person_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"way" text NOT NULL,
	CONSTRAINT "notice_rule_person_id_scope_key_pk" PRIMARY KEY("person_id","scope","key"),
	CONSTRAINT "notice_rule_scope" CHECK ("notice_rule"."scope" in ('thread', 'space', 'kind')),
	CONSTRAINT "notice_rule_way" CHECK ("notice_rule"."way" in ('mail', 'digest', 'bell', 'nothing'))
);
--> statement-breakpoint
CREATE TABLE "notice_wish" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"position" text DEFAULT 'mine' NOT NULL,
	"rhythm" text DEFAULT 'weekly' NOT NULL,
	"digest_day" smallint DEFAULT 1 NOT NULL,
	"digest_hour" smallint DEFAULT 8 NOT NULL,
	"quiet_from" smallint DEFAULT 20 NOT NULL,
	"quiet_until" smallint DEFAULT 7 NOT NULL,
	"workdays" smallint[] DEFAULT '{1,2,3,4,5}' NOT NULL,
	CONSTRAINT "notice_wish_position" CHECK ("notice_wish"."position" in ('all', 'mine', 'digest', 'nothing')),
	CONSTRAINT "notice_wish_rhythm" CHECK ("notice_wish"."rhythm" in ('daily', 'weekly')),
	CONSTRAINT "notice_wish_day" CHECK ("notice_wish"."digest_day" between 1 and 7),
	CONSTRAINT "notice_wish_hours" CHECK ("notice_wish"."digest_hour" between 0 and 23 and "notice_wish"."quiet_from" between 0 and 23 and "notice_wish"."quiet_until" between 0 and 23)
);
--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "headers" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "conversation_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "mail_due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "mail_from" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "digested_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "pushed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "digest" ADD CONSTRAINT "digest_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_decision" ADD CONSTRAINT "mail_decision_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_decision" ADD CONSTRAINT "mail_decision_notice_id_notice_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notice"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_decision" ADD CONSTRAINT "mail_decision_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_decision" ADD CONSTRAINT "mail_decision_letter_id_letter_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letter"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_device" ADD CONSTRAINT "push_device_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_device" ADD CONSTRAINT "push_device_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_rule" ADD CONSTRAINT "notice_rule_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_wish" ADD CONSTRAINT "notice_wish_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_decision_by_person" ON "mail_decision" USING btree ("person_id","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "mail_decision_by_time" ON "mail_decision" USING btree ("at");--> statement-breakpoint
CREATE INDEX "mail_decision_by_notice" ON "mail_decision" USING btree ("notice_id");--> statement-breakpoint
CREATE INDEX "mail_decision_by_conversation" ON "mail_decision" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "mail_decision_by_letter" ON "mail_decision" USING btree ("letter_id");--> statement-breakpoint
CREATE INDEX "push_device_by_person" ON "push_device" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "push_device_by_session" ON "push_device" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "letter_by_address" ON "letter" USING btree ("to_address","created_at");--> statement-breakpoint
CREATE INDEX "notice_mail_due" ON "notice" USING btree ("mail_due_at") WHERE "notice"."mail_due_at" is not null;--> statement-breakpoint
CREATE INDEX "notice_by_bundle" ON "notice" USING btree ("bundle");