-- The shared directory of real public bodies, and the link to it from a workspace's own.

-- CreateTable
CREATE TABLE "directory_bodies" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "names" TEXT[],
    "kind" "body_kind" NOT NULL,
    "nation" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "current" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "directory_bodies_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "public_bodies" ADD COLUMN "directory_id" TEXT;

-- CreateIndex
CREATE INDEX "public_bodies_directory_id_idx" ON "public_bodies"("directory_id");

-- AddForeignKey
ALTER TABLE "public_bodies" ADD CONSTRAINT "public_bodies_directory_id_fkey" FOREIGN KEY ("directory_id") REFERENCES "directory_bodies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Finds the one body of a name for every row a sheet brings.
CREATE INDEX "directory_bodies_names_idx" ON "directory_bodies" USING gin ("names");

-- Reference data: everybody reads, the system role keeps it.
ALTER TABLE directory_bodies ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON directory_bodies FOR SELECT TO followthrough_tenant USING (true);
CREATE POLICY system ON directory_bodies TO followthrough_system USING (true) WITH CHECK (true);
GRANT SELECT ON directory_bodies TO followthrough_tenant;
GRANT SELECT, INSERT, UPDATE, DELETE ON directory_bodies TO followthrough_system;

-- A body that is new in a workspace and goes by a name of the directory is linked to it, and takes its kind unless one
-- was chosen. Here and not in one use case, so that forms, sheets and undo all do the same.
CREATE FUNCTION link_to_directory() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE known directory_bodies;
BEGIN
  SELECT * INTO known FROM directory_bodies d WHERE d.current AND d.names @> ARRAY[lower(NEW.name)];
  IF known.id IS NOT NULL THEN
    NEW.directory_id := known.id;
    IF TG_OP = 'INSERT' AND NEW.kind = 'other' THEN
      NEW.kind := known.kind;
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER link_to_directory BEFORE INSERT OR UPDATE OF name ON public_bodies FOR EACH ROW
  WHEN (NEW.directory_id IS NULL) EXECUTE FUNCTION link_to_directory();
