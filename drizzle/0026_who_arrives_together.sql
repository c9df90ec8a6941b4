CREATE TABLE "door_face" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"words" text NOT NULL,
	"agreed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "door_face_words" CHECK (char_length(words) between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "host_place" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"places" smallint NOT NULL,
	"topics" text DEFAULT '' NOT NULL,
	"away_until" date,
	CONSTRAINT "host_place_places" CHECK (places between 0 and 20),
	CONSTRAINT "host_place_topics" CHECK (char_length(topics) <= 300)
);
--> statement-breakpoint
CREATE TABLE "wave" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sent_by" uuid,
	"sent_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wave_member" (
	"wave_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	"host_id" uuid,
	"because" text NOT NULL,
	"company" text NOT NULL,
	"position" smallint NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "wave_member_wave_id_person_id_pk" PRIMARY KEY("wave_id","person_id"),
	CONSTRAINT "wave_member_because" CHECK ("wave_member"."because" in ('vouched', 'hole', 'turn')),
	CONSTRAINT "wave_member_company" CHECK ("wave_member"."company" in ('acquaintances', 'colleague', 'host'))
);
--> statement-breakpoint
CREATE TABLE "wave_rule" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"per_day" integer,
	"read_at" timestamp (3) with time zone,
	"paused_at" timestamp (3) with time zone,
	"sentence_en" text DEFAULT '' NOT NULL,
	"sentence_fr" text DEFAULT '' NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	"lifted_by" uuid,
	"lift_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "wave_rule_one_row" CHECK ("wave_rule"."only"),
	CONSTRAINT "wave_rule_pace" CHECK (per_day between 1 and 50),
	CONSTRAINT "wave_rule_lift" CHECK (("wave_rule"."lifted_at" is null) = ("wave_rule"."lift_reason" = ''))
);
--> statement-breakpoint
ALTER TABLE "launch_state" ADD COLUMN "member_invitations" smallint DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE "door_face" ADD CONSTRAINT "door_face_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_place" ADD CONSTRAINT "host_place_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave" ADD CONSTRAINT "wave_sent_by_person_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_member" ADD CONSTRAINT "wave_member_wave_id_wave_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."wave"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_member" ADD CONSTRAINT "wave_member_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_member" ADD CONSTRAINT "wave_member_invitation_id_invitation_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_member" ADD CONSTRAINT "wave_member_host_id_person_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_rule" ADD CONSTRAINT "wave_rule_lifted_by_person_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "wave_by_time" ON "wave" USING btree ("sent_at","id");--> statement-breakpoint
CREATE INDEX "wave_member_by_person" ON "wave_member" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "wave_member_by_time" ON "wave_member" USING btree ("joined_at");--> statement-breakpoint
CREATE INDEX "wave_member_by_host" ON "wave_member" USING btree ("host_id","joined_at");--> statement-breakpoint
CREATE INDEX "wave_member_by_invitation" ON "wave_member" USING btree ("invitation_id");--> statement-breakpoint
ALTER TABLE "launch_state" ADD CONSTRAINT "launch_state_member_invitations" CHECK ("launch_state"."member_invitations" between 0 and 50);