/** What a follow-up asks of the answer that was just given. */
export type Aspect = 'who' | 'how-much' | 'how-long' | 'how' | 'law' | 'all' | 'short';

/** A follow-up is short: a longer message says itself what it is about. */
const longestFollowUp = 9;

const lead = '(?:and |so |but |ok |okay |right |oh |also |then )*';
const thing = '(?:it|that|this|them|they|one|those|these|he|she|him|her|my pa|the team)';
const whole = (inner: string): RegExp =>
  new RegExp(`^${lead}(?:${inner})(?: please| then| though| tho| again| exactly| actually| now)*$`, 'u');

// Whole messages only, and each names no subject of its own: "how much is it" follows up, "how much is a passport" does not.
const aspects: readonly (readonly [Aspect, readonly RegExp[]])[] = [
  [
    'who',
    [
      whole(
        `who (?:do|does|can|should|would|shall|could) (?:i|we|he|she|they) (?:ask|ring|call|phone|text|contact|email|message|tell|speak to|talk to|see|go to)(?: (?:about|for))?(?: ${thing})?`,
      ),
      whole('who'),
      whole(`who(?: is it i| to| do i need to)? (?:ask|ring|call|phone|contact|speak to|talk to)(?: (?:about|for))?(?: ${thing})?`),
      whole(
        `(?:what is|whats|what|is there|have you got|got|do you have|give me|can i have|can i get|need)? ?(?:a|an|the|their|there|her|his|your)? ?(?:phone |contact |tel )?(?:number|numbers|email|email address|contact|contacts|phone)(?: for ${thing}| to (?:ring|call))?`,
      ),
      whole(
        `how (?:do|can|could) (?:i|we) (?:contact|reach|ring|call|phone|email|text|get hold of|speak to|talk to|get in touch with) ${thing}`,
      ),
    ],
  ],
  [
    'how-much',
    [
      whole(
        `how much(?: (?:is|was|are|would|will|do|does|can|could|might|should)(?: ${thing}| i| we| you)?(?: be| get| pay| cost| have| have to pay| they pay| give| they give| claim| it be)*(?: ${thing}| me| us| i)?)?`,
      ),
      whole(`(?:what|whats|what is) the (?:amount|most|maximum|max|rate|least|minimum|total)(?: (?:for|of) ${thing}| i can get| we get)?`),
      whole(`is (?:it|that) (?:a lot|much|all|per month|a month|a week|per week|weekly|monthly|each year|every year|a year|once|one off)`),
    ],
  ],
  [
    'how-long',
    [
      whole(
        `when (?:does|do|will|would|is|did|can) (?:${thing}|i|we) ?(?:stop|end|start|finish|run out|begin|change|over|get ${thing}|lose ${thing}|due|go)?`,
      ),
      whole(
        `how long(?: (?:is|does|do|will|would|can|have|until|till|before)(?: ${thing}| i| we| you)?(?: last| take| for| keep| get| go on| have| be| stop| stay)*(?: ${thing}| for)?| for)?`,
      ),
      whole(`(?:until|till|til|up to|from) (?:when|what age)`),
      whole(`(?:what age|at what age|how old)(?: (?:does|do|will) (?:${thing}|i|we) (?:stop|end|start|lose it|have to be))?`),
      whole(`does (?:it|that|this) (?:stop|end|run out|change)(?: at (?:some point|\\d+))?`),
    ],
  ],
  [
    'short',
    [
      whole(
        `(?:can you |could you |pls |please )?(?:talk|say it|say that|explain|explain it|write|make it|tell me)?(?: in)? ?(?:simpler|shorter|easier|plainer|quicker|more simply|easy words|simple words|plain english|less words|fewer words)`,
      ),
      whole(
        `(?:its |thats |that is |it is |way )?too (?:long|much|many words|hard|complicated)|tldr|tl dr|i (?:dont|do not|didnt) (?:get|understand) (?:it|that|this|what (?:that|it) means)|(?:dont|do not) (?:get|understand)(?: it| that)?|im confused|confusing|what do you mean|not understand`,
      ),
    ],
  ],
  [
    'how',
    [
      whole('how|where'),
      whole(
        `how (?:do|can|would|could|should|does|to|will) ?(?:i|we|he|she|they|you)? ?(?:get|apply|claim|ask|start|sign up|do|use|request|register|find|go about)(?: (?:for|on|up|about|to|with))*(?: ${thing})?`,
      ),
      whole(
        `where (?:do|can|should|would) (?:i|we|he|she) (?:apply|go|sign up|claim|get|ask|find|start|look)(?: (?:for|to))*(?: ${thing})?`,
      ),
      whole(
        `what (?:do|should|would|can|must) (?:i|we|he|she) (?:do|need|have to do|need to do|say|ask|bring|send)(?: (?:next|first|about ${thing}|for ${thing}|to get ${thing}|to do))*`,
      ),
      whole(`what(?: is|s)? (?:the )?next(?: step)?`),
      whole(`is there a form(?: for ${thing})?`),
    ],
  ],
  [
    'all',
    [
      whole(`(?:what|wot) (?:is|was|does|do) ${thing}(?: mean)?`),
      whole(`(?:how does|how do|so how does) ${thing} work`),
      whole(`(?:tell me |say |know |explain )?(?:more|more about ${thing}|about ${thing}|explain|explain ${thing}|again|${thing} again)`),
      whole(
        `(?:do|can|could|will|would|should|am|did) (?:i|we|he|she|they) (?:get|have|need|want|use) (?:${thing}|mine|any)(?: too| as well)?`,
      ),
      whole(
        `(?:does|is|do|are|was|will) ${thing} (?:cost|cost anything|free|private|confidential|safe|worth it|hard|quick|easy|taxable|compulsory|optional|open|open now|any good|count|work)`,
      ),
    ],
  ],
  [
    'law',
    [
      whole(`is (?:${thing}) (?:the law|true|legal|a law|right|law|a rule|definite|definitely true|for real|real|official)`),
      whole(`(?:where does it say|where is|says who|who says|who said|prove|where did you get)(?: ${thing})?`),
      whole(
        `(?:do|does|must) (?:they|he|she|the council|it|my council) (?:have to|need to|legally have to)(?: (?:do|give|pay|help))?(?: ${thing}| me| us)?`,
      ),
      whole(
        `(?:can|could|are) (?:they|he|she|the council|my council) (?:say no|refuse|do that|just say no|allowed|allowed to|stop ${thing}|allowed to say no)(?: to ${thing}| do that| me| that)?`,
      ),
      whole(`(?:am i|are we|is he|is she) (?:entitled|allowed|eligible)(?: to ${thing}| for ${thing})?`),
    ],
  ],
];

/** Every pattern of a follow-up, for the check that none can run away. */
export const followUps: readonly RegExp[] = aspects.flatMap(([, patterns]) => patterns);

/** What a short message asks of the answer just given ("who do i ask", "how much is it"), or null when it names a subject of its own. */
export function aspectOf(tokens: readonly string[]): Aspect | null {
  if (tokens.length === 0 || tokens.length > longestFollowUp) return null;
  const said = tokens.join(' ');
  return aspects.find(([, patterns]) => patterns.some((pattern) => pattern.test(said)))?.[0] ?? null;
}

const correction =
  /^(?:no|nah|nope|sorry|not that|no not that|wrong|no sorry|actually|oh)?[ ]?(?:i |im )?(?:meant|mean|was asking about|asking about|was talking about|am talking about|talking about)(?: to say| to ask)?(?: about)? (.+)$/u;
// "no money" is a need, "no the other one" is a correction.
const refused = /^(?:no|nah|nope) ((?:i|the|my|what|how|just|its|it|about|for|to|can|do|is|does) .+)$/u;

/** What a person says they meant instead ("no i meant my brother"), as words; null when they correct nothing. */
export function meantInstead(tokens: readonly string[]): readonly string[] | null {
  const said = tokens.join(' ');
  const found = correction.exec(said)?.[1] ?? refused.exec(said)?.[1];
  return found ? found.split(' ') : null;
}
