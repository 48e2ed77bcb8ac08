/** The people of the demo. Plain data: the demo's sign-in buttons use the same addresses. */
export interface DemoPerson {
  email: string;
  name: string;
  isPlatformAdmin?: true;
}

export const DEMO_PEOPLE = {
  coordinator: { email: "coordinator@riverside.example", name: "Amina" },
  volunteer: { email: "volunteer@riverside.example", name: "Joseph" },
  trustee: { email: "trustee@riverside.example", name: "Leyla" },
  harbourOwner: { email: "harbour@harbour-women.example", name: "Mariam" },
  harbourEditor: { email: "kitchen@harbour-women.example", name: "Oksana" },
  harbourViewer: { email: "friend@harbour-women.example", name: "Grace" },
  officer: { email: "officer@council.example", name: "Council liaison officer" },
  admin: { email: "admin@platform.example", name: "Platform admin", isPlatformAdmin: true },
} as const satisfies Record<string, DemoPerson>;

export type DemoPersonKey = keyof typeof DEMO_PEOPLE;

/** Who opens what from the buttons on the first page of the demo. */
export const DEMO_BUTTONS = {
  coordinator: { person: DEMO_PEOPLE.coordinator, workspace: "riverside-refugee-forum" },
  volunteer: { person: DEMO_PEOPLE.volunteer, workspace: "riverside-refugee-forum" },
  officer: { person: DEMO_PEOPLE.officer, workspace: null },
  admin: { person: DEMO_PEOPLE.admin, workspace: null },
} as const;
