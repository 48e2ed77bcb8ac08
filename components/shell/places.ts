import type { IconName } from "@/components/ui/icon";

/** The rooms of a workspace: their address below `/w/{slug}` and their picture. Words are in shell.json. */
export const PLACES = {
  home: { path: "", icon: "home" },
  consultations: { path: "/consultations", icon: "consultations" },
  owed: { path: "/follow-ups", icon: "owed" },
  activities: { path: "/activities", icon: "activities" },
  requests: { path: "/asks", icon: "requests" },
  views: { path: "/shares", icon: "views" },
} as const satisfies Record<string, { path: string; icon: IconName }>;

export type PlaceKey = keyof typeof PLACES;

/** What one needs now and then: below the places on a desktop, under "More" on a phone. */
export const SECONDARY = {
  bodies: { path: "/bodies" },
  import: { path: "/import" },
  members: { path: "/members" },
  settings: { path: "/settings" },
  audit: { path: "/audit" },
  trash: { path: "/trash" },
} as const satisfies Record<string, { path: string }>;

export type SecondaryKey = keyof typeof SECONDARY;

/** The places of the phone's bar, around the Log button; every other one is under "More". */
export const BAR_PLACES: readonly PlaceKey[] = ["home", "consultations", "owed"];
