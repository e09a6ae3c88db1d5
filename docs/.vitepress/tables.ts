/** A cell of a table's first row that is empty is no header: nobody would know of what. */

interface Token {
  readonly type: string;
  readonly content: string;
  tag: string;
}

interface Markdown {
  readonly core: { readonly ruler: { push(name: string, rule: (state: { readonly tokens: Token[] }) => void): void } };
}

export function tables(markdown: Markdown): void {
  markdown.core.ruler.push('empty-headers', ({ tokens }) => {
    for (const [i, token] of tokens.entries()) {
      const [text, close] = [tokens[i + 1], tokens[i + 2]];
      if (token.type !== 'th_open' || text?.content !== '' || close?.type !== 'th_close') continue;
      token.tag = 'td';
      close.tag = 'td';
    }
  });
}
