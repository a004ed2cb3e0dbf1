/** Genesys Cloud Architect as Archy writes it: four flows that answer calls (about 13 KB each), then one that they wait in; all tied by name. */
import { QUESTIONS, REMARKS, TASKS, TEAMS } from './words.mjs';

const GROUP = 5;
const waitingName = (index) => `Waiting ${index - (index % GROUP)}`;

/** A text with every line but the first moved in. */
const indented = (text, by) => text.replaceAll('\n', `\n${' '.repeat(by)}`);

const refTo = (task) => `"/inboundCall/tasks/task[${task}]"`;

const put = (name, task) => `- jumpToTask:
    name: ${name}
    targetTaskRef: ${refTo(task)}`;

const say = (name, text) => `- playAudio:
    name: ${name}
    audio:
      tts: ${text}`;

const DISCONNECT = `- disconnect:
    name: Disconnect`;

const voicemail = (team) => `- transferToVoicemail:
    name: Leave a message
    destination:
      queue:
        targetQueue:
          lit:
            name: ${team}
        voicemailGreeting:
          tts: Please leave a message with your name and number. We ring you within one working day.`;

/** What Archy writes into every flow, whether or not anybody has touched it. */
const SETTINGS = `settingsActionDefaults:
    playAudioOnSilence:
      timeout:
        lit:
          seconds: 40
    detectSilence:
      timeout:
        lit:
          seconds: 40
    callData:
      processingPrompt:
        lit:
          name: PromptSystem.processing
    collectInput:
      noEntryTimeout:
        lit:
          seconds: 5
    transferToUser:
      connectTimeout:
        noValue: true
    transferToNumber:
      connectTimeout:
        noValue: true
  settingsErrorHandling:
    errorHandling:
      disconnect:
        none: true
    preHandlingAudio:
      tts: Sorry, an error occurred. Please try your call again.
  settingsPrompts:
    ensureAudioInPrompts: false
    promptMediaToValidate:
      - mediaType: audio
      - mediaType: tts`;

const head = (type, name, team) => `# ${team}. Written by the bench.
${type}:
  name: ${name}
  division: Home
  defaultLanguage: en-gb
  supportedLanguages:
    en-gb:
      defaultLanguageSkill:
        noValue: true
      textToSpeech:
        defaultEngine:
          voice: Jill
  ${SETTINGS}
`;

const hours = (team, random) => `
    - task:
        name: Hours
        refId: Hours_1
        actions:
          - evaluateScheduleGroup:
              name: Check the hours
              evaluate:
                now:
                  noValue: true
              scheduleGroup:
                lit:
                  name: ${team} hours
              outputs:
                closed:
                  actions:
                    ${indented(say('Closed', `${team} is open Monday to Friday from nine to ${5 + random.below(4)}.`), 20)}
                    ${indented(random.chance(0.04) ? DISCONNECT : voicemail(team), 20)}
                holiday:
                  actions:
                    ${indented(voicemail(team), 20)}
          - jumpToMenu:
              name: To the menu
              targetMenuRef: "/inboundCall/menus/menu[Main_2]"`;

const task = ([name, label, work, done], index, random) => {
  const [slot, question] = random.pick(QUESTIONS);
  return `
    - task:
        name: ${label}
        refId: ${name}
        actions:${random.chance(0.5) ? `\n          ${indented(say('Remark', random.pick(REMARKS)), 10)}` : ''}
          - collectInput:
              name: Ask for the ${slot}
              inputData:
                var: Task.${slot.replaceAll('-', '')}
              digits:
                range:
                  min: 4
                  max: 12
              interDigitTimeout:
                noValue: true
              noEntryTimeout:
                noValue: true
              inputAudio:
                tts: ${question}
              acceptJustStar:
                lit: false
              outputs:
                failure:
                  actions:
                    ${indented(random.chance(0.03) ? DISCONNECT : put('Put through', 'Person_3'), 20)}
          - callData:
              name: ${work}
              timeout:
                lit:
                  seconds: 10
              category:
                Customer data ${index}:
                  dataAction:
                    ${work}:
                      inputs:
                        customer:
                          exp: Call.Ani
                        ${slot}:
                          exp: Task.${slot.replaceAll('-', '')}
              outputs:
                success:
                  actions:
                    ${indented(say('Done', done.replaceAll(/[{}]/gu, '')), 20)}
                    - jumpToMenu:
                        name: Back to the menu
                        targetMenuRef: "/inboundCall/menus/menu[Main_2]"
                failure:
                  actions:
                    ${indented(say('Sorry', 'That did not work. I am putting you through.'), 20)}
                timeout:
                  actions:
                    ${indented(say('Sorry again', 'That takes too long. I am putting you through.'), 20)}
          ${indented(random.chance(0.03) ? DISCONNECT : put('Put through', 'Person_3'), 10)}`;
};

const person = (team, index, random) => `
    - task:
        name: A person
        refId: Person_3
        actions:
          - playEstimatedWaitTime:
              name: Say the wait
              estimatedWaitTime:
                exp: Call.EstimatedWaitTime
              playbackMode: about
          - transferToAcd:
              name: Wait for ${team}
              targetQueue:
                lit:
                  name: ${team}
              overrideInQueueFlow:
                name: ${waitingName(index)}
              preTransferAudio:
                tts: I am putting you through to ${team}.
              failureTransferAudio:
                tts: That did not work. Please leave a message.
              priority:
                lit: 0
              preferredAgents:
                noValue: true
              languageSkill:
                noValue: true
              outputs:
                failure:
                  actions:
                    ${indented(random.chance(0.03) ? DISCONNECT : voicemail(team), 20)}`;

const choice = (label, key, target) => `
          - menuTask:
              name: ${label}
              refId: choice_${key}
              dtmf: digit_${key}
              globalDtmf: false
              globalSpeechRecTerms: false
              task:
                actions:
                  - jumpToTask:
                      name: To ${label}
                      targetTaskRef: ${refTo(target)}`;

const inbound = (index, random) => {
  const team = random.pick(TEAMS);
  const first = random.below(TASKS.length);
  const tasks = Array.from({ length: 2 + random.below(3) }, (_, at) => TASKS[(first + at) % TASKS.length]);
  const spoken = tasks.map(([, label], at) => `For ${label.toLowerCase()}, press ${at + 1}.`).join(' ');
  return `${head('inboundCall', `${team} ${index}`, team)}  startUpRef: ${refTo('Hours_1')}
  initialGreeting:
    tts: Welcome to Example Telecom.
  settingsMenu:
    repeatCount:
      lit: 2
  menus:
    - menu:
        name: Main Menu
        refId: Main_2
        audio:
          tts: ${spoken} To speak to a person, press 0.
        defaultChildMenuRef: "./menuTask[choice_0]"
        settingsMenu:
          repeatCount:
            noValue: true
        choices:${tasks.map(([name, label], at) => choice(label, at + 1, name)).join('')}${choice('A person', 0, 'Person_3')}
  tasks:${hours(team, random)}${tasks.map((one) => task(one, index, random)).join('')}${person(team, index, random)}
`;
};

const waiting = (index, random) => {
  const team = random.pick(TEAMS);
  return `${head('inqueueCall', waitingName(index), team)}  settingsInQueueCall:
    holdMusic:
      lit:
        name: PromptSystem.on_hold_music
  startUpTaskActions:
    - playPositionInQueue:
        name: Say the place
    - collectInput:
        name: Offer a callback
        inputData:
          var: Flow.Choice
        digits:
          exact: 1
        inputAudio:
          tts: You keep your place if we ring you. For a callback, press 1.
        outputs:
          success:
            actions:
              - decision:
                  name: Do they want one?
                  condition:
                    exp: Flow.Choice == "1"
                  outputs:
                    "yes":
                      actions:
                        - createCallback:
                            name: Create a callback
                            callbackNumber:
                              exp: Call.Ani
                            outputs:
                              success:
                                actions:
                                  ${indented(say('Promise', 'We ring you within two hours.'), 34)}
                                  ${indented(DISCONNECT, 34)}
    - holdMusic:
        name: Hold music
        prompt:
          exp: PromptSystem.on_hold_music
        playStyle:
          duration:
            lit:
              seconds: ${30 + random.below(60)}
`;
};

/** One flow; `index` makes its name its own. The last of each group of five is the one in which callers of the other four wait. */
export const genesysFlow = (index, random) => (index % GROUP === GROUP - 1 ? waiting : inbound)(index, random);
