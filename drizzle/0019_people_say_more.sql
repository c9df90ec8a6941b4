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
ALTER TABLE "person" ADD COLUMN "interests" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "shown_to" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "away_from" date;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "away_until" date;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "away_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "away_ask" uuid;--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "offer_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_ask" ADD CONSTRAINT "offer_ask_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_ask" ADD CONSTRAINT "offer_ask_asker_id_person_id_fk" FOREIGN KEY ("asker_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_from_id_person_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_to_id_person_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "offer_by_person" ON "offer" USING btree ("person_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "offer_ask_open_once" ON "offer_ask" USING btree ("offer_id","asker_id") WHERE "offer_ask"."state" in ('asked', 'accepted');--> statement-breakpoint
CREATE INDEX "offer_ask_by_offer" ON "offer_ask" USING btree ("offer_id","asked_at","id");--> statement-breakpoint
CREATE INDEX "offer_ask_by_asker" ON "offer_ask" USING btree ("asker_id","asked_at","id");--> statement-breakpoint
CREATE INDEX "thanks_to" ON "thanks" USING btree ("to_id","given_at","id");--> statement-breakpoint
CREATE INDEX "thanks_from" ON "thanks" USING btree ("from_id","given_at","id");--> statement-breakpoint
CREATE INDEX "thanks_for_conversation" ON "thanks" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "thanks_for_comment" ON "thanks" USING btree ("comment_id");--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_away_ask_person_id_fk" FOREIGN KEY ("away_ask") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_away" CHECK (("person"."away_from" is null) = ("person"."away_until" is null) and ("person"."away_from" is null or "person"."away_from" <= "person"."away_until"));--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_away_note" CHECK (char_length(away_note) <= 200);--> statement-breakpoint
-- Whether a field of a profile is for everybody inside, so that it may be searched and stand on a card.
CREATE FUNCTION person_tells(one person, field text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT NOT (one.shown_to ? field)
$$;--> statement-breakpoint
-- Whether a viewer sees a field of a profile: the twin of canSeeField in members/privacy.ts.
CREATE FUNCTION person_shows(one person, field text, viewer uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT one.id = viewer OR NOT (one.shown_to ? field) OR (one.shown_to ->> field = 'spaces' AND EXISTS (
    SELECT FROM space_place theirs JOIN space_place mine ON mine.space_id = theirs.space_id
    WHERE theirs.person_id = one.id AND mine.person_id = viewer))
$$;--> statement-breakpoint
-- The photo on a card, where it is not known who looks: only one that is for everybody inside.
CREATE FUNCTION person_face(one person) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN person_tells(one, 'photo') THEN '/files/' || one.photo_id || '/photo.webp' END
$$;--> statement-breakpoint
-- Until when somebody is out of office at a moment, by the calendar where they are; null for somebody who is there.
CREATE FUNCTION person_away(one person, moment timestamptz) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN one.away_until IS NOT NULL
      AND (moment AT TIME ZONE coalesce(one.time_zone, 'UTC'))::date BETWEEN one.away_from AND one.away_until
    THEN jsonb_build_object('until', one.away_until) END
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION person_searched(one person) RETURNS TABLE (field text, weight "char", words text) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT said.* FROM (VALUES ('name', 'A'::"char", one.display_name), ('canHelpWith', 'B', array_to_string(one.can_help_with, ', ')),
    ('title', 'C', one.title), ('department', 'C', one.department), ('site', 'C', one.site),
    ('wantsToLearn', 'C', array_to_string(one.wants_to_learn, ', ')), ('interests', 'C', array_to_string(one.interests, ', ')),
    ('languages', 'D', array_to_string(one.languages, ', ')), ('about', 'D', one.about)) said (field, weight, words)
  WHERE NOT (one.shown_to ? said.field)
$$;
