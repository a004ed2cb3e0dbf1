import { UserError } from '@carelint/core';
import type { Output } from '../output.js';
import type { CiService } from './init-files.js';

/** The options of `carelint init`: an answer each to what is asked on a terminal. */
export interface InitOptions {
  readonly yes?: boolean;
  readonly ci?: CiService | 'none';
  readonly editor?: boolean;
  readonly baseline?: boolean;
  readonly country?: string;
}

/** Answers to the questions of `init`: by options, else by whoever sits there; where nobody does, only what was asked for is done. */
export class Answers {
  readonly #options: InitOptions;
  readonly #ask: Output['ask'];

  constructor(options: InitOptions, { ask, env }: Output) {
    this.#options = options;
    const isCi = env['CI'] !== undefined && env['CI'] !== '' && env['CI'] !== 'false';
    this.#ask = isCi || options.yes === true ? undefined : ask;
  }

  /** The country where the customers are, which is never guessed. */
  async country(): Promise<string | undefined> {
    const { country } = this.#options;
    if (country !== undefined) {
      if (/^[A-Z]{2}$/u.test(country)) return country;
      throw new UserError(`\`--country ${country}\` is no country. Write two capital letters: GB, AU, US.`);
    }
    if (this.#ask === undefined) return undefined;
    for (;;) {
      const typed = (await this.#ask('In which country are your customers? Two letters, such as GB; Enter leaves it open: ')).trim().toUpperCase();
      if (typed === '') return undefined;
      if (/^[A-Z]{2}$/u.test(typed)) return typed;
    }
  }

  /** The CI service for which a file is wanted. */
  async ci(here: CiService | undefined): Promise<CiService | undefined> {
    const { ci } = this.#options;
    if (ci !== undefined) return ci === 'none' ? undefined : ci;
    return here !== undefined && (await this.#yes(`Write a CI file for ${here === 'github' ? 'GitHub' : 'GitLab'}?`)) ? here : undefined;
  }

  editor(): Promise<boolean> {
    return this.#said(this.#options.editor, 'Write editor settings (.vscode/settings.json), so that YAML is completed and checked?');
  }

  /** Whether it is worth while to look for findings. */
  get mayWantBaseline(): boolean {
    const { baseline, yes } = this.#options;
    return baseline ?? (yes === true || this.#ask !== undefined);
  }

  baseline(findings: number): Promise<boolean> {
    return this.#said(
      this.#options.baseline,
      `${String(findings)} findings are there today. Accept them in a baseline, so that only new ones are told?`,
    );
  }

  #said(answer: boolean | undefined, question: string): Promise<boolean> {
    return answer === undefined ? this.#yes(question) : Promise.resolve(answer);
  }

  async #yes(question: string): Promise<boolean> {
    if (this.#ask === undefined) return this.#options.yes === true;
    return !/^n/iu.test((await this.#ask(`${question} [Y/n] `)).trim());
  }
}
