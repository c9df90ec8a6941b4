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
ALTER TABLE "person" ADD COLUMN "name_words" text GENERATED ALWAYS AS (' ' || lower(regexp_replace(regexp_replace(normalize(display_name, NFD),
          '[\u0300-\u036f]+', '', 'g'), '[-''’ ]+', ' ', 'g'))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "render_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "render_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mention" ADD CONSTRAINT "mention_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mention" ADD CONSTRAINT "mention_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mention" ADD CONSTRAINT "mention_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mention" ADD CONSTRAINT "mention_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_in_order" ON "draft" USING btree ("person_id","saved_at" DESC NULLS FIRST,"place");--> statement-breakpoint
CREATE INDEX "draft_by_time" ON "draft" USING btree ("saved_at");--> statement-breakpoint
CREATE INDEX "mention_by_person" ON "mention" USING btree ("person_id","made_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "mention_by_comment" ON "mention" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "person_by_name_words" ON "person" USING gin ("name_words" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "comment_by_rendering" ON "comment" USING btree ("render_version");--> statement-breakpoint
CREATE INDEX "conversation_by_rendering" ON "conversation" USING btree ("render_version");