CREATE TABLE "desk_view" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "desk_view_name" CHECK (char_length(name) between 1 and 60)
);
--> statement-breakpoint
CREATE TABLE "idea_weight" (
	"idea_id" uuid PRIMARY KEY NOT NULL,
	"effort" smallint,
	"effort_line" text DEFAULT '' NOT NULL,
	"value" smallint,
	"value_line" text DEFAULT '' NOT NULL,
	"weighed_by" uuid NOT NULL,
	"weighed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idea_weight_range" CHECK ("idea_weight"."effort" between 1 and 5 and "idea_weight"."value" between 1 and 5),
	CONSTRAINT "idea_weight_lines" CHECK (char_length(effort_line) <= 200 and char_length(value_line) <= 200)
);
--> statement-breakpoint
CREATE TABLE "roadmap_place" (
	"idea_id" uuid PRIMARY KEY NOT NULL,
	"place" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idea_follow" (
	"idea_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"status" boolean NOT NULL,
	"chosen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idea_follow_idea_id_person_id_pk" PRIMARY KEY("idea_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "idea_merge" (
	"id" uuid PRIMARY KEY NOT NULL,
	"idea_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"status_before" text NOT NULL,
	"promised_before" date,
	"note" text DEFAULT '' NOT NULL,
	"merged_by" uuid NOT NULL,
	"merged_at" timestamp (3) with time zone NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "idea_merge_two" CHECK ("idea_merge"."idea_id" <> "idea_merge"."into_id"),
	CONSTRAINT "idea_merge_undone" CHECK (("idea_merge"."undone_by" is null) = ("idea_merge"."undone_at" is null))
);
--> statement-breakpoint
CREATE TABLE "idea_pair_apart" (
	"one_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"said_by" uuid NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idea_pair_apart_one_id_other_id_pk" PRIMARY KEY("one_id","other_id"),
	CONSTRAINT "idea_pair_order" CHECK ("idea_pair_apart"."one_id" < "idea_pair_apart"."other_id")
);
--> statement-breakpoint
CREATE TABLE "idea_transfer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"idea_id" uuid NOT NULL,
	"from_board" uuid NOT NULL,
	"to_board" uuid NOT NULL,
	"moved_by" uuid NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idea_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"idea_id" uuid NOT NULL,
	"body" text NOT NULL,
	"body_html" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idea_note_body" CHECK (char_length(body) between 1 and 4000)
);
--> statement-breakpoint
ALTER TABLE "idea" DROP CONSTRAINT "idea_status";--> statement-breakpoint
ALTER TABLE "idea" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "idea" ADD COLUMN "merged_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "idea" ADD COLUMN "merged_by" uuid;--> statement-breakpoint
ALTER TABLE "idea" ADD COLUMN "locked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "idea" ADD COLUMN "lock_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "idea_vote" ADD COLUMN "said_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "desk_view" ADD CONSTRAINT "desk_view_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_weight" ADD CONSTRAINT "idea_weight_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_weight" ADD CONSTRAINT "idea_weight_weighed_by_person_id_fk" FOREIGN KEY ("weighed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roadmap_place" ADD CONSTRAINT "roadmap_place_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_follow" ADD CONSTRAINT "idea_follow_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_follow" ADD CONSTRAINT "idea_follow_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_merge" ADD CONSTRAINT "idea_merge_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_merge" ADD CONSTRAINT "idea_merge_into_id_idea_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."idea"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_merge" ADD CONSTRAINT "idea_merge_merged_by_person_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_merge" ADD CONSTRAINT "idea_merge_undone_by_person_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_pair_apart" ADD CONSTRAINT "idea_pair_apart_one_id_idea_id_fk" FOREIGN KEY ("one_id") REFERENCES "public"."idea"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_pair_apart" ADD CONSTRAINT "idea_pair_apart_other_id_idea_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."idea"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_pair_apart" ADD CONSTRAINT "idea_pair_apart_said_by_person_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_transfer" ADD CONSTRAINT "idea_transfer_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_transfer" ADD CONSTRAINT "idea_transfer_from_board_board_id_fk" FOREIGN KEY ("from_board") REFERENCES "public"."board"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_transfer" ADD CONSTRAINT "idea_transfer_to_board_board_id_fk" FOREIGN KEY ("to_board") REFERENCES "public"."board"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_transfer" ADD CONSTRAINT "idea_transfer_moved_by_person_id_fk" FOREIGN KEY ("moved_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_note" ADD CONSTRAINT "idea_note_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_note" ADD CONSTRAINT "idea_note_written_by_person_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "desk_view_once" ON "desk_view" USING btree ("person_id",lower("name"));--> statement-breakpoint
CREATE INDEX "roadmap_place_order" ON "roadmap_place" USING btree ("place");--> statement-breakpoint
CREATE INDEX "idea_follow_of" ON "idea_follow" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "idea_merge_of" ON "idea_merge" USING btree ("idea_id","merged_at");--> statement-breakpoint
CREATE INDEX "idea_merge_into" ON "idea_merge" USING btree ("into_id","merged_at");--> statement-breakpoint
CREATE INDEX "idea_pair_other" ON "idea_pair_apart" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "idea_transfer_in_order" ON "idea_transfer" USING btree ("idea_id","moved_at");--> statement-breakpoint
CREATE INDEX "idea_note_in_order" ON "idea_note" USING btree ("idea_id","written_at","id");--> statement-breakpoint
ALTER TABLE "idea" ADD CONSTRAINT "idea_merged_into_idea_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."idea"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea" ADD CONSTRAINT "idea_merged_by_person_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idea_family" ON "idea" USING btree ("merged_into") WHERE "idea"."merged_into" is not null;--> statement-breakpoint
ALTER TABLE "idea" ADD CONSTRAINT "idea_merged" CHECK (("idea"."status" = 'merged') = ("idea"."merged_into" is not null) and ("idea"."merged_into" is null) = ("idea"."merged_at" is null)
        and ("idea"."merged_into" is null) = ("idea"."merged_by" is null) and "idea"."merged_into" is distinct from "idea"."id");--> statement-breakpoint
ALTER TABLE "idea" ADD CONSTRAINT "idea_lock_reason" CHECK (char_length(lock_reason) <= 300);--> statement-breakpoint
ALTER TABLE "idea" ADD CONSTRAINT "idea_status" CHECK ("idea"."status" in ('open', 'under-review', 'planned', 'in-progress', 'in-preview', 'shipped', 'not-now', 'merged'));