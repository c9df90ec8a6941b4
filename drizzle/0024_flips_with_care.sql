CREATE TABLE "flip_hold" (
	"flip_id" uuid PRIMARY KEY NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"since_before" timestamp (3) with time zone NOT NULL,
	"let_go_at" timestamp (3) with time zone,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "flip_hold_one_end" CHECK ("flip_hold"."let_go_at" is null or "flip_hold"."undone_at" is null)
);
--> statement-breakpoint
ALTER TABLE "flip_change" DROP CONSTRAINT "flip_change_known";--> statement-breakpoint
ALTER TABLE "letter" DROP CONSTRAINT "letter_state";--> statement-breakpoint
ALTER TABLE "admission" DROP CONSTRAINT "admission_kind";--> statement-breakpoint
ALTER TABLE "flip" ADD COLUMN "undoes" uuid;--> statement-breakpoint
ALTER TABLE "join_request" ADD COLUMN "closed_by_flip" uuid;--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "flip_id" uuid;--> statement-breakpoint
ALTER TABLE "flip_hold" ADD CONSTRAINT "flip_hold_flip_id_flip_id_fk" FOREIGN KEY ("flip_id") REFERENCES "public"."flip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flip" ADD CONSTRAINT "flip_undoes_flip_id_fk" FOREIGN KEY ("undoes") REFERENCES "public"."flip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_request" ADD CONSTRAINT "join_request_closed_by_flip_flip_id_fk" FOREIGN KEY ("closed_by_flip") REFERENCES "public"."flip"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_flip_id_flip_id_fk" FOREIGN KEY ("flip_id") REFERENCES "public"."flip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "join_request_by_flip" ON "join_request" USING btree ("closed_by_flip") WHERE "join_request"."closed_by_flip" is not null;--> statement-breakpoint
CREATE INDEX "letter_by_flip" ON "letter" USING btree ("flip_id") WHERE "letter"."flip_id" is not null;--> statement-breakpoint
ALTER TABLE "flip" ADD CONSTRAINT "flip_undoes_unique" UNIQUE("undoes");--> statement-breakpoint
ALTER TABLE "flip_change" ADD CONSTRAINT "flip_change_known" CHECK ("flip_change"."change" in ('gained', 'lost', 'kept', 'waits'));--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_state" CHECK ("letter"."state" in ('waiting', 'sent', 'kept', 'failed', 'dropped'));--> statement-breakpoint
ALTER TABLE "admission" ADD CONSTRAINT "admission_kind" CHECK ("admission"."kind" in ('host-invitation', 'member-invitation', 'wave', 'kept'));