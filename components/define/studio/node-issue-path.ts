import { nodePath } from "@/lib/domain/define/edit-score";
import type { Program } from "@/lib/domain/define/program";

/** Where issues of a part of the score are named. */
export function nodeIssuePath({ score }: Program, key: string): string {
  return nodePath(score, key) ?? key;
}
