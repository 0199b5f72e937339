import { requireActive } from "../accounts/index.ts";
import type { SignedIn } from "../platform/http/api.ts";
import { requireProvider } from "./require-provider.ts";
import { fullName } from "./training.presenter.ts";
import type { TrainingContext } from "./training-context.ts";

/** Trainers of one's provider. */
export async function listTrainers(
  context: TrainingContext,
  actor: SignedIn,
): Promise<{ id: string; name: string; email: string }[]> {
  requireActive(actor);
  const trainers = await context.accounts.membersOf(requireProvider(actor), "trainer");
  return trainers.map((trainer) => ({ id: trainer.id, name: fullName(trainer), email: trainer.email }));
}

/** The trainee with exactly this address; null for nobody, and for anybody who is not a trainee. */
export async function findTrainee(
  context: TrainingContext,
  actor: SignedIn,
  email: string,
): Promise<{ id: string; name: string } | null> {
  requireActive(actor);
  const person = await context.accounts.findByEmail(email.trim());
  return person?.role === "trainee" ? { id: person.id, name: fullName(person) } : null;
}
