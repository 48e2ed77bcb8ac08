/** The request header in which the proxy tells a page the path it was asked for: nothing else tells it to a page that is not there. */
export const PATH_HEADER = "x-page-path";

/**
 * Where a view that is not there leads: no page is there either, so the answer is a whole one, with its status and
 * its words. A page that finds out while it is made answers 404 with nothing in it until scripts run.
 */
export const GONE_VIEW = "/shared/gone/view";

/** Whether what was asked for belongs to the views for officers. */
export function isViewPath(path: string | null): boolean {
  return path?.startsWith("/shared/") ?? false;
}
