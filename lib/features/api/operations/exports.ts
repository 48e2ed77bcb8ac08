import "server-only";
import { z } from "zod";
import type { Described } from "@/lib/access/api";

/** A file and no JSON, sent while it is packed: its handler is written out, and described here. */
export const exportOperation: Described = {
  id: "exportWorkspace",
  method: "GET",
  path: "/workspaces/{slug}/export",
  summary:
    "Everything, as a zip: JSON lines and CSV for each kind of record, and README.txt that explains every column. Also while the organisation is suspended or closing, with an owner's session",
  needs: "owner",
  file: "application/zip",
  answers: { 200: z.string().meta({ format: "binary" }) },
};
