import type {
  Enrolment,
  Programme,
  SessionSheet,
  SessionSummary,
  TrainingModule,
} from "@acquis/shared/training/training.schema.ts";
import { modulesOf } from "./session-modules.ts";
import type { EnrolmentDocument, ProgrammeDocument, SessionDocument } from "./training.store.ts";
import type { TrainingContext } from "./training-context.ts";

type Person = { id: string; firstName: string; lastName: string };
type SessionModules = SessionSheet["modules"];

export function fullName(person: Pick<Person, "firstName" | "lastName"> | undefined): string {
  return person ? `${person.firstName} ${person.lastName}` : "";
}

function presentModule(
  module: TrainingModule,
  referential: Pick<TrainingContext["referential"], "competencies">,
): Programme["modules"][number] {
  const known = referential.competencies(module.teaches.map((taught) => taught.competencyId));
  return {
    id: module.id,
    name: module.name,
    teaches: module.teaches.map(({ competencyId, level }) => ({
      competencyId,
      level,
      label: known.get(competencyId)?.label ?? competencyId,
      labelEn: known.get(competencyId)?.labelEn ?? null,
    })),
  };
}

export function presentProgramme(
  programme: ProgrammeDocument,
  providerName: string,
  referential: Pick<TrainingContext["referential"], "competencies">,
): Programme {
  return {
    id: programme._id,
    providerId: programme.providerId,
    providerName,
    name: programme.name,
    occupationCode: programme.occupationCode,
    modules: programme.modules.map((module) => presentModule(module, referential)),
    revision: programme.revision,
  };
}

export function presentModules(
  programme: ProgrammeDocument,
  session: SessionDocument,
  referential: Pick<TrainingContext["referential"], "competencies">,
): SessionModules {
  return modulesOf(programme, session).map((module) => ({
    ...presentModule(module, referential),
    endsOn: module.endsOn,
  }));
}

export interface SessionSurroundings {
  programme: Pick<ProgrammeDocument, "name" | "modules"> | undefined;
  providerName: string;
  people: ReadonlyMap<string, Person>;
  enrolled: number;
}

export function presentSession(session: SessionDocument, around: SessionSurroundings): SessionSummary {
  return {
    id: session._id,
    programmeId: session.programmeId,
    programmeName: around.programme?.name ?? "",
    providerId: session.providerId,
    providerName: around.providerName,
    startsOn: session.startsOn,
    endsOn: session.endsOn,
    place: session.place,
    trainers: session.trainerIds.map((id) => ({ id, name: fullName(around.people.get(id)) })),
    modules: around.programme
      ? modulesOf(around.programme, session).map(({ id, name, endsOn }) => ({ id, name, endsOn }))
      : [],
    enrolled: around.enrolled,
    revision: session.revision,
  };
}

export function presentEnrolment(enrolment: EnrolmentDocument): Enrolment {
  return {
    id: enrolment._id,
    sessionId: enrolment.sessionId,
    traineeId: enrolment.traineeId,
    openedOn: enrolment.openedOn,
    closedOn: enrolment.closed?.on ?? null,
    end: enrolment.closed?.end ?? null,
    skippedModuleIds: enrolment.skipped.map((item) => item.moduleId),
    passedModuleIds: enrolment.passed.map((item) => item.moduleId),
    revision: enrolment.revision,
  };
}
