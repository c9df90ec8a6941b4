CREATE TABLE "api_call" (
	"key_id" uuid NOT NULL,
	"name" text NOT NULL,
	"asked" text NOT NULL,
	"status" integer,
	"answer" jsonb,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "api_call_key_id_name_pk" PRIMARY KEY("key_id","name")
);
--> statement-breakpoint
CREATE TABLE "access_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"feed" text,
	"may_write" boolean DEFAULT false NOT NULL,
	"token_hash" text NOT NULL,
	"sealed" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "access_key_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "access_key_feed_reads" CHECK ("access_key"."feed" is null or not "access_key"."may_write"),
	CONSTRAINT "access_key_program_ends" CHECK ("access_key"."feed" is not null or "access_key"."expires_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "notice_kind";--> statement-breakpoint
ALTER TABLE "api_call" ADD CONSTRAINT "api_call_key_id_access_key_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."access_key"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_key" ADD CONSTRAINT "access_key_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_call_by_time" ON "api_call" USING btree ("at");--> statement-breakpoint
CREATE INDEX "access_key_by_person" ON "access_key" USING btree ("person_id","created_at");--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_kind" CHECK (kind in ('mention', 'answer', 'talk', 'thread', 'idea', 'accepted', 'advice', 'thanks', 'help', 'place', 'launch', 'reaction'));