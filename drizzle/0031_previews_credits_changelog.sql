CREATE TABLE "changelog_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"body_html" text NOT NULL,
	"excerpt" text NOT NULL,
	"by_person" uuid,
	"proposed" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"told_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "changelog_file" (
	"file_id" uuid PRIMARY KEY NOT NULL,
	"entry_id" uuid NOT NULL,
	"listed" boolean NOT NULL,
	"place" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "changelog_link" (
	"entry_id" uuid NOT NULL,
	"idea_id" uuid NOT NULL,
	"place" smallint NOT NULL,
	CONSTRAINT "changelog_link_entry_id_idea_id_pk" PRIMARY KEY("entry_id","idea_id")
);
--> statement-breakpoint
CREATE TABLE "changelog_seen" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credit" (
	"idea_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"proposed_by" uuid,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"shown" text,
	"with_words" boolean DEFAULT false NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "credit_idea_id_role_person_id_pk" PRIMARY KEY("idea_id","role","person_id"),
	CONSTRAINT "credit_role" CHECK ("credit"."role" in ('asked', 'sharpened', 'tried', 'helped', 'built')),
	CONSTRAINT "credit_shown" CHECK ("credit"."shown" in ('name', 'initial', 'no')),
	CONSTRAINT "credit_answered" CHECK (("credit"."shown" is null) = ("credit"."answered_at" is null)),
	CONSTRAINT "credit_words" CHECK (char_length(words) <= 300)
);
--> statement-breakpoint
CREATE TABLE "idea_meant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"idea_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"meant" boolean NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "preview" (
	"idea_id" uuid PRIMARY KEY NOT NULL,
	"feature" text NOT NULL,
	"tied_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"voters" boolean DEFAULT false NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"shipped_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "preview_answer" (
	"idea_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"solved" text,
	"words" text DEFAULT '' NOT NULL,
	"named" boolean DEFAULT false NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "preview_answer_idea_id_person_id_pk" PRIMARY KEY("idea_id","person_id"),
	CONSTRAINT "preview_answer_known" CHECK ("preview_answer"."solved" in ('yes', 'partly', 'no')),
	CONSTRAINT "preview_answer_words" CHECK ("preview_answer"."solved" is not null or "preview_answer"."words" = '')
);
--> statement-breakpoint
CREATE TABLE "preview_rule" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"needed" smallint NOT NULL,
	CONSTRAINT "preview_rule_one_row" CHECK ("preview_rule"."only"),
	CONSTRAINT "preview_rule_needed" CHECK (needed between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "preview_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"idea_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"audience" text,
	"name" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"by_person" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "preview_step_kind" CHECK ("preview_step"."kind" in ('tied', 'started', 'widened', 'shipped', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "preview_use" (
	"idea_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"uses" smallint NOT NULL,
	"month" date NOT NULL,
	CONSTRAINT "preview_use_idea_id_person_id_pk" PRIMARY KEY("idea_id","person_id"),
	CONSTRAINT "preview_use_count" CHECK (uses between 1 and 3)
);
--> statement-breakpoint
CREATE TABLE "preview_volunteer" (
	"idea_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "preview_volunteer_idea_id_person_id_pk" PRIMARY KEY("idea_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "feature_grant" (
	"person_id" uuid NOT NULL,
	"source" uuid NOT NULL,
	"feature" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "feature_grant_person_id_source_pk" PRIMARY KEY("person_id","source")
);
--> statement-breakpoint
CREATE TABLE "feature_opening" (
	"source" uuid NOT NULL,
	"feature" text NOT NULL,
	"kind" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "feature_opening_source_kind_name_pk" PRIMARY KEY("source","kind","name"),
	CONSTRAINT "feature_opening_kind" CHECK ("feature_opening"."kind" in ('everybody', 'department', 'site', 'group')),
	CONSTRAINT "feature_opening_cohort" CHECK (("feature_opening"."kind" = 'everybody') = ("feature_opening"."name" = ''))
);
--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "notice_kind";--> statement-breakpoint
ALTER TABLE "changelog_entry" ADD CONSTRAINT "changelog_entry_by_person_person_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changelog_file" ADD CONSTRAINT "changelog_file_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."file"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changelog_file" ADD CONSTRAINT "changelog_file_entry_id_changelog_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."changelog_entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changelog_link" ADD CONSTRAINT "changelog_link_entry_id_changelog_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."changelog_entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changelog_link" ADD CONSTRAINT "changelog_link_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changelog_seen" ADD CONSTRAINT "changelog_seen_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit" ADD CONSTRAINT "credit_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit" ADD CONSTRAINT "credit_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit" ADD CONSTRAINT "credit_proposed_by_person_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_meant" ADD CONSTRAINT "idea_meant_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_meant" ADD CONSTRAINT "idea_meant_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview" ADD CONSTRAINT "preview_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_answer" ADD CONSTRAINT "preview_answer_idea_id_preview_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."preview"("idea_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_answer" ADD CONSTRAINT "preview_answer_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_step" ADD CONSTRAINT "preview_step_idea_id_preview_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."preview"("idea_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_step" ADD CONSTRAINT "preview_step_by_person_person_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_use" ADD CONSTRAINT "preview_use_idea_id_preview_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."preview"("idea_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_use" ADD CONSTRAINT "preview_use_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_volunteer" ADD CONSTRAINT "preview_volunteer_idea_id_preview_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."preview"("idea_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_volunteer" ADD CONSTRAINT "preview_volunteer_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feature_grant" ADD CONSTRAINT "feature_grant_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "changelog_entry_by_time" ON "changelog_entry" USING btree ("published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "changelog_entry"."published_at" is not null;--> statement-breakpoint
CREATE INDEX "changelog_entry_drafts" ON "changelog_entry" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "changelog_entry"."published_at" is null;--> statement-breakpoint
CREATE INDEX "changelog_file_by_entry" ON "changelog_file" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "changelog_link_by_idea" ON "changelog_link" USING btree ("idea_id");--> statement-breakpoint
CREATE INDEX "credit_by_person" ON "credit" USING btree ("person_id","proposed_at");--> statement-breakpoint
CREATE INDEX "idea_meant_in_order" ON "idea_meant" USING btree ("idea_id","at");--> statement-breakpoint
CREATE INDEX "preview_by_feature" ON "preview" USING btree ("feature");--> statement-breakpoint
CREATE INDEX "preview_step_in_order" ON "preview_step" USING btree ("idea_id","at");--> statement-breakpoint
CREATE INDEX "preview_use_by_month" ON "preview_use" USING btree ("month");--> statement-breakpoint
CREATE INDEX "preview_volunteer_by_person" ON "preview_volunteer" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "feature_grant_by_source" ON "feature_grant" USING btree ("source");--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_kind" CHECK (kind in ('mention', 'answer', 'talk', 'thread', 'idea', 'accepted', 'advice', 'thanks', 'help', 'place', 'preview', 'credit', 'changelog', 'launch', 'reaction'));--> statement-breakpoint
-- What was shipped before entries were written: each idea with the words that said so, published when they were said.
INSERT INTO "changelog_entry" ("id", "title", "body", "body_html", "excerpt", "by_person", "created_at", "published_at", "told_at")
SELECT DISTINCT ON (i."id") m."id", c."title", m."note", m."note_html", left(m."note", 200), m."moved_by", m."moved_at", m."moved_at", m."moved_at"
FROM "idea" i JOIN "conversation" c ON c."id" = i."id" JOIN "idea_move" m ON m."idea_id" = i."id" AND m."to_status" = 'shipped'
WHERE i."status" = 'shipped' ORDER BY i."id", m."moved_at" DESC, m."id" DESC;--> statement-breakpoint
INSERT INTO "changelog_link" ("entry_id", "idea_id", "place")
SELECT e."id", m."idea_id", 0 FROM "changelog_entry" e JOIN "idea_move" m ON m."id" = e."id";--> statement-breakpoint
INSERT INTO "changelog_seen" ("person_id", "seen_at") SELECT "id", now() FROM "person" WHERE "claimed_at" IS NOT NULL;
