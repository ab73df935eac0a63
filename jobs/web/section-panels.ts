import { withBelow } from "../../models/industry.ts";
import type { Panel } from "../../models/panel.ts";
import type { Profile } from "../../models/profile.ts";
import type { Db } from "../../src/db/db.ts";
import type { Run } from "../../src/db/run.ts";
import { ownPanel } from "../../src/db/scope/own-panel.ts";

/** The histories of a section's enterprises as a run compared them. */
export type SectionPanels = (db: Db, profile: Profile, run: Run, section: string) => Promise<Panel>;

/** Sections kept: all twenty of GB/T 4754, of one run. */
const MOST = 20;

/** Reads each section of a run once: it takes a second where there are hundreds of thousands, and a run's stay as they are. */
export function sectionPanels(): SectionPanels {
  const kept = new Map<string, Promise<Panel>>();
  return (db, profile, run, section) => {
    const key = `${run.id} ${section}`;
    const of = { industries: withBelow(profile.industries, section), region: null };
    const panel = kept.get(key) ?? ownPanel(db, EVERYBODY, profile, run, of);
    panel.catch(() => kept.delete(key));
    kept.delete(key);
    kept.set(key, panel);
    if (kept.size > MOST) kept.delete(kept.keys().next().value!);
    return panel;
  };
}

const EVERYBODY = { all: true, departments: [], regions: [], specialist: null };
