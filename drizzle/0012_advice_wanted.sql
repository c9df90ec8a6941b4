CREATE TABLE "advice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"person_id" uuid,
	"address" text,
	"asked_by" uuid NOT NULL,
	"words" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "advice_somebody" CHECK (("advice"."person_id" is null) <> ("advice"."address" is null)),
	CONSTRAINT "advice_state" CHECK (state in ('told', 'invited', 'requested', 'declined')),
	CONSTRAINT "advice_words" CHECK (char_length(words) between 1 and 500)
);
--> statement-breakpoint
ALTER TABLE "advice" ADD CONSTRAINT "advice_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advice" ADD CONSTRAINT "advice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advice" ADD CONSTRAINT "advice_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advice" ADD CONSTRAINT "advice_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "advice_once_a_person" ON "advice" USING btree ("conversation_id","person_id") WHERE "advice"."person_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "advice_once_an_address" ON "advice" USING btree ("conversation_id","address") WHERE "advice"."address" is not null;--> statement-breakpoint
CREATE INDEX "advice_waiting" ON "advice" USING btree ("asked_at","id") WHERE "advice"."state" = 'requested';--> statement-breakpoint
CREATE INDEX "advice_by_person" ON "advice" USING btree ("person_id");