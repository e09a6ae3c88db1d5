/** A block that begins with three backticks and `js live` becomes a cell that runs in the page. */

interface Token {
  readonly info: string;
  readonly content: string;
}

type Rule = (tokens: readonly Token[], index: number, ...rest: never[]) => string;

interface Markdown {
  readonly renderer: { readonly rules: { fence?: Rule } };
}

export function liveCells(markdown: Markdown): void {
  const fence = markdown.renderer.rules.fence as Rule;
  markdown.renderer.rules.fence = (tokens, index, ...rest) => {
    const html = fence(tokens, index, ...rest);
    const { info, content } = tokens[index] as Token;
    if (!/\blive\b/.test(info)) return html;
    return `<LiveCell code="${encodeURIComponent(content)}">${html}</LiveCell>`;
  };
}
