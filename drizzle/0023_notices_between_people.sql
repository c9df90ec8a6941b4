ALTER TABLE "notice" DROP CONSTRAINT "notice_kind";--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "thanks_id" uuid;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "ask_id" uuid;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_thanks_id_thanks_id_fk" FOREIGN KEY ("thanks_id") REFERENCES "public"."thanks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_ask_id_offer_ask_id_fk" FOREIGN KEY ("ask_id") REFERENCES "public"."offer_ask"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_by_thanks" ON "notice" USING btree ("thanks_id") WHERE "notice"."thanks_id" is not null;--> statement-breakpoint
CREATE INDEX "notice_by_ask" ON "notice" USING btree ("ask_id") WHERE "notice"."ask_id" is not null;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_kind" CHECK (kind in ('mention', 'answer', 'talk', 'thread', 'idea', 'accepted', 'advice', 'thanks', 'help', 'place', 'reaction'));