CREATE TABLE "feature_choice" (
	"person_id" uuid NOT NULL,
	"feature" text NOT NULL,
	"choice" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "feature_choice_person_id_feature_pk" PRIMARY KEY("person_id","feature"),
	CONSTRAINT "feature_choice_known" CHECK ("feature_choice"."choice" in ('in', 'out'))
);
--> statement-breakpoint
CREATE TABLE "feature_kill" (
	"feature" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"by_person" uuid,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feature_rule" (
	"feature" text NOT NULL,
	"stage" text NOT NULL,
	"kind" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "feature_rule_stage_feature_kind_name_pk" PRIMARY KEY("stage","feature","kind","name"),
	CONSTRAINT "feature_rule_state" CHECK ("feature_rule"."state" in ('off', 'preview', 'on')),
	CONSTRAINT "feature_rule_kind" CHECK ("feature_rule"."kind" in ('everybody', 'department', 'site', 'group')),
	CONSTRAINT "feature_rule_cohort" CHECK (("feature_rule"."kind" = 'everybody') = ("feature_rule"."name" = ''))
);
--> statement-breakpoint
ALTER TABLE "feature_choice" ADD CONSTRAINT "feature_choice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feature_kill" ADD CONSTRAINT "feature_kill_by_person_person_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;