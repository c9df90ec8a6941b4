CREATE TABLE "refused_form" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid,
	"holder" text,
	"procedure" text NOT NULL,
	"problem" jsonb NOT NULL,
	"typed" jsonb NOT NULL,
	"refused_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "refused_form" ADD CONSTRAINT "refused_form_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "refused_form_by_holder" ON "refused_form" USING btree ("holder");--> statement-breakpoint
CREATE INDEX "refused_form_by_time" ON "refused_form" USING btree ("refused_at");