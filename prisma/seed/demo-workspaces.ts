import type { DemoPersonKey } from "@/lib/domain/demo-people";

/** The demo's two organisations and the public bodies that ask them. All of them are invented. */
export interface DemoWorkspace {
  slug: string;
  name: string;
  capacityHours: number;
  /** Start of the organisation's own reference numbers, where it keeps any. */
  referencePrefix?: string;
  members: { person: DemoPersonKey; role: "owner" | "editor" | "viewer" }[];
  /** Who logs: mostly the first, now and then the second. */
  logs: [DemoPersonKey, DemoPersonKey];
  bodies: Record<
    string,
    "council" | "health" | "police" | "university" | "college" | "ministry" | "funder" | "other"
  >;
}

export const RIVERSIDE = {
  slug: "riverside-refugee-forum",
  name: "Riverside Refugee Forum",
  capacityHours: 60,
  referencePrefix: "RRF",
  members: [
    { person: "coordinator", role: "owner" },
    { person: "volunteer", role: "editor" },
    { person: "trustee", role: "viewer" },
  ],
  logs: ["coordinator", "volunteer"],
  bodies: {
    "Riverside Borough Council": "council",
    "Northshire County Council": "council",
    "Eastmoor NHS Trust": "health",
    "Northshire Police": "police",
    "Eastmoor College": "college",
    "University of Eastmoor": "university",
    "Ministry for Welcome and Belonging": "ministry",
    "Lanternlight Fund": "funder",
  },
} as const satisfies DemoWorkspace;

export const HARBOUR = {
  slug: "harbour-womens-circle",
  name: "Harbour Women’s Circle",
  capacityHours: 25,
  members: [
    { person: "harbourOwner", role: "owner" },
    { person: "harbourEditor", role: "editor" },
    { person: "harbourViewer", role: "viewer" },
  ],
  logs: ["harbourOwner", "harbourEditor"],
  bodies: {
    "Harbour City Council": "council",
    "Saltmarsh NHS Trust": "health",
    "Coastshire Police": "police",
    "Harbour College": "college",
    "University of Harbour": "university",
    "Lanternlight Fund": "funder",
  },
} as const satisfies DemoWorkspace;
