CREATE TABLE "incoming_mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"message_hash" text NOT NULL,
	"mailbox" text NOT NULL,
	"person_id" uuid,
	"outcome" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"conversation_id" uuid,
	"comment_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "incoming_mail_outcome" CHECK ("incoming_mail"."outcome" in ('under-way', 'taken', 'ignored', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "reply_address" (
	"token" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "incoming_mail" ADD CONSTRAINT "incoming_mail_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incoming_mail" ADD CONSTRAINT "incoming_mail_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incoming_mail" ADD CONSTRAINT "incoming_mail_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_address" ADD CONSTRAINT "reply_address_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_address" ADD CONSTRAINT "reply_address_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "incoming_mail_once" ON "incoming_mail" USING btree ("message_hash","mailbox");--> statement-breakpoint
CREATE INDEX "incoming_mail_by_time" ON "incoming_mail" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "incoming_mail_by_person" ON "incoming_mail" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "incoming_mail_by_conversation" ON "incoming_mail" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "incoming_mail_by_comment" ON "incoming_mail" USING btree ("comment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reply_address_once" ON "reply_address" USING btree ("person_id","conversation_id");--> statement-breakpoint
CREATE INDEX "reply_address_by_conversation" ON "reply_address" USING btree ("conversation_id");