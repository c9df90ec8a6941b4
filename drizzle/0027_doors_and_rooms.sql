CREATE TABLE "journal_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"host_id" uuid NOT NULL,
	"words" text NOT NULL,
	"talked_on" date NOT NULL,
	"noted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "journal_note_words" CHECK (char_length(words) <= 2000),
	CONSTRAINT "journal_note_of_another" CHECK ("journal_note"."person_id" <> "journal_note"."host_id")
);
--> statement-breakpoint
CREATE TABLE "promise_reminder" (
	"move_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reminded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "promise_reminder_move_id_kind_pk" PRIMARY KEY("move_id","kind")
);
--> statement-breakpoint
CREATE TABLE "door_follower" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"since" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "door_letter" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"body_html" text NOT NULL,
	"language" text NOT NULL,
	"written_by" uuid,
	"written_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"taken_down_at" timestamp (3) with time zone,
	CONSTRAINT "door_letter_title" CHECK (char_length(title) between 1 and 120),
	CONSTRAINT "door_letter_body" CHECK (char_length(body) between 1 and 8000),
	CONSTRAINT "door_letter_language" CHECK ("door_letter"."language" in ('en', 'fr'))
);
--> statement-breakpoint
CREATE TABLE "flip_review" (
	"flip_id" uuid PRIMARY KEY NOT NULL,
	"gates" jsonb NOT NULL,
	"reviewed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wave_yes" (
	"host_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "wave_yes_person_id_host_id_pk" PRIMARY KEY("person_id","host_id")
);
--> statement-breakpoint
CREATE TABLE "space_adoption" (
	"id" uuid PRIMARY KEY NOT NULL,
	"space_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"asked_by" uuid,
	"words" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "space_adoption_answer" CHECK ("space_adoption"."answer" in ('accepted', 'declined')),
	CONSTRAINT "space_adoption_answered" CHECK (("space_adoption"."answer" is null) = ("space_adoption"."answered_at" is null)),
	CONSTRAINT "space_adoption_words" CHECK (char_length(words) between 1 and 500)
);
--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "notice_kind";--> statement-breakpoint
ALTER TABLE "door_face" ADD COLUMN "with_photo" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "join_request" ADD COLUMN "helps" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "join_request" ADD COLUMN "knows" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "space" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "journal_note" ADD CONSTRAINT "journal_note_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_note" ADD CONSTRAINT "journal_note_host_id_person_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_reminder" ADD CONSTRAINT "promise_reminder_move_id_idea_move_id_fk" FOREIGN KEY ("move_id") REFERENCES "public"."idea_move"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_follower" ADD CONSTRAINT "door_follower_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_letter" ADD CONSTRAINT "door_letter_written_by_person_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flip_review" ADD CONSTRAINT "flip_review_flip_id_flip_id_fk" FOREIGN KEY ("flip_id") REFERENCES "public"."flip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_yes" ADD CONSTRAINT "wave_yes_host_id_person_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_yes" ADD CONSTRAINT "wave_yes_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_adoption" ADD CONSTRAINT "space_adoption_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_adoption" ADD CONSTRAINT "space_adoption_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_adoption" ADD CONSTRAINT "space_adoption_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "journal_note_by_host" ON "journal_note" USING btree ("host_id","noted_at","id");--> statement-breakpoint
CREATE INDEX "journal_note_about" ON "journal_note" USING btree ("person_id","host_id","noted_at");--> statement-breakpoint
CREATE INDEX "door_letter_by_time" ON "door_letter" USING btree ("written_at","id") WHERE "door_letter"."taken_down_at" is null;--> statement-breakpoint
CREATE INDEX "wave_yes_by_host" ON "wave_yes" USING btree ("host_id");--> statement-breakpoint
CREATE INDEX "space_adoption_by_space" ON "space_adoption" USING btree ("space_id","asked_at");--> statement-breakpoint
CREATE INDEX "space_adoption_by_person" ON "space_adoption" USING btree ("person_id","space_id","asked_at");--> statement-breakpoint
ALTER TABLE "space" ADD CONSTRAINT "space_merged_into_space_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."space"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_request" ADD CONSTRAINT "join_request_helps" CHECK ("join_request"."helps" in ('', 'yes', 'later'));--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_kind" CHECK (kind in ('mention', 'answer', 'talk', 'thread', 'idea', 'accepted', 'advice', 'thanks', 'help', 'place', 'launch', 'reaction'));