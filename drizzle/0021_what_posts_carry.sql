CREATE TABLE "offer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"words" text NOT NULL,
	"is_open" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "offer_words" CHECK (char_length(words) between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "offer_ask" (
	"id" uuid PRIMARY KEY NOT NULL,
	"offer_id" uuid NOT NULL,
	"asker_id" uuid NOT NULL,
	"words" text NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "offer_ask_words" CHECK (char_length(words) between 1 and 500),
	CONSTRAINT "offer_ask_state" CHECK (state in ('asked', 'accepted', 'declined', 'done'))
);
--> statement-breakpoint
CREATE TABLE "thanks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"words" text NOT NULL,
	"conversation_id" uuid,
	"comment_id" uuid,
	"state" text DEFAULT 'waiting' NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "thanks_to_another" CHECK ("thanks"."from_id" <> "thanks"."to_id"),
	CONSTRAINT "thanks_words" CHECK (char_length(words) between 1 and 200),
	CONSTRAINT "thanks_state" CHECK (state in ('waiting', 'shown', 'hidden'))
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"person_id" uuid NOT NULL,
	"place" text NOT NULL,
	"path" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"overtaken" jsonb,
	CONSTRAINT "draft_person_id_place_pk" PRIMARY KEY("person_id","place"),
	CONSTRAINT "draft_version" CHECK ("draft"."version" > 0)
);
--> statement-breakpoint
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
CREATE TABLE "mention" (
	"conversation_id" uuid NOT NULL,
	"comment_id" uuid,
	"person_id" uuid,
	"space_id" uuid,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mention_once" UNIQUE NULLS NOT DISTINCT("conversation_id","comment_id","person_id","space_id"),
	CONSTRAINT "mention_one_thing" CHECK (num_nonnulls("mention"."person_id", "mention"."space_id") = 1)
);
--> statement-breakpoint
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
ALTER TABLE "post" DROP CONSTRAINT "post_kind";--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "name_words" text GENERATED ALWAYS AS (' ' || lower(regexp_replace(regexp_replace(normalize(display_name, NFD),
          '[\u0300-\u036f]+', '', 'g'), '[-''’ ]+', ' ', 'g'))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "suspended_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "interests" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "shown_to" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "away_from" date;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "away_until" date;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "away_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "away_ask" uuid;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "render_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "reaction_counts" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "hidden_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "removed_by" uuid;--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "render_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "reaction_counts" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "hidden_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "removed_by" uuid;--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "locked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "lock_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "pinned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "accepted_comment_id" uuid;--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "asks_seen" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "seen_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "offer_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_ask" ADD CONSTRAINT "offer_ask_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_ask" ADD CONSTRAINT "offer_ask_asker_id_person_id_fk" FOREIGN KEY ("asker_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_from_id_person_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_to_id_person_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "mention" ADD CONSTRAINT "mention_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mention" ADD CONSTRAINT "mention_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mention" ADD CONSTRAINT "mention_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mention" ADD CONSTRAINT "mention_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_act" ADD CONSTRAINT "moderation_act_case_id_moderation_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."moderation_case"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_act" ADD CONSTRAINT "moderation_act_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_act" ADD CONSTRAINT "moderation_act_by_id_person_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_case" ADD CONSTRAINT "moderation_case_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_case" ADD CONSTRAINT "moderation_case_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_case" ADD CONSTRAINT "moderation_case_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_case_id_moderation_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."moderation_case"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "offer_by_person" ON "offer" USING btree ("person_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "offer_ask_open_once" ON "offer_ask" USING btree ("offer_id","asker_id") WHERE "offer_ask"."state" in ('asked', 'accepted');--> statement-breakpoint
CREATE INDEX "offer_ask_by_offer" ON "offer_ask" USING btree ("offer_id","asked_at","id");--> statement-breakpoint
CREATE INDEX "offer_ask_by_asker" ON "offer_ask" USING btree ("asker_id","asked_at","id");--> statement-breakpoint
CREATE INDEX "thanks_to" ON "thanks" USING btree ("to_id","given_at","id");--> statement-breakpoint
CREATE INDEX "thanks_from" ON "thanks" USING btree ("from_id","given_at","id");--> statement-breakpoint
CREATE INDEX "thanks_for_conversation" ON "thanks" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "thanks_for_comment" ON "thanks" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "draft_in_order" ON "draft" USING btree ("person_id","saved_at" DESC NULLS FIRST,"place");--> statement-breakpoint
CREATE INDEX "draft_by_time" ON "draft" USING btree ("saved_at");--> statement-breakpoint
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
CREATE INDEX "mention_by_person" ON "mention" USING btree ("person_id","made_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "mention_by_comment" ON "mention" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "moderation_act_by_case" ON "moderation_act" USING btree ("case_id","at");--> statement-breakpoint
CREATE INDEX "moderation_act_by_person" ON "moderation_act" USING btree ("person_id","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "moderation_act_by_actor" ON "moderation_act" USING btree ("by_id");--> statement-breakpoint
CREATE INDEX "moderation_open" ON "moderation_case" USING btree ("opened_at","id") WHERE "moderation_case"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "moderation_settled" ON "moderation_case" USING btree ("settled_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "moderation_case"."settled_at" is not null;--> statement-breakpoint
CREATE INDEX "moderation_by_conversation" ON "moderation_case" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "moderation_by_comment" ON "moderation_case" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "moderation_by_author" ON "moderation_case" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "report_by_person" ON "report" USING btree ("person_id","reported_at");--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_away_ask_person_id_fk" FOREIGN KEY ("away_ask") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_removed_by_person_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_removed_by_person_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_accepted_comment_id_comment_id_fk" FOREIGN KEY ("accepted_comment_id") REFERENCES "public"."comment"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_suspension_ends" ON "person" USING btree ("suspended_until") WHERE "person"."suspended_until" is not null;--> statement-breakpoint
CREATE INDEX "person_by_name_words" ON "person" USING gin ("name_words" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "comment_by_rendering" ON "comment" USING btree ("render_version");--> statement-breakpoint
CREATE INDEX "conversation_by_rendering" ON "conversation" USING btree ("render_version");--> statement-breakpoint
CREATE INDEX "post_pinned" ON "post" USING btree ("space_id","pinned_at") WHERE "post"."pinned_at" is not null and "post"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "post_by_answer" ON "post" USING btree ("accepted_comment_id") WHERE "post"."accepted_comment_id" is not null;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_away" CHECK (("person"."away_from" is null) = ("person"."away_until" is null) and ("person"."away_from" is null or "person"."away_from" <= "person"."away_until"));--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_away_note" CHECK (char_length(away_note) <= 200);--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_suspended_until" CHECK ("person"."suspended_until" is null or "person"."state" = 'suspended');--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_hidden" CHECK ("comment"."hidden_at" is null or "comment"."removed_at" is not null);--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_language" CHECK ("comment"."language" in ('en', 'fr'));--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_language" CHECK ("conversation"."language" in ('en', 'fr'));--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_hidden" CHECK ("conversation"."hidden_at" is null or "conversation"."removed_at" is not null);--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_lock_reason" CHECK (char_length(lock_reason) <= 300);--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_answer" CHECK ("post"."accepted_comment_id" is null or "post"."kind" = 'question');--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_seen" CHECK ("post"."seen_count" >= 0 and ("post"."kind" = 'announcement' or not "post"."asks_seen"));--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_kind" CHECK ("post"."kind" in ('discussion', 'question', 'announcement', 'poll', 'event'));