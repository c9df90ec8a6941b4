CREATE TABLE "import_identity" (
	"trait_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"run_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_message" (
	"space_id" uuid NOT NULL,
	"message_hash" text NOT NULL,
	"run_id" uuid NOT NULL,
	"conversation_id" uuid,
	"comment_id" uuid,
	"subject_hash" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "import_message_space_id_message_hash_pk" PRIMARY KEY("space_id","message_hash")
);
--> statement-breakpoint
CREATE TABLE "import_person" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"run_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_run" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"space_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"state" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"read" integer DEFAULT 0 NOT NULL,
	"imported" integer DEFAULT 0 NOT NULL,
	"threads" integer DEFAULT 0 NOT NULL,
	"comments" integer DEFAULT 0 NOT NULL,
	"people" integer DEFAULT 0 NOT NULL,
	"duplicates" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"refusals" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "import_run_kind" CHECK ("import_run"."kind" in ('mbox')),
	CONSTRAINT "import_run_state" CHECK ("import_run"."state" in ('running', 'done', 'failed', 'undone'))
);
--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "excerpt" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "import_identity" ADD CONSTRAINT "import_identity_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_identity" ADD CONSTRAINT "import_identity_run_id_import_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."import_run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_message" ADD CONSTRAINT "import_message_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_message" ADD CONSTRAINT "import_message_run_id_import_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."import_run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_message" ADD CONSTRAINT "import_message_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_message" ADD CONSTRAINT "import_message_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_person" ADD CONSTRAINT "import_person_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_person" ADD CONSTRAINT "import_person_run_id_import_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."import_run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_identity_by_person" ON "import_identity" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "import_identity_by_run" ON "import_identity" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "import_message_by_subject" ON "import_message" USING btree ("space_id","subject_hash","sent_at");--> statement-breakpoint
CREATE INDEX "import_message_by_run" ON "import_message" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "import_message_by_conversation" ON "import_message" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "import_message_by_comment" ON "import_message" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "import_person_by_run" ON "import_person" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "import_run_by_time" ON "import_run" USING btree ("started_at","id");--> statement-breakpoint
CREATE INDEX "import_run_by_space" ON "import_run" USING btree ("space_id");