import { usePageTitle } from '../../shared/page-title';
import { SignInForm } from './sign-in-form';

export function SignInScreen() {
  usePageTitle('サインイン');
  return (
    <div className="d-sign-in">
      <p className="d-sign-in__mark">
        <strong>Kotae</strong> 応え
      </p>
      <h1>市民の声に、応える。</h1>
      <p className="k-muted">職員用の画面です。</p>
      <SignInForm />
      <p className="k-muted k-small">
        パスワードを忘れたときや、入れなくなったときは、システム管理者に連絡してください。
      </p>
    </div>
  );
}
