/**
 * Mail domains that only public bodies can hold: an address there belongs to an office, so it is let through.
 *
 * `nhs.net` is among them: NHSmail is given to people working for health and care bodies and cannot be had
 * by a patient; many trusts have no other address. `hscni.net` is the same for Northern Ireland.
 * Universities, colleges and schools are not (`ac.uk`, `sch.uk`, `edu`): their students, who may be our
 * members, have addresses of the same form.
 */
const DOMAINS = new Set([
  "gov.uk",
  "nhs.uk",
  "nhs.net",
  "nhs.scot",
  "nhs.wales",
  "hscni.net",
  "police.uk",
  "parliament.uk",
  "judiciary.uk",
  "mod.uk",
  "gov.scot",
  "parliament.scot",
  "gov.wales",
  "llyw.cymru",
  "senedd.wales",
  "senedd.cymru",
  "gc.ca",
  "canada.ca",
  "parl.ca",
  "ontario.ca",
  "quebec.ca",
  "alberta.ca",
  "saskatchewan.ca",
  "novascotia.ca",
  "gnb.ca",
  "yukon.ca",
  "gov",
  "mil",
  "europa.eu",
  "un.org",
  "unhcr.org",
  "iom.int",
]);

/** Second-level names that states keep for themselves under their country code: `gov.ie`, `gouv.fr`, `go.ke`. */
const STATE_LABELS = new Set(["gov", "gouv", "gob", "gub", "govt", "go"]);

/** True when `domain`, or a domain above it, belongs to public bodies alone. */
export function isPublicBodyDomain(domain: string): boolean {
  const labels = domain.toLowerCase().split(".");
  return labels.some((label, index) => {
    const rest = labels.slice(index);
    if (DOMAINS.has(rest.join("."))) return true;
    // gov.ie, gouv.qc.ca, gov.bc.ca: the state's label, then a province or not, then a two-letter country.
    const provinceOf = rest.length === 3 && rest[2] === "ca" && rest[1]?.length === 2;
    return STATE_LABELS.has(label) && (provinceOf || (rest.length === 2 && rest[1]?.length === 2));
  });
}
