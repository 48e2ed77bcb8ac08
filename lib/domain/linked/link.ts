/** Whose pages can be read. */
export const LINK_KINDS = ["govuk", "citizen_space"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** A page of a consultation that can be read by a program. */
export type Link = {
  kind: LinkKind;
  /** As it is kept in the record: one and the same however it was typed. */
  page: string;
  /** Where its content stands as JSON. */
  api: string;
};

const GOVUK =
  /^(?:\/api\/content)?(\/government\/consultations\/[a-z0-9][a-z0-9-]{0,250})(?:\.[a-z]{2})?(?:\/.*)?$/;
const CITIZEN_SPACE = /^\/([A-Za-z0-9][\w.-]{0,150})\/([A-Za-z0-9][\w.-]{0,250})(?:\/.*)?$/;
/** First parts of an address that are rooms of a site, and no department's. */
const ROOMS = new Set(["api", "government", "consultation_finder", "we_asked_you_said", "accounts"]);

/**
 * The page behind an address somebody pasted: of GOV.UK, or of a Citizen Space site, whose addresses have a department
 * and an activity on any host. null for what is neither. Says nothing of whether there is such a page.
 */
export function readLink(typed: string): Link | null {
  const text = typed.trim();
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text.replace(/^http:/i, "https:") : `https://${text}`;
  if (text.length > 2000 || !URL.canParse(whole)) return null;
  const url = new URL(whole);
  if (url.protocol !== "https:" || url.port !== "" || url.username || url.password) return null;
  const host = url.hostname;
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) || /\.\d+$/.test(host)) return null;
  if (host === "gov.uk" || host === "www.gov.uk") {
    const path = GOVUK.exec(url.pathname)?.[1];
    if (!path) return null;
    return {
      kind: "govuk",
      page: `https://www.gov.uk${path}`,
      api: `https://www.gov.uk/api/content${path}`,
    };
  }
  const [, department, activity] = CITIZEN_SPACE.exec(url.pathname) ?? [];
  if (!department || !activity || ROOMS.has(department)) return null;
  const query = new URLSearchParams({ dept: department, id: activity, fields: "all" });
  return {
    kind: "citizen_space",
    page: `https://${host}/${department}/${activity}/`,
    api: `https://${host}/api/2.4/json_consultation_details?${query}`,
  };
}

/** Other ways in which the address of that page may stand in a record. */
export function waysToWrite({ page }: Link): string[] {
  const bare = page.replace(/\/$/, "");
  return [bare, `${bare}/`].flatMap((one) => [one, one.replace("https:", "http:")]);
}
