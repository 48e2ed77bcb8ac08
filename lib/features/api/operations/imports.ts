import "server-only";
import { z } from "zod";
import type { Described } from "@/lib/access/api";
import { importAnswer } from "@/lib/features/api/import-by-api";

/** Importing a sheet is no use case of its own but many: its handler is written out, and described here. */
export const importOperation: Described = {
  id: "importSheet",
  method: "POST",
  path: "/workspaces/{slug}/imports",
  summary:
    "Import a spreadsheet of consultations, or a whole export. Answers when it is done; a dry run writes nothing",
  needs: "editor",
  form: z.strictObject({
    file: z.string().meta({
      format: "binary",
      description:
        "CSV or XLSX, at most 50 MB; or the zip of an export, at most 200 MB. With an owner's token an export also brings the settings its dates rest on, where nothing is recorded and no setting was changed yet.",
    }),
    mapping: z.string().optional().meta({
      contentMediaType: "application/json",
      description:
        "Which columns feed which fields. Without one, headers are matched by known names in English. None for an export.",
    }),
    dryRun: z.enum(["true", "false"]).optional(),
    acknowledgeIdentifiers: z.enum(["true", "false"]).optional(),
  }),
  answers: { 200: importAnswer },
};
