CREATE TABLE "missed_never" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "missed_never" ADD CONSTRAINT "missed_never_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;