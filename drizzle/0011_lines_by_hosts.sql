CREATE TABLE "host_line" (
	"conversation_id" uuid PRIMARY KEY NOT NULL,
	"english" text DEFAULT '' NOT NULL,
	"french" text DEFAULT '' NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "host_line_words" CHECK ("host_line"."english" <> '' or "host_line"."french" <> ''),
	CONSTRAINT "host_line_length" CHECK (char_length(english) <= 280 and char_length(french) <= 280)
);
--> statement-breakpoint
ALTER TABLE "host_line" ADD CONSTRAINT "host_line_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_line" ADD CONSTRAINT "host_line_written_by_person_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reading_followed" ON "reading" USING btree ("person_id","seen_at" DESC NULLS LAST) WHERE "reading"."follow" = 'everything';--> statement-breakpoint
CREATE INDEX "post_questions" ON "post" USING btree ("space_id","last_activity_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "post"."removed_at" is null and "post"."kind" = 'question';