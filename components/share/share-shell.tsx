import type { ReactNode } from "react";
import { ExitLink } from "@/components/shell/exit-link";
import { PublicShell } from "@/components/shell/public-shell";
import { SignOutButton } from "@/components/sign-in/sign-out-button";

/** The frame of the officer's pages: the way out everywhere, signing out where somebody is signed in. */
export function ShareShell({ signedIn = false, children }: { signedIn?: boolean; children: ReactNode }) {
  return (
    <PublicShell
      corner={
        <>
          {signedIn ? <SignOutButton /> : null}
          <ExitLink />
        </>
      }
    >
      {children}
    </PublicShell>
  );
}
