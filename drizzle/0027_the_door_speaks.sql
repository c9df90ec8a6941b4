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
ALTER TABLE "notice" DROP CONSTRAINT "notice_kind";--> statement-breakpoint
ALTER TABLE "door_face" ADD COLUMN "with_photo" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "join_request" ADD COLUMN "helps" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "join_request" ADD COLUMN "knows" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "door_follower" ADD CONSTRAINT "door_follower_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_letter" ADD CONSTRAINT "door_letter_written_by_person_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "door_letter_by_time" ON "door_letter" USING btree ("written_at","id") WHERE "door_letter"."taken_down_at" is null;--> statement-breakpoint
ALTER TABLE "join_request" ADD CONSTRAINT "join_request_helps" CHECK ("join_request"."helps" in ('', 'yes', 'later'));--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_kind" CHECK (kind in ('mention', 'answer', 'talk', 'thread', 'idea', 'accepted', 'advice', 'thanks', 'help', 'place', 'launch', 'reaction'));