import { type DemoWorkspace, HARBOUR, RIVERSIDE } from "./demo-workspaces";
import type { Scenario } from "./scenario";
import { builtTogether } from "./scenarios/built-together";
import { calledOff, comingUp, underWay } from "./scenarios/happening-now";
import { harbourAhead } from "./scenarios/harbour-ahead";
import { harbourCircle } from "./scenarios/harbour-circle";
import { heardAndShelved } from "./scenarios/heard-and-shelved";
import { interpretersPromised, saidToBeDone } from "./scenarios/interpreters-promised";
import { notDueYet } from "./scenarios/not-due-yet";
import { reasonsAccepted } from "./scenarios/reasons-accepted";
import { somethingWasDone } from "./scenarios/something-was-done";
import { theCouncilWentQuiet } from "./scenarios/the-council-went-quiet";
import { theNextDate } from "./scenarios/the-next-date";
import { theyHaveJustAnswered } from "./scenarios/they-have-just-answered";
import { universityStudy } from "./scenarios/university-study";

/** Which stories each of the demo's organisations holds. */
export const DEMO_RECORDS: { workspace: DemoWorkspace; scenarios: Scenario[] }[] = [
  {
    workspace: RIVERSIDE,
    scenarios: [
      ...theCouncilWentQuiet,
      ...heardAndShelved,
      ...interpretersPromised,
      ...saidToBeDone,
      ...somethingWasDone,
      ...builtTogether,
      ...theNextDate,
      ...reasonsAccepted,
      ...theyHaveJustAnswered,
      ...notDueYet,
      ...universityStudy,
      ...underWay,
      ...comingUp,
      ...calledOff,
    ],
  },
  { workspace: HARBOUR, scenarios: [...harbourCircle, ...harbourAhead] },
];
