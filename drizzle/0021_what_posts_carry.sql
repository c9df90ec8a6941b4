
CREATE TABLE "revision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"comment_id" uuid,
	"version" integer NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"body" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "announcement_seen" (
	"post_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "announcement_seen_post_id_person_id_pk" PRIMARY KEY("post_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "poll" (
	"id" uuid PRIMARY KEY NOT NULL,
	"several" boolean NOT NULL,
	"named" boolean NOT NULL,
	"closes_at" timestamp (3) with time zone,
	"voter_count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "poll_rule" UNIQUE("id","several"),
	CONSTRAINT "poll_voters" CHECK ("poll"."voter_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "poll_ballot" (
	"poll_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"several" boolean NOT NULL,
	"choices" smallint[] NOT NULL,
	"voted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "poll_ballot_poll_id_person_id_pk" PRIMARY KEY("poll_id","person_id"),
	CONSTRAINT "poll_ballot_choices" CHECK (cardinality("poll_ballot"."choices") between 1 and 10),
	CONSTRAINT "poll_ballot_one" CHECK ("poll_ballot"."several" or cardinality("poll_ballot"."choices") = 1)
);
--> statement-breakpoint
CREATE TABLE "poll_option" (
	"poll_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"label" text NOT NULL,
	"vote_count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "poll_option_poll_id_position_pk" PRIMARY KEY("poll_id","position"),
	CONSTRAINT "poll_option_place" CHECK ("poll_option"."position" between 1 and 10),
	CONSTRAINT "poll_option_label" CHECK (char_length(label) between 1 and 120),
	CONSTRAINT "poll_option_votes" CHECK ("poll_option"."vote_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "post_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"link" text DEFAULT '' NOT NULL,
	CONSTRAINT "post_event_order" CHECK ("post_event"."ends_at" > "post_event"."starts_at"),
	CONSTRAINT "post_event_place" CHECK (char_length(place) <= 200),
	CONSTRAINT "post_event_link" CHECK (char_length(link) <= 500)
);
--> statement-breakpoint
CREATE TABLE "bookmark" (
	"person_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "bookmark_person_id_conversation_id_pk" PRIMARY KEY("person_id","conversation_id")
);
--> statement-breakpoint
CREATE TABLE "reaction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"comment_id" uuid,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reacted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reaction_kind" CHECK ("reaction"."kind" in ('thanks', 'agree', 'insightful', 'celebrate', 'curious', 'support'))
);
--> statement-breakpoint
ALTER TABLE "post" DROP CONSTRAINT "post_kind";--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "reaction_counts" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "removed_by" uuid;--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "reaction_counts" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "removed_by" uuid;--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "locked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "lock_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "pinned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "accepted_comment_id" uuid;--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "asks_seen" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "seen_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_seen" ADD CONSTRAINT "announcement_seen_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_seen" ADD CONSTRAINT "announcement_seen_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll" ADD CONSTRAINT "poll_id_post_id_fk" FOREIGN KEY ("id") REFERENCES "public"."post"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_ballot" ADD CONSTRAINT "poll_ballot_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_ballot" ADD CONSTRAINT "poll_ballot_rule" FOREIGN KEY ("poll_id","several") REFERENCES "public"."poll"("id","several") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "poll_option" ADD CONSTRAINT "poll_option_poll_id_poll_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."poll"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_event" ADD CONSTRAINT "post_event_id_post_id_fk" FOREIGN KEY ("id") REFERENCES "public"."post"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookmark" ADD CONSTRAINT "bookmark_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookmark" ADD CONSTRAINT "bookmark_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "revision_of_opening" ON "revision" USING btree ("conversation_id","version") WHERE "revision"."comment_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "revision_of_comment" ON "revision" USING btree ("comment_id","version") WHERE "revision"."comment_id" is not null;--> statement-breakpoint
CREATE INDEX "announcement_seen_by_person" ON "announcement_seen" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "poll_ballot_by_person" ON "poll_ballot" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "post_event_by_start" ON "post_event" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "bookmark_by_time" ON "bookmark" USING btree ("person_id","saved_at" DESC NULLS FIRST,"conversation_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "bookmark_by_conversation" ON "bookmark" USING btree ("conversation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reaction_on_opening" ON "reaction" USING btree ("conversation_id","kind","person_id") WHERE "reaction"."comment_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "reaction_on_comment" ON "reaction" USING btree ("comment_id","kind","person_id") WHERE "reaction"."comment_id" is not null;--> statement-breakpoint
CREATE INDEX "reaction_by_person" ON "reaction" USING btree ("person_id","reacted_at");--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_removed_by_person_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_removed_by_person_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_accepted_comment_id_comment_id_fk" FOREIGN KEY ("accepted_comment_id") REFERENCES "public"."comment"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "post_pinned" ON "post" USING btree ("space_id","pinned_at") WHERE "post"."pinned_at" is not null and "post"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "post_by_answer" ON "post" USING btree ("accepted_comment_id") WHERE "post"."accepted_comment_id" is not null;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_language" CHECK ("comment"."language" in ('en', 'fr'));--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_language" CHECK ("conversation"."language" in ('en', 'fr'));--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_lock_reason" CHECK (char_length(lock_reason) <= 300);--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_answer" CHECK ("post"."accepted_comment_id" is null or "post"."kind" = 'question');--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_seen" CHECK ("post"."seen_count" >= 0 and ("post"."kind" = 'announcement' or not "post"."asks_seen"));--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_kind" CHECK ("post"."kind" in ('discussion', 'question', 'announcement', 'poll', 'event'));