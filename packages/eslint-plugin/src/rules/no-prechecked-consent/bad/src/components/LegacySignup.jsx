import React from 'react';

export class LegacySignup extends React.Component {
  state = { email: '', newsletter: true };

  render() {
    const { email, newsletter } = this.state;
    return (
      <form>
        <input type="email" value={email} onChange={(event) => this.setState({ email: event.target.value })} />
        <label>
          <input type="checkbox" checked={newsletter} onChange={(event) => this.setState({ newsletter: event.target.checked })} />
          Newsletter
        </label>
      </form>
    );
  }
}
