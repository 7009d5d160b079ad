/** What Node is told. Without a limit each thread lets sixteen megabytes and more of new garbage lie before it looks at it. */
export const nodeFlags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=2'];
