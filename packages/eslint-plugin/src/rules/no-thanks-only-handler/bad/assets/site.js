const form = document.getElementById('contact-form');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  setTimeout(() => {
    alert('Thank you for your message. We will get back to you soon.');
    form.reset();
  }, 1000);
});
