CREATE TABLE "moderation_act" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"by_id" uuid,
	"verb" text NOT NULL,
	"reason" text NOT NULL,
	"until" timestamp (3) with time zone,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "moderation_act_reason" CHECK (char_length(reason) <= 1000)
);
--> statement-breakpoint
CREATE TABLE "moderation_case" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"comment_id" uuid,
	"author_id" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"report_count" integer DEFAULT 0 NOT NULL,
	"grave" boolean DEFAULT false NOT NULL,
	"taken" text,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "moderation_case_taken" CHECK ("moderation_case"."taken" in ('hidden', 'removed'))
);
--> statement-breakpoint
CREATE TABLE "report" (
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"reported_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "report_case_id_person_id_pk" PRIMARY KEY("case_id","person_id"),
	CONSTRAINT "report_words" CHECK (char_length(words) <= 1000)
);
--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "suspended_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "hidden_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "hidden_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "moderation_act" ADD CONSTRAINT "moderation_act_case_id_moderation_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."moderation_case"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_act" ADD CONSTRAINT "moderation_act_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_act" ADD CONSTRAINT "moderation_act_by_id_person_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_case" ADD CONSTRAINT "moderation_case_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_case" ADD CONSTRAINT "moderation_case_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_case" ADD CONSTRAINT "moderation_case_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_case_id_moderation_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."moderation_case"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "moderation_act_by_case" ON "moderation_act" USING btree ("case_id","at");--> statement-breakpoint
CREATE INDEX "moderation_act_by_person" ON "moderation_act" USING btree ("person_id","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "moderation_act_by_actor" ON "moderation_act" USING btree ("by_id");--> statement-breakpoint
CREATE INDEX "moderation_open" ON "moderation_case" USING btree ("opened_at","id") WHERE "moderation_case"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "moderation_settled" ON "moderation_case" USING btree ("settled_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "moderation_case"."settled_at" is not null;--> statement-breakpoint
CREATE INDEX "moderation_by_conversation" ON "moderation_case" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "moderation_by_comment" ON "moderation_case" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "moderation_by_author" ON "moderation_case" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "report_by_person" ON "report" USING btree ("person_id","reported_at");--> statement-breakpoint
CREATE INDEX "person_suspension_ends" ON "person" USING btree ("suspended_until") WHERE "person"."suspended_until" is not null;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_suspended_until" CHECK ("person"."suspended_until" is null or "person"."state" = 'suspended');--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_hidden" CHECK ("comment"."hidden_at" is null or "comment"."removed_at" is not null);--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_hidden" CHECK ("conversation"."hidden_at" is null or "conversation"."removed_at" is not null);