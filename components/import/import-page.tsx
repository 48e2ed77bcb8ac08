import type { ImportView } from "@/lib/domain/import/view";
import { ExportStagePage } from "./export-stage";
import { FailedStagePage } from "./failed-stage";
import { MatchStagePage } from "./match-stage";
import { PreviewStagePage } from "./preview-stage";
import { ProgressStagePage } from "./progress-stage";
import { ResultStagePage } from "./result-stage";

/** One import, at the stage it has got to. */
export function ImportPage({ slug, view }: { slug: string; view: ImportView }) {
  switch (view.stage) {
    case "match":
      return <MatchStagePage slug={slug} view={view} />;
    case "preview":
      return <PreviewStagePage slug={slug} view={view} />;
    case "export":
      return <ExportStagePage slug={slug} view={view} />;
    case "progress":
      return <ProgressStagePage slug={slug} view={view} />;
    case "result":
      return <ResultStagePage slug={slug} view={view} />;
    case "failed":
      return <FailedStagePage slug={slug} view={view} />;
  }
}
