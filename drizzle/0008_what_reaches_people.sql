CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"bundle" text NOT NULL,
	"kind" text NOT NULL,
	"why" text NOT NULL,
	"conversation_id" uuid,
	"space_id" uuid,
	"comment_id" uuid,
	"actor_id" uuid,
	"since" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "notice_kind" CHECK (kind in ('mention', 'answer', 'talk', 'thread', 'idea', 'accepted', 'advice', 'thanks', 'place', 'reaction'))
);
--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_actor_id_person_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "notice_once" ON "notice" USING btree ("person_id","bundle");--> statement-breakpoint
CREATE INDEX "notice_by_time" ON "notice" USING btree ("person_id","last_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "notice_unread" ON "notice" USING btree ("person_id","last_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "notice"."read_at" is null;--> statement-breakpoint
CREATE INDEX "notice_by_conversation" ON "notice" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "notice_by_space" ON "notice" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "notice_by_comment" ON "notice" USING btree ("comment_id");