import type { Block } from './block.js';
import { textOf } from '../../source/values.js';

/** Amazon Polly's voices by language (Polly developer guide, "Available voices"). */
const VOICES: Readonly<Record<string, string>> = {
  'en-US': 'Joanna Matthew Salli Kendra Kimberly Ivy Joey Justin Kevin Ruth Stephen Danielle Gregory Patrick',
  'en-GB': 'Amy Brian Emma Arthur',
  'en-AU': 'Olivia Nicole Russell',
  'en-IN': 'Kajal Aditi Raveena',
  'es-US': 'Lupe Penélope Penelope Miguel Pedro',
  'es-ES': 'Lucia Conchita Enrique Sergio',
  'es-MX': 'Mia Andrés Andres',
  'fr-FR': 'Lea Léa Céline Celine Mathieu Remi Rémi',
  'fr-CA': 'Chantal Gabrielle Liam',
  'de-DE': 'Vicki Marlene Hans Daniel',
  'it-IT': 'Bianca Carla Giorgio Adriano',
  'pt-BR': 'Camila Vitoria Vitória Ricardo Thiago',
  'pt-PT': 'Ines Inês Cristiano',
  'nl-NL': 'Lotte Ruben Laura',
  'ja-JP': 'Mizuki Takumi Kazuha Tomoko',
};

const BY_VOICE: ReadonlyMap<string, string> = new Map(
  Object.entries(VOICES).flatMap(([language, voices]) => voices.split(' ').map((voice) => [voice, language] as const)),
);

/** The language of a flow, where all that it sets agrees. */
export const languageOf = (blocks: readonly Block[]): string | undefined => {
  let found: string | undefined;
  for (const { type, params } of blocks) {
    let language: string | undefined;
    if (type === 'UpdateContactData') language = textOf(params.LanguageCode);
    else if (type === 'UpdateContactTextToSpeechVoice')
      language = textOf(params.LanguageCode) ?? BY_VOICE.get(textOf(params.TextToSpeechVoice) ?? '');
    if (language === undefined || language.startsWith('$')) continue;
    if (found !== undefined && found !== language) return undefined;
    found = language;
  }
  return found;
};
