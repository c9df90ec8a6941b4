CREATE TABLE "live_signal" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "live_signal_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"topic" text NOT NULL,
	"news" boolean NOT NULL,
	"xact" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "presence" (
	"topic" text NOT NULL,
	"person_id" uuid NOT NULL,
	"process" uuid NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "presence_topic_person_id_process_pk" PRIMARY KEY("topic","person_id","process")
);
--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "single_keys" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "shows_presence" boolean DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX "live_signal_by_topic" ON "live_signal" USING btree ("topic","xact");--> statement-breakpoint
CREATE INDEX "live_signal_by_time" ON "live_signal" USING btree ("at");--> statement-breakpoint
CREATE INDEX "presence_by_process" ON "presence" USING btree ("process");--> statement-breakpoint
CREATE INDEX "presence_by_time" ON "presence" USING btree ("seen_at");