CREATE TABLE "flip_change" (
	"flip_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"change" text NOT NULL,
	"letter" boolean NOT NULL,
	CONSTRAINT "flip_change_flip_id_person_id_pk" PRIMARY KEY("flip_id","person_id"),
	CONSTRAINT "flip_change_known" CHECK ("flip_change"."change" in ('gained', 'lost'))
);
--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "sent_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "flip_change" ADD CONSTRAINT "flip_change_flip_id_flip_id_fk" FOREIGN KEY ("flip_id") REFERENCES "public"."flip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flip_change" ADD CONSTRAINT "flip_change_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "flip_change_by_person" ON "flip_change" USING btree ("person_id");