ALTER TABLE "import_message" ADD COLUMN "is_opening" boolean DEFAULT false NOT NULL;
