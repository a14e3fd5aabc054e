/** @jsxImportSource preact */
/** The door: a code word for a seat, or the instructor's key. Works without scripts. */
interface LoginProps {
  readonly title: string;
  readonly what: 'seat' | 'instructor';
  /** Why one stands here again. */
  readonly message: string | null;
}

export function Login({ title, what, message }: LoginProps) {
  const isSeat = what === 'seat';
  return (
    <main class="login">
      <h1>{title}</h1>
      {message === null ? null : (
        <p class="trouble" role="alert">
          {message}
        </p>
      )}
      <form method="post" action={isSeat ? '/join' : '/instructor/join'}>
        <label for="code">{isSeat ? 'Your code word' : "The instructor's key"}</label>
        <input
          id="code"
          name="code"
          {...(isSeat ? ({ type: 'text' } as const) : ({ type: 'password' } as const))}
          required
          autofocus
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          maxLength={200}
          aria-describedby="code-help"
        />
        <p class="help" id="code-help">
          {isSeat
            ? 'Three words from your sheet, such as red-apple-tree. Capitals and hyphens do not matter.'
            : 'The terminal in which the class was opened shows it.'}
        </p>
        <button type="submit" class="yes">
          Come in
        </button>
      </form>
    </main>
  );
}
