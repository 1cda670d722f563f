const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ones = 'one two three four five six seven eight nine'.split(' ');

const misspelt: Readonly<Record<string, string>> = {
  forteen: 'fourteen', fiveteen: 'fifteen', fithteen: 'fifteen', sixten: 'sixteen', seventen: 'seventeen', sevnteen: 'seventeen',
  sevteen: 'seventeen', eightteen: 'eighteen', eigteen: 'eighteen', eighten: 'eighteen', ateen: 'eighteen', ninteen: 'nineteen',
  nineten: 'nineteen', ninetene: 'nineteen', tweny: 'twenty', twenny: 'twenty', fourty: 'forty',
}; // prettier-ignore

/** The same words with numbers from ten to ninety-nine as digits; "one" to "nine" stay words, being more than numbers in English. */
export function withDigits(words: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const typed = words[i]!;
    const said = Object.hasOwn(misspelt, typed) ? misspelt[typed]! : typed;
    const glued = tens.find((ten) => said.startsWith(ten) && ones.includes(said.slice(ten.length)));
    const ten = tens.indexOf(glued ?? said);
    const one = ones.indexOf(glued ? said.slice(glued.length) : (words[i + 1] ?? ''));
    if (teens.includes(said)) out.push(String(teens.indexOf(said) + 10));
    else if (ten < 0) out.push(said);
    else {
      out.push(String((ten + 2) * 10 + one + 1));
      if (!glued && one >= 0) i++;
    }
  }
  return out;
}
