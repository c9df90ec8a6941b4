CREATE TABLE "file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid,
	"use" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"kind" text NOT NULL,
	"size" bigint NOT NULL,
	"width" integer,
	"height" integer,
	"has_small" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"loose_since" timestamp (3) with time zone,
	CONSTRAINT "file_use" CHECK ("file"."use" in ('attachment', 'photo', 'cover')),
	CONSTRAINT "file_name" CHECK (char_length(name) between 1 and 120),
	CONSTRAINT "file_size" CHECK ("file"."size" >= 0)
);
--> statement-breakpoint
CREATE TABLE "attachment" (
	"file_id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"comment_id" uuid,
	"listed" boolean NOT NULL,
	"place" smallint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "photo_id" uuid;--> statement-breakpoint
ALTER TABLE "space" ADD COLUMN "cover_id" uuid;--> statement-breakpoint
ALTER TABLE "space" ADD COLUMN "cover_alt" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."file"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_loose" ON "file" USING btree ("loose_since") WHERE "file"."loose_since" is not null;--> statement-breakpoint
CREATE INDEX "file_by_owner" ON "file" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "attachment_by_words" ON "attachment" USING btree ("conversation_id","comment_id");--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_photo_id_file_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."file"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space" ADD CONSTRAINT "space_cover_id_file_id_fk" FOREIGN KEY ("cover_id") REFERENCES "public"."file"("id") ON DELETE set null ON UPDATE no action;