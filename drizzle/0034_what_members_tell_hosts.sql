CREATE TABLE "host_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"words" text NOT NULL,
	"page_path" text NOT NULL,
	"page_title" text NOT NULL,
	"version" text NOT NULL,
	"viewport" text NOT NULL,
	"file_id" uuid,
	"may_become_idea" boolean NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone,
	"idea_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "host_note_state" CHECK (state in ('open', 'answered', 'closed')),
	CONSTRAINT "host_note_words" CHECK (char_length(words) between 1 and 4000),
	CONSTRAINT "host_note_answer" CHECK (char_length(answer) <= 4000),
	CONSTRAINT "host_note_page" CHECK (char_length(page_path) <= 300 and char_length(page_title) <= 200)
);
--> statement-breakpoint
ALTER TABLE "host_note" ADD CONSTRAINT "host_note_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_note" ADD CONSTRAINT "host_note_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."file"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_note" ADD CONSTRAINT "host_note_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_note" ADD CONSTRAINT "host_note_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "host_note_by_person" ON "host_note" USING btree ("person_id","at","id");--> statement-breakpoint
CREATE INDEX "host_note_by_state" ON "host_note" USING btree ("state","at","id");--> statement-breakpoint
CREATE INDEX "host_note_by_file" ON "host_note" USING btree ("file_id") WHERE "host_note"."file_id" is not null;--> statement-breakpoint
CREATE INDEX "host_note_by_idea" ON "host_note" USING btree ("idea_id") WHERE "host_note"."idea_id" is not null;