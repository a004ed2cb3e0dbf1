export class ComplaintForm extends React.Component {
  state = { text: '', isDone: false };

  submit = (event) => {
    event.preventDefault();
    this.setState({ isDone: true });
  };

  render() {
    return this.state.isDone ? (
      <p>We have received your complaint.</p>
    ) : (
      <form onSubmit={this.submit}>
        <textarea name="complaint" />
        <button>Send</button>
      </form>
    );
  }
}
