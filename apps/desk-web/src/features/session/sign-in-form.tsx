import type { Me } from '@kotae/contracts';
import { Button, TextInput } from '@kotae/ui';
import { useEffect, useRef } from 'react';
import type { FormEvent } from 'react';
import { FormRefusal, fieldError } from '../../shared/form-errors';
import { useSignIn } from './api';

/** Login and password; tells nothing about which of the two was wrong. */
export function SignInForm({ login, onDone }: { login?: string; onDone?: (me: Me) => void }) {
  const signIn = useSignIn();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLInputElement>(login ? '#password' : '#login')?.focus();
  }, [login]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    signIn.mutate(
      { login: String(data.get('login') ?? '').trim(), password: String(data.get('password') ?? '') },
      { onSuccess: (me) => onDone?.(me) },
    );
  };
  return (
    <form ref={form} className="k-stack" onSubmit={submit} noValidate>
      <FormRefusal error={signIn.error} fields={['login', 'password']} />
      <TextInput
        id="login"
        name="login"
        label="ログインID"
        badge="none"
        required
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={login}
        error={fieldError(signIn.error, 'login')}
      />
      <TextInput
        id="password"
        name="password"
        type="password"
        label="パスワード"
        badge="none"
        required
        autoComplete="current-password"
        error={fieldError(signIn.error, 'password')}
      />
      <Button type="submit" busy={signIn.isPending} full>
        サインイン
      </Button>
    </form>
  );
}
