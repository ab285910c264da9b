import { ArrowUpRight, CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import type { Problem } from '../../model/request/problem.ts';
import { jumpToField } from '../pageFields.ts';
import { sentence } from '../texts/sentence.ts';
import * as texts from '../texts/texts.ts';
import styles from './ProblemList.module.css';

/** What stops sending and what only warns, each with a way to where it can be put right. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  return (
    <section className={styles.problems} aria-label={texts.generate.problems} aria-live="polite">
      {problems.length === 0 ? (
        <p className={styles.ready}>
          <CircleCheck size={16} aria-hidden />
          <span>{texts.generate.ready}</span>
        </p>
      ) : (
        <ul className={styles.list}>
          {problems.map((problem) => (
            <ProblemItem key={problem.id} problem={problem} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ProblemItem({ problem }: { problem: Problem }) {
  const messageId = useId();
  const Icon = problem.severity === 'stops' ? CircleX : TriangleAlert;
  return (
    <li className={styles.item} data-severity={problem.severity}>
      <Icon className={styles.icon} size={16} aria-label={texts.generate[problem.severity]} />
      <span id={messageId}>{sentence(texts.problems, problem.id, problem)}</span>
      <button
        type="button"
        className={styles.jump}
        aria-label={texts.generate.goToField}
        aria-describedby={messageId}
        onClick={() => jumpToField(problem.field)}
      >
        <ArrowUpRight size={14} aria-hidden />
      </button>
    </li>
  );
}
